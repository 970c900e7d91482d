package statement

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
	"sitrep/record"
)

// Extractor finds the statements of reports. It is safe for use by several
// goroutines at once.
type Extractor struct {
	*tables
	model *Labeller // nil where the language has none
}

// New builds an extractor from a language's tables. words are the vectors that its
// model reads; without them the rules work alone.
func New(l lang.Language, words *neural.Vectors) (*Extractor, error) {
	t, err := load(l)
	if err != nil {
		return nil, err
	}
	x := &Extractor{tables: t}
	if words == nil {
		return x, nil
	}
	if x.model, err = openLabeller(l, t, words); fault.KindOf(err) == fault.NotFound {
		return x, nil // rules alone
	}
	return x, err
}

// work is one report on its way through the rules.
type work struct {
	*tables
	doc      *syntax.Document
	report   *record.Report
	actors   []record.Actor
	times    []record.Time
	views    []*view // by sentence; nil where nothing is read
	who      index
	quotes   []syntax.Quote // outer ones
	all      []attribution
	person   record.Source // who spoke last and is a person
	personAt int           // in which sentence
	out      []record.Statement
	from     []*attribution // from[i] made out[i]
}

// Extract finds the statements of a report, in text order. Sentences without a
// tree give none but the outlet's own voice.
func (e *Extractor) Extract(doc *syntax.Document, report *record.Report, actors []record.Actor, times []record.Time) []record.Statement {
	w := &work{tables: e.tables, doc: doc, report: report, actors: actors, times: times, who: newIndex(actors)}
	w.views = make([]*view, len(doc.Sentences))
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if len(s.Tokens) == 0 || s.Kind == syntax.Boilerplate || s.Kind == syntax.Byline || s.Kind == syntax.Dateline {
			continue
		}
		w.views[i] = newView(doc.Text, i, s)
		if s.Parsed() {
			w.views[i] = w.tables.mend(w.views[i])
		}
	}
	for _, q := range doc.Quotes {
		if q.Depth == 0 {
			w.quotes = append(w.quotes, q)
		}
	}
	for _, v := range w.views {
		if v != nil && v.Parsed() {
			w.all = append(w.all, w.tables.sentence(v)...)
		}
	}
	w.quoted()
	w.learned(e.model)
	w.sift()
	for i := range w.all {
		w.record(&w.all[i])
	}
	w.chains()
	w.said()
	w.qualities()
	w.pointAbout()
	w.ownVoice()
	slices.SortStableFunc(w.out, func(a, b record.Statement) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return w.out
}

// record turns an attribution into a statement with its source described.
func (w *work) record(a *attribution) {
	v := a.v
	s := record.Statement{Sentence: v.index, Rule: a.rule, Confidence: a.confidence, Role: record.Claim,
		Channel: record.UnknownChannel, Modality: record.Asserted}
	var cue record.Span
	if a.cueAt >= 0 {
		cue = v.Span(v.text, a.cue.from, a.cue.to)
		s.Cue = &cue
	}
	if len(a.wide) > 0 {
		s.Content = a.wide
	} else {
		for _, c := range a.content {
			s.Content = append(s.Content, v.Span(v.text, c.from, c.to))
		}
	}
	s.Content = w.mergePieces(s.Content, a)
	s.Source = w.describe(a)
	s.Chain = slices.Clone(a.hops)
	if hop, ok := w.toldOutlet(a); ok {
		s.Chain = append(s.Chain, hop)
	}
	lo, hi := s.Content[0].Start, s.Content[len(s.Content)-1].End
	for _, c := range s.Content {
		lo, hi = min(lo, c.Start), max(hi, c.End)
	}
	if s.Cue != nil {
		lo, hi = min(lo, cue.Start), max(hi, cue.End)
	}
	if !s.Source.Empty() && s.Source.Start >= v.Start {
		lo, hi = min(lo, s.Source.Start), max(hi, s.Source.End)
	}
	s.Span = record.Cut(w.doc.Text, lo, hi)
	s.ID = record.NewStatementID(w.report.ID, s.Span, cue, s.Source.Span)
	w.out = append(w.out, s)
	w.from = append(w.from, a)
}

// mergePieces joins pieces of a content between which only marks stand.
func (w *work) mergePieces(pieces []record.Span, a *attribution) []record.Span {
	out := pieces[:1:1]
	for _, p := range pieces[1:] {
		last := &out[len(out)-1]
		if last.End <= p.Start && strings.Trim(w.doc.Text[last.End:p.Start], " ,.”“\"'’‘\n") == "" {
			*last = record.Cut(w.doc.Text, last.Start, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}
