package statement

import (
	"maps"
	"math"
	"math/rand"
	"slices"
	"strings"

	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Taught is an attribution marked by hand, in bytes of the text.
type Taught struct{ Source, Cue, Content []record.Span }

// Lesson is a document with the attributions marked in it.
type Lesson struct {
	Doc    *syntax.Document
	Taught []Taught
}

// example is one sequence to learn from.
type example struct {
	m      *marks
	cue    stretch // of the spans model
	taken  []bool
	found  []Labelled // of the loose model
	labels []uint8
}

// School turns lessons into examples and trains a Labeller from them.
type School struct {
	// Vectors are pretrained vectors from which words of like use are grouped;
	// nil for none.
	Vectors            *neural.Vectors
	Net                []byte // the trained network, nil for none
	t                  *tables
	lessons            []Lesson
	cues, spans, loose []example
}

// NewSchool opens a school with a language's tables.
func NewSchool(l lang.Language) (*School, error) {
	t, err := load(l)
	if err != nil {
		return nil, err
	}
	return &School{t: t}, nil
}

// Add takes a lesson.
func (s *School) Add(l Lesson) { s.lessons = append(s.lessons, l) }

// prepare groups the words and makes the examples.
func (s *School) prepare(seed int64) {
	if s.Vectors != nil {
		count := map[string]int{}
		for _, l := range s.lessons {
			for i := range l.Doc.Sentences {
				for k := range l.Doc.Sentences[i].Tokens {
					count[strings.ToLower(l.Doc.Sentences[i].Tokens[k].Lemma)]++
				}
			}
		}
		words := slices.Sorted(maps.Keys(count))
		s.t.clusters = clusters{byWord: group(words, s.Vectors, seed)}
	}
	for _, l := range s.lessons {
		s.examples(l)
	}
}

func (s *School) examples(l Lesson) {
	for i := range l.Doc.Sentences {
		st := &l.Doc.Sentences[i]
		if len(st.Tokens) == 0 || !st.Parsed() {
			continue
		}
		s.sentence(s.t.marksOf(newView(l.Doc.Text, i, st), l.Doc.Quotes), l.Taught)
	}
}

func (s *School) sentence(m *marks, taught []Taught) {
	n := len(m.Tokens)
	cues := make([]uint8, n)
	loose := make([]uint8, n)
	taken := make([]bool, n)
	var mine []Taught
	var at []stretch
	for _, t := range taught {
		if c := m.cover(t.Cue); len(c) > 0 {
			put(cues, c[:1], 1)
			for i := c[0].from; i < c[0].to; i++ {
				taken[i] = true
			}
			mine, at = append(mine, t), append(at, c[0])
			continue
		}
		for _, c := range m.cover(t.Content) {
			put(loose, []stretch{c}, 1)
		}
	}
	s.cues = append(s.cues, example{m: m, labels: cues})
	var found []Labelled
	for k, t := range mine {
		y := make([]uint8, n)
		src, con := m.cover(t.Source), m.cover(t.Content)
		put(y, con, 3)
		put(y, src, 1)
		own := append([]bool(nil), taken...)
		for i := at[k].from; i < at[k].to; i++ {
			own[i] = false
		}
		s.spans = append(s.spans, example{m: m, cue: at[k], taken: own, labels: y})
		found = append(found, Labelled{cue: at[k], source: src, content: con})
	}
	for i := range loose { // what a cue's own spans hold is not loose
		for _, f := range found {
			for _, o := range append(append([]stretch{f.cue}, f.content...), f.source...) {
				if o.has(i) {
					loose[i] = 0
				}
			}
		}
	}
	for i := range loose {
		if loose[i] == 2 && (i == 0 || loose[i-1] == 0) {
			loose[i] = 1
		}
	}
	s.loose = append(s.loose, example{m: m, found: found, labels: loose})
}

// cover gives the stretches of tokens that lie, by more than half, in spans.
func (m *marks) cover(spans []record.Span) []stretch {
	var out []stretch
	for _, sp := range spans {
		if sp.End <= m.Start || sp.Start >= m.End {
			continue
		}
		cur := stretch{-1, -1}
		for i := range m.Tokens {
			t := &m.Tokens[i]
			if 2*(min(t.End, sp.End)-max(t.Start, sp.Start)) > t.End-t.Start {
				if cur.from < 0 {
					cur.from = i
				}
				cur.to = i + 1
			}
		}
		if cur.from >= 0 {
			out = append(out, cur)
		}
	}
	return out
}

func put(y []uint8, ss []stretch, begin uint8) {
	for _, s := range ss {
		for i := s.from; i < s.to; i++ {
			y[i] = begin + 1
		}
		y[s.from] = begin
	}
}

// Train learns the models; say is told of every pass. The order of examples is
// drawn with seed, so that the same lessons give the same model.
func (s *School) Train(passes int, seed int64, say func(model string, pass int, loss float64)) (*Labeller, error) {
	s.prepare(seed)
	l := &Labeller{tables: s.t}
	l.cues = newCRF(cueLabels, cueBits, cueMoves)
	l.spans = newCRF(spanLabels, spanBits, spanMoves)
	l.loose = newCRF(cueLabels, looseBits, cueMoves)
	s.run("cues", l.cues, s.cues, passes, seed, say, func(e *example, l *lattice) { e.m.cueFeatures(l) })
	s.run("spans", l.spans, s.spans, passes, seed, say, func(e *example, l *lattice) { e.m.aimAt(e.cue, e.taken).features(l) })
	if l.netBytes = s.Net; s.Net != nil {
		f, err := neural.Open(s.Net)
		if err == nil {
			l.net, err = neural.OpenLabeller(f, netName, s.Vectors)
		}
		if err != nil {
			return nil, err
		}
	}
	s.run("loose", l.loose, s.loose, min(passes, 4), seed, say, func(e *example, l *lattice) { e.m.looseFeatures(l, e.found) })
	return l, nil
}

func (s *School) run(name string, m *crf, ex []example, passes int, seed int64, say func(string, int, float64), fill func(*example, *lattice)) {
	r := rand.New(rand.NewSource(seed))
	t := newLearner(m, 0.1, 1e-4)
	var l lattice
	for pass := range passes {
		t.rate = 0.1 * float32(passes-pass) / float32(passes)
		loss := 0.0
		for _, i := range r.Perm(len(ex)) {
			fill(&ex[i], &l)
			loss += t.step(&l, ex[i].labels)
		}
		say(name, pass, loss/float64(max(len(ex), 1)))
	}
}

func logit(p float64) float64 {
	p = min(max(p, 1e-6), 1-1e-6)
	return math.Log(p / (1 - p))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Calibrate sets how the model's own probability of a cue becomes a confidence:
// the share of cues that people marked too, fitted on lessons it has not seen.
func (m *Labeller) Calibrate(lessons []Lesson) {
	m.scale = [2]float64{}
	var p []float64
	var right []bool
	for _, l := range lessons {
		for _, f := range m.Label(l.Doc) {
			if len(f.Cue) == 0 {
				continue
			}
			hit := false
			for _, t := range l.Taught {
				for _, c := range t.Cue {
					hit = hit || c.Overlaps(f.Cue[0])
				}
			}
			p, right = append(p, logit(f.Confidence)), append(right, hit)
		}
	}
	a, b := 1.0, 0.0
	for range 2000 {
		var da, db float64
		for i := range p {
			e := -logistic(a*p[i] + b)
			if right[i] {
				e++
			}
			da, db = da+e*p[i], db+e
		}
		n := float64(max(len(p), 1))
		a, b = a+0.05*da/n, b+0.05*db/n
	}
	m.scale = [2]float64{a, b}
}
