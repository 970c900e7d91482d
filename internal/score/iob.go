package score

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"sitrep/internal/syntax"
)

// Labelled is a sentence with a gold label a token ("B-PER", "I-PER", "O").
type Labelled struct {
	syntax.Sentence
	Labels []string
}

// ReadIOB reads sentences in IOB2: a token to a line with its label, an empty
// line between sentences. The columns are found by what they hold: the label is
// the last field that looks like one; a number before the
// token counts it, as in Universal NER. White space after a token is told by a
// "# text = " comment where there is one.
func ReadIOB(r io.Reader) ([]Labelled, string, error) {
	var out []Labelled
	var all strings.Builder
	var now Labelled
	var text string
	flush := func() {
		if len(now.Tokens) > 0 {
			settle(&now, text, &all)
			out = append(out, now)
		}
		now, text = Labelled{}, ""
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	for sc.Scan() {
		line := strings.TrimRight(strings.TrimPrefix(sc.Text(), "\ufeff"), "\r\n ")
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		form, label, ok := labelLine(line)
		if !ok {
			if t, is := strings.CutPrefix(line, "# text = "); is {
				text = t
			}
			continue
		}
		now.Tokens = append(now.Tokens, syntax.Token{Text: form, Head: syntax.NoHead})
		now.Labels = append(now.Labels, label)
	}
	flush()
	return out, all.String(), sc.Err()
}

// labelLine finds the token and its label in a line.
func labelLine(line string) (form, label string, ok bool) {
	f := strings.Split(line, "\t")
	if len(f) == 1 {
		f = strings.Fields(line)
	}
	for i := len(f) - 1; i > 0; i-- {
		if !iobLabel(f[i]) {
			continue
		}
		form = f[i-1]
		if i >= 2 {
			form = f[0]
			if _, err := strconv.Atoi(strings.SplitN(f[0], "-", 2)[0]); err == nil || strings.Contains(f[0], ".") && f[0] != "." {
				form = f[1]
			}
		}
		return form, f[i], form != ""
	}
	return "", "", false
}

// iobLabel tells whether a field is O or B-… or I-… (E-, S-, L-, U- too).
func iobLabel(s string) bool {
	return s == "O" || len(s) > 2 && s[1] == '-' && strings.IndexByte("BIESLU", s[0]) >= 0
}

// settle gives the tokens their offsets, along text where it is known.
func settle(l *Labelled, text string, all *strings.Builder) {
	at := 0
	for i := range l.Tokens {
		t := &l.Tokens[i]
		space := true
		if i+1 < len(l.Tokens) && text != "" {
			if j := strings.Index(text[at:], t.Text); j >= 0 && j < 4 {
				at += j + len(t.Text)
				space = at >= len(text) || text[at] == ' ' || text[at] == 0xc2 // no-break space
			}
		}
		t.Start = all.Len()
		all.WriteString(t.Text)
		t.End, t.SpaceAfter = all.Len(), space
		if space && i+1 < len(l.Tokens) {
			all.WriteByte(' ')
		}
	}
	l.Start, l.End = l.Tokens[0].Start, l.Tokens[len(l.Tokens)-1].End
	all.WriteByte('\n')
}

// labelKinds are the kinds of name by the labels that sets of data give them.
var labelKinds = map[string]syntax.NameKind{
	"PER": syntax.PersonName, "PERSON": syntax.PersonName,
	"ORG": syntax.OrganisationName, "ORGANIZATION": syntax.OrganisationName, "ORGANISATION": syntax.OrganisationName,
	"LOC": syntax.LocationName, "GPE": syntax.LocationName, "LOCATION": syntax.LocationName, "PLACE": syntax.LocationName,
}

// Spans reads the names that labels mark. A name that begins inside ("I-" after
// "O" or after another kind) counts as begun.
func Spans(labels []string) (names []syntax.Name) {
	open := ""
	for i, l := range labels {
		kind := ""
		if len(l) > 2 {
			kind = strings.ToUpper(l[2:])
		}
		begins := kind != "" && (kind != open || l[0] == 'B' || l[0] == 'S' || l[0] == 'U')
		if k := labelKinds[kind]; begins && k != syntax.NoName {
			names = append(names, syntax.Name{Start: i, End: i + 1, Kind: k})
		} else if k != syntax.NoName {
			names[len(names)-1].End = i + 1
		}
		open = kind
	}
	return names
}
