package train

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sitrep/internal/syntax"
)

// entities reads the mentions that CoNLL-U files of the GUM corpus keep in MISC
// ("Entity=(3-person-…", "Entity=3)") and gives, for each sentence that has
// words, its names: the proper core of each mention whose head is a proper noun.
func entities(r io.Reader) ([][]syntax.Name, *syntax.Document, error) {
	var copied strings.Builder
	doc, err := syntax.ReadCoNLLU(io.TeeReader(r, &copied))
	if err != nil {
		return nil, nil, err
	}
	all := make([][]syntax.Name, len(doc.Sentences))
	sentence, word := 0, 0
	var open []mention
	var found []mention
	flush := func() {
		if word > 0 {
			if sentence < len(all) {
				all[sentence] = properNames(&doc.Sentences[sentence], found)
			}
			sentence, word = sentence+1, 0
		}
		open, found = open[:0], found[:0]
	}
	sc := bufio.NewScanner(strings.NewReader(copied.String()))
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	for sc.Scan() {
		line := sc.Text()
		f := strings.Split(line, "\t")
		switch {
		case strings.TrimSpace(line) == "":
			flush()
		case line[0] == '#' || len(f) < 10 || strings.ContainsAny(f[0], "-."):
		default:
			open, found = brackets(f[9], word, open, found)
			word++
		}
	}
	flush()
	return all, doc, sc.Err()
}

// mention is a stretch of tokens and what it speaks of.
type mention struct {
	id, kind   string
	start, end int
}

// brackets reads the brackets that one token opens and closes.
func brackets(misc string, word int, open, found []mention) (o, f []mention) {
	_, s, ok := strings.Cut(misc, "Entity=")
	if !ok {
		return open, found
	}
	s, _, _ = strings.Cut(s, "|")
	for s != "" {
		end := strings.IndexAny(s[1:], "()") + 1
		switch {
		case s[0] == '(':
			if end == 0 {
				end = len(s)
			}
			part := strings.Split(s[1:end], "-")
			m := mention{id: part[0], start: word}
			if len(part) > 1 {
				m.kind = part[1]
			}
			open = append(open, m)
			if s = s[end:]; s != "" && s[0] == ')' { // opened and closed by one token
				m.end = word + 1
				open, found = open[:len(open)-1], append(found, m)
				s = s[1:]
			}
		default:
			end := strings.IndexByte(s, ')')
			if end < 0 {
				return open, found
			}
			for i := len(open) - 1; i >= 0; i-- {
				if open[i].id == s[:end] {
					m := open[i]
					m.end = word + 1
					open, found = append(open[:i], open[i+1:]...), append(found, m)
					break
				}
			}
			s = s[end+1:]
		}
	}
	return open, found
}

var entityKinds = map[string]syntax.NameKind{
	"person": syntax.PersonName, "organization": syntax.OrganisationName, "place": syntax.LocationName,
}

// properNames cuts each mention down to its proper core; of cores that overlap
// the longest stays.
func properNames(s *syntax.Sentence, found []mention) []syntax.Name {
	var cores []syntax.Name
	for _, m := range found {
		if c, ok := core(s, m); ok {
			cores = append(cores, c)
		}
	}
	sort.SliceStable(cores, func(i, j int) bool { return cores[i].End-cores[i].Start > cores[j].End-cores[j].Start })
	var out []syntax.Name
	for _, c := range cores {
		free := true
		for _, o := range out {
			free = free && (c.End <= o.Start || c.Start >= o.End)
		}
		if free {
			out = append(out, c)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// core finds the proper noun that heads a mention and the proper words around it.
func core(s *syntax.Sentence, m mention) (n syntax.Name, ok bool) {
	head := -1
	for i := m.start; i < m.end && i < len(s.Tokens); i++ {
		if h := s.Tokens[i].Head; h < m.start || h >= m.end {
			head = i
			break
		}
	}
	if m.kind == "time" || head < 0 || s.Tokens[head].UPOS != syntax.PROPN || !capital(s.Tokens[head].Text) {
		return n, false
	}
	n.Kind = entityKinds[m.kind]
	if n.Kind == syntax.NoName {
		n.Kind = syntax.OtherName
	}
	if n.Kind == syntax.PersonName && offices[strings.ToLower(s.Tokens[head].Text)] {
		return n, false
	}
	n.Start, n.End = head, head+1
	for n.Start > m.start && belongs(s, n.Start-1, n.Kind) {
		n.Start--
	}
	for n.End < m.end {
		step := 1
		if n.Kind != syntax.PersonName && n.End+1 < m.end && joins[s.Tokens[n.End].Text] {
			if step = 2; s.Tokens[n.End+1].Text == "the" && n.End+2 < m.end {
				step = 3
			}
		}
		if !belongs(s, n.End+step-1, n.Kind) {
			break
		}
		n.End += step
	}
	for n.Start < head && (s.Tokens[n.Start].UPOS == syntax.PUNCT || s.Tokens[n.Start].UPOS == syntax.NUM) {
		n.Start++
	}
	return n, true
}

// joins are the small words within names of bodies and places.
var joins = map[string]bool{"of": true, "for": true, "and": true, "&": true}

// belongs tells whether a token may be part of a name of the kind.
func belongs(s *syntax.Sentence, i int, k syntax.NameKind) bool {
	t := &s.Tokens[i]
	if k == syntax.PersonName && t.Rel == "nmod:desc" {
		return false // a title
	}
	switch t.UPOS {
	case syntax.PROPN:
		return true
	case syntax.ADJ, syntax.NOUN, syntax.VERB:
		return capital(t.Text)
	case syntax.NUM:
		return t.Rel != "nummod"
	}
	return t.Text == "-" || t.Text == "&"
}

func capital(s string) bool { return s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80 }

// offices are words for persons that treebanks take for proper nouns and that
// name nobody.
var offices = map[string]bool{"president": true, "senators": true, "senator": true, "founders": true, "fellow": true, "whip": true,
	"protector": true, "emperor": true, "king": true, "queen": true, "chief": true, "justice": true, "speaker": true, "secretary": true,
	"minister": true, "americans": true, "republicans": true, "democrats": true, "members": true, "chairman": true, "mr.": true, "mrs.": true,
	"judge": true, "governor": true, "mayor": true, "director": true, "professor": true, "captain": true, "general": true, "pope": true,
	"madam": true, "sir": true, "mom": true, "dad": true, "christians": true, "jews": true, "muslims": true, "lord": true}

// entityFiles lists the treebank files of a part that hold entities.
func entityFiles(dir, part string) []string {
	files, _ := filepath.Glob(filepath.Join(dir, "*gum*"+part+"*.conllu"))
	sort.Strings(files)
	return files
}

func openEntities(path string) ([][]syntax.Name, *syntax.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	return entities(f)
}
