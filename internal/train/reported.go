package train

import "sitrep/internal/syntax"

// sentence makes one sentence of reported speech.
func (g *grammar) sentence() piece {
	forms := []func() piece{g.relative, g.participle, g.despite, g.urged, g.asked, g.called, g.according, g.cited, g.plain, g.plain, g.praised, g.toldOn, g.quoted}
	return forms[g.IntN(len(forms))]()
}

func (g *grammar) did() piece {
	v := word(g.one("left", "resigned", "returned", "spoke", "arrived"), "VBD", syntax.VERB)
	if g.IntN(2) == 0 {
		return v
	}
	return hang([]string{"", "obl"}, v, g.day())
}

func (g *grammar) day() piece {
	return hang([]string{"case", ""}, word("on", "IN", syntax.ADP), word(g.one("Monday", "Friday", "Sunday", "Tuesday"), "NNP", syntax.PROPN))
}

// relative: "Anna Dorn, who said the plan was safe, left on Monday."
func (g *grammar) relative() piece {
	said := hang([]string{"punct", "nsubj", "", "ccomp", "punct"}, comma(), word("who", "WP", syntax.PRON), g.say(), g.that(), comma())
	who := hang([]string{"", "acl:relcl"}, g.person(), said)
	return hang([]string{"nsubj", "", "punct"}, who, g.did(), stop())
}

// participle: "Speaking in Geneva, Anna Dorn said that …"
func (g *grammar) participle() piece {
	open := hang([]string{"", "obl", "punct"}, word(g.one("speaking", "writing", "appearing"), "VBG", syntax.VERB),
		hang([]string{"case", ""}, word("in", "IN", syntax.ADP), g.place()), comma())
	return hang([]string{"advcl", "nsubj", "", "ccomp", "punct"}, open, g.who(), g.say(), g.that(), stop())
}

// despite: "Despite publicly stating that …, Anna Dorn left."
func (g *grammar) despite() piece {
	c := hang([]string{"mark", ""}, word("that", "IN", syntax.SCONJ), g.clause())
	open := hang([]string{"mark", "advmod", "", "ccomp", "punct"}, word(g.one("despite", "after", "while"), "IN", syntax.SCONJ),
		word(g.one("publicly", "repeatedly", "privately"), "RB", syntax.ADV), word(g.one("stating", "saying", "insisting", "claiming"), "VBG", syntax.VERB), c, comma())
	return hang([]string{"advcl", "nsubj", "", "punct"}, open, g.person(), g.did(), stop())
}

// urged: "Anna Dorn urged Peter Quill to leave the city."
func (g *grammar) urged() piece {
	to := hang([]string{"mark", "", "obj"}, word("to", "TO", syntax.PART), word(g.one("leave", "withdraw", "sign", "accept", "free"), "VB", syntax.VERB), g.thing())
	return hang([]string{"nsubj", "", "obj", "xcomp", "punct"}, g.who(), word(g.one("urged", "asked", "ordered", "told", "pressed"), "VBD", syntax.VERB), g.who(), to, stop())
}

// asked: "An official who asked not to be named said …"
func (g *grammar) asked() piece {
	named := hang([]string{"advmod", "mark", "aux:pass", ""}, word("not", "RB", syntax.PART), word("to", "TO", syntax.PART), word("be", "VB", syntax.AUX),
		word(g.one("named", "identified", "quoted"), "VBN", syntax.VERB))
	rel := hang([]string{"nsubj", "", "xcomp"}, word("who", "WP", syntax.PRON), word(g.one("asked", "wanted"), "VBD", syntax.VERB), named)
	who := hang([]string{"det", "", "acl:relcl"}, word(g.one("an", "one"), "DT", syntax.DET), word(g.one("official", "officer", "envoy", "aide"), "NN", syntax.NOUN), rel)
	return hang([]string{"nsubj", "", "ccomp", "punct"}, who, g.say(), g.that(), stop())
}

// called: "Anna Dorn, a member of the council, called the plan a mistake."
func (g *grammar) called() piece {
	who := g.person()
	if g.IntN(2) == 0 {
		of := hang([]string{"case", ""}, word("of", "IN", syntax.ADP), g.thing())
		who = hang([]string{"", "appos"}, who, hang([]string{"punct", "det", "", "nmod", "punct"}, comma(), word("a", "DT", syntax.DET), word(g.one("member", "leader", "critic"), "NN", syntax.NOUN), of, comma()))
	}
	what := hang([]string{"det", ""}, word("a", "DT", syntax.DET), word(g.one("mistake", "lie", "crime", "victory", "trap"), "NN", syntax.NOUN))
	return hang([]string{"nsubj", "", "obj", "xcomp", "punct"}, who, word(g.one("called", "called", "labeled"), "VBD", syntax.VERB), g.thing(), what, stop())
}

// according: "…, according to three officials close to the council and other diplomats."
func (g *grammar) according() piece {
	who := g.groups
	if g.IntN(2) == 0 {
		who = g.group
	}
	source := hang([]string{"case", ""}, hang([]string{"", "fixed"}, word("according", "VBG", syntax.VERB), word("to", "IN", syntax.ADP)), who())
	return hang([]string{"", "obl", "punct"}, g.clause(), hang([]string{"punct", ""}, comma(), source), stop())
}

// cited: "Sources cited by the ministry warned that …"
func (g *grammar) cited() piece {
	by := hang([]string{"", "obl:agent"}, word(g.one("cited", "quoted", "interviewed"), "VBN", syntax.VERB), hang([]string{"case", ""}, word("by", "IN", syntax.ADP), g.who()))
	who := hang([]string{"", "acl"}, word(g.one("sources", "officials", "experts", "diplomats"), "NNS", syntax.NOUN), by)
	return hang([]string{"nsubj", "", "ccomp", "punct"}, who, g.say(), g.that(), stop())
}

func (g *grammar) plain() piece {
	who := g.who
	if g.IntN(3) == 0 {
		who = g.groups
	}
	return hang([]string{"nsubj", "", "ccomp", "punct"}, who(), g.say(), g.that(), stop())
}

// praised: "The council praised the officers for their work."
func (g *grammar) praised() piece {
	reason := hang([]string{"case", "nmod:poss", ""}, word("for", "IN", syntax.ADP), word("their", "PRP$", syntax.PRON), word(g.one("work", "courage", "role", "failure"), "NN", syntax.NOUN))
	return hang([]string{"nsubj", "", "obj", "obl", "punct"}, g.who(), word(g.one("praised", "criticized", "blamed", "thanked"), "VBD", syntax.VERB), g.who(), reason, stop())
}

// toldOn: "Anna Dorn said on Friday that …"
func (g *grammar) toldOn() piece {
	c := hang([]string{"mark", ""}, word("that", "IN", syntax.SCONJ), g.clause())
	return hang([]string{"nsubj", "", "obl", "ccomp", "punct"}, g.who(), g.say(), g.day(), c, stop())
}

// quoted: "“The plan was safe,” Anna Dorn said."
func (g *grammar) quoted() piece {
	c := hang([]string{"punct", "", "punct", "punct"}, word("\"", "``", syntax.PUNCT), g.clause(), comma(), word("\"", "''", syntax.PUNCT))
	c.toks[1].Text = upperFirst(c.toks[1].Text)
	if g.IntN(2) == 0 {
		return hang([]string{"ccomp", "nsubj", "", "punct"}, c, g.who(), g.say(), stop())
	}
	return hang([]string{"ccomp", "", "nsubj", "punct"}, c, g.say(), g.person(), stop())
}
