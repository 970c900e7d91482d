package score

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
)

// Marked is a text with the stretches of its names; offsets count bytes.
type Marked struct {
	ID, Folder, Text string
	Marks            []Mark
}

// Mark is one marked stretch.
type Mark struct {
	Start, End int
	Kind       syntax.NameKind
}

// ReadRe3d reads every folder below dir that holds documents.json and
// entities.json, one JSON object to a line, as the re3d corpus does.
func ReadRe3d(dir string) ([]Marked, error) {
	var folders []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "documents.json" {
			folders = append(folders, filepath.Dir(path))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	sort.Strings(folders)
	var out []Marked
	for _, f := range folders {
		docs, err := readFolder(f)
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

func readFolder(dir string) ([]Marked, error) {
	var out []Marked
	at := map[string]int{}
	offsets := map[string][]int{}
	err := jsonLines(filepath.Join(dir, "documents.json"), func(b []byte) error {
		var d struct {
			ID   string `json:"_id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(b, &d); err != nil {
			return err
		}
		at[d.ID] = len(out)
		offsets[d.ID] = byteOffsets(d.Text)
		out = append(out, Marked{ID: d.ID, Folder: filepath.Base(dir), Text: d.Text})
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = jsonLines(filepath.Join(dir, "entities.json"), func(b []byte) error {
		var e struct {
			Document string `json:"documentId"`
			Type     string `json:"type"`
			Begin    int    `json:"begin"`
			End      int    `json:"end"`
		}
		if err := json.Unmarshal(b, &e); err != nil {
			return err
		}
		o := offsets[e.Document]
		if e.Begin < 0 || e.End <= e.Begin || e.End >= len(o) {
			return nil
		}
		kind := labelKinds[strings.ToUpper(e.Type)]
		if e.Type == "Nationality" {
			kind = syntax.NationalityName
		}
		if kind != syntax.NoName {
			d := &out[at[e.Document]]
			d.Marks = append(d.Marks, Mark{Start: o[e.Begin], End: o[e.End], Kind: kind})
		}
		return nil
	})
	return out, err
}

// byteOffsets gives the byte offset of every character and of the end.
func byteOffsets(s string) []int {
	var o []int
	for i := range s {
		o = append(o, i)
	}
	return append(o, len(s))
}

func jsonLines(path string, each func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 0, 64<<10), 64<<20)
	for sc.Scan() {
		if line := strings.TrimSpace(sc.Text()); line != "" && line != "[" && line != "]" {
			if err := each([]byte(strings.TrimSuffix(line, ","))); err != nil {
				return fault.New(fault.Invalid, "score.jsonLines", path, err)
			}
		}
	}
	return sc.Err()
}

// Named keeps the marks of a kind that hold a proper name: re3d marks pronouns
// and descriptions ("the camp") alike, and those are no names. Of marks that
// overlap the longest stays. A leading article is cut off.
func (m *Marked) Named(nationality bool) []Mark {
	var kept []Mark
	for _, k := range m.Marks {
		if nationality != (k.Kind == syntax.NationalityName) {
			continue
		}
		if k.Start = skipArticle(m.Text, k.Start, k.End); properName(m.Text[k.Start:k.End]) {
			kept = append(kept, k)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].End-kept[i].Start > kept[j].End-kept[j].Start })
	var out []Mark
	for _, k := range kept {
		free := true
		for _, o := range out {
			free = free && (k.End <= o.Start || k.Start >= o.End)
		}
		if free {
			out = append(out, k)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// articles are words that no name begins with.
var articles = []string{"the ", "a ", "an ", "this ", "these ", "that ", "those ", "our ", "its ", "their ", "his ", "her ", "my ", "your ", "all ", "some ", "many ", "other "}

func skipArticle(text string, start, end int) int {
	for again := true; again; {
		again = false
		for _, a := range articles {
			if end-start > len(a) && strings.EqualFold(text[start:start+len(a)], a) {
				start += len(a)
				again = true
			}
		}
	}
	return start
}

// pronouns may begin with a capital and are no names.
var pronouns = map[string]bool{"i": true, "me": true, "we": true, "us": true, "he": true, "him": true, "she": true, "they": true, "them": true,
	"it": true, "you": true, "our": true, "their": true, "his": true, "her": true, "its": true, "my": true, "who": true, "these": true, "those": true, "this": true, "that": true, "both": true, "all": true, "some": true, "many": true}

// properName tells whether a stretch holds a word with a capital that is no
// pronoun.
func properName(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '’' || r == '\'' })
	for _, w := range words {
		for _, r := range w {
			if unicode.IsUpper(r) && !(pronouns[strings.ToLower(w)] && w != "US") {
				return true
			}
			break
		}
	}
	return false
}
