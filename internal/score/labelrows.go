package score

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
)

// labelRow is one sentence cut into tokens, each with its label: O, or B- or I-
// before source, cue or content.
type labelRow struct{ tokens, labels []string }

// readRows reads rows of tokens and labels: JSON with arrays of tokens and
// labels, one row to a line; two sequences parted by a tab or bars; or a token and
// its label to a line with an empty line between sentences.
func readRows(path string) ([]labelRow, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.readRows", path, err)
	}
	defer f.Close()
	var rows []labelRow
	var column labelRow
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 0, 64<<10), 64<<20)
	for sc.Scan() {
		line := strings.TrimRight(sc.Text(), "\r\n ")
		if strings.TrimSpace(line) == "" {
			rows, column = closeRow(rows, column)
			continue
		}
		if row, ok := parseRow(line); ok {
			rows = append(rows, row)
		} else if token, label, ok := columnRow(line); ok {
			column.tokens, column.labels = append(column.tokens, token), append(column.labels, label)
		}
	}
	rows, _ = closeRow(rows, column)
	if len(rows) == 0 {
		return nil, fault.New(fault.Invalid, "score.readRows", path, sc.Err()).Hinted("a row holds a sentence's tokens and their labels, as JSON or parted by a tab")
	}
	return rows, nil
}

func closeRow(rows []labelRow, r labelRow) ([]labelRow, labelRow) {
	if len(r.tokens) > 0 {
		rows = append(rows, r)
	}
	return rows, labelRow{}
}

// parseRow reads a row that holds a whole sentence.
func parseRow(line string) (labelRow, bool) {
	if line[0] == '{' || line[0] == '[' {
		return jsonRow(line)
	}
	for _, by := range [...]string{"|||", "\t"} {
		a, b, ok := strings.Cut(line, by)
		if !ok {
			continue
		}
		x, y := strings.Fields(a), strings.Fields(b)
		if len(x) == len(y) && len(x) > 0 && (len(x) > 1 || by == "|||") {
			switch {
			case areLabels(y):
				return labelRow{x, plain(y)}, true
			case areLabels(x):
				return labelRow{y, plain(x)}, true
			}
		}
	}
	return labelRow{}, false
}

func jsonRow(line string) (labelRow, bool) {
	var lists [][]string
	var object map[string]json.RawMessage
	if err := json.Unmarshal([]byte(line), &object); err == nil {
		for _, name := range [...]string{"tokens", "words", "text", "sentence", "labels", "label", "tags", "tag", "ner_tags"} {
			if l := stringList(object[name]); len(l) > 0 {
				lists = append(lists, l)
			}
		}
	} else {
		var array []json.RawMessage
		if json.Unmarshal([]byte(line), &array) != nil {
			return labelRow{}, false
		}
		for _, a := range array {
			if l := stringList(a); len(l) > 0 {
				lists = append(lists, l)
			}
		}
	}
	var row labelRow
	for _, l := range lists {
		if areLabels(l) && row.labels == nil {
			row.labels = plain(l)
		} else if row.tokens == nil {
			row.tokens = l
		}
	}
	return row, len(row.tokens) > 0 && len(row.tokens) == len(row.labels)
}

func stringList(raw json.RawMessage) []string {
	var list []string
	if raw == nil || json.Unmarshal(raw, &list) == nil {
		return list
	}
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return strings.Fields(one)
	}
	return nil
}

func columnRow(line string) (token, label string, ok bool) {
	f := strings.Fields(line)
	if len(f) < 2 || !isLabel(f[len(f)-1]) {
		return "", "", false
	}
	return f[0], plain(f[len(f)-1:])[0], true
}

func areLabels(l []string) bool {
	for _, x := range l {
		if !isLabel(x) {
			return false
		}
	}
	return len(l) > 0
}

func isLabel(s string) bool { return plain([]string{s})[0] != "" }

// plain writes labels in one way: "O", "B-source", "I-cue"; "" for what is none.
func plain(labels []string) []string {
	out := make([]string, len(labels))
	for i, l := range labels {
		l = strings.ToLower(l)
		if l == "o" {
			out[i] = "O"
			continue
		}
		for _, kind := range [...]string{"source", "content", "cue"} {
			for _, p := range [...]string{"b", "i"} {
				if l == p+"-"+kind || l == p+"_"+kind || l == kind+"-"+p || l == kind+"_"+p {
					out[i] = strings.ToUpper(p) + "-" + kind
				}
			}
		}
	}
	return out
}

// asTyped undoes what treebank tokenisers write for marks.
var asTyped = map[string]string{"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "`": "‘"}

// documentOf makes a document with one sentence a row, from the rows' tokens as
// they stand, marks of quotation paired within the row.
func documentOf(rows []labelRow) *syntax.Document {
	doc := &syntax.Document{}
	var text strings.Builder
	for n, r := range rows {
		s := syntax.Sentence{Paragraph: n, Start: text.Len()}
		for _, tok := range r.tokens {
			if t := asTyped[tok]; t != "" {
				tok = t
			}
			if tok == "" {
				tok = "_"
			}
			at := text.Len()
			text.WriteString(tok)
			s.Tokens = append(s.Tokens, syntax.Token{Start: at, End: text.Len(), Text: tok, Head: syntax.NoHead, SpaceAfter: true})
			text.WriteByte(' ')
		}
		s.End = text.Len() - 1
		doc.Sentences = append(doc.Sentences, s)
		doc.Quotes = append(doc.Quotes, pairQuotes(&s)...)
		text.WriteByte('\n')
	}
	doc.Text = text.String()
	return doc
}

// pairQuotes finds the quotations of one sentence on its own: a mark without its
// partner reaches to the sentence's start or end.
func pairQuotes(s *syntax.Sentence) []syntax.Quote {
	var out []syntax.Quote
	open := -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		opens := t.Text == "“" || t.Text == "\"" && open < 0 && i+1 < len(s.Tokens)
		closes := t.Text == "”" || t.Text == "\"" && !opens
		switch {
		case opens && open < 0:
			open = t.Start
		case closes && open >= 0:
			out = append(out, syntax.Quote{Start: open, End: t.End})
			open = -1
		case closes && len(out) == 0:
			out = append(out, syntax.Quote{Start: s.Start, End: t.End})
		}
	}
	if open >= 0 {
		out = append(out, syntax.Quote{Start: open, End: s.End, Open: true})
	}
	return out
}
