package tag

import (
	"fmt"
	"strings"
	"sync"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// Files of a language's models.
const (
	WordsFile  = "words.bin"  // pretrained vectors
	SyntaxFile = "syntax.bin" // encoder, tags, trees
)

// Meta is what a syntax model says of itself.
type Meta struct {
	Plan   neural.Plan `json:"plan"`
	Tags   []string    `json:"tags"`   // "NOUN NN"
	Labels []string    `json:"labels"` // relations
	Down   int         `json:"down"`   // width of a state before the parser's slots
	Hidden int         `json:"hidden"` // width of the parser's hidden layer
}

// Tagger tags sentences. It is safe for use by several goroutines at once.
type Tagger struct {
	encoder *neural.Encoder
	scores  *neural.Linear
	upos    []syntax.UPOS
	xpos    []string
	vectors *neural.Vectors
	lemmas  *Lemmatizer // nil while a model is being trained
	pool    sync.Pool
}

type work struct {
	items  []neural.Item
	scores []float32
}

// New opens a language's tagger.
func New(l lang.Language) (*Tagger, error) {
	v, err := OpenWords(l)
	if err != nil {
		return nil, err
	}
	f, err := OpenModel(l, SyntaxFile)
	if err != nil {
		return nil, err
	}
	t, err := Open(f, v)
	if err != nil {
		return nil, fault.New(fault.Invalid, "tag.New", SyntaxFile, err)
	}
	t.lemmas, err = NewLemmatizer(l)
	return t, err
}

// OpenModel reads one of a language's model files.
func OpenModel(l lang.Language, name string) (*neural.File, error) {
	b, err := l.Model(name)
	if err != nil {
		return nil, fault.New(fault.NotFound, "tag.OpenModel", name, err).Hinted("train it with the train command; docs/models.md says how")
	}
	f, err := neural.Open(b)
	if err != nil {
		return nil, fault.New(fault.Invalid, "tag.OpenModel", name, err)
	}
	return f, nil
}

// Words gives the pretrained vectors that the tagger reads, for others to share.
func (t *Tagger) Words() *neural.Vectors { return t.vectors }

// OpenWords reads a language's pretrained vectors.
func OpenWords(l lang.Language) (*neural.Vectors, error) {
	f, err := OpenModel(l, WordsFile)
	if err != nil {
		return nil, err
	}
	v, err := neural.OpenVectors(f)
	if err != nil {
		return nil, fault.New(fault.Invalid, "tag.OpenWords", WordsFile, err)
	}
	return v, nil
}

// Open builds a tagger from an opened model.
func Open(f *neural.File, v *neural.Vectors) (*Tagger, error) {
	var m Meta
	if err := f.Meta(&m); err != nil {
		return nil, err
	}
	t := &Tagger{vectors: v}
	for _, name := range m.Tags {
		u, x, _ := strings.Cut(name, " ")
		t.upos, t.xpos = append(t.upos, syntax.ParseUPOS(u)), append(t.xpos, x)
	}
	if len(m.Tags) == 0 {
		return nil, fmt.Errorf("the model has no tags")
	}
	var err error
	if t.encoder, err = neural.OpenEncoder(f, "syntax", m.Plan, v); err != nil {
		return nil, err
	}
	t.scores, err = f.Linear("tags", m.Plan.Width, neural.Pad(len(m.Tags)))
	return t, err
}

// Width is how many numbers of Sentence.State a token has.
func (t *Tagger) Width() int { return t.encoder.Plan.Width }

// Tag gives each token of the document its tags, lemma and features, and each
// sentence its State.
func (t *Tagger) Tag(doc *syntax.Document) {
	w := t.get()
	defer t.pool.Put(w)
	for i := range doc.Sentences {
		t.sentence(&doc.Sentences[i], w)
	}
}

// Encode sets the State of a sentence, as Tag does, and leaves its tags alone.
func (t *Tagger) Encode(s *syntax.Sentence) {
	w := t.get()
	defer t.pool.Put(w)
	t.encode(s, w)
}

func (t *Tagger) get() *work {
	if w, ok := t.pool.Get().(*work); ok {
		return w
	}
	return &work{}
}

func (t *Tagger) encode(s *syntax.Sentence, w *work) {
	w.items = Items(w.items[:0], s)
	s.State = t.encoder.Encode(make([]int16, 0, len(s.Tokens)*t.Width()), w.items)
	clear(w.items) // keep no text alive
}

func (t *Tagger) sentence(s *syntax.Sentence, w *work) {
	t.encode(s, w)
	d, k := t.Width(), t.scores.Out()
	if cap(w.scores) < neural.Longest*k {
		w.scores = make([]float32, neural.Longest*k)
	}
	for from := 0; from < len(s.Tokens); from += neural.Longest {
		n := min(len(s.Tokens)-from, neural.Longest)
		t.scores.Apply(n, s.State[from*d:(from+n)*d], d, w.scores[:n*k])
		for i := range n {
			best := argmax(w.scores[i*k : i*k+len(t.upos)])
			tok := &s.Tokens[from+i]
			tok.UPOS, tok.XPOS = t.upos[best], t.xpos[best]
		}
	}
	if t.lemmas != nil {
		t.lemmas.Sentence(s)
	}
}

func argmax(x []float32) int {
	best, top := 0, x[0]
	for i, v := range x {
		if v > top {
			best, top = i, v
		}
	}
	return best
}

// Features that say where a token stands.
var (
	opens   = []uint64{1} // first of its sentence
	shouted = []uint64{2} // in a sentence without small letters
	both    = []uint64{1, 2}
)

// Items appends a sentence's tokens as the encoder takes them.
func Items(dst []neural.Item, s *syntax.Sentence) []neural.Item {
	loud := shouts(s)
	for i := range s.Tokens {
		it := neural.Item{Form: s.Tokens[i].Text}
		switch {
		case i == 0 && loud:
			it.Extra = both
		case i == 0:
			it.Extra = opens
		case loud:
			it.Extra = shouted
		}
		dst = append(dst, it)
	}
	return dst
}

// shouts tells whether a sentence has several capitals and no small letter.
func shouts(s *syntax.Sentence) bool {
	capitals := 0
	for i := range s.Tokens {
		for _, c := range []byte(s.Tokens[i].Text) {
			if 'a' <= c && c <= 'z' {
				return false
			}
			if 'A' <= c && c <= 'Z' {
				capitals++
			}
		}
	}
	return capitals > 6
}
