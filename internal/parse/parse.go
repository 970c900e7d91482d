package parse

import (
	"fmt"
	"sync"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// Parser builds trees. It is safe for use by several goroutines at once.
type Parser struct {
	tagger *tag.Tagger // makes the states of sentences that no tagger has seen
	labels []string
	root   int
	width  int
	hidden int
	down   *neural.Linear // state to a narrower one
	slots  *neural.Linear // narrower state to its part in the hidden layer, by slot
	none   []float32      // the part of an empty slot
	rootIn []float32      // the part of the root
	marks  []float32
	out    *neural.Linear
	pool   sync.Pool
}

// RootLabel is the relation of a sentence's root; a dateline and the later pieces
// of a sentence too long to be parsed at once hang from it as parataxis.
const (
	RootLabel  = "root"
	pieceLabel = "parataxis"
)

// Over opens a language's parser beside the tagger that it rests on, so that
// the two share what they load.
func Over(t *tag.Tagger, l lang.Language) (*Parser, error) {
	f, err := tag.OpenModel(l, tag.SyntaxFile)
	if err != nil {
		return nil, err
	}
	p, err := Open(f, t)
	if err != nil {
		return nil, fault.New(fault.Invalid, "parse.Over", tag.SyntaxFile, err)
	}
	return p, nil
}

// Open builds a parser from the model that t was opened from.
func Open(f *neural.File, t *tag.Tagger) (*Parser, error) {
	var m tag.Meta
	if err := f.Meta(&m); err != nil {
		return nil, err
	}
	p := &Parser{tagger: t, labels: m.Labels, root: -1, width: m.Plan.Width, hidden: m.Hidden}
	for i, l := range m.Labels {
		if l == RootLabel {
			p.root = i
		}
	}
	if p.root < 0 || m.Down <= 0 || m.Down%16 != 0 || m.Hidden <= 0 || m.Hidden%16 != 0 {
		return nil, fmt.Errorf("the model has no parser that can be run")
	}
	var err error
	if p.down, err = f.Linear("down", m.Plan.Width, m.Down); err != nil {
		return nil, err
	}
	if p.slots, err = f.Linear("slots", m.Down, Slots*m.Hidden); err != nil {
		return nil, err
	}
	if p.out, err = f.Linear("actions", m.Hidden, neural.Pad(Actions(len(m.Labels)))); err != nil {
		return nil, err
	}
	for name, to := range map[string]*[]float32{"none": &p.none, "root": &p.rootIn, "marks": &p.marks} {
		if *to, err = f.Floats(name); err != nil {
			return nil, err
		}
	}
	if len(p.none) != Slots*m.Hidden || len(p.rootIn) != len(p.none) || len(p.marks) != MarkRows(len(m.Labels))*m.Hidden {
		return nil, fmt.Errorf("the parser's tables do not fit its relations")
	}
	return p, nil
}

// Parse gives each token of the document its head and relation.
func (p *Parser) Parse(doc *syntax.Document) {
	w, ok := p.pool.Get().(*work)
	if !ok {
		w = &work{}
	}
	defer p.pool.Put(w)
	for i := range doc.Sentences {
		p.sentence(&doc.Sentences[i], w)
	}
}

// work is what parsing one sentence needs; kept in a pool.
type work struct {
	state  State
	narrow []float32
	round  []int16
	parts  []float32 // a row a token: its part in the hidden layer, by slot
	ready  []bool    // which parts have been computed: many are never asked for
	rows   [Slots + Marks][]float32
	hidden []float32
	hide   []int16
	scores []float32
}

func (p *Parser) sentence(s *syntax.Sentence, w *work) {
	if len(s.State) != len(s.Tokens)*p.width {
		p.tagger.Encode(s)
	}
	// A dateline is a piece of its own: the sentence's root lies behind it.
	body := 0
	if s.Body > 0 && s.Body < len(s.Tokens) {
		body = s.Body
	}
	top := p.stretch(s, body, len(s.Tokens), -1, w)
	p.stretch(s, 0, body, top, w)
	mend(s)
}

// stretch parses the tokens from from up to to in pieces that hang from top, or
// from the first piece where top is -1, and gives the token that they hang from.
func (p *Parser) stretch(s *syntax.Sentence, from, to, top int, w *work) int {
	for ; from < to; from += neural.Longest {
		root := p.piece(s, from, min(to-from, neural.Longest), w)
		if top < 0 {
			top = root
		} else {
			s.Tokens[root].Head, s.Tokens[root].Rel = top, pieceLabel
		}
	}
	return top
}

// piece parses n tokens and gives the index of their root.
func (p *Parser) piece(s *syntax.Sentence, from, n int, w *work) (root int) {
	p.prepare(s.State[from*p.width:(from+n)*p.width], n, w)
	st := &w.state
	st.Reset(n, len(p.labels), p.root)
	for !st.Done() {
		st.Do(p.choose(n, w))
	}
	for i := range n {
		tok := &s.Tokens[from+i]
		tok.Rel = p.labels[st.Label[i]]
		if h := int(st.Head[i]); h == n {
			tok.Head, root = -1, from+i
		} else {
			tok.Head = from + h
		}
	}
	return root
}

// always are the slots that nearly every token comes to stand in: the top of the
// stack, and the first two of the buffer.
var always = [...]int{0, 3, 4}

// prepare finds each token's narrow state, from which its parts in the hidden
// layer are computed when they are asked for, or at once where they will be.
func (p *Parser) prepare(state []int16, n int, w *work) {
	k := p.down.Out()
	w.narrow, w.round = grow(w.narrow, n*k), grow(w.round, n*k)
	p.down.Apply(n, state, p.width, w.narrow)
	neural.Rectify(w.narrow)
	neural.Round(w.round, w.narrow)
	w.parts, w.ready = grow(w.parts, n*Slots*p.hidden), grow(w.ready, n*Slots)
	clear(w.ready)
	for _, i := range always {
		p.slots.Some(n, w.round, k, i*p.hidden, (i+1)*p.hidden, w.parts)
		for t := range n {
			w.ready[t*Slots+i] = true
		}
	}
	w.hidden, w.hide = grow(w.hidden, p.hidden), grow(w.hide, p.hidden)
	w.scores = grow(w.scores, p.out.Out())
}

// choose scores the actions and gives the best legal one.
func (p *Parser) choose(n int, w *work) Action {
	var slots [Slots]int32
	var marks [Marks]int32
	st, h := &w.state, p.hidden
	shift, left, right := st.Can()
	if !left && !right {
		return Shift
	}
	st.Features(&slots, &marks)
	for i, t := range slots {
		w.rows[i] = p.part(i, int(t), n, w)
	}
	for i, m := range marks {
		w.rows[Slots+i] = p.marks[int(m)*h : (int(m)+1)*h]
	}
	neural.Hidden(w.hide, w.rows[:], w.hidden)
	p.out.Apply(1, w.hide, h, w.scores)
	best, top := Action(-1), float32(0)
	if shift {
		best, top = Shift, w.scores[0]
	}
	switch {
	case left && st.next == n: // only the root is left
		if v := w.scores[1+p.root]; best < 0 || v > top {
			best, top = Action(1+p.root), v
		}
	case left:
		best, top = p.better(best, top, 1, w)
	}
	if right {
		best, _ = p.better(best, top, 1+len(p.labels), w)
	}
	return best
}

// better is the best of best and the actions from first on, one a relation but
// the root's.
func (p *Parser) better(best Action, top float32, first int, w *work) (Action, float32) {
	for l, v := range w.scores[first : first+len(p.labels)] {
		if (v > top || best < 0) && l != p.root {
			best, top = Action(first+l), v
		}
	}
	return best, top
}

// part is the part in the hidden layer of token t in slot i.
func (p *Parser) part(i, t, n int, w *work) []float32 {
	h := p.hidden
	switch {
	case t < 0:
		return p.none[i*h : (i+1)*h]
	case t == n:
		return p.rootIn[i*h : (i+1)*h]
	}
	at := t*Slots + i
	y := w.parts[at*h : (at+1)*h]
	if !w.ready[at] {
		k := p.down.Out()
		p.slots.Part(w.round[t*k:(t+1)*k], i*h, y)
		w.ready[at] = true
	}
	return y
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
