package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
	"sitrep/record"
)

// entry is what a table names.
type entry struct {
	name    string
	kind    record.ActorKind
	code    string
	sex     byte // 'm', 'f' or 0
	offices []office
	rule    record.RuleID
}

// office is an office held from one day to another; either may be open.
type office struct {
	code, title string
	from, to    record.Date
}

// surface is one way to write an entry.
type surface struct {
	entry int
	form  string // "name", "short", "demonym", "seat"
	text  string
}

// noun makes an unnamed actor.
type noun struct {
	sector string
	kind   string // "person", "group", "body", "force", "media", "thing"
	use    string // "title", "weak", "mod", ""
	lemma  string
	plural bool
}

func (x *Extractor) load(l lang.Language) error {
	rows, err := l.Table("people.tsv", 4)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := x.addPerson(r); err != nil {
			return err
		}
	}
	if rows, err = l.Table("bodies.tsv", 4); err != nil {
		return err
	}
	for _, r := range rows {
		x.addBody(r, "actor/body")
	}
	if rows, err = l.Table("countries.tsv", 4); err != nil {
		return err
	}
	for _, r := range rows {
		x.addCountry(r)
	}
	if rows, err = l.Table("agents.tsv", 4); err != nil {
		return err
	}
	for _, r := range rows {
		x.addNouns(r)
	}
	return nil
}

func (x *Extractor) enter(e entry) int {
	x.entries = append(x.entries, e)
	return len(x.entries) - 1
}

func (x *Extractor) write(e int, form, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	x.surface = append(x.surface, surface{e, form, text})
	x.names.add(text, int32(len(x.surface)-1))
	if key := strings.ToLower(text); form != "seat" && form != "demonym" {
		if _, ok := x.byName[key]; !ok {
			x.byName[key] = e
		}
	}
}

func (x *Extractor) addCountry(r lang.Row) {
	code := r.Field(0)
	e := x.enter(entry{name: r.Field(1), kind: record.State, code: code, rule: "actor/country"})
	x.states[code] = e
	x.write(e, "name", r.Field(1))
	for _, n := range strings.Split(r.Field(2), ";") {
		x.write(e, "name", strings.TrimPrefix(n, "the "))
	}
	first := true
	for _, n := range strings.Split(r.Field(3), ";") {
		if n == "" {
			continue
		}
		if first {
			x.people[code] = n
			first = false
		}
		x.write(e, "demonym", n)
		x.write(e, "demonym", plural(n))
	}
	for _, n := range strings.Split(r.Field(4), ";") {
		x.write(e, "seat", n)
	}
}

// plural forms the plural of a people's name; "" where it has none of its own.
func plural(n string) string {
	switch {
	case n == "", n == "US", strings.HasSuffix(n, "s"), strings.HasSuffix(n, "h"), strings.HasSuffix(n, "ese"),
		strings.HasSuffix(n, "."), strings.HasSuffix(n, "men"):
		return ""
	case strings.HasSuffix(n, "hman"), strings.HasSuffix(n, "lishman"), strings.HasSuffix(n, "sman"):
		return n[:len(n)-2] + "en"
	}
	return n + "s"
}

func (x *Extractor) addBody(r lang.Row, rule record.RuleID) {
	e := x.enter(entry{name: r.Field(2), kind: kindOf(r.Field(1)), code: r.Field(0), rule: rule})
	x.write(e, "name", r.Field(2))
	for _, n := range strings.Split(r.Field(3), ";") {
		form := "name"
		if short(n) {
			form = "short"
		}
		x.write(e, form, strings.TrimPrefix(n, "the "))
	}
	for _, n := range strings.Split(r.Field(4), ";") {
		x.write(e, "seat", n)
	}
}

func kindOf(s string) record.ActorKind {
	switch s {
	case "person", "state", "body", "group", "force", "media":
		return record.ActorKind(s)
	case "thing":
		return record.Force
	}
	return record.UnknownActor
}

// short tells an acronym: no blank and more than one capital letter.
func short(n string) bool {
	upper := 0
	for _, c := range n {
		if unicode.IsUpper(c) {
			upper++
		}
	}
	return upper > 1 && !strings.ContainsRune(n, ' ')
}

func (x *Extractor) addPerson(r lang.Row) error {
	p := entry{name: r.Field(0), kind: record.Person, rule: "actor/person"}
	if s := r.Field(2); s != "" {
		p.sex = s[0]
	}
	for _, o := range strings.Split(r.Field(3), ";") {
		if o = strings.TrimSpace(o); o == "" {
			continue
		}
		code, rest, ok := strings.Cut(o, ":")
		at := strings.LastIndexByte(rest, ',')
		if !ok || at < 0 {
			return fault.New(fault.Invalid, "actor.New", "people.tsv: "+o, nil).Hinted(`write offices as "code: office, from..to"`)
		}
		from, to, _ := strings.Cut(strings.TrimSpace(rest[at+1:]), "..")
		p.offices = append(p.offices, office{strings.TrimSpace(code), strings.TrimSpace(rest[:at]), record.Date(from), record.Date(to)})
	}
	if n := len(p.offices); n > 0 {
		p.code = p.offices[n-1].code
	}
	e := x.enter(p)
	x.write(e, "name", p.name)
	for _, n := range strings.Split(r.Field(1), ";") {
		form := "name"
		if !strings.ContainsRune(n, ' ') {
			form = "short"
		}
		x.write(e, form, n)
	}
	return nil
}

func (x *Extractor) addNouns(r lang.Row) {
	sector, kind, use := r.Field(0), r.Field(1), r.Field(2)
	for _, w := range strings.Split(r.Field(3), ";") {
		if w = strings.TrimSpace(w); w == "" {
			continue
		}
		if use == "title" || use == "rank" {
			for _, part := range strings.Fields(w) {
				x.titles[part], x.titles[part+"."] = true, true
			}
		}
		n := noun{sector: sector, kind: kind, use: use, lemma: w}
		x.nouns = append(x.nouns, n)
		x.agents.add(w, int32(len(x.nouns)-1))
		if use == "mod" {
			continue
		}
		n.plural = true
		x.nouns = append(x.nouns, n)
		x.agents.add(pluralOf(w), int32(len(x.nouns)-1))
	}
}

// pluralOf forms the regular plural of a phrase's head: the word before " of ",
// " in " or " for ", else the last.
func pluralOf(w string) string {
	head, rest := w, ""
	for _, p := range []string{" of ", " in ", " for ", " to "} {
		if i := strings.Index(w, p); i > 0 {
			head, rest = w[:i], w[i:]
			break
		}
	}
	switch {
	case strings.HasSuffix(head, "s"), strings.HasSuffix(head, "x"), strings.HasSuffix(head, "ch"), strings.HasSuffix(head, "sh"):
		head += "es"
	case strings.HasSuffix(head, "man") && head != "shaman":
		head = head[:len(head)-2] + "en"
	case strings.HasSuffix(head, "y") && len(head) > 1 && !strings.ContainsRune("aeiou", rune(head[len(head)-2])):
		head = head[:len(head)-1] + "ies"
	default:
		head += "s"
	}
	return head + rest
}

// written reports whether the text's atoms are written as the surface form asks:
// a capital where it has one, and all capitals for an acronym.
func (s surface) written(text string) bool {
	i, j := 0, 0
	for i < len(s.text) && j < len(text) {
		a, n := utf8.DecodeRuneInString(s.text[i:])
		b, m := utf8.DecodeRuneInString(text[j:])
		if !letter(a) {
			i += n
			continue
		}
		if !letter(b) {
			j += m
			continue
		}
		if unicode.IsUpper(a) && !unicode.IsUpper(b) {
			return false
		}
		i, j = i+n, j+m
	}
	return true
}
