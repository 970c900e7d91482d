package score

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"unicode/utf8"

	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// markedQuote is a quotation marked by hand: what was said, who said it in the
// words of the text, and who that is.
type markedQuote struct {
	quote, speaker record.Span
	reference      string
}

// QuotesTask measures direct and indirect quotations against articles in JSON
// Lines. A quotation is found when what it shares with the gold one is at least
// 0.3 (f1_03) or 0.8 (f1_08) of the longer of the two; each counts once. A
// speaker is right when the source stands where the gold speaker stands or its
// name shares its last word with who is meant; of quotations found at 0.3.
func QuotesTask(a Args) (Metrics, error) {
	f, err := os.Open(a.Gold)
	if err != nil {
		return nil, fault.New(fault.NotFound, "score.quotes", a.Gold, err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 0, 64<<10), 64<<20)
	var loose, strict overlap
	right, matched := 0, 0
	for sc.Scan() {
		text, outlet, gold, ok := quoteArticle(sc.Bytes())
		if !ok {
			continue
		}
		out := a.Reader.Read(reading.Input{Text: text, Outlet: outlet})
		system := quotesOf(out)
		if a.Predictions != nil {
			if err := json.NewEncoder(a.Predictions).Encode(system); err != nil {
				return nil, fault.New(fault.Other, "score.quotes", "predictions", err)
			}
		}
		for _, m := range pairUp(gold, system, 0.3) {
			matched++
			if sameSpeaker(out, gold[m[0]], system[m[1]]) {
				right++
			}
			loose.hit++
		}
		strict.hit += len(pairUp(gold, system, 0.8))
		loose.gold, loose.system = loose.gold+len(gold), loose.system+len(system)
		strict.gold, strict.system = strict.gold+len(gold), strict.system+len(system)
	}
	if err := sc.Err(); err != nil {
		return nil, fault.New(fault.Invalid, "score.quotes", a.Gold, err)
	}
	l, s := loose.metrics(), strict.metrics()
	return Metrics{"f1_03": l["f1"], "f1_08": s["f1"], "speaker": share(right, matched), "p_03": l["p"], "r_03": l["r"],
		"quotes": loose.gold}, nil
}

// quoteArticle reads one line. The indices in the file were counted on another
// copy of the text, so each quotation is looked up near its index.
func quoteArticle(line []byte) (text, outlet string, gold []markedQuote, ok bool) {
	var row struct {
		Text       string `json:"articleBodyText"`
		Outlet     string `json:"outlet"`
		Quotations []struct {
			Speaker      string `json:"speaker"`
			Quote        string `json:"quote"`
			SpeakerIndex string `json:"speaker_index"`
			QuoteIndex   string `json:"quote_index"`
			Reference    string `json:"reference"`
		} `json:"quotations"`
	}
	if json.Unmarshal(line, &row) != nil || row.Text == "" {
		return "", "", nil, false
	}
	at := characters(row.Text)
	for _, q := range row.Quotations {
		index := firstNumber(q.QuoteIndex)
		i := nearest(row.Text, q.Quote, at, index)
		if i < 0 {
			continue
		}
		m := markedQuote{quote: record.Cut(row.Text, i, i+len(q.Quote)), reference: q.Reference}
		if q.Speaker != "" {
			drift := utf8.RuneCountInString(row.Text[:i]) - index
			if s := nearest(row.Text, q.Speaker, at, firstNumber(q.SpeakerIndex)+drift); s >= 0 {
				m.speaker = record.Cut(row.Text, s, s+len(q.Speaker))
			}
		}
		gold = append(gold, m)
	}
	return row.Text, row.Outlet, gold, true
}

func firstNumber(s string) int {
	n, seen := 0, false
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n, seen = n*10+int(c-'0'), true
		} else if seen {
			break
		}
	}
	return n
}

// nearest finds the occurrence of s nearest to the character index; -1 for none.
func nearest(text, s string, at []int, index int) int {
	if s == "" {
		return -1
	}
	want := at[min(max(index, 0), len(at)-1)]
	best := -1
	for i := strings.Index(text, s); i >= 0; {
		if best < 0 || apart(i-want) < apart(best-want) {
			best = i
		}
		next := strings.Index(text[i+1:], s)
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return best
}

func apart(n int) int { return max(n, -n) }

// quotesOf gives the statements that report speech.
func quotesOf(r *record.Reading) []record.Statement {
	var out []record.Statement
	for _, s := range r.Statements {
		switch s.Rule {
		case "statement/cue-verb", "statement/clause-after", "statement/postposed", "statement/according-to", "statement/as-clause",
			"statement/quote-beside", "statement/quote-continued", "statement/model":
			out = append(out, s)
		}
	}
	return out
}

// pairUp pairs gold and found quotations that share enough, best first.
func pairUp(gold []markedQuote, system []record.Statement, least float64) [][2]int {
	var out [][2]int
	used := make([]bool, len(system))
	for g := range gold {
		best, most := -1, least
		for s := range system {
			if used[s] {
				continue
			}
			if share := shared(gold[g].quote, system[s].Content); share >= most {
				best, most = s, share
			}
		}
		if best >= 0 {
			used[best] = true
			out = append(out, [2]int{g, best})
		}
	}
	return out
}

// shared is what a span and a content in pieces share, as a part of the longer.
func shared(g record.Span, content []record.Span) float64 {
	both, length := 0, 0
	for _, c := range content {
		both += max(0, min(c.End, g.End)-max(c.Start, g.Start))
		length += c.End - c.Start
	}
	return float64(both) / float64(max(g.End-g.Start, length, 1))
}

func sameSpeaker(r *record.Reading, g markedQuote, s record.Statement) bool {
	if !g.speaker.Empty() && s.Source.Overlaps(g.speaker) {
		return true
	}
	name := s.Source.Name
	if a := r.Actor(s.Source.Actor); a != nil {
		name = a.Name
	}
	return lastWord(name) != "" && lastWord(name) == lastWord(g.reference) ||
		g.speaker.Empty() && lastWord(s.Source.Text) != "" && lastWord(s.Source.Text) == lastWord(g.reference)
}

func lastWord(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(f[len(f)-1], "’s"), "'s"), ".,")
}
