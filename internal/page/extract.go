package page

import (
	"errors"

	"sitrep/internal/fault"
	"sitrep/record"
)

// Article is what a page tells.
type Article struct {
	Text, Title, Outlet, URL string
	Published                record.Date // "2023-09-14" or with a time; empty when the page does not tell
	Language                 string
}

// Extract gives the article of a page. base is the page's address, or empty.
// A page without an article is Invalid.
func Extract(raw []byte, h Hints, base string) (*Article, error) {
	return nil, fault.New(fault.Invalid, "page.Extract", "", errors.New("pages cannot be read yet"))
}
