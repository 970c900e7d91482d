package actor

import (
	"strings"

	"sitrep/internal/syntax"
)

// strangers turns runs of capitalised words into names of people that no table
// has: those that the tagger calls people, and those that follow a title.
func (r *run) strangers(s *syntax.Sentence) {
	out := r.spare[:0]
	for k := 0; k < len(r.list); {
		it := r.list[k]
		end := 0
		if it.what == word || it.what == agent && r.atoms[it.from].upper && r.x.nouns[it.value].use != "title" && r.x.nouns[it.value].use != "rank" {
			if end = r.nameEnd(s, k); r.calling(k, end) {
				end = 0
			}
		}
		if end == 0 && it.what == word && k > 0 && r.atoms[it.from].upper && r.afterTitle(k) {
			end = r.capitals(s, k)
		}
		if end == 0 && it.what == word && r.metAgain(k) {
			end = k + 1
		}
		if end <= k {
			out = append(out, it)
			k++
			continue
		}
		out = append(out, item{from: it.from, to: r.list[end-1].to, what: stranger, value: -1, poss: r.list[end-1].poss})
		k = end
	}
	r.list, r.spare = out, r.list
}

// calling reports whether the first word of a name that ends before item end is
// what the person is, with a capital because it opens the sentence: "Spokeswoman
// X", "Analyst X Y", but not "Baker X".
func (r *run) calling(k, end int) bool {
	if r.list[k].what != agent || end < k+2 {
		return false
	}
	n := &r.x.nouns[r.list[k].value]
	if n.plural || n.kind != "person" || r.x.sexes.given[n.lemma] != 0 {
		return false
	}
	return end > k+2 || strings.HasPrefix(n.lemma, "spokes") || r.x.sexes.role[n.lemma] != 0 && r.x.sexes.title[n.lemma] == 0
}

// metAgain reports whether item k is the family name of somebody met before that
// stands by itself, whether or not the tagger calls it a name.
func (r *run) metAgain(k int) bool {
	it := r.list[k]
	a := r.atoms[it.from]
	if it.to-it.from != 1 || !a.upper || a.hyphen || len(r.families[r.text(it)]) == 0 {
		return false
	}
	if k > 0 && !a.gap && r.atoms[r.list[k-1].from].upper && r.list[k-1].what == word {
		return false
	}
	return k+1 >= len(r.list) || r.atoms[r.list[k+1].from].gap || !r.atoms[r.list[k+1].from].upper || r.list[k+1].what != word
}

// nameEnd gives the item after a person's name, as the tagger has it, that
// begins at item k; 0 when there is none.
func (r *run) nameEnd(s *syntax.Sentence, k int) int {
	t := r.atoms[r.list[k].from].token
	for _, n := range s.Names {
		if n.Kind != syntax.PersonName || n.Start > t || n.End <= t {
			continue
		}
		if n.Start < t && k > 0 && r.atoms[r.list[k-1].to-1].token >= n.Start && r.list[k-1].what != agent && r.list[k-1].what != state && r.list[k-1].what != modifier {
			return 0
		}
		end := k
		for end < len(r.list) && r.atoms[r.list[end].to-1].token < n.End {
			if r.list[end].what == named || r.list[end].what == seat && end == k || r.list[end].what == state && r.x.surface[r.list[end].value].form == "demonym" {
				return 0
			}
			end++
		}
		if end == k || r.list[k].what == agent && end == k+1 {
			return 0
		}
		return end
	}
	return 0
}

// afterTitle reports whether a title stands right before item k.
func (r *run) afterTitle(k int) bool {
	p := r.list[k-1]
	if r.atoms[r.list[k].from].gap && (r.doc.Text[r.end(k-1):r.start(k)] != ", " || k+1 >= len(r.list) ||
		!r.atoms[r.list[k+1].from].upper || r.atoms[r.list[k+1].from].gap) {
		return false
	}
	if r.atoms[r.list[k].from].hyphen || p.poss {
		return false
	}
	if p.what == agent {
		n := r.x.nouns[p.value]
		return (n.use == "title" || n.use == "rank" || strings.HasPrefix(n.lemma, "spokes")) && !n.plural && n.kind == "person"
	}
	switch r.text(p) {
	case "Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady":
		return true
	}
	return false
}

// capitals gives the item after a run of capitalised words from item k.
func (r *run) capitals(s *syntax.Sentence, k int) int {
	end := k
	for end < len(r.list) && end < k+5 {
		it := r.list[end]
		if it.what == pronoun || it.what == agent || it.what == modifier {
			break
		}
		if end > k && r.atoms[it.from].gap {
			break
		}
		if end > k && r.atoms[it.from].hyphen {
			end++
			continue
		}
		low := r.text(it)
		if !r.atoms[it.from].upper && !(end > k && end+1 < len(r.list) && particle(low) && r.atoms[r.list[end+1].from].upper) {
			break
		}
		if weekday(low) || end > k && (it.what == state || it.what == named) {
			break
		}
		end++
		if it.poss {
			break
		}
	}
	if end == k || end > k+1 && r.elsewhat(s, k, end) {
		return 0
	}
	return end
}

// elsewhat reports whether the tagger calls the items from k to end, several words,
// a body or a place: "analyst Ithil Insight", "a major Gondrian Sea port".
func (r *run) elsewhat(s *syntax.Sentence, k, end int) bool {
	t0, t1 := r.atoms[r.list[k].from].token, r.atoms[r.list[end-1].to-1].token
	for _, n := range s.Names {
		if n.Start <= t0 && t1 < n.End {
			return n.Kind == syntax.OrganisationName || n.Kind == syntax.LocationName
		}
	}
	return false
}

func particle(s string) bool {
	switch s {
	case "de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "da", "di", "du", "la", "le", "ul":
		return true
	}
	return false
}

func weekday(s string) bool {
	switch s {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}
