package score

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// MarkFile holds the names of a set of texts, marked for this project: where they stand, not
// what they say. A file of marks begins with its keys,
//
//	# set: UD English EWT, train
//	# licence: CC BY-SA 4.0
//	# trees: parse/en_ewt-ud-train.conllu
//	# style: bare
//
// the path (trees: of a CoNLL-U file, texts: of a folder) below the folder of
// data. Each further line is a sentence of a treebank with the words of its names
// ("weblog-0001 <tab> 3-4:PER 7:LOC", counted from 1), or the file of a text with
// the bytes of some of its names ("a.txt <tab> 120-131:ORG", from 0, the end not
// included). What has no line has no name; of texts, only those that have a line
// are learned from.
type MarkFile struct {
	Set, Licence string
	Trees, Texts string
	Style        tag.Style
	Lines        []MarkLine
}

// MarkLine are names of one sentence or file.
type MarkLine struct {
	ID    string
	Names []syntax.Name // in words of a sentence, or in bytes of a text
}

// ReadMarks reads every file of marks in a folder, in the order of their names.
func ReadMarks(dir string) ([]MarkFile, error) {
	files, _ := filepath.Glob(filepath.Join(dir, "*.tsv"))
	slices.Sort(files)
	var out []MarkFile
	for _, path := range files {
		m, err := ReadMarkFile(path)
		if err != nil {
			return nil, err
		}
		out = append(out, *m)
	}
	return out, nil
}

// ReadMarkFile reads one file of marks.
func ReadMarkFile(path string) (*MarkFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.ReadMarks", path, err)
	}
	defer f.Close()
	m := &MarkFile{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" {
			continue
		}
		if key, ok := strings.CutPrefix(line, "# "); ok {
			m.key(key)
			continue
		}
		id, list, ok := strings.Cut(line, "\t")
		l := MarkLine{ID: id}
		for _, s := range strings.Fields(list) {
			name, good := parseMark(s)
			ok = ok && good
			l.Names = append(l.Names, name)
		}
		if !ok {
			return nil, fault.New(fault.Invalid, "score.ReadMarks", fmt.Sprintf("%s:%d", path, n), nil)
		}
		m.Lines = append(m.Lines, l)
	}
	if err := sc.Err(); err != nil {
		return nil, fault.New(fault.Invalid, "score.ReadMarks", path, err)
	}
	if (m.Trees == "") == (m.Texts == "") {
		return nil, fault.New(fault.Invalid, "score.ReadMarks", path, nil).Hinted("its head must name either trees or texts")
	}
	return m, nil
}

// key takes one line of a file's head.
func (m *MarkFile) key(line string) {
	key, value, _ := strings.Cut(line, ": ")
	switch key {
	case "set":
		m.Set = value
	case "licence":
		m.Licence = value
	case "trees":
		m.Trees = value
	case "texts":
		m.Texts = value
	case "style":
		if value == "full" {
			m.Style = tag.Full
		}
	}
}

// parseMark reads "3-4:PER", or "7:LOC" for a single word.
func parseMark(s string) (n syntax.Name, ok bool) {
	span, kind, _ := strings.Cut(s, ":")
	from, to, ranged := strings.Cut(span, "-")
	var err, err2 error
	n.Start, err = strconv.Atoi(from)
	n.End = n.Start
	if ranged {
		n.End, err2 = strconv.Atoi(to)
	}
	for k, label := range tag.NameLabels {
		if label == kind {
			n.Kind = k
		}
	}
	return n, err == nil && err2 == nil && n.Kind != syntax.NoName && n.End >= n.Start
}

// Document reads the treebank that m marks, below the folder of data, and gives
// the names of each of its sentences.
func (m *MarkFile) Document(data string) (*syntax.Document, [][]syntax.Name, error) {
	path := filepath.Join(data, m.Trees)
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fault.New(fault.NotFound, "score.MarkFile", path, err).Hinted("name the folder of data with --data")
	}
	defer f.Close()
	doc, err := syntax.ReadCoNLLU(f)
	if err != nil {
		return nil, nil, err
	}
	names := make([][]syntax.Name, len(doc.Sentences))
	at := map[string]int{}
	for i := range doc.Sentences {
		at[doc.Sentences[i].ID] = i
	}
	for _, l := range m.Lines {
		i, ok := at[l.ID]
		if !ok {
			return nil, nil, fault.New(fault.Invalid, "score.MarkFile", l.ID, nil).Hinted("no sentence of " + path + " has this id")
		}
		for _, n := range l.Names {
			n.Start--
			if n.Start < 0 || n.End > len(doc.Sentences[i].Tokens) {
				return nil, nil, fault.New(fault.Invalid, "score.MarkFile", l.ID, nil).Hinted("the sentence has fewer words")
			}
			names[i] = append(names[i], n)
		}
	}
	return doc, names, nil
}

// Marked reads the texts that m marks, below the folder of data.
func (m *MarkFile) Marked(data string) ([]Marked, error) {
	texts, err := ReadTexts(filepath.Join(data, m.Texts))
	if err != nil {
		return nil, err
	}
	marks := map[string][]Mark{}
	for _, l := range m.Lines {
		if _, ok := marks[l.ID]; !ok {
			marks[l.ID] = nil // a text without names is a text all the same
		}
		for _, n := range l.Names {
			marks[l.ID] = append(marks[l.ID], Mark{Start: n.Start, End: n.End, Kind: n.Kind})
		}
	}
	var out []Marked
	for _, t := range texts {
		list, ok := marks[t.ID]
		if !ok {
			continue
		}
		for _, k := range list {
			if k.Start < 0 || k.End > len(t.Text) {
				return nil, fault.New(fault.Invalid, "score.MarkFile", t.ID, nil).Hinted("the text is shorter")
			}
		}
		delete(marks, t.ID)
		out = append(out, Marked{ID: t.ID, Text: t.Text, Marks: list})
	}
	for _, l := range m.Lines {
		if _, left := marks[l.ID]; left {
			return nil, fault.New(fault.Invalid, "score.MarkFile", l.ID, nil).Hinted("no text of " + m.Texts + " has this name")
		}
	}
	return out, nil
}
