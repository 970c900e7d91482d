package actor

import (
	"strings"

	"sitrep/internal/lang"
)

// sexes tells a person's sex, 'm' or 'f', from names, titles and nouns. What it
// does not know for sure is 0.
type sexes struct {
	given, title, role map[string]byte
	not                map[string]bool // family names that have a telling ending by chance
	patronymic, family []ending
}

// ending is the end of a name and the sex that it tells.
type ending struct {
	text string
	sex  byte
}

func newSexes(l lang.Language) (*sexes, error) {
	rows, err := l.Table("given-names.tsv", 4)
	if err != nil {
		return nil, err
	}
	x := &sexes{given: make(map[string]byte, 4096), title: map[string]byte{}, role: map[string]byte{}, not: map[string]bool{}}
	for _, r := range rows {
		sex := r.Field(0)[0]
		for _, w := range strings.Split(r.Field(3), ";") {
			switch r.Field(1) {
			case "given":
				x.given[w] = sex
			case "title":
				x.title[w] = sex
			case "role":
				x.role[w] = sex
			case "not":
				x.not[w] = true
			case "patronymic":
				x.patronymic = append(x.patronymic, ending{w, sex})
			case "surname":
				x.family = append(x.family, ending{w, sex})
			}
		}
	}
	return x, nil
}

// ofTitle gives the sex that a title before a name tells.
func (x *sexes) ofTitle(title string) byte {
	return x.title[strings.TrimSuffix(strings.ToLower(title), ".")]
}

// ofRole gives the sex that a noun for a person tells, by the noun or its last
// word: "spokeswoman", "deputy chairman".
func (x *sexes) ofRole(lemma string) byte {
	if s := x.role[lemma]; s != 0 {
		return s
	}
	return x.role[lastWord(lemma)]
}

// ofName gives the sex that a person's name tells: its title, else its first
// name, else a patronymic, else the ending of the family name. A name of one word
// tells only by its ending, unless it is a woman's first name: men's are family
// names too.
func (x *sexes) ofName(name string) byte {
	words := strings.Fields(strings.ToLower(name))
	if len(words) > 1 && x.ofTitle(words[0]) != 0 {
		return x.ofTitle(words[0])
	}
	if len(words) == 0 {
		return 0
	}
	last := words[len(words)-1]
	if len(words) == 1 {
		if x.given[last] == 'f' {
			return 'f'
		}
		return x.ofFamily(last)
	}
	for _, w := range words[:len(words)-1] { // "J. Edgar Doe"
		if strings.HasSuffix(w, ".") || len(w) == 1 {
			continue
		}
		if s := x.ofGiven(w); s != 0 {
			return s
		}
		break
	}
	for _, w := range words[1 : len(words)-1] {
		switch w {
		case "bin", "ibn", "ben":
			return 'm'
		case "bint":
			return 'f'
		}
		if s := ends(w, x.patronymic); s != 0 {
			return s
		}
	}
	return x.ofFamily(last)
}

func (x *sexes) ofGiven(w string) byte {
	if s := x.given[w]; s != 0 {
		return s
	}
	first, second, ok := strings.Cut(w, "-")
	if !ok {
		return 0
	}
	if s := x.given[first]; s != 0 {
		return s
	}
	return x.given[second]
}

func (x *sexes) ofFamily(w string) byte {
	if x.not[w] {
		return 0
	}
	return ends(w, x.family)
}

func ends(w string, list []ending) byte {
	for _, e := range list {
		if len(w) > len(e.text)+1 && strings.HasSuffix(w, e.text) {
			return e.sex
		}
	}
	return 0
}
