package tag

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
)

// WriteLemmas makes the table of exceptions lemmas.tsv: all that the rules of
// spelling get wrong about the words of treebanks and of WordNet (its folder,
// with noun.exc, data.noun and so on). Treebanks outvote WordNet.
func WriteLemmas(w io.Writer, treebanks []*syntax.Document, wordnet fs.FS) error {
	m := maker{z: &Lemmatizer{words: map[string]string{}}, votes: map[string]map[string]int{}, bases: map[string]int{}, cases: map[string]string{}}
	for _, c := range []struct {
		file string
		g    byte
	}{{"noun", 'N'}, {"verb", 'V'}, {"adj", 'J'}, {"adv", 'R'}} {
		if err := m.wordnet(wordnet, c.file, c.g); err != nil {
			return err
		}
	}
	m.inflect()
	for _, d := range treebanks {
		m.count(d)
	}
	return m.write(w)
}

// maker gathers votes for lemmas.
type maker struct {
	z *Lemmatizer
	// votes maps group, Penn tag, a space and the form to the lemmas and their weights.
	votes map[string]map[string]int
	bases map[string]int    // group and base form to how often WordNet's texts use it
	cases map[string]string // group and form in lower case to the way WordNet writes it, where that has a capital
}

func (m *maker) vote(g byte, xpos, form, lemma string, n int) {
	key := string(g) + xpos + " " + form
	if m.votes[key] == nil {
		m.votes[key] = map[string]int{}
	}
	m.votes[key][lemma] += n
}

// treebankWeight makes one token of a treebank outweigh all of WordNet.
const treebankWeight = 1 << 20

// count adds a treebank's tokens. A form counts as it stands; at the head of a
// sentence, where every word has a capital, in lower case if its lemma is.
func (m *maker) count(d *syntax.Document) {
	for _, s := range d.Sentences {
		for i, t := range s.Tokens {
			if t.Lemma == "_" || t.Lemma == "" || t.XPOS == "GW" || t.XPOS == "AFX" || strings.ContainsAny(t.Text+t.Lemma, "\t #@") {
				continue
			}
			if strings.HasPrefix(t.XPOS, "NNP") && t.UPOS != syntax.PROPN {
				continue // a word of a title: its capital tells nothing of the word
			}
			low := strings.ToLower(t.Text)
			form := t.Text
			if low != form && (t.UPOS != syntax.PROPN && t.Lemma == strings.ToLower(t.Lemma) || i == 0 && t.UPOS != syntax.PROPN) && !strings.HasPrefix(t.XPOS, "NNP") {
				form = low
				if i == 0 && capitalised(t.Lemma) == t.Lemma && m.cases[string(group(t.UPOS))+low] == "" {
					continue
				}
			}
			m.vote(group(t.UPOS), t.XPOS, form, t.Lemma, treebankWeight)
		}
	}
}

// wordnet reads the exceptions and the base forms of one part of speech.
func (m *maker) wordnet(dir fs.FS, name string, g byte) error {
	tags := map[byte][]string{'N': {"NNS"}, 'V': {"VBD", "VBN", "VBG", "VBZ"}, 'J': {"JJR", "JJS"}, 'R': {"RBR", "RBS"}}[g]
	if err := eachLine(dir, name+".exc", func(f []string) {
		if len(f) >= 2 && !strings.Contains(f[0], "_") {
			for _, x := range tags {
				if fits(f[0], x) {
					m.vote(g, x, f[0], f[1], 2)
				}
			}
		}
	}); err != nil {
		return err
	}
	// index.*: lemma pos synsets pointers … senses tagged-senses offset…
	if err := eachLine(dir, "index."+name, func(f []string) {
		if len(f) > 5 && plainLetters(f[0]) && f[0] == strings.ToLower(f[0]) {
			np, _ := strconv.Atoi(f[3])
			if tagged := 4 + np + 1; tagged < len(f) {
				n, _ := strconv.Atoi(f[tagged])
				m.bases[string(g)+f[0]] = 1 + n
			}
		}
	}); err != nil {
		return err
	}
	small := map[string]bool{}
	err := eachLine(dir, "data."+name, func(f []string) {
		if len(f) < 6 {
			return
		}
		n, _ := strconv.ParseInt(f[3], 16, 32)
		for k := 0; k < int(n) && 4+2*k < len(f); k++ {
			w, _, _ := strings.Cut(f[4+2*k], "(")
			low := strings.ToLower(w)
			if low == w {
				small[w] = true
			} else if plainLetters(w) {
				m.cases[string(g)+low] = w
			}
		}
	})
	for w := range small {
		delete(m.cases, string(g)+w)
	}
	return err
}

// fits reports whether an irregular form can have a Penn tag.
func fits(form, xpos string) bool {
	switch xpos {
	case "VBG":
		return strings.HasSuffix(form, "ing")
	case "VBZ":
		return strings.HasSuffix(form, "s")
	case "VBD", "VBN":
		return !strings.HasSuffix(form, "ing") && !strings.HasSuffix(form, "s")
	case "JJR", "RBR":
		return strings.HasSuffix(form, "r") || form == "worse" || form == "less"
	case "JJS", "RBS":
		return strings.HasSuffix(form, "st")
	}
	return true
}

func eachLine(dir fs.FS, name string, do func(fields []string)) error {
	f, err := dir.Open(name)
	if err != nil {
		return fault.New(fault.NotFound, "tag.WriteLemmas", name, err).Hinted("install WordNet's dictionary (Debian: wordnet-base)")
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 4<<20)
	for sc.Scan() {
		if l := sc.Text(); !strings.HasPrefix(l, "  ") {
			do(strings.Fields(l))
		}
	}
	return sc.Err()
}

// inflect votes for the regular forms of WordNet's base forms.
func (m *maker) inflect() {
	for key, n := range m.bases {
		g, b := key[0], key[1:]
		if len(b) < 2 {
			continue
		}
		// the base form itself, so that "found" is not only "find"
		m.vote(g, map[byte]string{'N': "NN", 'V': "VB", 'J': "JJ", 'R': "RB"}[g], b, b, n)
		switch g {
		case 'N':
			if strings.HasSuffix(b, "ss") || strings.HasSuffix(b, "us") || b[len(b)-1] != 's' {
				m.vote(g, "NNS", plural(b), b, n)
			}
			if strings.HasSuffix(b, "ies") || strings.HasSuffix(b, "ics") || strings.HasSuffix(b, "is") {
				m.vote(g, "NNS", b, b, n) // series, politics
			}
		case 'V':
			m.vote(g, "VBZ", plural(b), b, n)
			for _, stem := range stems(b) {
				m.vote(g, "VBG", stem+"ing", b, n)
			}
			for _, p := range suffixed(b, "ed") {
				m.vote(g, "VBD", p, b, n)
				m.vote(g, "VBN", p, b, n)
			}
		case 'J':
			if syllables(b) <= 2 && n > 1 {
				for _, p := range suffixed(b, "er") {
					m.vote(g, "JJR", p, b, n)
				}
				for _, p := range suffixed(b, "est") {
					m.vote(g, "JJS", p, b, n)
				}
			}
		}
	}
}

// plural adds -s as English spells it.
func plural(b string) string {
	n := len(b)
	switch {
	case b[n-1] == 'y' && !vowel(b[n-2]):
		return b[:n-1] + "ies"
	case b[n-1] == 's', b[n-1] == 'x', b[n-1] == 'z', strings.HasSuffix(b, "sh"), strings.HasSuffix(b, "ch"), b[n-1] == 'o' && !vowel(b[n-2]) && n > 3:
		return b + "es"
	}
	return b + "s"
}

// stems gives the spellings of a verb before -ing; two where the last consonant
// may or may not be doubled.
func stems(b string) []string {
	n := len(b)
	switch {
	case strings.HasSuffix(b, "ie"):
		return []string{b[:n-2] + "y"}
	case b[n-1] == 'e' && n > 2 && b[n-2] != 'e' && b[n-2] != 'o' && b[n-2] != 'y':
		return []string{b[:n-1]}
	}
	return doubled(b)
}

// suffixed gives the spellings of a word with -ed, -er or -est.
func suffixed(b, ending string) []string {
	n := len(b)
	switch {
	case b[n-1] == 'e':
		return []string{b + ending[1:]}
	case b[n-1] == 'y' && !vowel(b[n-2]):
		return []string{b[:n-1] + "i" + ending}
	}
	var out []string
	for _, s := range doubled(b) {
		out = append(out, s+ending)
	}
	return out
}

func doubled(b string) []string {
	n := len(b)
	if n < 3 || vowel(b[n-1]) || !vowel(b[n-2]) || vowel(b[n-3]) || strings.IndexByte("wxyhc", b[n-1]) >= 0 {
		if b[n-1] == 'c' {
			return []string{b + "k"}
		}
		return []string{b}
	}
	if syllables(b) == 1 {
		return []string{b + b[n-1:]}
	}
	return []string{b, b + b[n-1:]}
}

// write writes what the rules get wrong, sorted.
func (m *maker) write(w io.Writer) error {
	// what each Penn tag of a group says of a form
	said := map[string]map[string]string{}
	for key, lemmas := range m.votes {
		head, form, _ := strings.Cut(key, " ")
		k := head[:1] + " " + form
		if said[k] == nil {
			said[k] = map[string]string{}
		}
		said[k][head[1:]], _ = winner(lemmas)
	}
	for key, form := range m.cases {
		if k := "J " + form; key[0] == 'J' && said[k] == nil {
			said[k] = map[string]string{"JJ": form}
		}
	}
	var lines []string
	for k, tags := range said {
		lines = m.rows(lines, k[0], k[2:], tags)
	}
	slices.Sort(lines)
	b := bufio.NewWriter(w)
	fmt.Fprint(b, lemmasHead)
	for _, l := range lines {
		fmt.Fprintln(b, l)
	}
	return b.Flush()
}

// rows appends what the table must say of a form: one row for the group where
// its Penn tags agree, else a row for each tag that the rules get wrong.
func (m *maker) rows(lines []string, g byte, form string, tags map[string]string) []string {
	agreed, same, wrong := "", true, false
	for xpos, lemma := range tags {
		same = same && (agreed == "" || agreed == lemma)
		agreed = lemma
		wrong = wrong || m.z.byRule(form, g, xpos) != lemma
	}
	if !wrong {
		return lines
	}
	if same {
		return append(lines, string(g)+"\t"+form+"\t"+agreed)
	}
	for xpos, lemma := range tags {
		if m.z.byRule(form, g, xpos) != lemma {
			lines = append(lines, xpos+"\t"+form+"\t"+lemma)
		}
	}
	return lines
}

const lemmasHead = `# Lemmas that the rules of spelling in internal/tag get wrong. Made by cmd/train.
# Sources: WordNet 3.0, under the licence below; counts from UD English EWT and from genres of UD English GUM (CC BY-SA 4.0,
# CC BY 4.0).
` + wordnetLicence + `# group: N noun, P proper noun, V verb, J adjective, R adverb, M mark, O pronoun,
# D determiner, F function word, C number, X other; or a Penn tag, which goes first
# group	form	lemma
`

// byRule is what Lemma says of a form without the table.
func (z *Lemmatizer) byRule(form string, g byte, xpos string) string {
	u := map[byte]syntax.UPOS{'N': syntax.NOUN, 'P': syntax.PROPN, 'V': syntax.VERB, 'J': syntax.ADJ, 'R': syntax.ADV, 'M': syntax.PUNCT,
		'O': syntax.PRON, 'D': syntax.DET, 'F': syntax.ADP, 'C': syntax.NUM, 'X': syntax.INTJ}[g]
	return z.Lemma(form, u, xpos)
}

// winner gives the lemma with the most votes; ties go to the first in order.
func winner(lemmas map[string]int) (string, int) {
	lemma, n := "", -1
	for l, v := range lemmas {
		if v > n || v == n && l < lemma {
			lemma, n = l, v
		}
	}
	return lemma, n
}
