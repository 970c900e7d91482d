package score

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// EventsTask measures events. The gold file is PLOVER records in JSON (with names
// of PLOVER 0.5 or 2), or a TSV of sentences with the pair of parties marked; the
// content decides.
func EventsTask(a Args) (Metrics, error) {
	data, err := os.ReadFile(a.Gold)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.events", a.Gold, err)
	}
	if t := strings.TrimSpace(string(data[:min(len(data), 64)])); strings.HasPrefix(t, "[") || strings.HasPrefix(t, "{") {
		return ploverRecords(a, data)
	}
	return markedPairs(a, string(data))
}

// ploverRecord is a gold record. source and target are lists, or an empty string.
type ploverRecord struct {
	ID     string      `json:"id"`
	Date   string      `json:"date"`
	Source ploverParty `json:"source"`
	Target ploverParty `json:"target"`
	// Names of PLOVER 2.
	Actor     ploverParty `json:"actor"`
	Recipient ploverParty `json:"recipient"`
	Event     string      `json:"event"`
	Mode      string      `json:"mode"`
	Text      string      `json:"text"`
}

type ploverParty []struct {
	Code   string `json:"code"`
	Sector string `json:"sector"`
}

// UnmarshalJSON takes a list, or a string for nobody.
func (p *ploverParty) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return nil
	}
	return json.Unmarshal(b, (*[]struct {
		Code   string `json:"code"`
		Sector string `json:"sector"`
	})(p))
}

// plover2 maps the names of PLOVER 0.5 to those of PLOVER 2.
func plover2(event, mode string) (string, string) {
	modes := map[string]string{"host": "visit", "demo-org": "demo", "demo-spon": "demo", "riot-spon": "riot", "riot-org": "riot",
		"strike-gen": "strike", "strike-spec": "strike", "confiscate": "seize", "assassinate": "targeted", "detain": "arrest", "political": "restrict", "other": "", "None": ""}
	if m, ok := modes[mode]; ok {
		mode = m
	}
	switch event {
	case "DEMAND":
		return "REQUEST", mode
	case "INVESTIGATE":
		return "ACCUSE", "investigate"
	case "DISAPPROVE":
		return "ACCUSE", mode
	case "FIGHT":
		return "ASSAULT", mode
	case "COERCE":
		if mode == "destroy" {
			return "ASSAULT", mode
		}
	case "YIELD":
		return "CONCEDE", mode
	}
	return event, mode
}

// ploverCountry maps codes of the gold data that are no ISO 3166, and all codes of
// organisations between states or beyond them to one: PLOVER 0.5 had no other.
func ploverCountry(c string) string {
	c, _, _ = strings.Cut(strings.TrimSpace(c), " ")
	switch c {
	case "XKX": // the gold data has no code of its own for Kosovo
		return "SRB"
	case "JAP":
		return "JPN"
	case "VTN":
		return "VNM"
	case "ROM":
		return "ROU"
	case "ITL":
		return "ITA"
	case "NGO", "IMG", "MNC":
		return "IGO"
	}
	return c
}

// ploverRecords reads each record's text and compares its events with the gold
// one. An extra event is any but the one that matches best.
func ploverRecords(a Args, data []byte) (Metrics, error) {
	var list []ploverRecord
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fault.New(fault.Invalid, "score.events", a.Gold, err)
	}
	var n, anyEvent, typ, typMode, actor, recipient, all, extra int
	for _, g := range list {
		kind, mode := plover2(g.Event, g.Mode)
		read := a.Reader.Read(reading.Input{Text: g.Text, Published: record.Date(g.Date)})
		n++
		best := [5]bool{}
		told := 0
		for i := range read.Events {
			e := &read.Events[i]
			if e.Negated {
				continue
			}
			told++
			m := matches(e, &g, kind, mode)
			if better(m, best) {
				best = m
			}
			if a.Predictions != nil {
				b, _ := json.Marshal(map[string]any{"id": g.ID, "gold": kind, "event": e, "right": m})
				fmt.Fprintf(a.Predictions, "%s\n", b)
			}
		}
		count := func(ok bool, to *int) {
			if ok {
				*to++
			}
		}
		count(told > 0, &anyEvent)
		count(best[0], &typ)
		count(best[0] && best[1], &typMode)
		count(best[0] && best[2], &actor)
		count(best[0] && best[3], &recipient)
		count(best[0] && best[2] && best[3], &all)
		if best[0] {
			told--
		}
		extra += told
		if a.Predictions != nil && !(best[0] && best[2] && best[3]) {
			b, _ := json.Marshal(map[string]any{"id": g.ID, "gold": kind, "mode": mode, "source": g.Source, "target": g.Target, "text": g.Text, "missed": true})
			fmt.Fprintf(a.Predictions, "%s\n", b)
		}
	}
	return Metrics{"n": n, "any": ratio(anyEvent, n), "type": ratio(typ, n), "type_mode": ratio(typMode, n), "actor": ratio(actor, n),
		"recipient": ratio(recipient, n), "all": ratio(all, n), "extra_per_record": float64(extra) / float64(max(n, 1))}, nil
}

// matches compares an event with a gold record: type, mode, actor's country,
// recipient's country. A reciprocal gold event may name both in either place.
func matches(e *record.Event, g *ploverRecord, kind, mode string) (m [5]bool) {
	source, target := append(g.Source, g.Actor...), append(g.Target, g.Recipient...)
	m[0] = e.Type == kind
	m[1] = mode == "" || e.Mode == mode
	actors, recipients := e.Actor, e.Recipient
	if e.Reciprocal {
		recipients = append(recipients[:len(recipients):len(recipients)], e.Actor...)
	}
	m[2] = len(source) == 0 || shares(actors, source)
	m[3] = len(target) == 0 || shares(recipients, target)
	return m
}

func shares(got []record.Party, want ploverParty) bool {
	for _, p := range got {
		for _, w := range want {
			if ploverCountry(p.Code) == ploverCountry(w.Code) {
				return true
			}
		}
	}
	return false
}

// better orders matches: the type first, then parties, then the mode.
func better(a, b [5]bool) bool {
	weigh := func(m [5]bool) int {
		n := 0
		for i, w := range []int{8, 1, 3, 3} {
			if m[i] {
				n += w
			}
		}
		if !m[0] {
			n = 0
		}
		return n
	}
	return weigh(a) > weigh(b)
}
