package web

import (
	"net/http"

	"sitrep/internal/archive"
	"sitrep/internal/story"
)

// homeBody is what the home page shows.
type homeBody struct {
	Reports []archive.Summary
	Pager   pager
	Topics  []topicList
	Window  string
}

type topicList struct {
	Title string
	List  []topic
}

type topic struct {
	story.Topic
	Query string // what finds it
	Most  int    // the longest bar of the list
}

// perPage is how many reports or hits a page lists.
const perPage = 25

func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	from := offset(r)
	page, err := s.o.Archive.List(r.Context(), archive.Query{Limit: perPage, Offset: from})
	if err != nil {
		s.problem(w, r, err)
		return
	}
	body := homeBody{Reports: page.Items, Pager: newPager(r, from, len(page.Items), page.Total)}
	if s.o.Trends != nil && from == 0 {
		if t := s.o.Trends(r.Context()); t != nil {
			body.Topics, body.Window = s.topics(t), t.Window
		}
	}
	s.render(w, r, http.StatusOK, "home", frame{Title: "Trending", Active: "home", Body: body})
}

func (s *Server) topics(t *story.Trends) []topicList {
	var out []topicList
	for _, k := range []struct{ kind, title string }{{"issue", "Issues"}, {"actor", "Actors"}, {"place", "Places"}} {
		l := topicList{Title: k.title}
		for _, x := range t.Top(k.kind, 6) {
			q := topic{Topic: x, Query: x.Label}
			if k.kind == "issue" {
				q.Label = s.words.g.Short("issue", x.Label)
				q.Query = q.Label
			}
			l.List = append(l.List, q)
		}
		for i := range l.List {
			l.List[i].Most = l.List[0].Outlets
		}
		if len(l.List) > 0 {
			out = append(out, l)
		}
	}
	return out
}
