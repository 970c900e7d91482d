package place

import (
	"sitrep/internal/gazetteer"
	"sitrep/internal/syntax"
)

// form is how a place is named.
type form uint8

const (
	named    form = iota
	people        // "Russian", "Ukrainians"
	short         // "Ky.", "NYC"
	onStreet      // "Main Street"
	relative      // "20 km south of Robotyne"
	unknown       // given, but in no table
)

// mention is one name in the text.
type mention struct {
	sent, from, to int // tokens [from, to) of the sentence
	start, end     int // bytes
	form           form
	hits           []gazetteer.Hit
	// kind are the features that a word beside the name asks for ("County").
	kind []string
	// parent is the mention that follows after a comma and holds this place
	// ("Paris, Texas"), or -1.
	parent int
	// listed is true for a name that stands in a list of names or after "in".
	located bool
	key     string
	group   int
	// of, degrees and km belong to a relative place.
	of          int
	degrees, km float64
	loose       bool // named for a place of the gazetteer, not that place
	beside      bool // the parent is not what holds this place, but what it is near
	outside     bool // the place named after it holds no place of this name that is known
	local       bool // beside a word that towns have and countries do not
	title       bool // stands in a headline or a line in capitals
}

// work is what one call needs; it is kept for the next one.
type work struct {
	e        *Extractor
	doc      *syntax.Document
	mentions []mention
	groups   []group
	index    map[string]int // key of a group → its number
	key      []byte
	skel     []byte
	hits     []gazetteer.Hit
	home     home
	foreign  int // countries besides home that the report names
	surnames map[string]bool
	givens   map[string]bool
	places   map[string]bool
	tagged   bool // the document has names of the names model
}

func (w *work) reset(e *Extractor, doc *syntax.Document) {
	w.e, w.doc = e, doc
	clear(w.mentions[:cap(w.mentions)])
	clear(w.groups[:cap(w.groups)])
	w.mentions, w.groups = w.mentions[:0], w.groups[:0]
	if w.surnames == nil {
		w.surnames, w.givens, w.places = map[string]bool{}, map[string]bool{}, map[string]bool{}
	}
	clear(w.surnames)
	clear(w.givens)
	clear(w.places)
	w.tagged = false
}

// lookup finds the places of a name as it stands in the text. The hits are valid
// until the next call.
func (w *work) lookup(name string) (hits []gazetteer.Hit, longer bool) {
	w.key = gazetteer.Fold(w.key[:0], name)
	w.hits, longer = w.e.gaz.Lookup(w.key, w.hits[:0])
	return w.hits, longer
}

func upper(s string) bool {
	if s == "" {
		return false
	}
	c := s[0]
	if c < 0x80 {
		return c >= 'A' && c <= 'Z'
	}
	// Two-byte letters: Latin-1, Latin Extended and Cyrillic capitals.
	if len(s) < 2 {
		return false
	}
	switch {
	case c == 0xC3:
		return s[1] >= 0x80 && s[1] <= 0x9E
	case c == 0xC4 || c == 0xC5:
		return s[1]%2 == 0 // capitals and small letters take turns, nearly
	case c == 0xD0:
		return s[1] >= 0x80 && s[1] <= 0xAF
	case c == 0xD2:
		return s[1] == 0x90
	}
	return false
}

// allCaps tells a word of at least two capitals and no small letter.
func allCaps(s string) bool {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			return false
		case c >= 'A' && c <= 'Z':
			n++
		}
	}
	return n >= 2
}
