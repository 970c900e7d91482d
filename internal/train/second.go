package train

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/internal/syntax"
	"sitrep/internal/tag"
)

// teach lets a namer read the treebanks that hold no entities and learns from
// what it finds there, cut to the proper nouns that the trees show: the kinds are
// the namer's, the extents are the treebank's.
func (s *namesSet) teach(n *tag.Namer, dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*train*.conllu"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	entities := entityFiles(dir, "train")
	for _, path := range files {
		if slices.Contains(entities, path) {
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		gold, err := syntax.ReadCoNLLU(f)
		f.Close()
		if err != nil {
			return err
		}
		doc := *gold
		doc.Sentences = nil
		for _, g := range gold.Sentences {
			g.Tokens = slices.Clone(g.Tokens)
			doc.Sentences = append(doc.Sentences, g)
		}
		s.tagger.Tag(&doc)
		n.Names(&doc)
		names := make([][]syntax.Name, len(gold.Sentences))
		for i := range names {
			names[i] = proper(&gold.Sentences[i], doc.Sentences[i].Names)
		}
		s.learn(&doc, names, tag.Bare)
	}
	return nil
}

// proper cuts and widens names to the proper nouns of a gold tree.
func proper(s *syntax.Sentence, found []syntax.Name) []syntax.Name {
	var mentions []mention
	for _, f := range found {
		m := mention{kind: kindWord[f.Kind], start: f.Start, end: f.End}
		if m.kind == "" {
			continue
		}
		for m.start > 0 && sameName(s, m.start-1, m.start) {
			m.start--
		}
		for m.end < len(s.Tokens) && sameName(s, m.end-1, m.end) {
			m.end++
		}
		mentions = append(mentions, m)
	}
	return properNames(s, mentions)
}

var kindWord = map[syntax.NameKind]string{
	syntax.PersonName: "person", syntax.OrganisationName: "organization", syntax.LocationName: "place", syntax.OtherName: "object",
}

// sameName tells whether neighbours are proper nouns of one name.
func sameName(s *syntax.Sentence, i, j int) bool {
	a, b := &s.Tokens[i], &s.Tokens[j]
	if a.UPOS != syntax.PROPN || b.UPOS != syntax.PROPN {
		return false
	}
	return joined(a.Rel) && (a.Head == j || a.Head == b.Head) || joined(b.Rel) && (b.Head == i || b.Head == a.Head)
}

func joined(rel string) bool {
	return rel == "flat" || rel == "compound" || strings.HasPrefix(rel, "flat:")
}
