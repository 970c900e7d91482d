package event

import (
	"slices"
	"strings"

	"sitrep/record"
)

// adjust mends what a frame alone cannot tell: the future of a friendly deed is a
// promise, a refusal is told by "will not".
func (r *run) adjust(d *draft, c *clause) {
	switch {
	case d.modality == record.Future && d.negated && !conflict(d.kind) && d.kind != "ACCUSE" && d.kind != "REQUEST":
		d.mode = demandMode(*d)
		d.kind, d.cameo, d.negated, d.modality = "REJECT", "120", false, record.Asserted
	case d.negated && d.kind == "REJECT" && r.lemma(c.v) == "rule" && c.obj >= 0 && r.class(c.obj).has(r.x.class("force-use")):
		d.kind, d.mode, d.cameo, d.negated = "THREATEN", "violence", "138", false
		if set := r.class(c.obj); set.has(r.x.class("sanctions")) {
			d.mode = "restrict"
		}
		if len(d.recipient) == 0 {
			d.recipient = without(r.inside(c.obj, "THREATEN", 0), d.actor)
		}
	case d.negated && (d.kind == "CONCEDE" || d.kind == "AID"):
		d.mode = demandMode(*d)
		d.kind, d.cameo, d.negated = "REJECT", "120", false
	case d.modality == record.Possible && (d.kind == "SANCTION" || d.kind == "COERCE") && r.conditional(c.v):
		d.mode = threatMode(*d)
		d.kind, d.cameo, d.modality = "THREATEN", "130", record.Asserted
	case d.modality == record.Future && r.unless(c.v) && d.kind != "REJECT" && d.kind != "ACCUSE" && d.kind != "REQUEST":
		d.mode = threatMode(*d)
		d.kind, d.cameo, d.modality = "THREATEN", "130", record.Asserted
	case d.modality == record.Future:
		switch d.kind {
		case "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE":
			d.kind, d.mode, d.cameo, d.modality = "AGREE", "", "030", record.Asserted
		}
	}
	if d.kind == "ASSAULT" && r.verbal(d, c) {
		d.kind, d.mode, d.cameo = "ACCUSE", "disapprove", "111"
	}
	if d.kind == "ASSAULT" && (d.mode == "" || d.mode == "destroy" && c.subj >= 0 && r.class(c.subj).has(r.x.class("aircraft"))) {
		d.mode = r.weaponMode(c)
	}
}

// verbal reports whether an attack is one of words: by one who holds no arms, with
// what was said behind it.
func (r *run) verbal(d *draft, c *clause) bool {
	switch r.lemma(c.v) {
	case "attack", "blast", "hit", "hammer", "pummel", "lash", "strike":
	default:
		return false
	}
	if c.passive || len(d.actor) == 0 {
		return false
	}
	switch sectorOf(d.actor[0].Code) {
	case "GOV", "LEG", "ELI", "PTY", "JRN", "OPP", "BUS", "EDU":
	default:
		return false
	}
	for _, k := range r.kids[c.v] {
		if is(r.tok(k).Rel, "advcl") && r.tok(k).XPOS == "VBG" {
			switch r.lemma(k) {
			case "say", "claim", "call", "accuse", "describe", "argue", "insist", "allege", "tell", "write":
				return true
			}
		}
	}
	for _, o := range c.obls {
		if (o.prep == "for" || o.prep == "over" || o.prep == "as") && !r.temporal(o.t) {
			return true
		}
	}
	return false
}

// weaponMode reads the mode of an attack from its means: "with drones", "in an air
// strike", or a subject that is a weapon.
func (r *run) weaponMode(c *clause) string {
	look := []int{c.subj, c.obj}
	for _, o := range c.obls {
		switch o.prep {
		case "with", "in", "by", "using", "from":
			look = append(look, o.t)
		}
	}
	for _, t := range look {
		if t < 0 {
			continue
		}
		set := r.class(t)
		switch {
		case set.has(r.x.class("suicide")):
			return "suicide-attack"
		case set.has(r.x.class("drone")):
			return "drone"
		case set.has(r.x.class("airstrike")), set.has(r.x.class("aircraft")) && t == c.subj:
			return "aerial"
		case set.has(r.x.class("heavy")):
			return "heavy-weapons"
		case set.has(r.x.class("bombing")) && t != c.obj:
			return "explosives"
		}
	}
	switch r.lemma(c.v) {
	case "shell", "bombard", "rocket", "pound":
		return "heavy-weapons"
	case "shoot", "gun":
		return "firearms"
	case "bomb":
		return "explosives"
	}
	return ""
}

// needsRecipient are types that PLOVER codes only with a recipient.
func needsRecipient(kind string) bool {
	switch kind {
	case "COOPERATE", "AID", "SANCTION":
		return true
	}
	return false
}

// keep adds a draft that says enough: parties with codes, told as done or to come.
func (r *run) keep(d draft) {
	if d.kind == "" || d.kind == "CONSULT" && r.private(&d) {
		return
	}
	if d.modality == record.Possible || d.modality == record.Hypothetical {
		return
	}
	d.actor, d.recipient = r.settled(coded(d.actor)), r.settled(coded(d.recipient))
	if n := len(d.recipient); n > 1 && sectorOf(d.recipient[n-1].Code) == "JRN" && sectorOf(d.recipient[0].Code) != "JRN" {
		d.recipient = d.recipient[:n-1] // who reports it stands beside who was done it to
	}
	r.answered(&d)
	r.foreignOwn(&d)
	r.sited(d.actor)
	r.sited(d.recipient)
	r.domestic(&d)
	r.trim(&d)
	if !anyCountry(d.actor) && !anyCountry(d.recipient) && !(d.kind == "CONSULT" && anyCode(d.actor)) {
		return
	}
	if r.odd(&d) {
		return
	}
	switch d.kind {
	case "CONSULT":
		if len(d.actor) == 0 {
			return
		}
	case "ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE":
	default:
		if len(d.actor) == 0 {
			return
		}
	}
	if len(d.actor) == 0 && !anyCountry(d.recipient) {
		return
	}
	if needsRecipient(d.kind) && len(d.recipient) == 0 && !d.reciprocal {
		return
	}
	if d.reciprocal && len(d.recipient) > 0 {
		d.actor = append(slices.Clone(d.actor), d.recipient...)
		d.recipient = nil
	}
	r.events = append(r.events, d)
}

// odd reports whether the parties do not fit the type: reporters who ask, a state
// that attacks itself, a release of nobody.
func (r *run) odd(d *draft) bool {
	if len(d.actor) > 0 && sectorOf(d.actor[0].Code) == "JRN" && (d.kind == "REQUEST" || d.kind == "ACCUSE" && d.mode == "investigate" || d.kind == "AGREE") {
		return true
	}
	if d.kind == "SUPPORT" && len(d.recipient) == 0 && d.clause.obj >= 0 && (r.lemma(d.v) == "defend" || r.lemma(d.v) == "uphold") {
		return true
	}
	if d.kind == "CONSULT" && r.idleTalk(d) {
		return true
	}
	if d.kind == "ACCUSE" && d.clause.inherit && len(d.recipient) == 0 {
		return true
	}
	if len(d.actor) > 0 {
		s := sectorOf(d.actor[0].Code)
		if d.kind == "PROTEST" && s == "MIL" || d.kind == "AGREE" && (s == "CVL" || s == "EDU" || s == "JRN" || s == "REF" || s == "CRM") {
			return true
		}
		if d.kind == "PROTEST" && s == "JRN" && d.mode == "demo" && d.clause.inherit {
			d.actor = nil // who reports it
		}
		if d.mode == "visit" && (s == "CVL" || s == "EDU" || s == "JRN" || s == "REF" || s == "CRM" || s == "UAF" || s == "BUS") {
			return true
		}
		if len(d.recipient) > 0 && d.kind == "THREATEN" && countryOf(d.actor[0].Code) == countryOf(d.recipient[0].Code) {
			if to := sectorOf(d.recipient[0].Code); to == "BUS" {
				return true
			}
		}
	}
	if d.kind == "THREATEN" && len(d.recipient) == 0 && (r.lemma(d.v) == "issue" || r.lemma(d.v) == "give") {
		return true
	}
	if d.mode == "release" && len(d.recipient) == 0 {
		return true
	}
	if d.kind == "ASSAULT" && d.clause.passive && d.clause.subj >= 0 && d.clause.v == d.v && natural(r.lemma(d.clause.subj)) {
		return true
	}
	if d.kind == "ASSAULT" && r.sport(d) {
		return true
	}
	if d.kind == "ASSAULT" && len(d.actor) > 0 && len(d.recipient) == 1 {
		a, b := d.actor[0].Code, d.recipient[0].Code
		switch s := sectorOf(a); {
		case b != countryOf(a):
		case s == "MIL": // forces that fight at home do not fight their home
			d.recipient = nil
			return false
		case s == "REB" || s == "UAF" || s == "CRM": // rebels do
			return false
		}
		return countryOf(a) != "" && countryOf(a) == countryOf(b) && (sectorOf(b) == "" || sectorOf(b) == sectorOf(a))
	}
	return false
}

// idleTalk reports whether a talk is none between parties: words to nobody named,
// names that somebody is called, travels at home or of nobody known.
func (r *run) idleTalk(d *draft) bool {
	lemma := r.lemma(d.v)
	if d.mode != "visit" && len(d.recipient) > 0 && d.recipient[0].Actor == "" && d.recipient[0].Code != "" {
		d.recipient = nil // where they met
		d.reciprocal = d.reciprocal || len(d.actor) > 1
	}
	if lemma == "meet" && d.clause.obj >= 0 && measure(r.lemma(d.clause.obj)) {
		return true
	}
	if len(d.recipient) == 0 {
		return !d.reciprocal && (lemma == "speak" || lemma == "talk" || lemma == "call" || lemma == "phone" || lemma == "telephone")
	}
	after := strings.TrimLeft(r.doc.Text[d.recipient[0].Span.End:], " ")
	if d.mode == "phone" && lemma == "call" && (strings.HasPrefix(after, "\"") || strings.HasPrefix(after, "“") || strings.HasPrefix(after, "‘") || strings.HasPrefix(after, "a ")) {
		return true
	}
	return d.mode == "visit" && (!anyCountry(d.actor) || countryOf(d.actor[0].Code) == countryOf(d.recipient[0].Code) && countryOf(d.actor[0].Code) != "IGO")
}

// measure are nouns for what one meets without talking.
func measure(lemma string) bool {
	switch lemma {
	case "target", "need", "requirement", "goal", "condition", "deadline", "demand", "standard", "resistance", "criterion", "obligation", "commitment", "objective", "threshold", "challenge", "quota", "expectation", "fate", "opposition", "end", "death":
		return true
	}
	return false
}

// private reports whether nobody with an office or a country takes part in a
// talk: friends who meet, a witness who speaks to a reporter.
func (r *run) private(d *draft) bool {
	for _, p := range d.recipient {
		if sectorOf(p.Code) == "JRN" {
			return true
		}
	}
	for _, list := range [][]record.Party{d.actor, d.recipient} {
		for _, p := range list {
			switch s := sectorOf(p.Code); s {
			case "JRN":
				return true
			case "CVL", "REF", "CRM", "EDU", "MED":
			default:
				if p.Code != "" {
					return false
				}
			}
		}
	}
	return true
}

// coded leaves out parties without a code.
func coded(list []record.Party) []record.Party {
	var out []record.Party
	for _, p := range list {
		if p.Code != "" || p.Name != "" {
			out = append(out, p)
		}
	}
	return out
}

// settled gives a country to parties whose country is not told ("the government",
// "rebels") where the whole report names one country and no other.
func (r *run) settled(list []record.Party) []record.Party {
	if r.home == "" {
		return list
	}
	out := slices.Clone(list)
	for i, p := range out {
		if rest, ok := strings.CutPrefix(p.Code, "--- "); ok {
			out[i].Code = r.home + " " + rest
		}
	}
	return out
}

// homeCountry gives the only country that a report names, "" where it names
// several or none.
func (r *run) homeCountry() string {
	home := ""
	one := func(c string) bool {
		if c == "" || c == "IGO" || c == "NGO" || c == "IMG" || c == "MNC" {
			return true
		}
		if home == "" {
			home = c
		}
		return home == c
	}
	for i := range r.given.Actors {
		a := &r.given.Actors[i]
		if a.Kind == record.Media {
			continue
		}
		if !one(countryOf(a.Code)) {
			return ""
		}
	}
	for i := range r.given.Places {
		if !r.stateAt(r.given.Places[i].Span) && !one(r.given.Places[i].Country) {
			return ""
		}
	}
	return home
}

func anyCountry(list []record.Party) bool {
	for _, p := range list {
		if countryOf(p.Code) != "" {
			return true
		}
	}
	return false
}

func anyCode(list []record.Party) bool {
	for _, p := range list {
		if p.Code != "" {
			return true
		}
	}
	return false
}

// settle merges tellings of the same event and links what belongs to it.
func (r *run) settle() []record.Event {
	slices.SortStableFunc(r.events, func(a, b draft) int { return a.from - b.from })
	var out []record.Event
	var from []*draft
	for i := range r.events {
		d := &r.events[i]
		e := r.event(d)
		merged := false
		for j := range out {
			if r.twice(&out[j], &e) && (from[j].sentence != d.sentence || from[j].lemma(r) == d.lemma(r)) {
				out[j].Mentions = append(out[j].Mentions, e.Span)
				merged = true
				break
			}
		}
		if !merged {
			out, from = append(out, e), append(from, d)
		}
	}
	return out
}

// lemma gives the predicate's. Two verbs of one sentence tell two events.
func (d *draft) lemma(r *run) string { return r.doc.Sentences[d.sentence].Tokens[d.v].Lemma }

// event makes the record of a draft.
func (r *run) event(d *draft) record.Event {
	span := record.Cut(r.doc.Text, d.from, d.to)
	e := record.Event{
		Span: span, Type: d.kind, Mode: d.mode, CAMEO: d.cameo, Actor: d.actor, Recipient: d.recipient,
		Reciprocal: d.reciprocal, Modality: d.modality, Negated: d.negated, Rule: d.rule, Context: d.contexts,
	}
	e.ID = record.NewID("e", r.report.ID, span, d.kind+d.mode)
	r.link(d, &e)
	return e
}

// twice reports whether two events are tellings of one: same type, same parties by
// country, nothing that parts them (dates, places).
func (r *run) twice(a, b *record.Event) bool {
	if a.Type != b.Type || a.Negated != b.Negated || a.Modality != b.Modality || a.Mode != b.Mode && a.Mode != "" && b.Mode != "" {
		return false
	}
	if !alike(a.Actor, b.Actor) || !alike(a.Recipient, b.Recipient) {
		return false
	}
	if a.Date.From != "" && b.Date.From != "" && !strings.HasPrefix(string(a.Date.From), string(b.Date.From)) && !strings.HasPrefix(string(b.Date.From), string(a.Date.From)) {
		return false
	}
	return a.Place == "" || b.Place == "" || a.Place == b.Place
}

func alike(a, b []record.Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if countryOf(a[i].Code) != countryOf(b[i].Code) || sectorOf(a[i].Code) != sectorOf(b[i].Code) && a[i].Name != b[i].Name {
			return false
		}
	}
	return true
}

// link ties an event to its statement, date, place and figures.
func (r *run) link(d *draft, e *record.Event) {
	best := 1 << 30
	for i := range r.given.Statements {
		st := &r.given.Statements[i]
		for _, c := range st.Content {
			if c.Overlaps(e.Span) && (c.Covers(e.Span) || c.Start <= d.vStart(r) && d.vStart(r) < c.End) && c.End-c.Start < best {
				best, e.Statement = c.End-c.Start, st.ID
			}
		}
	}
	s := r.doc.Sentences[d.sentence]
	for i := range r.given.Times {
		t := &r.given.Times[i]
		if t.Type == "DATE" && e.Span.Covers(t.Span) && t.From != "" {
			e.Date = record.When{From: t.From, To: t.To, Bound: t.Bound}
			break
		}
	}
	for i := range r.given.Places {
		p := &r.given.Places[i]
		if e.Span.Covers(p.Span) && located(&s, p, attacked(e)) {
			e.Place = p.ID
			if p.Precision < 300 {
				break
			}
		}
	}
	if e.Place == "" {
		e.Place = r.stateAsPlace(e)
	}
	for i := range r.given.Figures {
		f := &r.given.Figures[i]
		if e.Span.Overlaps(f.Span) && f.Span.Start >= s.Start && (d.kind == "ASSAULT" || d.kind == "COERCE" || d.kind == "PROTEST") {
			switch f.Measure {
			case "killed", "injured", "casualties", "captured", "arrested", "missing":
				e.Figures = append(e.Figures, f.ID)
			}
		}
	}
	e.Historical = d.past || r.historical(d, e.Date)
}

// stateAsPlace gives the place of a state that an attack was made on, where only
// "the country" stands in the event's own words.
func (r *run) stateAsPlace(e *record.Event) record.ID {
	for _, p := range e.Recipient {
		if e.Type != "ASSAULT" || p.Code == "" || strings.ContainsRune(p.Code, ' ') {
			continue
		}
		for i := range r.given.Places {
			if q := &r.given.Places[i]; q.Country == p.Code && strings.HasPrefix(q.Feature, "A.PCL") {
				return q.ID
			}
		}
	}
	return ""
}

// vStart gives where the predicate begins.
func (d *draft) vStart(r *run) int { return r.doc.Sentences[d.sentence].Tokens[d.v].Start }
