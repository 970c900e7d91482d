package statement

import (
	"slices"
	"strings"

	"sitrep/internal/lang"
	"sitrep/record"
)

// cue is a word that attributes, as the table has it.
type cue struct {
	frames  string   // what it takes; see the table's head
	preps   []string // prepositions that bring the content
	class   string
	role    record.Role
	channel record.Channel
	// learnt are the frames that the trained model knows of the word; "=" for a word
	// that it does not know.
	learnt string
}

func (c *cue) takes(frame byte) bool { return c != nil && strings.IndexByte(c.frames, frame) >= 0 }

// tables are a language's words for this package.
type tables struct {
	verbs, nouns, adjectives map[string]*cue
	sources                  map[string]string // noun → people, body, document, media
	adverbs, beside, told    map[string]record.Channel
	phrases                  []phrase
	demonyms                 map[string]string
	matters                  map[string]bool // words of the issues of war and peace
	clusters                 clusters
}

type phrase struct {
	words   string
	channel record.Channel
}

func load(l lang.Language) (*tables, error) {
	t := &tables{
		verbs: map[string]*cue{}, nouns: map[string]*cue{}, adjectives: map[string]*cue{},
		sources: map[string]string{}, adverbs: map[string]record.Channel{}, beside: map[string]record.Channel{},
		told: map[string]record.Channel{}, demonyms: map[string]string{},
	}
	rows, err := l.Table("cues.tsv", 6)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		c := &cue{class: r.Field(3), role: record.Role(r.Field(4)), channel: record.Channel(r.Field(5))}
		frames, preps, _ := strings.Cut(r.Field(2), "p:")
		c.frames = frames
		if preps != "" {
			c.preps = strings.Split(preps, ",")
		}
		c.learnt = frames
		if more := r.Field(6); more == "=" {
			c.learnt = more
		} else {
			more, prep, _ := strings.Cut(more, "p:")
			c.frames += more
			if prep != "" {
				c.preps = append(c.preps, prep)
			}
		}
		switch r.Field(1) {
		case "V":
			t.verbs[r.Field(0)] = c
		case "N":
			t.nouns[r.Field(0)] = c
		case "A":
			t.adjectives[r.Field(0)] = c
		}
	}
	if rows, err = l.Table("sources.tsv", 2); err != nil {
		return nil, err
	}
	for _, r := range rows {
		if _, ok := t.sources[r.Field(0)]; !ok {
			t.sources[r.Field(0)] = r.Field(1)
		}
	}
	if rows, err = l.Table("countries.tsv", 2); err != nil {
		return nil, err
	}
	for _, r := range rows { // code, name, other names, adjectives and people, capitals
		for f := 1; f <= 4; f++ {
			for _, w := range strings.Split(r.Field(f), ";") {
				if w = strings.TrimSpace(w); w != "" && !strings.Contains(w, " ") {
					t.demonyms[w] = r.Field(0)
					if f == 3 {
						t.demonyms[w+"s"] = r.Field(0)
					}
				}
			}
		}
	}
	if rows, err = l.Table("issues.tsv", 2); err != nil {
		return nil, err
	}
	t.matters = map[string]bool{}
	for _, r := range rows {
		if w := strings.ToLower(r.Field(0)); !strings.Contains(w, " ") {
			t.matters[w] = true
			t.matters[strings.TrimSuffix(w, "s")] = true
		}
	}
	return t, t.loadChannels(l)
}

func (t *tables) loadChannels(l lang.Language) error {
	rows, err := l.Table("channels.tsv", 3)
	if err != nil {
		return err
	}
	for _, r := range rows {
		word, channel := r.Field(0), record.Channel(r.Field(1))
		switch r.Field(2) {
		case "adverb":
			t.adverbs[word] = channel
		case "phrase":
			t.phrases = append(t.phrases, phrase{word, channel})
		case "place":
			t.beside[word] = channel
		case "addressee":
			t.told[word] = channel
		}
	}
	return nil
}

func (c *cue) prep(word string) bool { return c != nil && slices.Contains(c.preps, word) }
