package score

import (
	"io"
	"strings"
	"time"
	"unicode"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
)

// ParseTask measures tags and trees against a treebank in CoNLL-U, with the
// definitions of the CoNLL 2018 shared task. From gold tokens, or, with
// Args.Raw, from the text alone.
func ParseTask(a Args) (Metrics, error) {
	p, speed, err := parse(a)
	if err != nil {
		return nil, err
	}
	return Metrics{
		"upos": p.upos.f1(), "xpos": p.xpos.f1(), "lemma": p.lemma.f1(), "uas": p.uas.f1(), "las": p.las.f1(),
		"clas": p.clas.f1(), "tokens_f1": p.tokens.f1(), "sentences_f1": p.sentences.f1(), "words_f1": p.words.f1(),
		"tokens_per_second": speed,
	}, nil
}

// TagsTask measures tags and lemmas alone; see ParseTask.
func TagsTask(a Args) (Metrics, error) {
	p, speed, err := parse(a)
	if err != nil {
		return nil, err
	}
	return Metrics{"upos": p.upos.f1(), "xpos": p.xpos.f1(), "lemma": p.lemma.f1(), "tokens_per_second": speed}, nil
}

// SentencesTask measures how text is cut, always from the text alone. The gold is
// a treebank in CoNLL-U, or a table (.tsv) of the ends of sentences in reports.
func SentencesTask(a Args) (Metrics, error) {
	if strings.HasSuffix(a.Gold, ".tsv") {
		return scoreEnds(a)
	}
	a.Raw = true
	p, speed, err := measure(a, a.Reader.Cut)
	if err != nil {
		return nil, err
	}
	return Metrics{"tokens_f1": p.tokens.f1(), "words_f1": p.words.f1(), "sentences_f1": p.sentences.f1(), "tokens_per_second": speed}, nil
}

func parse(a Args) (parseCounts, float64, error) { return measure(a, a.Reader.Analyse) }

// measure reads the gold, predicts, writes the prediction where asked, and
// counts; analyse is what is done to raw text.
func measure(a Args, analyse func(string) *syntax.Document) (parseCounts, float64, error) {
	tb, err := readTreebank(a.Gold)
	if err != nil {
		return parseCounts{}, 0, err
	}
	if len(tb.sentences) == 0 {
		return parseCounts{}, 0, fault.New(fault.Invalid, "score.parse", a.Gold, nil).Hinted("the file holds no sentence in CoNLL-U")
	}
	var doc *syntax.Document
	start := time.Now()
	if a.Raw {
		doc = analyse(tb.text)
	} else {
		doc = tb.bare()
		start = time.Now()
		a.Reader.Annotate(doc)
	}
	took := time.Since(start).Seconds()
	gold, system := tb.analysis(), documentAnalysis(doc)
	if !a.Raw { // the cutting is given, ranges too
		for i := range system.words {
			system.words[i].span, system.words[i].several = gold.words[i].span, gold.words[i].several
		}
		system.tokens, system.sentences = gold.tokens, gold.sentences
	}
	if a.Predictions != nil {
		if err := writePredictions(a.Predictions, doc); err != nil {
			return parseCounts{}, 0, err
		}
	}
	return compare(gold, system), float64(len(system.words)) / max(took, 1e-9), nil
}

func writePredictions(w io.Writer, doc *syntax.Document) error {
	if err := syntax.WriteCoNLLU(w, doc); err != nil {
		return fault.New(fault.Other, "score.parse", "predictions", err)
	}
	return nil
}

// bare gives the treebank's sentences without what is to be predicted. The words
// of a range share out its stretch of text; where the stretch is not the words
// joined, each word keeps its own form and the range's offsets.
func (tb *treebank) bare() *syntax.Document {
	doc := &syntax.Document{Text: tb.text}
	for n, g := range tb.sentences {
		s := syntax.Sentence{Paragraph: n}
		at := 0
		for i, w := range g.words {
			t := syntax.Token{Start: w.Start, End: w.End, Text: w.Text, Head: syntax.NoHead}
			if g.first[i] {
				at = w.Start
			}
			if end := at + len(w.Text); g.several[i] && end <= w.End && tb.text[at:end] == w.Text {
				t.Start, t.End, at = at, end, end
			}
			t.SpaceAfter = t.End >= len(tb.text) || unicode.IsSpace(rune(tb.text[t.End]))
			s.Tokens = append(s.Tokens, t)
		}
		s.Start, s.End = g.words[0].Start, g.words[len(g.words)-1].End
		doc.Sentences = append(doc.Sentences, s)
	}
	return doc
}

// analysis gives the gold side of a comparison.
func (tb *treebank) analysis() *analysis {
	a := &analysis{}
	v := visible{text: tb.text}
	for _, g := range tb.sentences {
		base := len(a.words)
		for i, w := range g.words {
			if g.first[i] {
				a.tokens = append(a.tokens, [2]int{v.at(w.Start), v.at(w.End)})
			}
			a.words = append(a.words, word{Token: w, span: a.tokens[len(a.tokens)-1], several: g.several[i], head: headIn(base, w.Head)})
		}
		a.closeSentence(base)
	}
	return a
}

// documentAnalysis gives the system's side of a comparison.
func documentAnalysis(doc *syntax.Document) *analysis {
	a := &analysis{}
	v := visible{text: doc.Text}
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		base := len(a.words)
		for i := 0; i < len(s.Tokens); {
			j := i + 1
			for j < len(s.Tokens) && syntax.Contracted(&s.Tokens[j-1], &s.Tokens[j]) {
				j++
			}
			span := [2]int{v.at(s.Tokens[i].Start), v.at(s.Tokens[j-1].End)}
			a.tokens = append(a.tokens, span)
			several := j > i+1
			for ; i < j; i++ {
				a.words = append(a.words, word{Token: s.Tokens[i], span: span, several: several, head: headIn(base, s.Tokens[i].Head)})
			}
		}
		a.closeSentence(base)
	}
	return a
}

// closeSentence notes the sentence made of the words from base on.
func (a *analysis) closeSentence(base int) {
	if base < len(a.words) {
		a.sentences = append(a.sentences, [2]int{a.words[base].span[0], a.words[len(a.words)-1].span[1]})
	}
}

// headIn turns a head within a sentence into one within the analysis; -1 is the
// root and -2 none.
func headIn(base, head int) int {
	if head < 0 {
		return head
	}
	return base + head
}

// visible counts the characters of a text that are no white space, up to
// offsets that do not fall by more than one token.
type visible struct {
	text       string
	byte, seen int
}

// at gives how many such characters stand before a byte offset.
func (v *visible) at(offset int) int {
	for v.byte > offset {
		v.byte--
		if v.text[v.byte]&0xc0 != 0x80 && !spaceAt(v.text, v.byte) {
			v.seen--
		}
	}
	for v.byte < offset {
		if v.text[v.byte]&0xc0 != 0x80 && !spaceAt(v.text, v.byte) {
			v.seen++
		}
		v.byte++
	}
	return v.seen
}

func spaceAt(s string, i int) bool {
	for _, r := range s[i:min(len(s), i+4)] {
		return unicode.IsSpace(r)
	}
	return false
}
