package event

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// operate reads a verb that lends its meaning to its complement.
func (r *run) operate(c *clause, m matched, depth int) (draft, bool) {
	op := m.frame.kind[3:]
	inner := c.xcomp
	if inner < 0 {
		inner = c.ccomp
	}
	switch op {
	case "say":
		return r.saying(c, depth)
	case "do":
		return r.doing(c)
	}
	if inner < 0 {
		// "called for X to": the complement hangs from the noun.
		return draft{}, false
	}
	in, ok := r.sense(inner, depth+1)
	if op == "raise" {
		r.consumed[inner] = true
		switch r.lemma(c.v) {
		case "prepare":
			if c.passive || r.child(c.v, "cop", "aux:pass") >= 0 {
				d := draft{v: c.v, sentence: r.now, clause: *c, actor: r.parties(max(c.obj, c.subj), false), cameo: "030", rule: "event/operator-agree"}
				d.modality, d.negated = r.modality(c.v)
				d.from, d.to = r.extent(c)
				r.swallow(inner)
				if len(d.actor) == 0 {
					d.actor = r.speaker(c.v)
				}
				d.recipient = without(in.recipient, d.actor)
				return d, r.promise(c, &d, in, ok) && !d.negated
			}
			r.swallow(inner)
			return draft{}, false
		case "try", "attempt", "seek", "seem", "appear", "tend", "have", "want":
			r.swallow(inner)
			return draft{}, false
		}
		if !ok {
			return draft{}, false
		}
		if len(in.actor) == 0 {
			in.actor = c.subjs
		}
		mod, neg := r.modality(c.v)
		if mod != record.Asserted {
			in.modality = mod
		}
		in.negated = in.negated || neg
		in.from, in.to = min(in.from, r.tok(c.v).Start), max(in.to, r.tok(c.v).End)
		in.v = c.v
		return in, true
	}
	r.swallow(inner)
	d := draft{v: c.v, sentence: r.now, clause: *c, actor: c.subjs, cameo: m.frame.cameo}
	d.modality, d.negated = r.modality(c.v)
	d.from, d.to = r.extent(c)
	if ok {
		d.recipient = without(in.recipient, d.actor)
		if len(d.recipient) == 0 && len(without(in.actor, d.actor)) > 0 {
			d.recipient = without(in.actor, d.actor)
		}
		d.contexts = in.contexts
	}
	switch op {
	case "agree":
		ok = r.promise(c, &d, in, ok)
	case "reject":
		ok = r.refusal(c, &d, in, inner)
	case "threaten":
		ok = r.threat(c, &d, in, ok)
	case "request":
		ok = r.request(c, &d, in, ok, inner)
	case "stop":
		ok = r.stopping(c, &d, in, ok)
	case "fail":
		if !ok || in.kind != "SUPPORT" && in.kind != "AGREE" {
			return draft{}, false
		}
		d.kind, d.cameo = "REJECT", "120"
		if len(d.actor) > 1 {
			d.reciprocal = true
		}
	default: // "deny"
		return draft{}, false
	}
	d.rule = record.RuleID("event/operator-" + op)
	return d, ok
}

// doing reads a verb whose object tells the deed: "ordered the arrest of X".
func (r *run) doing(c *clause) (draft, bool) {
	dd, ok := r.x.deeds[strings.ToLower(r.lemma(c.obj))]
	if !ok || dd.alone && dd.kind != "COERCE" && dd.kind != "SANCTION" {
		return draft{}, false
	}
	d := draft{kind: dd.kind, mode: dd.mode, cameo: dd.cameo, v: c.v, sentence: r.now, clause: *c, actor: c.subjs, rule: "event/deed"}
	d.modality, d.negated = r.modality(c.v)
	d.from, d.to = r.extent(c)
	if len(d.actor) == 0 {
		d.actor = r.byPhrase(c.obj)
	}
	r.not = d.actor
	for _, o := range c.obls {
		if len(d.recipient) == 0 && !r.temporal(o.t) && (o.prep == "of" || o.prep == "from" || o.prep == "to" || o.prep == "on" || o.prep == "against") {
			d.recipient = r.inside(o.t, dd.kind, 0)
		}
	}
	r.not = nil
	r.adjust(&d, c)
	return d, true
}

// swallow marks a complement and all below it as read.
func (r *run) swallow(t int) {
	r.consumed[t] = true
	for _, k := range r.kids[t] {
		r.swallow(k)
	}
}

// promise: what is agreed to, offered or vowed.
func (r *run) promise(c *clause, d *draft, in draft, ok bool) bool {
	d.kind = "AGREE"
	hard := r.lemma(c.v)
	if inner := max(c.xcomp, c.ccomp); !ok && fierce(r.lemma(inner)) {
		d.kind, d.mode, d.cameo = "THREATEN", "violence", "138"
		d.recipient = r.around(inner, "THREATEN", d.actor)
		for _, k := range r.kids[inner] {
			if len(d.recipient) == 0 && is(r.tok(k).Rel, "advcl") {
				d.recipient = r.around(k, "THREATEN", d.actor)
			}
		}
		return true
	}
	if ok && in.kind == "MOBILIZE" {
		switch hard {
		case "agree", "offer", "pledge", "promise", "volunteer", "commit":
			in.kind = "AID"
		}
	}
	if ok && conflict(in.kind) {
		switch hard {
		case "vow", "swear", "promise", "pledge", "threaten", "prepare", "plan", "intend":
			d.kind, d.mode, d.cameo = "THREATEN", threatMode(in), "130"
		default:
			d.kind, d.mode, d.cameo = in.kind, in.mode, in.cameo
			d.modality = record.Future
		}
		return len(d.recipient) > 0
	}
	if hard == "decide" && ok && (in.kind == "CONCEDE" || in.kind == "RETREAT") {
		d.kind, d.mode, d.cameo = in.kind, in.mode, in.cameo
		return true
	}
	if !ok && unkind(r.lemma(max(c.xcomp, c.ccomp))) {
		return false
	}
	switch hard {
	case "plan", "intend", "decide", "prepare", "resolve", "propose", "announce", "ensure":
		if !ok {
			return false
		}
	}
	if len(d.recipient) == 0 {
		if inner := max(c.xcomp, c.ccomp); inner >= 0 {
			d.recipient = r.around(inner, "AGREE", d.actor)
		}
		if len(d.recipient) == 0 {
			for _, o := range c.obls {
				if allowed("AGREE", o.prep) && !r.temporal(o.t) && !((o.prep == "in" || o.prep == "at") && r.isPlace(o.t)) {
					d.recipient = append(d.recipient, without(r.parties(o.t, false), d.actor)...)
				}
			}
		}
	}
	if len(d.actor) > 1 && len(d.recipient) == 0 {
		d.reciprocal = true
	}
	if (!ok || in.kind == "") && (hard == "vow" || hard == "swear") {
		return false
	}
	if (!ok || in.kind == "") && (hard == "promise" || hard == "pledge") && !reticent(r.lemma(max(c.xcomp, c.ccomp))) && !stern(r.lemma(max(c.xcomp, c.ccomp))) && len(d.actor) > 0 && official(d.actor[0].Code) {
		return true
	}
	if (!ok || in.kind == "") && (hard == "agree" || hard == "consent" || hard == "offer") && anyCountry(d.actor) {
		return true
	}
	if !ok || in.kind == "" || hard == "vow" || hard == "swear" {
		// What no row of the tables tells is a promise to somebody, or none.
		return d.reciprocal || r.foreign(d)
	}
	return true
}

// foreign reports whether a draft's recipient has a country other than its actor's.
func (r *run) foreign(d *draft) bool {
	return anyCountry(d.recipient) && (len(d.actor) == 0 || countryOf(d.actor[0].Code) != countryOf(d.recipient[0].Code))
}

// fierce are verbs that threaten by themselves where they are vowed.
func fierce(lemma string) bool {
	switch lemma {
	case "fight", "retaliate", "avenge", "punish", "crush", "revenge", "destroy", "resist", "annihilate", "eliminate", "hunt", "wipe":
		return true
	}
	return false
}

// stern are verbs for what is promised against somebody, or tells no deed.
func stern(lemma string) bool {
	switch lemma {
	case "find", "inflict", "deal", "root", "reclaim", "continue", "move", "win", "keep", "punish", "make", "do", "have", "hold":
		return true
	}
	return unkind(lemma) || fierce(lemma)
}

// unkind are verbs for what nobody agrees to do for another.
func unkind(lemma string) bool {
	switch lemma {
	case "weaken", "cripple", "undermine", "prosecute", "sue", "block", "isolate", "hurt", "harm", "hamper", "oppose", "resist", "defy", "speak", "talk":
		return true
	}
	return false
}

// around looks for parties among the arguments of a verb that no frame knows.
func (r *run) around(v int, kind string, actors []record.Party) []record.Party {
	r.not, r.sure = actors, true
	p := r.arguments(v, kind, 0)
	if len(p) == 0 {
		r.sure = false
		p = r.arguments(v, kind, 0)
	}
	r.not, r.sure = nil, false
	return without(p, actors)
}

// arguments looks through a verb's objects and obliques. depth bounds the way
// between nouns and verbs: a clause's object may stand above it in the tree.
func (r *run) arguments(v int, kind string, depth int) []record.Party {
	if v < 0 || depth > 4 {
		return nil
	}
	c := r.read(v)
	for _, t := range []int{c.iobj, c.obj} {
		if t >= 0 {
			if p := r.inside(t, kind, depth+1); len(p) > 0 {
				return p
			}
		}
	}
	for _, o := range c.obls {
		if !r.temporal(o.t) && (allowed(kind, o.prep) || o.prep == "in") {
			if p := r.inside(o.t, kind, depth+1); len(p) > 0 {
				return p
			}
		}
	}
	if c.xcomp >= 0 && c.xcomp != v {
		return r.arguments(c.xcomp, kind, depth+1)
	}
	return nil
}

// refusal: what is refused.
func (r *run) refusal(c *clause, d *draft, in draft, inner int) bool {
	d.kind, d.cameo = "REJECT", "120"
	d.mode = demandMode(in)
	if len(d.recipient) == 0 {
		d.recipient = r.around(inner, "REJECT", d.actor)
	}
	return in.kind != "" || anyCode(d.recipient) || len(d.actor) > 0 && official(d.actor[0].Code) && r.lemma(c.v) != "decline" && !reticent(r.lemma(inner))
}

// reticent are verbs that one refuses to do without turning anybody down.
func reticent(lemma string) bool {
	switch lemma {
	case "say", "comment", "disclose", "discuss", "elaborate", "speak", "answer", "give", "flee", "leave", "disavow", "be", "get", "go", "name", "identify", "reveal", "confirm", "specify", "speculate", "call", "use", "die", "believe", "rule", "talk", "provide", "let", "take", "engage", "budge":
		return true
	}
	return false
}

// official reports whether a code is a state's, or of who decides for one or for rebels.
func official(code string) bool {
	if countryOf(code) == "" {
		return false
	}
	switch sectorOf(code) {
	case "", "GOV", "REB", "OPP", "LEG":
		return true
	}
	return countryOf(code) == "IGO"
}

// demandMode is the mode of asking for, or refusing, what in does.
func demandMode(in draft) string {
	switch in.kind {
	case "AID", "COOPERATE", "SUPPORT":
		return "assist"
	case "CONSULT":
		return "meet"
	case "RETREAT":
		return "yield"
	case "CONCEDE":
		return "change"
	}
	return ""
}

// threat: what is threatened or warned of.
func (r *run) threat(c *clause, d *draft, in draft, ok bool) bool {
	d.kind = "THREATEN"
	if ok {
		d.mode = threatMode(in)
	}
	if r.lemma(c.v) == "warn" {
		// A warning of what others may do is none of one's own.
		inner := max(c.xcomp, c.ccomp)
		aux := r.aux(inner)
		own := false
		if s := r.child(inner, "nsubj"); s >= 0 && len(d.actor) > 0 {
			for _, p := range r.parties(s, false) {
				own = own || countryOf(p.Code) == countryOf(d.actor[0].Code) || countryOf(p.Code) == "" && (sectorOf(p.Code) == "COP" || sectorOf(p.Code) == "MIL" || sectorOf(p.Code) == "GOV")
			}
		}
		_, neg := r.modality(inner)
		if p := r.parties(c.obj, false); !own && (aux == "will" || aux == "would") && len(p) > 0 && len(d.actor) > 0 && countryOf(p[0].Code) != countryOf(d.actor[0].Code) && anyCountry(p) && r.grave(inner) {
			d.recipient = p
			return true
		}
		if !own || aux != "will" && aux != "would" || !(ok && conflict(in.kind)) && !(neg && r.lemma(inner) == "tolerate") {
			return false
		}
		if neg {
			d.mode = "restrict"
		}
	}
	if c.obj >= 0 && c.ccomp >= 0 { // who is warned, not whose bases are meant
		if p := without(r.parties(c.obj, false), d.actor); len(p) > 0 {
			d.recipient = p
		}
	}
	if len(d.recipient) == 0 {
		d.recipient = r.around(max(c.xcomp, c.ccomp), "THREATEN", d.actor)
	}
	if inner := max(c.xcomp, c.ccomp); inner >= 0 && len(d.recipient) == 0 {
		r.conditioned(d, inner)
	}
	if o := r.child(max(c.xcomp, 0), "obj"); o >= 0 && len(d.recipient) == 0 {
		if k := r.child(o, "acl:relcl"); k >= 0 { // "to shut the pipeline that carries X's oil"
			d.recipient = r.around(k, "THREATEN", d.actor)
		}
	}
	return ok || anyCode(d.recipient)
}

func threatMode(in draft) string {
	switch in.kind {
	case "ASSAULT", "MOBILIZE":
		return "violence"
	case "SANCTION":
		if in.mode == "expel" {
			return "expel"
		}
		if in.mode == "discontinue" || in.mode == "withdraw" {
			return "relations"
		}
		return "restrict"
	case "COERCE":
		if in.mode == "arrest" {
			return "arrest"
		}
		return "restrict"
	case "PROTEST":
		return "restrict"
	}
	return ""
}

// conflict reports whether a type is of material or verbal conflict.
func conflict(kind string) bool {
	switch kind {
	case "ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN", "REJECT":
		return true
	}
	return false
}

// request: what is asked of whom.
func (r *run) request(c *clause, d *draft, in draft, ok bool, inner int) bool {
	if c.ccomp >= 0 && (r.asks(c.ccomp) || !r.wished(c.ccomp, r.lemma(c.v))) {
		return false
	}
	d.kind = "REQUEST"
	d.mode = demandMode(in)
	if ok && in.kind == "RETREAT" {
		d.cameo = "1056"
	}
	if d.mode == "" && ok && (in.kind == "AGREE" || in.kind == "ACCUSE") {
		d.mode = "change"
	}
	asked := -1
	if c.obj >= 0 && c.xcomp >= 0 {
		asked = c.obj
	} else {
		if asked = r.child(inner, "nsubj"); asked >= 0 && r.tok(asked).Rel == "nsubj:pass" {
			asked = -1
		}
	}
	if asked >= 0 {
		r.not = d.actor
		if p := r.parties(asked, false); len(p) > 0 {
			d.recipient = p
		} else if p := r.inside(asked, "REQUEST", 0); len(p) > 0 {
			d.recipient = p
		}
		r.not = nil
	}
	switch r.lemma(c.v) {
	case "order", "direct", "instruct", "want", "tell", "invite", "require":
		if r.lemma(c.v) == "want" && insiders(d.actor) && len(d.recipient) > 0 && sectorOf(d.recipient[0].Code) == "GOV" {
			return true // a union wants of its government
		}
		if len(d.recipient) == 0 || len(d.actor) == 0 || countryOf(d.recipient[0].Code) == countryOf(d.actor[0].Code) || countryOf(d.recipient[0].Code) == "" && sectorOf(d.recipient[0].Code) == "MIL" {
			if !ok || r.lemma(c.v) != "order" {
				return false
			}
			in.actor = d.actor
			in.from, in.to = d.from, d.to
			*d = in
			return len(d.recipient) > 0
		}
		if r.lemma(c.v) == "tell" && !ok && !(official(d.actor[0].Code) && r.foreign(d) && r.marker(inner, "to")) || r.lemma(c.v) == "want" && !ok && !official(d.actor[0].Code) || r.lemma(c.v) == "want" && (c.obj < 0 || c.subj < 0 || r.tok(c.subj).UPOS == syntax.PRON) {
			return false
		}
	}
	if len(d.recipient) == 0 {
		d.recipient = r.around(inner, "REQUEST", d.actor)
	}
	return d.mode != "" || anyCode(d.recipient)
}

// inverted reports whether a modal stands before its subject: "should he invade".
func (r *run) inverted(v, sub int) bool {
	k := r.child(v, "aux")
	return k >= 0 && k < sub
}

// wished reports whether a complement tells what is to be, not what is: "demanded
// that X leave", but not "insists that X left".
func (r *run) wished(v int, lemma string) bool {
	switch r.aux(v) {
	case "should", "must":
		return true
	case "":
	default:
		return false
	}
	switch r.tok(v).XPOS {
	case "VB":
		return true
	case "VBP":
		if s := r.child(v, "nsubj"); s >= 0 && r.tok(s).UPOS != syntax.PRON && !r.tok(s).Feats.Has(syntax.Plural) && r.child(s, "conj") < 0 {
			return true // "insisted that X pay"
		}
		return lemma != "insist" && lemma != "ask"
	}
	return r.child(v, "cop", "aux:pass") >= 0 && r.lower(r.child(v, "cop", "aux:pass")) == "be"
}

// asks reports whether a complement is a question: "asked what they were doing".
func (r *run) asks(v int) bool {
	for t := v; t >= 0 && t > v-12; t-- {
		if !r.s.Under(t, v) {
			continue
		}
		switch r.lower(t) {
		case "what", "whether", "how", "why", "who", "when", "where", "if", "which":
			return true
		}
	}
	return false
}
