package reading

import (
	"strings"

	"sitrep/internal/lang"
	"sitrep/internal/statement"
	"sitrep/record"
)

// stances reads positions: what an actor is for or against, and how firmly.
type stances struct {
	trees  *statement.Trees
	issues map[string][]issuePhrase // by first word
	// words tells the stance of a word: "V refuse", or "V keep ceasefire" where it
	// holds for that issue only.
	words map[string]record.Stance
}

// stanceOf gives the stance that a word takes on an issue, "" for none.
func (s *stances) stanceOf(word, issue string) record.Stance {
	if st := s.words[word+" "+issue]; st != "" {
		return st
	}
	return s.words[word]
}

// issuePhrase is a run of words that speaks for an issue. Stance is what it says
// by itself of its subject ("keep fighting"), "" for nothing.
type issuePhrase struct {
	words  []string
	issue  string
	stance record.Stance
}

// anyIssue is the issue of words that name whatever was spoken of last: "a deal".
const anyIssue = "*"

func newStances(l lang.Language) (*stances, error) {
	s := &stances{issues: map[string][]issuePhrase{}, words: map[string]record.Stance{}}
	var err error
	if s.trees, err = statement.NewTrees(l); err != nil {
		return nil, err
	}
	rows, err := l.Table("issues.tsv", 2)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		words := strings.Fields(strings.ReplaceAll(strings.ToLower(r.Field(0)), "-", " - "))
		p := issuePhrase{words, r.Field(1), record.Stance(r.Field(2))}
		s.issues[words[0]] = append(s.issues[words[0]], p)
	}
	if rows, err = l.Table("stances.tsv", 3); err != nil {
		return nil, err
	}
	for _, r := range rows {
		word := r.Field(1) + " " + r.Field(0)
		if of := r.Field(3); of != "" {
			for _, issue := range strings.Split(of, ",") {
				s.words[word+" "+issue] = record.Stance(r.Field(2))
			}
			continue
		}
		s.words[word] = record.Stance(r.Field(2))
	}
	return s, nil
}

// match finds the longest issue phrase that begins at token i.
func (s *stances) match(lower, lemmas []string, i int) (issuePhrase, bool) {
	var best issuePhrase
	for n, first := range [2]string{lower[i], lemmas[i]} {
		if n == 1 && first == lower[i] {
			break
		}
		for _, p := range s.issues[first] {
			if len(p.words) > len(best.words) && fits(lower, lemmas, i, p.words) {
				best = p
			}
		}
	}
	return best, len(best.words) > 0
}

func fits(lower, lemmas []string, i int, words []string) bool {
	if i+len(words) > len(lower) {
		return false
	}
	for k, w := range words {
		if lower[i+k] != w && lemmas[i+k] != w {
			return false
		}
	}
	return true
}
