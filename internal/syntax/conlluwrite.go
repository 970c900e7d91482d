package syntax

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// WriteCoNLLU writes a document in CoNLL-U: "# newpar" at each paragraph,
// "# text" before each sentence, ranges for contracted words, SpaceAfter=No
// where nothing parts two tokens. What has not been found out is "_".
func WriteCoNLLU(w io.Writer, doc *Document) error {
	b := bufio.NewWriter(w)
	para := -1
	for n := range doc.Sentences {
		s := &doc.Sentences[n]
		if len(s.Tokens) == 0 {
			continue
		}
		b.WriteString("# sent_id = " + strconv.Itoa(n+1) + "\n")
		if s.Paragraph != para {
			b.WriteString("# newpar\n")
			para = s.Paragraph
		}
		b.WriteString("# text = " + oneLine(doc.Text[s.Start:s.End]) + "\n")
		writeRows(b, s, n+1 < len(doc.Sentences) && doc.Sentences[n+1].Start == s.End)
		b.WriteByte('\n')
	}
	return b.Flush()
}

// oneLine makes every run of white space and control characters one space.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r <= ' ' || r == 0x7f || r == 0xa0 || r == 0x85 || r == 0x2028 || r == 0x2029
	}), " ")
}

// writeRows writes a sentence's tokens; joined tells that the next sentence
// follows without white space.
func writeRows(b *bufio.Writer, s *Sentence, joined bool) {
	for i := 0; i < len(s.Tokens); {
		j := i + 1
		for j < len(s.Tokens) && Contracted(&s.Tokens[j-1], &s.Tokens[j]) {
			j++
		}
		noSpace := j < len(s.Tokens) && s.Tokens[j-1].End == s.Tokens[j].Start || j == len(s.Tokens) && joined
		if j > i+1 {
			b.WriteString(strconv.Itoa(i+1) + "-" + strconv.Itoa(j) + "\t")
			for _, t := range s.Tokens[i:j] {
				b.WriteString(t.Text)
			}
			b.WriteString("\t_\t_\t_\t_\t_\t_\t_\t" + misc(noSpace) + "\n")
			noSpace = false
		}
		for k := i; k < j; k++ {
			writeRow(b, k, &s.Tokens[k], noSpace && k == j-1)
		}
		i = j
	}
}

func misc(noSpace bool) string {
	if noSpace {
		return "SpaceAfter=No"
	}
	return "_"
}

func writeRow(b *bufio.Writer, i int, t *Token, noSpace bool) {
	upos, head := t.UPOS.String(), "_"
	if t.UPOS == X && t.XPOS == "" {
		upos = "_"
	}
	if t.Head != NoHead {
		head = strconv.Itoa(t.Head + 1)
	}
	for _, f := range []string{strconv.Itoa(i + 1), t.Text, or(t.Lemma), upos, or(t.XPOS), or(t.Feats.String()), head, or(t.Rel), "_"} {
		b.WriteString(f)
		b.WriteByte('\t')
	}
	b.WriteString(misc(noSpace))
	b.WriteByte('\n')
}

func or(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
