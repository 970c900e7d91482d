package event

import (
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

// classSet is a set of up to 192 classes of nouns.
type classSet [3]uint64

func (c classSet) has(i int) bool { return i >= 0 && c[i/64]&(1<<(i%64)) != 0 }

func (c classSet) or(o classSet) classSet { return classSet{c[0] | o[0], c[1] | o[1], c[2] | o[2]} }

func (c classSet) empty() bool { return c[0]|c[1]|c[2] == 0 }

// frame is one row of the verbs' table: what stands around a verb, and what that
// means.
type frame struct {
	kind, mode, cameo string // kind is a PLOVER type, or "op:…"
	words             []string
	conds             []cond
	contexts          []string
	recipient         string // a preposition, "obj", or "" for the usual order
	line              int
}

// cond is one condition on what stands around a verb.
type cond struct {
	slot  string // "obj", "iobj", "subj", "xcomp", "ccomp", "no-obj", "recip", or a preposition
	want  string // "party", "place", "person", "crowd", "armed", "gerund", …; "" for anything
	class int    // a class of nouns, or -1
	not   bool   // anything but that class
}

func (x *Extractor) loadClasses(l lang.Language) error {
	rows, err := l.Table("event-classes.tsv", 2)
	if err != nil {
		return err
	}
	for _, r := range rows {
		i := x.class(r.Field(0))
		if i < 0 {
			x.names = append(x.names, r.Field(0))
			i = len(x.names) - 1
		}
		if i >= 192 {
			return fault.New(fault.TooLarge, "event.New", "event-classes.tsv", nil).Hinted("keep to 192 classes")
		}
		for _, w := range strings.Split(r.Field(1), ";") {
			if w == "" {
				continue
			}
			c := x.classes[w]
			c[i/64] |= 1 << (i % 64)
			x.classes[w] = c
			if at := strings.IndexAny(w, " -"); at > 0 {
				x.prefix[w[:at]] = true
			}
		}
	}
	return nil
}

// deed is what a noun tells.
type deed struct {
	kind, mode, cameo string
	alone             bool
}

// loadNouns reads the nouns of deeds, all of which join the class "deed".
func (x *Extractor) loadNouns(l lang.Language) error {
	rows, err := l.Table("event-nouns.tsv", 4)
	if err != nil {
		return err
	}
	i := x.class("deed")
	for _, r := range rows {
		d := deed{cameo: r.Field(1), alone: r.Field(2) == "alone"}
		d.kind, d.mode, _ = strings.Cut(r.Field(0), "/")
		for _, w := range strings.Split(r.Field(3), ";") {
			x.deeds[w] = d
			if i >= 0 && (!d.alone || d.kind == "COERCE" || d.kind == "SANCTION") {
				c := x.classes[w]
				c[i/64] |= 1 << (i % 64)
				x.classes[w] = c
			}
		}
	}
	return nil
}

// class gives the number of a class, or -1.
func (x *Extractor) class(name string) int {
	for i, n := range x.names {
		if n == name {
			return i
		}
	}
	return -1
}

func (x *Extractor) loadVerbs(l lang.Language) error {
	rows, err := l.Table("event-verbs.tsv", 4)
	if err != nil {
		return err
	}
	for _, r := range rows {
		f := frame{cameo: strings.Trim(r.Field(1), "-"), line: r.Line}
		f.kind, f.mode, _ = strings.Cut(r.Field(0), "/")
		if f.conds, f.recipient, err = x.conds(r); err != nil {
			return err
		}
		if c := r.Field(4); c != "" {
			f.contexts = strings.Split(c, ";")
		}
		for _, v := range strings.Split(r.Field(3), ";") {
			f.words = strings.Fields(v)
			if len(f.words) == 0 || strings.Contains(v, "-not") {
				continue
			}
			x.frames = append(x.frames, f)
			x.verbs[f.words[0]] = append(x.verbs[f.words[0]], len(x.frames)-1)
		}
	}
	return nil
}

// conds reads a frame's conditions.
func (x *Extractor) conds(r lang.Row) (list []cond, recipient string, err error) {
	for _, w := range strings.Fields(r.Field(2)) {
		if strings.HasPrefix(w, "r=") {
			recipient = w[2:]
			continue
		}
		c := cond{slot: w, class: -1}
		if slot, want, ok := strings.Cut(w, ":"); ok {
			c.slot, c.want = slot, want
			if strings.HasPrefix(want, "!@") {
				c.not, want = true, want[1:]
			}
			if strings.HasPrefix(want, "@") {
				if c.class = x.class(want[1:]); c.class < 0 {
					return nil, "", fault.New(fault.Invalid, "event.New", "event-verbs.tsv, class "+want, nil).
						Hinted("name a class of event-classes.tsv")
				}
			}
		}
		list = append(list, c)
	}
	return list, recipient, nil
}
