package score

import (
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/syntax"
)

// treebank is a CoNLL-U file with the text it was made from.
type treebank struct {
	text      string // the sentences' own texts; a blank line before each document and paragraph
	sentences []goldSentence
}

// goldSentence is one sentence of a treebank.
type goldSentence struct {
	words   []syntax.Token // Start and End are those of the surface token
	first   []bool         // the word opens its surface token
	several []bool         // the surface token holds several words
}

// readTreebank reads a CoNLL-U file. The text is taken from the "# text"
// comments, and where they are missing from the words; documents and paragraphs
// ("# newdoc", "# newpar") are set apart by a blank line, as the raw files of the
// CoNLL 2018 task do.
func readTreebank(path string) (*treebank, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.readTreebank", path, err)
	}
	defer f.Close()
	return parseTreebank(f, path)
}

// block is a sentence while it is read.
type block struct {
	text     string
	breaks   bool // a document or paragraph begins here
	surfaces []surface
	words    []syntax.Token
	spaced   bool // white space follows the sentence
}

// surface is a token as it stands in the text, with the number of its words.
type surface struct {
	form  string
	words int
	space bool
}

func parseTreebank(r io.Reader, name string) (*treebank, error) {
	tb := &treebank{}
	var text strings.Builder
	b := block{spaced: true}
	before := true // white space stands before the next sentence
	flush := func() {
		if len(b.words) > 0 {
			tb.add(&text, &b, before)
			before = b.spaced
		}
		b = block{spaced: true}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), 16<<20)
	until := 0
	for line := 1; sc.Scan(); line++ {
		l := strings.TrimRight(sc.Text(), "\r")
		switch {
		case strings.TrimSpace(l) == "":
			flush()
			until = 0
			continue
		case l[0] == '#':
			b.comment(l)
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) < 10 {
			return nil, fault.New(fault.Invalid, "score.readTreebank", name+", line "+strconv.Itoa(line), nil).Hinted("a line of CoNLL-U has ten fields parted by tabs")
		}
		until = b.row(f, until)
	}
	flush()
	tb.text = text.String()
	return tb, sc.Err()
}

func (b *block) comment(l string) {
	l = strings.TrimSpace(strings.TrimPrefix(l, "#"))
	if rest, ok := strings.CutPrefix(l, "text ="); ok {
		b.text = strings.TrimSpace(rest)
	}
	b.breaks = b.breaks || l == "newpar" || l == "newdoc" || strings.HasPrefix(l, "newpar ") || strings.HasPrefix(l, "newdoc ")
}

// row takes a line of ten fields; until is the id of the last word of the open
// range, 0 if none is open.
func (b *block) row(f []string, until int) int {
	space := !strings.Contains(f[9], "SpaceAfter=No")
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		lo, _ := strconv.Atoi(from)
		hi, _ := strconv.Atoi(to)
		b.surfaces = append(b.surfaces, surface{form: f[1], words: hi - lo + 1, space: space})
		b.spaced = space
		return hi
	}
	id, err := strconv.Atoi(f[0])
	if err != nil {
		return until // an empty node
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		head = syntax.NoHead + 1
	}
	b.words = append(b.words, syntax.Token{Text: f[1], Lemma: f[2], UPOS: syntax.ParseUPOS(f[3]), XPOS: f[4],
		Feats: syntax.ParseFeats(f[5]), Head: head - 1, Rel: f[7]})
	if id > until {
		b.surfaces = append(b.surfaces, surface{form: f[1], words: 1, space: space})
		b.spaced = space
	}
	return until
}

// add appends the sentence to the treebank and its text.
func (tb *treebank) add(text *strings.Builder, b *block, before bool) {
	switch {
	case text.Len() == 0:
	case b.breaks:
		text.WriteString("\n\n")
	case before:
		text.WriteByte(' ')
	}
	start := text.Len()
	if b.text == "" || !b.fits() {
		var own strings.Builder
		for i, s := range b.surfaces {
			own.WriteString(s.form)
			if s.space && i < len(b.surfaces)-1 {
				own.WriteByte(' ')
			}
		}
		b.text = own.String()
	}
	text.WriteString(b.text)
	g := goldSentence{words: b.words}
	at, w := 0, 0
	for _, s := range b.surfaces {
		at += strings.Index(b.text[at:], s.form)
		for k := 0; k < s.words && w < len(b.words); k++ {
			g.words[w].Start, g.words[w].End = start+at, start+at+len(s.form)
			g.first, g.several = append(g.first, k == 0), append(g.several, s.words > 1)
			w++
		}
		at += len(s.form)
	}
	tb.sentences = append(tb.sentences, g)
}

// fits reports whether the forms are found in the text one after another.
func (b *block) fits() bool {
	at := 0
	for _, s := range b.surfaces {
		i := strings.Index(b.text[at:], s.form)
		if i < 0 || strings.TrimSpace(b.text[at:at+i]) != "" {
			return false
		}
		at += i + len(s.form)
	}
	return strings.TrimSpace(b.text[at:]) == ""
}
