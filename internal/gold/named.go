package gold

import (
	"strings"

	"sitrep/internal/syntax"
)

// kinds are the kinds of name that Named understands.
var kinds = map[string]syntax.NameKind{"PER": syntax.PersonName, "ORG": syntax.OrganisationName, "LOC": syntax.LocationName, "OTH": syntax.OtherName}

// Named cuts a text whose names are marked, "[PER Ada Korn] spoke", and gives the
// document as the names model would leave it if it were always right.
func Named(cut func(text string) *syntax.Document, marked string) *syntax.Document {
	type mark struct {
		start, end int
		kind       syntax.NameKind
	}
	var text strings.Builder
	var marks []mark
	for {
		before, rest, ok := strings.Cut(marked, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		m := mark{start: text.Len(), kind: kinds[name[:3]]}
		text.WriteString(name[4:])
		m.end = text.Len()
		marks, marked = append(marks, m), after
	}
	doc := cut(text.String())
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for _, m := range marks {
			if s.Start <= m.start && m.end <= s.End {
				s.Names = append(s.Names, syntax.Name{Start: s.TokenAt(m.start), End: s.TokenAt(m.end-1) + 1, Kind: m.kind})
			}
		}
	}
	return doc
}
