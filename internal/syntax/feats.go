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

// featOrder is the order in which CoNLL-U wants features: by name, without
// regard to case.
var featOrder = []struct {
	bit  Feats
	name string
}{
	{Objective, "Case=Acc"}, {Subjective, "Case=Nom"}, {Comparative, "Degree=Cmp"}, {Superlative, "Degree=Sup"},
	{Feminine, "Gender=Fem"}, {Masculine, "Gender=Masc"}, {Imperative, "Mood=Imp"}, {Plural, "Number=Plur"},
	{Singular, "Number=Sing"}, {First, "Person=1"}, {Second, "Person=2"}, {Third, "Person=3"}, {Negative, "Polarity=Neg"},
	{Possessive, "Poss=Yes"}, {Reflexive, "Reflex=Yes"}, {Past, "Tense=Past"}, {Present, "Tense=Pres"},
	{Finite, "VerbForm=Fin"}, {Gerund, "VerbForm=Ger"}, {Infinitive, "VerbForm=Inf"}, {Participle, "VerbForm=Part"},
	{Passive, "Voice=Pass"},
}

// String gives the features as CoNLL-U writes them, "" for none.
func (f Feats) String() string {
	var b []byte
	for _, o := range featOrder {
		if f&o.bit == 0 {
			continue
		}
		if len(b) > 0 {
			b = append(b, '|')
		}
		b = append(b, o.name...)
	}
	return string(b)
}
