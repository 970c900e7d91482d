package syntax

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// ReadCoNLLU reads sentences in CoNLL-U. The document's text is the sentences'
// words joined by spaces as SpaceAfter says, one sentence to a line, so that
// offsets are exact. Ranges ("1-2") and empty nodes ("1.1") are passed over; the
// words of a range whose surface form is not their concatenation keep their own
// forms. Comments and MISC beyond SpaceAfter are dropped.
func ReadCoNLLU(r io.Reader) (*Document, error) {
	var (
		text strings.Builder
		doc  Document
		sent Sentence
	)
	noSpaceAfterRange := 0 // id of the last word of an open range; 0 if none
	rangeSpace := true
	flush := func() {
		if len(sent.Tokens) > 0 {
			sent.Start, sent.End = sent.Tokens[0].Start, sent.Tokens[len(sent.Tokens)-1].End
			sent.Paragraph = len(doc.Sentences)
			doc.Sentences = append(doc.Sentences, sent)
			text.WriteByte('\n')
		}
		sent, noSpaceAfterRange = Sentence{}, 0
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), 4<<20)
	for sc.Scan() {
		line := sc.Text()
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		f := strings.Split(line, "\t")
		if id, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			sent.ID = id
		}
		if line[0] == '#' || len(f) < 8 {
			continue
		}
		if from, to, ok := strings.Cut(f[0], "-"); ok && from != "" {
			noSpaceAfterRange, _ = strconv.Atoi(to)
			rangeSpace = len(f) < 10 || !strings.Contains(f[9], "SpaceAfter=No")
			continue
		}
		id, err := strconv.Atoi(f[0])
		if err != nil {
			continue
		}
		head, err := strconv.Atoi(f[6])
		if err != nil {
			head = NoHead + 1
		}
		space := len(f) < 10 || !strings.Contains(f[9], "SpaceAfter=No")
		if noSpaceAfterRange > 0 {
			space = id == noSpaceAfterRange && rangeSpace
			if id == noSpaceAfterRange {
				noSpaceAfterRange = 0
			}
		}
		start := text.Len()
		text.WriteString(f[1])
		sent.Tokens = append(sent.Tokens, Token{
			Start: start, End: text.Len(), Text: f[1], Lemma: f[2], UPOS: ParseUPOS(f[3]), XPOS: f[4],
			Feats: ParseFeats(f[5]), Head: head - 1, Rel: f[7], SpaceAfter: space,
		})
		if space {
			text.WriteByte(' ')
		}
	}
	flush()
	doc.Text = text.String()
	return &doc, sc.Err()
}

var featNames = map[string]Feats{
	"Tense=Past": Past, "Tense=Pres": Present, "VerbForm=Fin": Finite, "VerbForm=Inf": Infinitive,
	"VerbForm=Part": Participle, "VerbForm=Ger": Gerund, "Mood=Imp": Imperative, "Voice=Pass": Passive,
	"Number=Sing": Singular, "Number=Plur": Plural, "Person=1": First, "Person=2": Second, "Person=3": Third,
	"Degree=Cmp": Comparative, "Degree=Sup": Superlative, "Poss=Yes": Possessive, "Reflex=Yes": Reflexive,
	"Polarity=Neg": Negative, "Case=Nom": Subjective, "Case=Acc": Objective, "Gender=Masc": Masculine, "Gender=Fem": Feminine,
}

// ParseFeats reads the FEATS column, keeping the features that Feats knows.
func ParseFeats(s string) Feats {
	var f Feats
	for _, part := range strings.Split(s, "|") {
		f |= featNames[part]
	}
	return f
}
