package export

import (
	"encoding/json"
	"io"

	"sitrep/record"
)

// ploverEntity is an actor or a recipient.
type ploverEntity struct {
	Code   string `json:"code,omitempty"`
	Sector string `json:"sector,omitempty"`
	Text   string `json:"entity_text"`
	ID     string `json:"identifier_id,omitempty"` // sitrep's own id of the actor
	Name   string `json:"identifier_text,omitempty"`
	Office string `json:"office,omitempty"`
}

type ploverLocation struct {
	Extracted string   `json:"extracted_place,omitempty"`
	Resolved  string   `json:"resolved_place,omitempty"`
	GeonameID int      `json:"geonameid,omitempty"`
	Lat       *float64 `json:"lat,omitempty"`
	Lon       *float64 `json:"lon,omitempty"`
	Province  string   `json:"province,omitempty"`
	Country   string   `json:"country_code,omitempty"`
	Feature   string   `json:"feature_code,omitempty"`
}

type ploverSize struct {
	Dead     *float64 `json:"dead,omitempty"`
	Injured  *float64 `json:"injured,omitempty"`
	Arrested *float64 `json:"arrested,omitempty"`
}

type ploverCite struct {
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Language    string `json:"language,omitempty"`
	Publication string `json:"publication,omitempty"`
	Coder       string `json:"coder"`
	Codebook    string `json:"codebook"`
}

// ploverExtra is what PLOVER lacks: who said it, how far it is told as a fact,
// and which rule found it.
type ploverExtra struct {
	Report     record.ReportID `json:"report"`
	Statement  string          `json:"statement,omitempty"`
	Source     string          `json:"source,omitempty"`
	SourceCode string          `json:"source_code,omitempty"`
	SourceKind string          `json:"source_kind,omitempty"`
	Channel    string          `json:"channel,omitempty"`
	Chain      string          `json:"chain,omitempty"`
	Modality   record.Modality `json:"modality,omitempty"`
	Negated    bool            `json:"negated,omitempty"`
	Historical bool            `json:"historical,omitempty"`
	Reciprocal bool            `json:"reciprocal,omitempty"`
	CAMEO      string          `json:"cameo,omitempty"`
	Bound      record.Bound    `json:"date_bound,omitempty"`
	Rule       record.RuleID   `json:"rule"`
}

type ploverRecord struct {
	ID        record.ID       `json:"id"`
	HasEvent  bool            `json:"has_event"`
	Date      string          `json:"date"`
	EndDate   string          `json:"enddate,omitempty"`
	Actor     []ploverEntity  `json:"actor"`
	Recipient []ploverEntity  `json:"recipient"`
	Event     string          `json:"event"`
	Mode      string          `json:"mode,omitempty"`
	Context   []string        `json:"context,omitempty"`
	Location  *ploverLocation `json:"event_loc,omitempty"`
	EventText string          `json:"event_text"`
	Quad      int             `json:"quad_code"`
	Scale     float64         `json:"event_scale"`
	Size      *ploverSize     `json:"size,omitempty"`
	Text      string          `json:"text"`
	TextInfo  struct {
		Sequence int `json:"sequence"`
		Start    int `json:"start"`
		End      int `json:"end"`
	} `json:"text_info"`
	Cite  ploverCite  `json:"cite_info"`
	Coder string      `json:"coder"`
	Extra ploverExtra `json:"sitrep"`
}

func ploverWriter(w io.Writer) func(*record.Reading, *record.Event) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return func(r *record.Reading, e *record.Event) error {
		p := toPlover(r, e)
		return enc.Encode(&p)
	}
}

func toPlover(r *record.Reading, e *record.Event) ploverRecord {
	s := saidBy(r, e)
	p := ploverRecord{ID: e.ID, HasEvent: !e.Negated, Event: e.Type, Mode: e.Mode, Context: e.Context, EventText: e.Span.Text,
		Quad: quad(e.Type), Scale: scale(e.Type, e.Mode), Coder: "sitrep", Actor: entities(r, e.Actor), Recipient: entities(r, e.Recipient)}
	p.Date, p.EndDate = day(r, e)
	if e.Reciprocal && len(p.Actor) > 1 && len(p.Recipient) == 0 {
		p.Recipient = p.Actor
	}
	p.TextInfo.Sequence, p.Text = sentence(r, e)
	p.TextInfo.Start, p.TextInfo.End = e.Span.Start, e.Span.End
	if q := place(r, e); q != nil {
		p.Location = &ploverLocation{q.Span.Text, q.Name, q.GeonameID, q.Lat, q.Lon, q.Admin1, q.Country, q.Feature}
	}
	if d, i, a := size(r, e); d != nil || i != nil || a != nil {
		p.Size = &ploverSize{d, i, a}
	}
	p.Cite = ploverCite{r.Report.URL, r.Report.Title, r.Report.Language, r.Report.Outlet, "sitrep", "PLOVER 2"}
	p.Extra = ploverExtra{r.Report.ID, s.ID, s.Source, s.Code, s.Kind, s.Channel, s.Chain, e.Modality, e.Negated, e.Historical, e.Reciprocal, e.CAMEO, e.Date.Bound, e.Rule}
	return p
}

func entities(r *record.Reading, list []record.Party) []ploverEntity {
	out := []ploverEntity{}
	for _, p := range list {
		country, sectors := code(p.Code)
		e := ploverEntity{Code: country, Text: p.Span.Text, ID: string(p.Actor), Name: p.Name}
		if len(sectors) > 0 {
			e.Sector = sectors[0]
		}
		if a := r.Actor(p.Actor); a != nil {
			e.Office = a.Office
		}
		out = append(out, e)
	}
	return out
}
