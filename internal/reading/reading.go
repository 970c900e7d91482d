// Package reading reads one report: text in, record out. It is a pure function
// of the text and what was given with it, and the only package that knows all
// extractors; what needs several of them (chains, positions, conflicts) is
// settled here.
package reading

import (
	"crypto/sha256"
	"encoding/hex"

	"sitrep/internal/actor"
	"sitrep/internal/event"
	"sitrep/internal/lang"
	"sitrep/internal/parse"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
	"sitrep/internal/token"
	"sitrep/record"
)

// Input is a report's text with what is known of it.
type Input struct {
	Text, URL, Outlet, Title string
	// Published is the day of publication; empty when it is not known.
	Published record.Date
	// PublishedBasis is how the day is known; empty means record.Given.
	PublishedBasis record.Basis
	Sample         bool
}

// Options choose what a Reader reads with.
type Options struct {
	Language lang.Language
	// Actors is a user's own table of actors, which wins; nil for none.
	Actors []lang.Row
}

// Reader reads reports. It is safe for use by several goroutines at once.
type Reader struct {
	tokens *token.Tokenizer
	tagger *tag.Tagger
	parser *parse.Parser
	actors *actor.Extractor
	events *event.Extractor
	stages []stage
}

// draft is a reading in the making: what the stages share.
type draft struct {
	in  Input
	doc *syntax.Document
	out *record.Reading
}

// New builds a reader and checks the order of its stages.
func New(o Options) (*Reader, error) {
	r := &Reader{}
	var err error
	if r.tokens, err = token.New(o.Language); err != nil {
		return nil, err
	}
	if r.tagger, err = tag.New(o.Language); err != nil {
		return nil, err
	}
	if r.parser, err = parse.Over(r.tagger, o.Language); err != nil {
		return nil, err
	}
	if r.actors, err = actor.New(o.Language, o.Actors); err != nil {
		return nil, err
	}
	if r.events, err = event.New(o.Language); err != nil {
		return nil, err
	}
	r.stages = r.list()
	return r, check(r.stages)
}

// list is the way through, top to bottom.
func (r *Reader) list() []stage {
	return []stage{
		{name: "tokens", gives: []part{tokens}, run: r.cut},
		{name: "tags", needs: []part{tokens}, gives: []part{tags}, run: func(d *draft) { r.tagger.Tag(d.doc) }},
		{name: "trees", needs: []part{tokens, tags}, gives: []part{trees}, run: func(d *draft) { r.parser.Parse(d.doc) }},
		{name: "actors", needs: []part{tokens}, gives: []part{actors}, run: r.readActors},
		{name: "events", needs: []part{trees, actors}, gives: []part{events}, run: r.readEvents},
	}
}

// Read reads one report. It never fails: a text that cannot be read comes back
// with the reason in Report.Unread.
func (r *Reader) Read(in Input) *record.Reading {
	sum := sha256.Sum256([]byte(in.Text))
	d := &draft{in: in, out: &record.Reading{
		Version: record.Version,
		Text:    in.Text,
		Report: record.Report{
			ID: record.NewReportID(in.Outlet, in.URL, in.Text), URL: in.URL, Outlet: in.Outlet, Title: in.Title,
			SHA256: hex.EncodeToString(sum[:]), Sample: in.Sample,
			Published: record.Published{Value: in.Published, Basis: basisOf(in)},
		},
	}}
	for _, s := range r.stages {
		s.run(d)
		if d.out.Report.Unread != "" {
			break
		}
	}
	return d.out
}

func (r *Reader) cut(d *draft) {
	d.doc = r.tokens.Document(d.in.Text)
	for _, s := range d.doc.Sentences {
		d.out.Sentences = append(d.out.Sentences, record.Sentence{Start: s.Start, End: s.End})
	}
}
