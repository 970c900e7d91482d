package event

import (
	"slices"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// matched is a frame that fits a clause, and where its recipient may stand.
type matched struct {
	frame *frame
	score int
	at    []int // tokens that hold the recipient by the frame's own conditions
	used  []int // tokens of its conditions: a clause read twice counts once
}

// match finds the frame that fits a clause best: the one with most conditions,
// the first of equals.
func (r *run) match(c *clause) (best matched, ok bool) {
	var fit clause
	frames := r.x.verbs[strings.ToLower(r.lemma(c.v))]
	if joint := r.hyphened(c); joint != nil {
		frames = joint
	}
	for _, i := range frames {
		f := &r.x.frames[i]
		m := matched{frame: f, score: 2 * (len(f.words) - 1)}
		d := *c
		if !r.words(f, &d, &m) || !r.fits(f, &d, &m) {
			continue
		}
		if !ok || m.score > best.score {
			best, ok, fit = m, true, d
		}
	}
	if ok {
		c.xcomp, c.obj, c.obls = fit.xcomp, fit.obj, fit.obls
	}
	return best, ok
}

// hyphened gives the frames of a verb that a hyphen joins to a word before it
// ("test-fired"), and takes that word for no subject.
func (r *run) hyphened(c *clause) []int {
	v := c.v
	if v < 2 || r.tok(v-1).Text != "-" || r.tok(v-1).Start != r.tok(v-2).End || r.tok(v).Start != r.tok(v-1).End {
		return nil
	}
	frames := r.x.verbs[r.lower(v-2)+"-"+strings.ToLower(r.lemma(v))]
	if frames != nil && c.subj == v-2 {
		c.subj = r.child(v-2, "compound", "amod", "nsubj")
		c.subjs = nil
		if c.subj >= 0 {
			c.subjs = r.parties(c.subj, false)
		}
	}
	return frames
}

// words finds the further words of a verb: a particle, or a preposition whose
// phrase then stands where the object would.
func (r *run) words(f *frame, c *clause, m *matched) bool {
	for _, k := range r.kids[c.v] {
		if r.tok(k).Rel == "compound:prt" && !r.upTo(c.v, k+2) && !slices.Contains(f.words[1:], r.lower(k)) {
			return false // "call off a strike" is not "call a strike"
		}
	}
	for _, w := range f.words[1:] {
		found := false
		for _, k := range r.kids[c.v] {
			if r.lower(k) == w && r.tok(k).Rel != "obl" && r.tok(k).Rel != "nsubj" {
				found = true
				break
			}
		}
		if !found {
			for i, o := range c.obls {
				if o.prep == w && !r.temporal(o.t) {
					found = true
					if c.obj < 0 && (!particle(w) || w == "off") {
						c.obj = o.t
						c.obls = append(append([]oblique{}, c.obls[:i]...), c.obls[i+1:]...)
					}
					break
				}
				if r.lower(o.t) == w || r.lemma(o.t) == w {
					found = true
					break
				}
			}
		}
		if !found && c.obj >= 0 && (r.lower(c.obj) == w || r.lemma(c.obj) == w) {
			found = true
		}
		if !found && c.obj >= 0 {
			for _, k := range r.kids[c.obj] {
				if r.lower(k) == w && (r.tok(k).Rel == "case" || r.tok(k).Rel == "flat" || r.tok(k).Rel == "appos" || r.tok(k).UPOS == syntax.ADJ && k > c.obj) {
					found = true
				}
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// particle tells words that move a verb's meaning and take no object themselves.
func particle(w string) bool {
	switch w {
	case "out", "off", "up", "back", "down", "away", "over":
		return true
	}
	return false
}

// fits checks a frame's conditions and counts them.
func (r *run) fits(f *frame, c *clause, m *matched) bool {
	for _, k := range f.conds {
		gain := 1
		if k.want != "" && !k.not {
			gain = 3
			if k.want == "party" {
				gain = 2
			}
		}
		okay := false
		switch k.slot {
		case "active":
			okay = !c.passive
		case "no-xcomp":
			okay = !r.named(c)
		case "no-infinitive":
			okay = c.xcomp < 0 && c.purpose < 0 && c.ccomp < 0 && !r.infinitive(c)
		case "no-obj":
			okay = c.obj < 0
		case "recip":
			okay = r.several(c) && (!c.passive || len(c.subjs) > 1)
		case "obj":
			okay = c.obj >= 0 && r.holds(k, c.obj)
			if okay && k.want != "" {
				m.at = append(m.at, c.obj)
			}
			if k.want == "gerund" {
				okay = c.xcomp >= 0 && r.tok(c.xcomp).XPOS == "VBG" || c.ccomp >= 0 && r.tok(c.ccomp).XPOS == "VBG"
			}
		case "iobj":
			okay = c.iobj >= 0 && r.holds(k, c.iobj)
			if okay {
				m.at = append(m.at, c.iobj)
			}
		case "subj":
			okay = c.subj >= 0 && r.holds(k, c.subj)
		case "xcomp":
			if c.xcomp < 0 && c.obj >= 0 && c.purpose > c.obj && f.conds[0].slot == "obj" {
				c.xcomp = c.purpose
			}
			if c.xcomp < 0 && c.obj < 0 && c.purpose >= 0 && strings.HasPrefix(f.kind, "op:") && f.kind != "op:raise" {
				c.xcomp = c.purpose
			}
			okay = c.xcomp >= 0
			if okay && k.want != "" {
				okay = r.complement(k.want, c.xcomp)
			}
		case "ccomp":
			okay = c.ccomp >= 0
		default:
			for _, o := range c.obls {
				if o.prep == k.slot && !r.temporal(o.t) && r.holds(k, o.t) {
					okay = true
					m.at = append(m.at, o.t)
					break
				}
			}
		}
		if !okay {
			return false
		}
		m.score += gain
	}
	return true
}

// infinitive reports whether the object has a verb with "to" of its own.
func (r *run) infinitive(c *clause) bool {
	if c.obj < 0 {
		return false
	}
	for _, k := range r.kids[c.obj] {
		if r.tok(k).XPOS == "VB" && is(r.tok(k).Rel, "acl") {
			return true
		}
	}
	return false
}

// named reports whether a second noun follows the object: "called him a liar".
func (r *run) named(c *clause) bool {
	if c.xcomp >= 0 && r.lemma(c.v) != "call" || c.xcomp >= 0 && !(r.marker(c.xcomp, "to") && voices(r.lemma(c.xcomp))) || c.ccomp >= 0 {
		return true
	}
	for _, k := range r.kids[c.v] {
		if k > c.obj && c.obj >= 0 && !r.temporal(k) && r.prep(k) == "" {
			switch rel := r.tok(k).Rel; {
			case rel == "obj", rel == "iobj", is(rel, "obl") && r.tok(k).UPOS != syntax.NUM && rel != "obl:unmarked":
				return true
			}
		}
	}
	return false
}

// voices are verbs for what one calls or meets somebody for.
func voices(lemma string) bool {
	switch lemma {
	case "discuss", "express", "convey", "congratulate", "thank", "condemn", "protest", "complain", "apologize", "apologise", "praise", "assure", "inform", "talk", "offer", "brief", "review", "reassure", "explain", "consult":
		return true
	}
	return false
}

// complement tells what an infinitive does, for "force X to retreat".
func (r *run) complement(want string, v int) bool {
	if want == "insult" {
		return r.class(v).has(r.x.class("insult"))
	}
	if want == "retreat" {
		switch r.lemma(v) {
		case "retreat", "withdraw", "flee", "abandon", "leave", "surrender", "pull", "redeploy", "regroup", "evacuate":
			return true
		}
	}
	return false
}

// several reports whether a clause's subject is more than one party.
func (r *run) several(c *clause) bool {
	if len(c.subjs) > 1 {
		return true
	}
	return c.subj >= 0 && len(c.subjs) == 1 && r.tok(c.subj).Feats.Has(syntax.Plural) && r.tok(c.subj).UPOS == syntax.NOUN && c.subjs[0].Actor != ""
}

// holds checks what a condition wants of a noun.
func (r *run) holds(k cond, t int) bool {
	if k.not {
		return !r.class(t).has(k.class)
	}
	if k.class >= 0 {
		return r.class(t).has(k.class)
	}
	switch k.want {
	case "":
		return r.tok(t).UPOS != syntax.X
	case "doing":
		return r.tok(t).UPOS == syntax.VERB
	case "party":
		return r.mutually(t) || len(r.parties(t, false)) > 0
	case "place":
		return r.isPlace(t)
	case "territory":
		return r.isPlace(t) || r.class(t).has(r.x.class("territory"))
	}
	for _, p := range r.parties(t, false) {
		if r.sort(k.want, p) {
			return true
		}
	}
	if k.want == "crowd" || k.want == "person-plural" {
		return r.class(t).has(r.x.class("casualty")) && len(r.parties(t, false)) == 0
	}
	if k.want == "human" {
		if len(r.parties(t, false)) > 0 {
			return false
		}
		set := r.class(t)
		return set.has(r.x.class("casualty")) || set.has(r.x.class("refugee")) || set.has(r.x.class("prisoner")) || set.has(r.x.class("person")) || r.unknown(t) != nil || r.tok(t).UPOS == syntax.NOUN && doer(r.lemma(t))
	}
	if k.want == "armed" {
		return r.class(t).has(r.x.class("forces"))
	}
	return false
}

// mutually reports whether a noun is "each other" or "one another".
func (r *run) mutually(t int) bool {
	pair := func(a, b int) bool {
		if a < 0 || b >= len(r.s.Tokens) {
			return false
		}
		x, y := r.lower(a), r.lower(b)
		return x == "each" && y == "other" || x == "one" && y == "another"
	}
	return pair(t, t+1) || pair(t-1, t)
}

// doer guesses from its ending that a noun means a human being.
func doer(lemma string) bool {
	switch lemma {
	case "number", "order", "power", "paper", "newspaper", "water", "letter", "matter", "computer", "border", "weather", "server", "poster", "tower", "river", "winter", "summer", "report", "sector", "factor", "error", "monitor", "document", "statement", "grant", "plant", "list", "chapter", "quarter", "center", "register", "trailer", "folder", "header", "committee", "guarantee", "fee", "degree", "disaster", "character", "feature", "container", "tanker", "helicopter", "bomber", "fighter jet", "rover", "laser", "newsletter":
		return false
	}
	for _, end := range []string{"er", "or", "ist", "ian", "ee", "ant", "man", "woman", "men", "guard", "mate"} {
		if len(lemma) > len(end)+2 && strings.HasSuffix(lemma, end) {
			return true
		}
	}
	return false
}

// sort tells what sort of party one is.
func (r *run) sort(want string, p record.Party) bool {
	s := sectorOf(p.Code)
	kind := record.UnknownActor
	for i := range r.given.Actors {
		if p.Actor != "" && r.given.Actors[i].ID == p.Actor {
			kind = r.given.Actors[i].Kind
			break
		}
	}
	switch want {
	case "voice":
		return s != "MIL" && s != "REB" && s != "UAF" && s != "COP"
	case "lawful":
		return s != "CRM" && s != "UAF" && s != "REB"
	case "power":
		return s == "" || s == "MIL" || s == "GOV" || s == "REB" || s == "UAF" || s == "COP" || s == "NAT"
	case "human":
		return kind == record.Person || kind == record.Group || s == "CVL" || kind == record.State
	case "person":
		return kind == record.Person || kind == record.Group && (s == "GOV" || s == "LEG" || s == "ELI")
	case "armed":
		return s == "MIL" || s == "REB" || s == "UAF" || s == "" && kind == record.State || kind == record.Force
	case "police":
		return s == "COP" || s == "SPY" || s == "MIL" || s == "JUD"
	case "worker":
		return s == "LAB" || s == "EDU" || s == "MED" || s == "AGR" || s == "BUS" || s == "OPP"
	case "business":
		return s == "BUS" || s == "NGO"
	case "crowd", "person-plural":
		switch s {
		case "CVL", "OPP", "EDU", "LAB", "AGR", "REL", "REF", "PTY", "NGO", "CRM", "MED", "JRN", "ENV":
			return true
		}
		return s == "" && (strings.HasSuffix(p.Span.Text, "s") || strings.HasSuffix(p.Span.Text, "ese")) && kind == record.State && p.Span.Text != p.Name
	}
	return false
}
