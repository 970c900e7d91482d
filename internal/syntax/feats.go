package syntax

// Feats are the morphological features that later stages need, packed in bits.
// The zero value says nothing.
type Feats uint32

// The features, one bit each, grouped as UD names them.
const (
	Past    Feats = 1 << iota // Tense=Past
	Present                   // Tense=Pres
	Finite                    // VerbForm=Fin
	Infinitive
	Participle
	Gerund
	Imperative // Mood=Imp
	Passive    // Voice=Pass
	Singular
	Plural
	First
	Second
	Third
	Comparative
	Superlative
	Possessive // Poss=Yes
	Reflexive
	Negative // Polarity=Neg
	Subjective
	Objective // Case=Acc
	Masculine
	Feminine
)

// Has reports whether all features of f are set.
func (f Feats) Has(want Feats) bool { return f&want == want }
