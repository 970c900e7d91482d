package tag

import (
	"strings"
	"sync"

	"sitrep/internal/fault"
	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// The models of names: of bare ones, and of full mentions.
const (
	NamesFile    = "names.bin"
	MentionsFile = "mentions.bin"
	NamesModel   = "names" // within either
)

// Style is how far a name reaches, a habit of annotators that the model was
// taught with each text.
type Style uint8

// The styles.
const (
	// Bare names only: "Ada Korn" in "Foreign Minister Ada Korn".
	Bare Style = iota
	// Full mentions that hold a name: "Foreign Minister Ada Korn", "Dornian
	// government forces".
	Full
)

// Namer finds the names of persons, organisations, places and nationalities. It
// is safe for use by several goroutines at once.
type Namer struct {
	labeller *neural.Labeller
	kinds    []syntax.NameKind // by label
	opens    []bool            // by label: begins a name
	known    *Known
	pool     sync.Pool
}

type nameWork struct {
	items  NameItems
	labels []int
}

// NewNamer opens a language's namer beside the tagger whose states it reads.
// places are those it was trained with; it finds fewer names without. The namer
// of NamesFile finds bare names, that of MentionsFile full ones.
func NewNamer(t *Tagger, l lang.Language, places *gazetteer.Gazetteer, file string) (*Namer, error) {
	f, err := OpenModel(l, file)
	if err != nil {
		return nil, err
	}
	k, err := NewKnown(l, places)
	if err != nil {
		return nil, err
	}
	lab, err := neural.OpenLabeller(f, NamesModel, t.vectors)
	if err != nil {
		return nil, fault.New(fault.Invalid, "tag.NewNamer", file, err)
	}
	if lab.Plan().State != t.Width() {
		return nil, fault.New(fault.Invalid, "tag.NewNamer", file, nil).Hinted("it was trained beside another " + SyntaxFile + ": train both anew")
	}
	return BuildNamer(lab, k), nil
}

// BuildNamer makes a namer of its parts.
func BuildNamer(l *neural.Labeller, k *Known) *Namer {
	n := &Namer{labeller: l, known: k}
	for _, label := range l.Labels() {
		n.kinds = append(n.kinds, kindOf(label))
		n.opens = append(n.opens, strings.HasPrefix(label, "B-"))
	}
	return n
}

// NameLabels are the labels of the kinds of name that the model is taught.
var NameLabels = map[syntax.NameKind]string{
	syntax.PersonName: "PER", syntax.OrganisationName: "ORG", syntax.LocationName: "LOC", syntax.OtherName: "OTH",
}

func kindOf(label string) syntax.NameKind {
	for k, s := range NameLabels {
		if len(label) > 2 && label[2:] == s {
			return k
		}
	}
	return syntax.NoName
}

// Names sets the names of every sentence of a tagged document.
func (n *Namer) Names(doc *syntax.Document) { n.Style(doc, Bare) }

// Style is Names in a style of one's choice.
func (n *Namer) Style(doc *syntax.Document, style Style) {
	w, ok := n.pool.Get().(*nameWork)
	if !ok {
		w = &nameWork{}
	}
	defer n.pool.Put(w)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		s.Names = n.sentence(s, style, w)
	}
	n.agree(doc)
	if style == Full {
		for i := range doc.Sentences {
			n.joinPlaces(&doc.Sentences[i])
		}
	}
}

// sentence gives the names that the network finds in a sentence, and the peoples
// among the words that it leaves.
func (n *Namer) sentence(s *syntax.Sentence, style Style, w *nameWork) (names []syntax.Name) {
	items := w.items.Of(s, n.known, style)
	w.labels = n.labeller.Label(w.labels[:0], items)
	clear(items) // keep no text alive
	for i := 0; i < len(s.Tokens); {
		kind := n.kinds[w.labels[i]]
		j := i + 1
		if kind == syntax.NoName {
			// a people's name of several words is looked at as a whole
			for j < len(s.Tokens) && w.items.flags[j]&(people|opening) == people && n.kinds[w.labels[j]] == syntax.NoName {
				j++
			}
			names = w.items.nationality(names, i, j)
			i = j
			continue
		}
		for j < len(s.Tokens) && n.kinds[w.labels[j]] == kind && !n.opens[w.labels[j]] {
			j++
		}
		if style == Bare && w.items.allPeople(i, j) {
			kind = syntax.NationalityName
		}
		names = append(names, syntax.Name{Start: i, End: j, Kind: kind})
		if style == Full { // the full mention of a force holds its nation
			names = w.items.nationality(names, i, j)
		}
		i = j
	}
	return names
}

// allPeople tells whether the tokens from i to j name a people and nothing else:
// "US" is a country as well.
func (n *NameItems) allPeople(i, j int) bool {
	for ; i < j; i++ {
		if n.flags[i]&people == 0 || n.flags[i]&country != 0 {
			return false
		}
	}
	return true
}

// nationality adds the names of peoples among the tokens from i to j.
func (n *NameItems) nationality(names []syntax.Name, i, j int) []syntax.Name {
	for ; i < j; i++ {
		if n.flags[i]&people == 0 || n.flags[i]&opening == 0 {
			continue
		}
		end := i + 1
		for end < j && n.flags[end]&people != 0 && n.flags[end]&opening == 0 {
			end++
		}
		names = append(names, syntax.Name{Start: i, End: end, Kind: syntax.NationalityName})
	}
	return names
}

// capital tells a word that begins with one of the letters A to Z.
func capital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }
