package statement

import (
	"slices"
	"sync"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Labeller is the trained model that marks cues, and for each cue its source and
// its content, by the conventions of the PolNeAR corpus: cues with their
// auxiliaries, sources and contents whole. It is safe for concurrent use.
type Labeller struct {
	*tables
	cues, spans, loose *crf
	net                *neural.Labeller // marks cues, with sources and contents, in one pass
	netBytes           []byte           // as trained
	scale              [2]float64       // calibration of the confidence: slope and shift
	pool               sync.Pool
}

// Labelled is one attribution that the model marked, in bytes of the text.
type Labelled struct {
	Sentence             int
	Source, Cue, Content []record.Span
	// Confidence is the calibrated probability that the cue attributes.
	Confidence float64
	cue        stretch
	source     []stretch
	content    []stretch
}

// Label marks the attributions of a document's parsed sentences, and contents
// whose cue stands in another sentence (Cue is then empty).
func (m *Labeller) Label(doc *syntax.Document) []Labelled {
	if m == nil || m.cues == nil {
		return nil
	}
	var out []Labelled
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if !s.Parsed() || len(s.Tokens) == 0 {
			continue
		}
		out = append(out, m.sentence(newView(doc.Text, i, s), doc.Quotes)...)
	}
	return throughQuotes(doc, out)
}

// throughQuotes lets a content that shares a quotation of several sentences reach
// to its marks, and drops the pieces without a cue that it then covers.
func throughQuotes(doc *syntax.Document, all []Labelled) []Labelled {
	for _, q := range doc.Quotes {
		if q.Depth > 0 || doc.SentenceAt(q.Start) == doc.SentenceAt(q.End-1) {
			continue
		}
		best, most := [2]int{-1, 0}, 0
		for i := range all {
			if len(all[i].Cue) == 0 || all[i].Cue[0].Start >= q.Start && all[i].Cue[0].Start < q.End {
				continue
			}
			for c, s := range all[i].Content {
				if n := min(s.End, q.End) - max(s.Start, q.Start); n > most {
					best, most = [2]int{i, c}, n
				}
			}
		}
		if most == 0 {
			for i := range all { // a quotation without a cue is one content too
				if len(all[i].Cue) == 0 && len(all[i].Content) == 1 && all[i].Content[0].Start >= q.Start && all[i].Content[0].End <= q.End {
					best = [2]int{i, 0}
					break
				}
			}
			if best[0] < 0 {
				continue
			}
		}
		s := &all[best[0]].Content[best[1]]
		*s = record.Cut(doc.Text, min(s.Start, q.Start), max(s.End, q.End))
		keep := best[0]
		rest := all[:0:0]
		for i, l := range all {
			if i == keep || len(l.Cue) > 0 || len(l.Content) != 1 || l.Content[0].Start < q.Start || l.Content[0].End > q.End {
				rest = append(rest, l)
			}
		}
		all = rest
	}
	return all
}

type scratch struct {
	l   lattice
	y   []uint8
	net []int
}

func (m *Labeller) sentence(v *view, quotes []syntax.Quote) []Labelled {
	sc, _ := m.pool.Get().(*scratch)
	if sc == nil {
		sc = &scratch{}
	}
	defer m.pool.Put(sc)
	mk := m.marksOf(v, quotes)
	mk.cueFeatures(&sc.l)
	var found []stretch
	if m.net != nil {
		found = m.netCues(mk, sc)
	} else {
		sc.y = m.cues.best(&sc.l, sc.y)
		found = stretches(sc.y, 1)
	}
	var out []Labelled
	if len(found) > 0 {
		if m.net == nil { // netCues leaves the sums
			m.cues.sums(&sc.l)
		}
		taken := make([]bool, len(v.Tokens))
		for _, c := range found {
			for i := c.from; i < c.to; i++ {
				taken[i] = true
			}
			out = append(out, Labelled{Sentence: v.index, cue: c, Confidence: m.calibrated(m.cues.marginal(&sc.l, c.from, 1))})
		}
		for n := range out {
			m.links(mk, &out[n], taken, sc)
		}
	}
	return append(out, m.orphans(mk, out, sc)...)
}

// links finds the source and the content of one cue.
func (m *Labeller) links(mk *marks, l *Labelled, taken []bool, sc *scratch) {
	v := mk.view
	for i := l.cue.from; i < l.cue.to; i++ {
		taken[i] = false
	}
	mk.aimAt(l.cue, taken).features(&sc.l)
	for i := l.cue.from; i < l.cue.to; i++ {
		taken[i] = true
	}
	sc.y = m.spans.best(&sc.l, sc.y)
	l.source, l.content = stretches(sc.y, 1), stretches(sc.y, 3)
	if m.net != nil {
		prefer(l.source, m.netRuns(sc.net, "source"))
		prefer(l.content, m.netRuns(sc.net, "content"))
	}
	l.Cue = spansOf(v, []stretch{l.cue})
	l.Source, l.Content = spansOf(v, l.source), spansOf(v, l.content)
}

// prefer takes the network's bounds for a stretch where both mark nearly the same.
func prefer(mine, net []stretch) {
	for i, s := range mine {
		for _, n := range net {
			if both := min(s.to, n.to) - max(s.from, n.from); 2*both >= max(s.to-s.from, n.to-n.from) {
				mine[i] = n
			}
		}
	}
}

// orphans marks contents without a cue of their own: the sentences of a long
// quotation.
func (m *Labeller) orphans(mk *marks, found []Labelled, sc *scratch) []Labelled {
	if m.loose == nil {
		return nil
	}
	mk.looseFeatures(&sc.l, found)
	sc.y = m.loose.best(&sc.l, sc.y)
	var out []Labelled
	for _, c := range stretches(sc.y, 1) {
		clash := false
		for _, f := range found {
			for _, o := range append(append([]stretch{f.cue}, f.content...), f.source...) {
				clash = clash || o.from < c.to && c.from < o.to
			}
		}
		if !clash {
			out = append(out, Labelled{Sentence: mk.index, content: []stretch{c}, Content: spansOf(mk.view, []stretch{c})})
		}
	}
	return out
}

func spansOf(v *view, ss []stretch) []record.Span {
	var out []record.Span
	for _, s := range ss {
		out = append(out, v.Span(v.text, s.from, s.to))
	}
	return out
}

// stretches reads runs of a label: begin, then begin+1 for the tokens inside.
func stretches(y []uint8, begin uint8) []stretch {
	var out []stretch
	for i := 0; i < len(y); i++ {
		if y[i] != begin {
			continue
		}
		j := i + 1
		for j < len(y) && y[j] == begin+1 {
			j++
		}
		out = append(out, stretch{i, j})
		i = j - 1
	}
	return out
}

const looseBits = 16

// looseFeatures are the features by which a content without a cue is found: what
// the sentence is like as a whole, and its quotation marks.
func (m *marks) looseFeatures(l *lattice, found []Labelled) {
	n := len(m.Tokens)
	l.size(n, cueLabels)
	opens, closes := 0, 0
	firstPerson, question, inside := uint32(0), uint32(0), uint32(0)
	for i := range n {
		switch m.Tokens[i].Text {
		case "“", "``", "«", "„":
			opens++
		case "”", "''", "»":
			closes++
		case "\"":
			if (opens+closes)%2 == 0 {
				opens++
			} else {
				closes++
			}
		case "?":
			question = 1
		}
		if m.is(i, "i", "we", "you", "our", "my", "me", "us", "your") {
			firstPerson = 1
		}
		if m.quote[i]&1 != 0 {
			inside = 1
		}
	}
	begins := uint32(m.quote[0])
	ends := uint32(m.quote[n-1])
	if n > 1 {
		ends |= uint32(m.quote[n-2]) << 2
	}
	cues := uint32(min(len(found), 2))
	whole := []uint32{begins, ends, cues, firstPerson, question, inside, uint32(min(opens, 2)), uint32(min(closes, 2))}
	for i := range n {
		add := func(parts ...uint32) { l.feats[i] = append(l.feats[i], mix(looseBits, parts...)) }
		edge := uint32(0)
		if i == 0 {
			edge = 1
		}
		if i == n-1 {
			edge |= 2
		}
		q := uint32(m.quote[i])
		covered := uint32(0)
		for _, f := range found {
			for _, o := range append(append([]stretch{f.cue}, f.content...), f.source...) {
				if o.has(i) {
					covered = 1
				}
			}
		}
		add(1, edge)
		add(2, q, edge, covered)
		add(3, begins, ends, cues, edge, q)
		add(4, begins, ends, firstPerson, cues, edge)
		add(5, whole[6], whole[7], cues, edge, q)
		add(6, firstPerson, question, inside, cues, begins)
		add(7, m.up[i], edge, q)
		add(8, covered, q, cues)
		if i > 0 {
			add(9, uint32(m.quote[i-1]), q, cues)
		}
		if i+1 < n {
			add(10, uint32(m.quote[i+1]), q, edge, cues, begins)
		}
		for w, x := range whole {
			add(11, uint32(w), x, edge, q)
		}
		add(12, bucket(n), begins, cues, inside)
		if i > 0 && m.quote[i] != m.quote[i-1] {
			l.move[i] = append(l.move[i], 2)
		}
	}
}

func (m *Labeller) calibrated(p float64) float64 {
	if m.scale[0] == 0 {
		return p
	}
	return logistic(m.scale[0]*logit(p) + m.scale[1])
}

// Flat gives one label to every token of every sentence: O, or B- or I- before
// source, cue or content. Where attributions are nested the outer one's content
// is kept whole.
func (m *Labeller) Flat(doc *syntax.Document) [][]string {
	out := make([][]string, len(doc.Sentences))
	for i := range out {
		out[i] = make([]string, len(doc.Sentences[i].Tokens))
		for j := range out[i] {
			out[i][j] = "O"
		}
	}
	if m.net != nil {
		sc := &scratch{}
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			if !s.Parsed() {
				continue
			}
			mk := m.marksOf(newView(doc.Text, i, s), doc.Quotes)
			mk.cueFeatures(&sc.l)
			m.netCues(mk, sc)
			for j, y := range sc.net {
				out[i][j] = m.net.Labels()[y]
			}
		}
		return out
	}
	by := make([][]Labelled, len(out))
	for _, l := range m.Label(doc) {
		by[l.Sentence] = append(by[l.Sentence], l)
	}
	for i, found := range by {
		flatten(out[i], found)
	}
	return out
}

// flatten writes the attributions of one sentence, outer ones first; one whose
// cue lies in what is written already is left out.
func flatten(y []string, found []Labelled) {
	slices.SortStableFunc(found, func(a, b Labelled) int { return reach(b) - reach(a) })
	for _, l := range found {
		if !l.cue.empty() && y[l.cue.from] != "O" {
			continue
		}
		write(y, []stretch{l.cue}, "cue")
		write(y, l.source, "source")
		write(y, l.content, "content")
	}
}

func reach(l Labelled) int {
	n := 0
	for _, c := range l.content {
		n += c.to - c.from
	}
	return n
}

func write(y []string, ss []stretch, kind string) {
	for _, s := range ss {
		begin := "B-"
		for i := s.from; i < s.to; i++ {
			if y[i] != "O" {
				begin = "B-"
				continue
			}
			y[i] = begin + kind
			begin = "I-"
		}
	}
}

// doubted is the field's probability below which a cue of the network is dropped,
// with the source that touches it; where no cue is left all goes. It gains 0.01
// on the cues and 0.005 on sources and contents of the development articles.
const doubted = 0.14

// netCues runs the network over a sentence and gives the cues it marks and the
// field does not doubt; its labels stay in sc.net, the field's sums in sc.l.
func (m *Labeller) netCues(mk *marks, sc *scratch) []stretch {
	sc.net = m.net.Label(sc.net[:0], mk.netItems())
	cues := m.netRuns(sc.net, "cue")
	if len(cues) == 0 {
		return nil
	}
	m.cues.sums(&sc.l)
	kept := cues[:0:0]
	for _, c := range cues {
		p := 0.0
		for k := c.from; k < c.to; k++ {
			p = max(p, 1-m.cues.marginal(&sc.l, k, 0))
		}
		if p >= doubted {
			kept = append(kept, c)
			continue
		}
		clear(sc.net[c.from:c.to])
		for _, s := range m.netRuns(sc.net, "source") {
			if s.to == c.from || s.from == c.to {
				clear(sc.net[s.from:s.to])
			}
		}
	}
	if len(kept) == 0 {
		clear(sc.net)
	}
	return kept
}

// netRuns reads the runs of one kind from the network's labels.
func (m *Labeller) netRuns(y []int, kind string) []stretch {
	names := m.net.Labels()
	var out []stretch
	for i := 0; i < len(y); i++ {
		if names[y[i]] != "B-"+kind {
			continue
		}
		j := i + 1
		for j < len(y) && names[y[j]] == "I-"+kind {
			j++
		}
		out = append(out, stretch{i, j})
		i = j - 1
	}
	return out
}
