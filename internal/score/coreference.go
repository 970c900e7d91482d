package score

import (
	"bufio"
	"encoding/json"
	"os"
	"strconv"
	"strings"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// corefDoc is a text with the places where its entities are spoken of.
type corefDoc struct {
	text     string
	mentions []corefMention
}

// corefMention is one of them. named tells that a person's proper name heads it.
type corefMention struct {
	start, end int
	entity     string
	person     bool
	named      bool
	from       int    // its first word in the sentence
	pronoun    string // "he" or "she" in whatever case; "" for another word
}

// CoreferenceTask measures whom he and she are taken to mean, against entities in
// the MISC column of CoNLL-U ("Entity=(3-person-…"). It starts from the text. Only
// pronouns of those count whom the text names; a pronoun is right when a name of
// the person it is taken for is a name of the one who is meant.
func CoreferenceTask(a Args) (Metrics, error) {
	docs, err := readCorefDocs(a.Gold)
	if err != nil {
		return nil, err
	}
	gold, resolved, right, stray := 0, 0, 0, 0
	for _, d := range docs {
		out := a.Reader.Read(reading.Input{Text: d.text})
		means := map[int]*record.Actor{} // by where the pronoun starts
		for i := range out.Actors {
			for _, m := range out.Actors[i].Mentions {
				if m.Form == "pronoun" {
					means[m.Start] = &out.Actors[i]
				}
			}
		}
		for _, m := range d.mentions {
			if m.pronoun == "" {
				continue
			}
			who := means[m.start]
			if !d.named(m.entity) {
				if who != nil {
					stray++
				}
				continue
			}
			gold++
			ok := who != nil && d.isNamed(who, m.entity)
			if who != nil {
				resolved++
			}
			if ok {
				right++
			}
			if a.Predictions != nil {
				name := ""
				if who != nil {
					name = who.Name
				}
				if err := json.NewEncoder(a.Predictions).Encode(map[string]any{"right": ok, "taken_for": name, "pronoun": m.pronoun,
					"before": d.text[max(0, m.start-160):m.start]}); err != nil {
					return nil, fault.New(fault.Other, "score.coreference", "predictions", err)
				}
			}
		}
	}
	return Metrics{"accuracy": share(right, gold), "precision": share(right, resolved), "resolved": share(resolved, gold), "pronouns": gold, "unnamed_resolved": stray}, nil
}

func (d *corefDoc) named(entity string) bool {
	for _, m := range d.mentions {
		if m.entity == entity && m.named {
			return true
		}
	}
	return false
}

// isNamed reports whether most of an actor's names in the text name the entity.
func (d *corefDoc) isNamed(a *record.Actor, entity string) bool {
	yes, no := 0, 0
	for _, m := range a.Mentions {
		if m.Form == "pronoun" {
			continue
		}
		best := corefMention{end: 1 << 30} // the tightest phrase around it
		for _, g := range d.mentions {
			if g.person && g.start <= m.Start && m.End <= g.end && g.end-g.start < best.end-best.start {
				best = g
			}
		}
		for _, g := range d.mentions {
			if best.entity == "" && g.named && m.Start <= g.start && g.end <= m.End {
				best = g
			}
		}
		switch {
		case best.entity == entity:
			yes++
		case best.entity != "":
			no++
		}
	}
	return yes > no
}

// readCorefDocs reads the documents of a CoNLL-U file.
func readCorefDocs(path string) ([]corefDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.coreference", path, err)
	}
	defer f.Close()
	var docs []corefDoc
	var b corefBuilder
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			docs = b.finish(docs)
		case strings.HasPrefix(line, "# newpar"):
			if n := len(b.text); n > 0 && b.text[n-1] == ' ' {
				b.text = append(b.text[:n-1], "\n\n"...)
			}
		case line == "":
			b.space()
			b.words = b.words[:0]
		case line != "" && line[0] != '#':
			b.word(strings.Split(line, "\t"))
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fault.New(fault.Invalid, "score.coreference", path, err)
	}
	return b.finish(docs), nil
}

type corefWord struct {
	head   int
	proper bool
}

// corefBuilder gathers one document, word by word.
type corefBuilder struct {
	text         []byte
	doc          corefDoc
	words        []corefWord // of the sentence
	open         []int       // mentions that are not closed yet
	ranges, last int
	tight        bool // no space after the range that is being read
}

func (b *corefBuilder) space() {
	if n := len(b.text); n > 0 && b.text[n-1] != ' ' && b.text[n-1] != '\n' {
		b.text = append(b.text, ' ')
	}
}

func (b *corefBuilder) finish(docs []corefDoc) []corefDoc {
	if len(b.text) > 0 {
		b.doc.text = string(b.text)
		docs = append(docs, b.doc)
	}
	*b = corefBuilder{}
	return docs
}

func (b *corefBuilder) word(f []string) {
	if len(f) < 10 {
		return
	}
	if _, to, ok := strings.Cut(f[0], "-"); ok {
		b.ranges, _ = strconv.Atoi(to)
		b.tight = strings.Contains(f[9], "SpaceAfter=No")
		return
	}
	id, err := strconv.Atoi(f[0])
	if err != nil {
		return
	}
	start := len(b.text)
	head, _ := strconv.Atoi(f[6])
	b.words = append(b.words, corefWord{head - 1, f[3] == "PROPN"})
	b.text = append(b.text, f[1]...)
	for _, part := range strings.Split(f[9], "|") {
		if e, ok := strings.CutPrefix(part, "Entity="); ok {
			b.entities(e, start, f)
		}
	}
	switch {
	case id < b.ranges:
	case id == b.ranges && b.tight, id != b.ranges && strings.Contains(f[9], "SpaceAfter=No"):
	default:
		b.space()
	}
	if id >= b.ranges {
		b.ranges = 0
	}
}

// entities reads what opens and closes at one word: "(3-person-…(4-place-…)3)".
func (b *corefBuilder) entities(e string, start int, f []string) {
	for len(e) > 0 {
		if e[0] == '(' {
			n := strings.IndexAny(e[1:], "()") + 1
			if n == 0 {
				n = len(e)
			}
			part := strings.Split(e[1:n], "-")
			m := corefMention{start: start, end: start, entity: part[0], from: len(b.words) - 1}
			if len(part) > 1 && part[1] == "person" {
				if p := strings.ToLower(f[1]); f[3] == "PRON" && n < len(e) && e[n] == ')' && (p == "he" || p == "she" || p == "him" || p == "her" || p == "his") {
					m.pronoun = p
				}
				m.person = true
			}
			b.doc.mentions = append(b.doc.mentions, m)
			b.open = append(b.open, len(b.doc.mentions)-1)
			if e = e[n:]; e != "" && e[0] == ')' {
				b.close(part[0], len(b.text))
				e = e[1:]
			}
			continue
		}
		n := strings.IndexByte(e, ')')
		if n < 0 {
			return
		}
		b.close(e[:n], len(b.text))
		e = e[n+1:]
	}
}

func (b *corefBuilder) close(entity string, end int) {
	for i := len(b.open) - 1; i >= 0; i-- {
		if m := &b.doc.mentions[b.open[i]]; m.entity == entity {
			m.end = end
			for _, w := range b.words[min(m.from, len(b.words)):] {
				if m.person && w.proper && (w.head < m.from || w.head >= len(b.words)) {
					m.named = true
				}
			}
			b.open = append(b.open[:i], b.open[i+1:]...)
			return
		}
	}
}
