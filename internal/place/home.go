package place

import (
	"math"
	"strconv"
	"strings"

	"sitrep/internal/gazetteer"
	"sitrep/internal/lang"
)

// homeCue is what a word says about the country that a report is at home in.
type homeCue struct {
	country string
	weight  float64
	number  int // of the word, so that it counts once for a report
}

func (w *words) homeRow(r lang.Row, _ *gazetteer.Gazetteer) bool {
	weight, err := strconv.ParseFloat(r.Field(1), 64)
	for _, word := range strings.Fields(r.Field(2)) {
		w.home[word] = append(w.home[word], homeCue{r.Field(0), weight, len(w.home)})
	}
	return err == nil && weight > 0
}

// home is the country that a report is at home in, with how sure that is.
type home struct {
	country string
	weight  float64
}

// findHome adds up the words of the report that belong to one country's local
// life. Less than a handful of them say nothing; and they must be clearly more
// than those of any other country.
func (w *work) findHome() home {
	sums := map[string]float64{}
	seen := map[string]bool{}
	for si := range w.doc.Sentences {
		for ti := range w.doc.Sentences[si].Tokens {
			t := w.doc.Sentences[si].Tokens[ti].Text
			cues := w.e.words.home[t]
			if cues == nil || seen[t] {
				continue
			}
			seen[t] = true
			for _, c := range cues {
				sums[c.country] += c.weight
			}
		}
	}
	best, second := home{}, 0.0
	for _, country := range homeOrder {
		switch v := sums[country]; {
		case v > best.weight:
			best, second = home{country, v}, best.weight
		case v > second:
			second = v
		}
	}
	best.weight -= second
	if best.weight <= 0 {
		return home{}
	}
	best.weight = 1 - math.Exp(-best.weight/3)
	return best
}

// abroad is how many countries besides home the report names, themselves or
// their people: a report that names several is not a local one, whatever its words.
func (w *work) abroad() int {
	n := 0
	for i := range w.groups {
		g := &w.groups[i]
		if len(g.cands) == 0 || g.local {
			continue
		}
		c := &g.cands[0]
		if c.place.Feature == "A.PCLI" && c.place.Country != w.home.country && !g.clash() {
			n++
		}
	}
	return n
}

// clash tells a country's name that a settlement or a division of some size bears
// too: alone it says nothing about where a report is at home.
func (g *group) clash() bool {
	for i := 1; i < len(g.cands); i++ {
		if c := &g.cands[i]; c.place.Class() == 'P' && c.place.LogPop > 60 || c.place.Feature == "A.ADM1" {
			return true
		}
	}
	return false
}

// homeOrder is the order in which countries are looked at, so that equal sums
// always fall the same way.
var homeOrder = []string{"US", "GB", "CA", "AU", "IE", "IN", "NZ", "UA", "ZA"}
