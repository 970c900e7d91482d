package place

import (
	"math"
	"strconv"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/record"
)

// relatives adds the places that are told by distance and direction from a named
// one: "20 km south of Robotyne", "about 30 miles (48 km) north-west of Kyiv".
func (w *work) relatives(si int, s *syntax.Sentence, first int) {
	for k := len(w.mentions) - 1; k >= first; k-- {
		m := &w.mentions[k]
		if m.form != named && m.form != short || m.from < 2 || s.Tokens[m.from-1].Text != "of" && s.Tokens[m.from-1].Text != "from" {
			continue
		}
		r, ok := w.relativeBefore(s, m)
		if ok {
			r.sent, r.of, r.parent, r.form = si, k, -1, relative
			w.add(r, s)
		}
	}
}

// relativeBefore reads distance and direction that end before the mention.
func (w *work) relativeBefore(s *syntax.Sentence, m *mention) (mention, bool) {
	r := mention{to: m.to, degrees: math.NaN()}
	i := m.from - 2
	word := s.Tokens[i].Text
	if i > 1 && s.Tokens[i-1].Text == "-" { // "north-east" in three tokens
		i -= 2
		word = w.doc.Text[s.Tokens[i].Start:s.Tokens[i+2].End]
	}
	if w.e.words.class[word]&direction == 0 {
		return r, false
	}
	r.degrees = w.e.words.number[word]
	i--
	for i >= 0 && (s.Tokens[i].Text == "the" || s.Tokens[i].Text == "to") {
		i--
	}
	if i >= 0 && s.Tokens[i].Text == ")" {
		for i >= 0 && s.Tokens[i].Text != "(" {
			i--
		}
		i--
	}
	if i < 1 || w.classAt(s, i)&unit == 0 {
		return r, false
	}
	perUnit := w.e.words.number[s.Tokens[i].Text]
	i--
	if s.Tokens[i].Text == "-" && i > 0 {
		i--
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s.Tokens[i].Text, ",", ""), 64)
	if err != nil || n <= 0 || n*perUnit > 2000 {
		return r, false
	}
	r.from, r.km = i, n*perUnit
	return r, true
}

// relativePlace moves the point of the named place and widens its precision: by a
// quarter of the distance, for directions are told to an eighth of the compass.
func (w *work) relativePlace(p *record.Place, m *mention) {
	p.Rule = ruleRelative
	of := &w.mentions[m.of]
	if of.group < 0 {
		p.Why = "the place it is told from is not in the gazetteer"
		return
	}
	g := &w.groups[of.group]
	c := &g.cands[g.best]
	if why := g.doubtful(); why != "" {
		p.Why = why
		return
	}
	if c.place.Precision > 4*m.km+10 {
		p.Country, p.Why = w.e.gaz.Alpha3(c.place.Country), "told from an area that is larger than the distance: no point"
		return
	}
	lat, lon := move(c.place.Lat, c.place.Lon, m.degrees, m.km)
	p.Lat, p.Lon = &lat, &lon
	p.Country = w.e.gaz.Alpha3(c.place.Country)
	p.Precision = math.Round(c.place.Precision + m.km/4 + 1)
	p.Confidence = float64(int(g.agreeing(c)*80)) / 100
	p.Why = strconv.FormatFloat(math.Round(m.km), 'f', -1, 64) + " km from " + c.place.Name + " in the direction told"
}
