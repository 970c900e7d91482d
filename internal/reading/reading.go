// Package reading reads one report: text in, record out. It is a pure function
// of the text and what was given with it, and the only package that knows all
// extractors; what needs several of them (chains, positions, conflicts) is
// settled here.
package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"sitrep/internal/actor"
	"sitrep/internal/event"
	"sitrep/internal/figure"
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/parse"
	"sitrep/internal/place"
	"sitrep/internal/statement"
	"sitrep/internal/syntax"
	"sitrep/internal/tag"
	"sitrep/internal/token"
	"sitrep/internal/when"
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
	// Gazetteer is what places are resolved with; nil leaves places out.
	Gazetteer *gazetteer.Gazetteer
}

// Reader reads reports. It is safe for use by several goroutines at once.
type Reader struct {
	tokens     *token.Tokenizer
	tagger     *tag.Tagger
	namer      *tag.Namer
	mentions   func() (*tag.Namer, error) // opened when full mentions are asked for
	parser     *parse.Parser
	actors     *actor.Extractor
	places     *place.Extractor // nil without a gazetteer
	times      *when.Extractor
	figures    *figure.Extractor
	statements *statement.Extractor
	events     *event.Extractor
	stances    *stances
	stages     []stage
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
	if r.namer, err = tag.NewNamer(r.tagger, o.Language, o.Gazetteer, tag.NamesFile); err != nil {
		return nil, err
	}
	r.mentions = sync.OnceValues(func() (*tag.Namer, error) {
		return tag.NewNamer(r.tagger, o.Language, o.Gazetteer, tag.MentionsFile)
	})
	if r.parser, err = parse.Over(r.tagger, o.Language); err != nil {
		return nil, err
	}
	if r.actors, err = actor.New(o.Language, o.Actors); err != nil {
		return nil, err
	}
	if r.places, err = placeExtractor(o.Language, o.Gazetteer); err != nil {
		return nil, err
	}
	if r.times, err = when.New(o.Language); err != nil {
		return nil, err
	}
	if r.figures, err = figure.New(o.Language); err != nil {
		return nil, err
	}
	if r.statements, err = statement.New(o.Language, r.tagger.Words()); err != nil {
		return nil, err
	}
	if r.events, err = event.New(o.Language, r.tagger.Words()); err != nil {
		return nil, err
	}
	if r.stances, err = newStances(o.Language); err != nil {
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
		{name: "names", needs: []part{tokens, tags}, gives: []part{names}, run: func(d *draft) { r.namer.Names(d.doc) }},
		{name: "trees", needs: []part{tokens, tags}, gives: []part{trees}, run: func(d *draft) { r.parser.Parse(d.doc); tag.Agree(d.doc) }},
		{name: "times", needs: []part{tokens, tags}, gives: []part{times}, run: r.readTimes},
		{name: "actors", needs: []part{tokens}, gives: []part{actors}, run: r.readActors},
		{name: "places", needs: []part{tokens, names}, gives: []part{places}, run: r.readPlaces},
		{name: "figures", needs: []part{tokens, times}, gives: []part{figures}, run: r.readFigures},
		{name: "statements", needs: []part{trees, actors}, gives: []part{statements}, run: r.readStatements},
		{name: "events", needs: []part{trees, actors, places, times, figures, statements}, gives: []part{events}, run: r.readEvents},
		{name: "positions", needs: []part{statements}, gives: []part{positions}, run: r.readPositions},
		{name: "conflicts", needs: []part{statements, positions}, gives: []part{conflicts}, run: r.readConflicts},
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
	d.out.Lists()
	return d.out
}

func (r *Reader) cut(d *draft) {
	code, why := r.tokens.Language(d.in.Text)
	d.out.Report.Language = code
	if why != "" { // nothing is read rather than read badly
		d.out.Report.Unread = "the text " + why + "; only " + r.tokens.LanguageName() + " is read"
		return
	}
	d.doc = r.tokens.Document(d.in.Text)
	for _, s := range d.doc.Sentences {
		d.out.Sentences = append(d.out.Sentences, record.Sentence{Start: s.Start, End: s.End})
	}
}
