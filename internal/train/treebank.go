package train

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// Treebanks reads every CoNLL-U file of a folder whose name holds part
// ("train", "dev"), in the order of their names.
func Treebanks(dir, part string) ([]*syntax.Document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*"+part+"*.conllu"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var docs []*syntax.Document
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		doc, err := syntax.ReadCoNLLU(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// tree is a sentence to learn from.
type tree struct {
	items       []neural.Item
	tags        []int
	head, label []int32
	source      *syntax.Sentence
	made        bool // by Grammar: its tree is certain, teachers are not asked
	raw         bool // without a tree: teachers alone are asked
}

// names of tags and relations by number.
type names struct {
	list []string
	at   map[string]int
}

func (n *names) number(s string, grow bool) int {
	if i, ok := n.at[s]; ok {
		return i
	}
	if !grow {
		return -1
	}
	if n.at == nil {
		n.at = map[string]int{}
	}
	n.at[s] = len(n.list)
	n.list = append(n.list, s)
	return len(n.list) - 1
}

// longestTree is the longest sentence that is learned from.
const longestTree = 150

// trees numbers the tags and relations of the documents and drops what cannot
// be learned from.
func trees(docs []*syntax.Document, tags, labels *names) []tree {
	var out []tree
	for _, d := range docs {
		for i := range d.Sentences {
			s := &d.Sentences[i]
			if len(s.Tokens) > longestTree {
				continue
			}
			t := tree{source: s, items: tag.Items(nil, s)}
			for j := range s.Tokens {
				k := &s.Tokens[j]
				h := int32(k.Head)
				if k.Head < 0 {
					h = int32(len(s.Tokens))
				}
				t.head = append(t.head, h)
				t.label = append(t.label, int32(labels.number(k.Rel, true)))
				t.tags = append(t.tags, tags.number(k.UPOS.String()+" "+k.XPOS, true))
			}
			out = append(out, t)
		}
	}
	return out
}

// untaught makes sentences without trees to learn from; very short ones teach
// little.
func untaught(docs []*syntax.Document) []tree {
	var out []tree
	for _, d := range docs {
		for i := range d.Sentences {
			s := &d.Sentences[i]
			if len(s.Tokens) >= 4 && len(s.Tokens) <= longestTree {
				out = append(out, tree{source: s, items: tag.Items(nil, s), raw: true})
			}
		}
	}
	return out
}

// disguise gives now and then another spelling of a sentence, so that headlines
// and shouted or careless text are read too: r is drawn evenly from 0 to 1.
func (t *tree) disguise(r float64) []neural.Item {
	var spell func(i int, s string) string
	switch {
	case r < 0.02:
		spell = func(_ int, s string) string { return strings.ToUpper(s) }
	case r < 0.05:
		spell = func(_ int, s string) string { return strings.ToLower(s) }
	case r < 0.08:
		spell = func(_ int, s string) string { return title(s) }
	default:
		return t.items
	}
	s := syntax.Sentence{Tokens: append([]syntax.Token(nil), t.source.Tokens...)}
	for i := range s.Tokens {
		s.Tokens[i].Text = spell(i, s.Tokens[i].Text)
	}
	return tag.Items(nil, &s)
}

// title gives words of four letters and more a capital, as headlines do.
func title(s string) string {
	if len(s) < 4 || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
