package page

import (
	"encoding/json"
	"strings"
)

// linked is what a page tells of its article as linked data (JSON-LD with the
// words of schema.org).
type linked struct {
	linkedHeadline, published, publisher, articleBody string
}

// depth is how far nested objects are looked through for an article.
const depth = 6

// read takes over what one script element tells; what is broken tells nothing.
func (l *linked) read(script string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &v) == nil {
		l.find(v, depth)
	}
}

// find looks for articles in lists, graphs and pages.
func (l *linked) find(v any, left int) {
	if left == 0 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.find(e, left-1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			l.take(v)
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			l.find(v[key], left-1)
		}
	}
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || k == "BlogPosting" || k == "Report" || k == "LiveBlogPosting" || k == "AnalysisNewsArticle"
	case []any:
		for _, e := range k {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

// take takes over an article; what an earlier one told stays.
func (l *linked) take(v map[string]any) {
	for _, f := range []struct {
		to   *string
		from any
	}{{&l.linkedHeadline, v["headline"]}, {&l.published, v["datePublished"]}, {&l.publisher, nameOf(v["publisher"])}, {&l.articleBody, v["articleBody"]}} {
		if s, ok := f.from.(string); ok && *f.to == "" {
			*f.to = strings.TrimSpace(s)
		}
	}
}

func nameOf(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return v["name"]
	case []any:
		if len(v) > 0 {
			return nameOf(v[0])
		}
	}
	return v
}
