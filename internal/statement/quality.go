package statement

import (
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// qualities settles how each statement was said and how far its content is told
// as a fact.
func (w *work) qualities() {
	for i := range w.out {
		s, a := &w.out[i], w.from[i]
		if a.entry != nil && a.entry.role != "" {
			s.Role = a.entry.role
		}
		if s.Role == record.Claim && w.falsified(s, a) {
			s.Role = record.Denial
		}
		s.Quoted = w.manner(s)
		s.Channel = w.channel(s, a)
		w.modality(s, a)
		if last := s.Content[len(s.Content)-1].Text; s.Quoted == "direct" && strings.HasSuffix(strings.TrimRight(last, "\"”’'"), "?") {
			s.Modality, s.Role = record.Unclear, record.Claim // a question
		}
		if s.Role == record.Demand && a.entry != nil && a.entry.takes('q') && s.Modality == record.Unclear {
			s.Role = record.Claim // "asked whether"
		}
	}
}

// falsified reports whether a content only says that what was told is not so:
// "the claims are false", "this is not true".
func (w *work) falsified(s *record.Statement, a *attribution) bool {
	v, h := w.contentHead(s, a)
	if h < 0 {
		return false
	}
	switch v.lemma(h) {
	case "false", "untrue", "fake", "baseless", "groundless", "unfounded", "nonsense", "incorrect", "lie", "fabrication", "absurd":
		if v.negated(h) {
			return false
		}
	case "true", "correct":
		if !v.negated(h) {
			return false
		}
	default:
		return false
	}
	subj := v.kid(h, "nsubj")
	if subj < 0 {
		return false
	}
	switch v.lemma(subj) {
	case "it", "this", "that", "they", "these", "those", "claim", "report", "allegation", "accusation", "thesis", "information", "statement", "story", "charge", "rumor", "rumour", "everything", "all":
		return true
	}
	return false
}

// manner tells direct from indirect and mixed speech.
func (w *work) manner(s *record.Statement) string {
	inside, marks := 0, false
	total := 0
	for _, c := range s.Content {
		total += c.End - c.Start
		for i := range w.quotes {
			q := &w.quotes[i]
			lo, hi := max(c.Start, q.Start), min(c.End, q.End)
			if hi > lo {
				inside += hi - lo
				marks = true
			}
		}
	}
	first, last := s.Content[0].Text, s.Content[len(s.Content)-1].Text
	if !marks && len(first) > 4 && len(last) > 4 && strings.ContainsAny(first[:1], "\"“") && strings.ContainsAny(last[len(last)-1:], "\"”,") {
		return "direct" // marks that could not be paired
	}
	switch {
	case inside+2 >= total && marks:
		return "direct"
	case marks:
		return "mixed"
	}
	return "indirect"
}

// channel tells whether a statement was made in public.
func (w *work) channel(s *record.Statement, a *attribution) record.Channel {
	v := a.v
	if a.cueAt >= 0 {
		if c := w.spoken(v, a); c != "" {
			return c
		}
	}
	if a.entry != nil && a.entry.channel != "" && a.entry.channel != "-" {
		return a.entry.channel
	}
	if s.Source.Kind == record.Document && a.lender == nil && !a.source.empty() {
		for k := a.source.from; k < a.source.to; k++ { // "a leaked memo says"
			if w.beside[v.lemma(k)] == record.Leaked && v.rel(k) == "amod" {
				return record.Leaked
			}
		}
	}
	if a.entry == nil || s.Source.Kind != record.Named || a.hidden {
		return record.UnknownChannel
	}
	relayed, nested := false, false
	for _, h := range s.Chain {
		if h.Statement == "" {
			continue
		}
		nested = true
		if o := w.find(h.Statement); o != nil && (o.Source.Kind == record.Anonymous || o.Source.Kind == record.Document) {
			relayed = true
		}
	}
	switch {
	case relayed && a.entry.class == "signal":
		return record.Private
	case nested || a.entry.class == "thought" || a.entry.class == "intent" || a.entry.class == "signal":
		return record.UnknownChannel
	case w.phraseCue(a) && s.Source.Kind != record.Named:
		return record.UnknownChannel
	}
	return record.Public
}

func (w *work) phraseCue(a *attribution) bool { return a.rule == "statement/according-to" }

func (w *work) find(id record.StatementID) *record.Statement {
	for i := range w.out {
		if w.out[i].ID == id {
			return &w.out[i]
		}
	}
	return nil
}

// spoken reads the words beside a cue: an adverb, a set phrase, where it was said,
// and to whom.
func (w *work) spoken(v *view, a *attribution) record.Channel {
	heads := [2]int{a.cueAt, -1}
	if a.cue.from != a.cueAt {
		heads[1] = a.cue.from
	}
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, k := range v.kids(h) {
			l := v.lemma(k)
			switch v.rel(k) {
			case "advmod", "amod":
				if c := w.adverbs[l]; c != "" && c != record.UnknownChannel {
					return c
				}
				if c := w.beside[l]; c != "" && v.rel(k) == "amod" {
					return c
				}
			case "obl", "nmod":
				if c := w.place(v, a, k); c != "" {
					return c
				}
			case "obj", "iobj":
				if c := w.told[l]; c != "" {
					return c
				}
			}
		}
	}
	if len(a.content) > 0 { // "said in a leaked recording that"
		for k := a.cue.to; k < a.content[0].from; k++ {
			if c := w.beside[v.lemma(k)]; c != "" && c != record.Private {
				return c
			}
		}
	}
	text := strings.ToLower(v.text[v.Start:v.End])
	for _, p := range w.phrases {
		if at := strings.Index(text, p.words); at >= 0 {
			at += v.Start
			inside := false
			for _, c := range a.content {
				inside = inside || v.start(c) <= at && at < v.end(c)
			}
			if !inside && !w.elsewhere(a, at) {
				return p.channel
			}
		}
	}
	return ""
}

// elsewhere reports whether byte at stands in what another attribution of the same
// sentence tells, which does not tell a itself.
func (w *work) elsewhere(a *attribution, at int) bool {
	for _, o := range w.from {
		if o != nil && o != a && o.v == a.v && w.says(o, at) && !w.says(o, a.v.Tokens[a.cueAt].Start) {
			return true
		}
	}
	return false
}

// place reads "in a statement", "on Telegram", "in private talks".
func (w *work) place(v *view, a *attribution, k int) record.Channel {
	for _, c := range a.content {
		if c.has(k) {
			return ""
		}
	}
	switch v.caseOf(k) {
	case "in", "on", "at", "during", "via", "through", "over", "to", "by", "with":
	default:
		return ""
	}
	for _, m := range v.kids(k) {
		if c := w.beside[v.lemma(m)]; c != "" && v.rel(m) == "amod" {
			return c
		}
	}
	if c := w.beside[v.lemma(k)]; c != "" && !(c == record.Private && v.caseOf(k) == "by") {
		return c
	}
	if v.caseOf(k) == "to" || v.caseOf(k) == "with" {
		return w.told[v.lemma(k)]
	}
	return ""
}

// modality reads how far the content is told as a fact, from the words around
// its predicate, and whether the attribution itself is denied or doubted.
func (w *work) modality(s *record.Statement, a *attribution) {
	v := a.v
	if a.cueAt >= 0 {
		h := a.cueAt
		if a.cue.from < h && v.Tokens[a.cue.from].UPOS == syntax.VERB {
			h = a.cue.from
		}
		s.Negated = v.negated(h) || w.refused(v, h) || a.head >= 0 && a.lender == nil && (v.is(a.head, "nobody", "none", "no-one") || v.is(a.source.from-1, "neither", "nor") || v.is(a.source.from, "neither"))
		if m := w.verbModality(v, h, false); m == record.Possible || m == record.Hypothetical || m == record.Unclear {
			s.Modality = m
		}
	}
	if s.Modality != record.Asserted {
		return
	}
	cv, head := w.contentHead(s, a)
	if head < 0 {
		return
	}
	s.Modality = w.verbModality(cv, head, true)
	if s.Modality == record.Asserted || s.Modality == record.Future {
		if a.entry != nil && a.entry.class == "intent" && cv.kid(head, "mark") >= 0 {
			s.Modality = record.Future
		}
	}
	s.Probability = probability(cv, head)
	if s.Probability != "" && s.Modality == record.Asserted {
		s.Modality = record.Possible
	}
	for _, c := range s.Content[1:] { // "…, he said, if the others did the same"
		if conditional(c.Text) {
			s.Condition = &c
			if s.Modality == record.Asserted || s.Modality == record.Future {
				s.Modality = record.Conditional
			}
			return
		}
	}
	if c := w.condition(cv, head, a); c >= 0 {
		s.Condition = w.conditionSpan(cv, c, s)
		if s.Modality == record.Asserted || s.Modality == record.Future {
			s.Modality = record.Conditional
		}
	}
}

// refused reports whether a verb of speech is only what somebody declined to do.
func (w *work) refused(v *view, h int) bool {
	up := v.Tokens[h].Head
	if v.rel(h) != "xcomp" || up < 0 {
		return false
	}
	switch v.lemma(up) {
	case "decline", "refuse", "fail", "slow", "reluctant", "unwilling", "hesitant":
		return !v.negated(up)
	}
	return false
}

// conditional reports whether a piece of a content says what the rest depends on.
func conditional(piece string) bool {
	p := strings.ToLower(piece)
	for _, w := range [...]string{"if ", "unless ", "provided ", "only if ", "only on ", "but only ", "on condition ", "as long as ", "only when ", "only after "} {
		if strings.HasPrefix(p, w) {
			return true
		}
	}
	return false
}

// contentHead finds the predicate of a content.
func (w *work) contentHead(s *record.Statement, a *attribution) (*view, int) {
	c := s.Content[0]
	si := w.doc.SentenceAt(c.Start)
	if si >= len(w.views) || w.views[si] == nil || !w.views[si].Parsed() {
		return nil, -1
	}
	v := w.views[si]
	from, best := v.TokenAt(c.Start), -1
	for i := from; i < len(v.Tokens) && v.Tokens[i].End <= c.End; i++ {
		if v.Tokens[i].UPOS == syntax.PUNCT {
			continue
		}
		if h := v.Tokens[i].Head; h < 0 || v.Tokens[h].Start < c.Start || v.Tokens[h].Start >= c.End {
			if best < 0 || v.verbal(i) && !v.verbal(best) {
				best = i
			}
		}
	}
	if best < 0 {
		return nil, -1
	}
	return v, best
}

// verbModality reads the auxiliaries, marks and adverbs of a predicate and of
// those joined to it.
func (w *work) verbModality(v *view, h int, content bool) record.Modality {
	neg := v.negated(h)
	out := record.Asserted
	for _, k := range v.kids(h) {
		word := strings.ToLower(v.Tokens[k].Text)
		switch v.rel(k) {
		case "aux":
			switch v.lemma(k) {
			case "could", "may", "might":
				if neg && v.is(k, "could") {
					continue // "could not escape"
				}
				return record.Possible
			case "will", "'ll", "’ll", "shall", "wo", "ll":
				if !neg {
					out = record.Future
				}
			case "would":
				if !neg || v.kid(h, "advcl") >= 0 {
					out = record.Conditional
				}
			}
			switch word {
			case "could", "may", "might":
				if neg && word == "could" {
					continue
				}
				return record.Possible
			}
			if word == "would" && content && out == record.Conditional && hasIf(v, h) < 0 {
				out = record.Future // reported future: "said that X would leave"
			}
		case "mark", "advmod":
			switch word {
			case "whether":
				return record.Unclear
			case "if":
				if content && k < h && v.rel(h) == "ccomp" {
					return record.Unclear
				}
				if !content {
					return record.Hypothetical
				}
			case "perhaps", "possibly", "maybe":
				return record.Possible
			}
		case "conj":
			if content && v.verbal(k) && out == record.Asserted && v.rel(h) != "conj" {
				if m := w.verbModality(v, k, false); m == record.Possible {
					continue
				}
			}
		}
	}
	return out
}

// hasIf finds the condition that hangs from a predicate, or -1.
func hasIf(v *view, h int) int {
	for _, k := range v.kids(h) {
		if r := v.rel(k); r == "advcl" || r == "ccomp" && k > h && !asking[v.lemma(h)] {
			if m := v.kid(k, "mark"); m >= 0 && v.is(m, "if", "unless", "provided") {
				return k
			}
		}
	}
	return -1
}

// asking are verbs whose "if" means "whether".
var asking = map[string]bool{"know": true, "ask": true, "wonder": true, "see": true, "check": true, "decide": true, "doubt": true, "say": true, "tell": true}

// probability gives the word of likelihood on a predicate, as it stands.
func probability(v *view, h int) string {
	switch v.lemma(h) {
	case "likely", "unlikely", "possible", "probable":
		return strings.ToLower(v.Tokens[h].Text)
	}
	for _, k := range v.kids(h) {
		if v.rel(k) != "advmod" && v.rel(k) != "amod" {
			continue
		}
		switch v.lemma(k) {
		case "likely", "unlikely", "probably", "possibly", "perhaps", "presumably", "apparently", "almost certainly":
			return strings.ToLower(v.Tokens[k].Text)
		}
	}
	return ""
}

// condition finds the clause a content depends on: "if …", "unless …", "only on
// …", "provided that …"; -1 when there is none.
func (w *work) condition(v *view, h int, a *attribution) int {
	if k := hasIf(v, h); k >= 0 {
		return k
	}
	for _, k := range v.kids(h) {
		r := v.rel(k)
		m := v.kid(k, "mark", "case")
		switch {
		case m >= 0 && (r == "advcl" || r == "obl" || r == "conj") && v.is(m-1, "only") && !v.is(m-2, "not", "n't", "n’t") && v.is(m, "on", "after", "when", "under") && v.kid(k, "nummod") < 0 && !timeNoun(v, k):
			return k
		case r == "conj" || r == "ccomp" || r == "xcomp":
			if c := w.condition(v, k, a); c >= 0 {
				return c
			}
		case r == "advcl" || r == "obl":
			if m >= 0 && v.is(m, "if", "unless", "provided", "providing") || v.is(k, "provided") {
				return k
			}
		}
	}
	return -1
}

// conditionSpan gives the words of a condition, without marks around them and
// never over the end of the content that depends on it.
func (w *work) conditionSpan(v *view, c int, s *record.Statement) *record.Span {
	p := v.trim(v.whole(c))
	for _, piece := range s.Content {
		for piece.Start <= v.Tokens[p.from].Start && v.Tokens[p.from].Start < piece.End && p.to-p.from > 1 && v.Tokens[p.to-1].End > piece.End {
			p.to--
		}
	}
	if p = v.trim(p); p.empty() {
		p = v.whole(c)
	}
	span := v.Span(v.text, p.from, p.to)
	return &span
}
