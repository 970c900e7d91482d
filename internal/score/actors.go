package score

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
)

// ActorsTask measures names and agents against dictionaries in the TABARI form:
// a countries' file (NAME [CODE], with "+SYNONYM" lines) or an agents' file
// (NOUN [~SECTOR]), or a folder that holds both. Names are read as they stand,
// in title case.
func ActorsTask(a Args) (Metrics, error) {
	files := []string{a.Gold}
	if st, err := os.Stat(a.Gold); err == nil && st.IsDir() {
		files, _ = filepath.Glob(filepath.Join(a.Gold, "*.txt"))
	}
	m := Metrics{}
	for _, f := range files {
		entries, err := readTabari(f)
		if err != nil {
			return nil, err
		}
		switch {
		case strings.Contains(f, "agents"):
			scoreAgents(a, entries, m)
		case strings.Contains(f, "Countries"):
			scoreCountries(a, entries, m)
		}
	}
	if len(m) == 0 {
		return nil, fault.New(fault.Invalid, "score.actors", a.Gold, nil).
			Hinted("the file's name must hold Countries or agents")
	}
	return m, nil
}

// tabari is one entry: its names and its codes.
type tabari struct{ names, codes []string }

func readTabari(path string) ([]tabari, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.actors", path, err)
	}
	defer f.Close()
	var out []tabari
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line, _, _ := strings.Cut(sc.Text(), "#")
		if strings.TrimSpace(line) == "" || line[0] == '!' && strings.Contains(line, "=") {
			continue
		}
		name, rest, _ := strings.Cut(line, "[")
		name = strings.Trim(name, " _\t")
		switch {
		case line[0] == '+' && len(out) > 0:
			last := &out[len(out)-1]
			last.names = append(last.names, strings.Trim(name[1:], " _"))
		case line[0] != ' ' && line[0] != '\t':
			out = append(out, tabari{names: []string{name}})
		}
		if len(out) == 0 {
			continue
		}
		last := &out[len(out)-1]
		for rest != "" {
			code, more, _ := strings.Cut(rest, "]")
			last.codes = append(last.codes, strings.TrimSpace(code))
			_, rest, _ = strings.Cut(more, "[")
		}
	}
	return out, sc.Err()
}

// tabariCountry maps codes that differ from today's ISO 3166.
var tabariCountry = map[string]string{"ROM": "ROU", "ZAR": "COD", "KSV": "XKX", "TMP": "TLS", "GER": "DEU"}

// scoreCountries measures entries that are coded with a country alone. The first
// two names of an entry of several are the country and its people; "plain" counts
// those, "all" every synonym, misspellings, towns and provinces included.
func scoreCountries(a Args, entries []tabari, m Metrics) {
	var plain, plainRight, all, allRight int
	var missing []string
	for _, e := range entries {
		if len(e.codes) != 1 || len(e.codes[0]) != 3 || len(e.names) < 3 {
			continue
		}
		want := e.codes[0]
		if c := tabariCountry[want]; c != "" {
			want = c
		}
		for i, n := range e.names {
			ok := slices.Contains(countriesOf(a, titled(n)), want)
			all++
			if ok {
				allRight++
			}
			if i < 2 {
				plain++
				if ok {
					plainRight++
				} else {
					missing = append(missing, n+" "+want)
				}
			}
			if a.Predictions != nil {
				fmt.Fprintf(a.Predictions, "%s\t%s\t%v\n", n, want, ok)
			}
		}
	}
	m["countries"], m["countries_n"] = ratio(plainRight, plain), plain
	m["country_synonyms"], m["country_synonyms_n"] = ratio(allRight, all), all
	m["missing"] = missing
}

// titled writes a dictionary's name as a text has it.
func titled(n string) string {
	words := strings.FieldsFunc(n, func(r rune) bool { return r == '_' || r == ' ' })
	for i, w := range words {
		low := strings.ToLower(w)
		if i > 0 && (low == "of" || low == "and" || low == "the") || strings.HasPrefix(low, "d'") && len(words) == 1 {
			words[i] = low
			continue
		}
		if len(w) <= 3 && len(words) == 1 || strings.Contains(w, ".") {
			continue
		}
		up := true
		b := []byte(low)
		for j := range b {
			if up && b[j] >= 'a' && b[j] <= 'z' {
				b[j] -= 'a' - 'A'
			}
			up = b[j] == '-' || b[j] == '.'
		}
		words[i] = string(b)
	}
	return strings.Join(words, " ")
}

// countriesOf gives the countries of the actors that cover a whole text.
func countriesOf(a Args, text string) []string {
	var out []string
	for _, c := range codesOf(a, text) {
		country, _, _ := strings.Cut(c, " ")
		out = append(out, country)
	}
	return out
}

// codesOf gives the codes of the actors whose mentions begin a text and, of
// those, are the longest.
func codesOf(a Args, text string) []string {
	read := a.Reader.Read(reading.Input{Text: text})
	var out []string
	longest := 0
	for _, actor := range read.Actors {
		for _, m := range actor.Mentions {
			if m.Start > len("the ") || m.End < longest {
				continue
			}
			if m.End > longest {
				out, longest = out[:0], m.End
			}
			out = append(out, actor.Code)
		}
	}
	return out
}

// tabariSector maps sectors of CAMEO's dictionaries to those of PLOVER.
var tabariSector = map[string][]string{"MED": {"JRN"}, "HLH": {"MED"}, "CHR": {"REL"}, "CTH": {"REL"}, "PRO": {"REL"},
	"MUS": {"REL"}, "JEW": {"REL"}, "HIN": {"REL"}, "BUD": {"REL"}, "MAR": {"REL"}, "RAD": {"REB", "UAF"}, "PPL": {"CVL"},
	"HRI": {"NGO"}, "DEV": {"NGO", "BUS"}, "IMG": {"IMG", "UAF"}}

// scoreAgents measures the sector of agents' nouns, each read behind an adjective
// of nationality ("the Austrian farmer"). An agent of several sectors is right
// when ours is one of them.
func scoreAgents(a Args, entries []tabari, m Metrics) {
	var n, right, found int
	var wrong []string
	for _, e := range entries {
		if len(e.codes) == 0 || !strings.HasPrefix(e.codes[0], "~") {
			continue
		}
		for _, word := range agentForms(e.names[0]) {
			n++
			got := ""
			for _, c := range codesOf(a, "Austrian "+word) {
				_, got, _ = strings.Cut(c, " ")
			}
			if got != "" {
				found++
			}
			ok := sectorRight(got, e.codes[0][1:])
			if ok {
				right++
			} else {
				wrong = append(wrong, word+" "+e.codes[0][1:]+" "+got)
			}
			if a.Predictions != nil {
				fmt.Fprintf(a.Predictions, "%s\t%s\t%s\t%v\n", word, e.codes[0][1:], got, ok)
			}
		}
	}
	m["agents"], m["agents_found"], m["agents_n"] = ratio(right, n), ratio(found, n), n
}

// agentForms writes out an agent's name: sets in "!" and plurals in braces.
func agentForms(name string) []string {
	name, _, _ = strings.Cut(name, "{")
	name = strings.ToLower(strings.Trim(strings.ReplaceAll(name, "_", " "), " "))
	switch {
	case strings.Contains(name, "!minist!"):
		return []string{clean(strings.ReplaceAll(name, "!minist!", " minister ")), clean(strings.ReplaceAll(name, "!minist!", " ministry "))}
	case strings.Contains(name, "!person!"):
		return []string{strings.ReplaceAll(name, "!person!", "man"), strings.ReplaceAll(name, "!person!", "women")}
	}
	if strings.HasSuffix(name, " minist") {
		return []string{name + "er", name + "ry"}
	}
	return []string{name}
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func sectorRight(got, want string) bool {
	first, _, _ := strings.Cut(got, " ")
	for i := 0; i+3 <= len(want); i += 3 {
		w := strings.ToUpper(want[i : i+3])
		if w == first || slices.Contains(tabariSector[w], first) {
			return true
		}
	}
	return false
}
