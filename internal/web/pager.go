package web

import (
	"net/http"
	"net/url"
	"strconv"
)

// pager leads to the pages before and after.
type pager struct {
	From, To, Total int
	Previous, Next  string
}

func offset(r *http.Request) int {
	n, err := strconv.Atoi(r.URL.Query().Get("from"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

func newPager(r *http.Request, from, shown, total int) pager {
	p := pager{From: from + 1, To: from + shown, Total: total}
	address := func(at int) string {
		q := url.Values{}
		for _, name := range []string{"q", "in"} {
			if s := r.URL.Query().Get(name); s != "" {
				q.Set(name, s)
			}
		}
		if at > 0 {
			q.Set("from", strconv.Itoa(at))
		}
		return r.URL.Path + "?" + q.Encode()
	}
	if from > 0 {
		p.Previous = address(max(0, from-perPage))
	}
	if from+shown < total {
		p.Next = address(from + perPage)
	}
	return p
}
