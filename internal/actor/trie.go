package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// trie finds the longest entry that begins at a word. Words are numbered once,
// and an edge is a node and a word: two small look-ups a word, none of them on
// the text itself beyond the first.
type trie struct {
	words  map[string]int32
	edges  map[uint64]int32
	values [][]int32 // by node, in the order they were added
}

func newTrie(words map[string]int32) *trie {
	return &trie{words: words, edges: map[uint64]int32{}, values: make([][]int32, 1)}
}

// add puts a phrase under a value. Of several values of a phrase the first that is
// accepted counts.
func (t *trie) add(phrase string, value int32) {
	node := int32(0)
	for _, a := range split(phrase, 0, len(phrase), nil) {
		w := strings.ToLower(phrase[a.start:a.end])
		id, ok := t.words[w]
		if !ok {
			id = int32(len(t.words) + 1)
			t.words[w] = id
		}
		key := uint64(node)<<32 | uint64(id)
		next, ok := t.edges[key]
		if !ok {
			next = int32(len(t.values))
			t.values = append(t.values, nil)
			t.edges[key] = next
		}
		node = next
	}
	if node != 0 {
		t.values[node] = append(t.values[node], value)
	}
}

// find gives the longest phrase that begins at atom i: its value and the atom
// after it, or -1. ids holds the numbers of the atoms' words; accept may refuse
// a phrase (for its letters' case), and then a shorter one is taken.
func (t *trie) find(atoms []atom, ids []int32, i int, accept func(value int32, from, to int) bool) (value int32, end int) {
	value, end = -1, i
	node := int32(0)
	for j := i; j < len(atoms); j++ {
		if ids[j] == 0 || j > i && atoms[j].gap {
			break
		}
		next, ok := t.edges[uint64(node)<<32|uint64(ids[j])]
		if !ok {
			break
		}
		node = next
		for _, v := range t.values[node] {
			if accept == nil || accept(v, i, j+1) {
				value, end = v, j+1
				break
			}
		}
	}
	return value, end
}

// atom is a run of letters and digits.
type atom struct {
	start, end int
	gap        bool // what stands before it parts phrases: a comma, a bracket
	hyphen     bool // a hyphen and nothing else stands before it
	upper      bool // begins with a capital letter
	token      int  // the token that holds it
}

// split cuts text[from:to] into atoms. Between the atoms of one phrase may stand
// spaces, hyphens, apostrophes, full stops, ampersands and slashes.
func split(text string, from, to int, atoms []atom) []atom {
	start, gap, hyphen := -1, false, false
	flush := func(end int) {
		if start < 0 {
			return
		}
		first, _ := utf8.DecodeRuneInString(text[start:])
		atoms = append(atoms, atom{start: start, end: end, gap: gap, hyphen: hyphen, upper: unicode.IsUpper(first)})
		start, gap, hyphen = -1, false, false
	}
	between := 0
	for i := from; i < to; {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:to])
		}
		if letter(r) {
			if start < 0 {
				start = i
				between = 0
			}
			i += n
			continue
		}
		if (r == ',' || r == '.') && start >= 0 && i+1 < to && digit(text[i-1]) && digit(text[i+1]) {
			i++
			continue
		}
		flush(i)
		between++
		switch r {
		case '-', '‐', '‑':
			hyphen = between == 1
		case ' ', '\t', '\u00a0', '\'', '’', '´', '`', 'ʼ', '.', '&', '/', '‘', '\n':
			hyphen = false
		default:
			gap, hyphen = true, false
		}
		i += n
	}
	flush(to)
	return atoms
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return r != 'ʼ' && unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// lowerInto writes the lower case of s to buf.
func lowerInto(buf []byte, s string) []byte {
	buf = buf[:0]
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(buf[:0], strings.ToLower(s)...)
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}
