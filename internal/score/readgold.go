package score

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"sitrep/internal/fault"
	"sitrep/record"
)

// goldReading is a gold file of a whole report, in the manner of the seed's. Its
// own rules: texts are quoted from the article, and a span counts as found when
// it overlaps the quoted text by at least half of the longer of the two.
type goldReading struct {
	Published  record.Date     `json:"published"`
	Outlet     string          `json:"outlet"`
	Statements []goldStatement `json:"statements"`
	Positions  []goldPosition  `json:"positions"`
	Conflicts  []goldConflict  `json:"conflicts"`
	Cautions   []goldCaution   `json:"cautions"`
	Figures    []goldItem      `json:"figures"`
	Events     []goldItem      `json:"events"`
	Line       []goldItem      `json:"line"`
	Times      []goldItem      `json:"times"`
	Places     []goldItem      `json:"places"`
	MustNot    []string        `json:"must_not"`
}

type goldStatement struct {
	ID       string            `json:"id"`
	Source   string            `json:"source"`
	Actor    *string           `json:"actor"`
	Kind     string            `json:"kind"`
	Count    *int              `json:"count"`
	Cue      string            `json:"cue"`
	Channel  string            `json:"channel"`
	Content  string            `json:"content"`
	Modality string            `json:"modality"`
	Said     *record.When      `json:"said"`
	Chain    []json.RawMessage `json:"chain"`
}

type goldPosition struct {
	Actor, Issue, Stance, Channel, Terms, Condition, Quote string
	Since, Until                                           record.Date
	Statements                                             []string
}

type goldConflict struct {
	Actor, Issue, Kind string
	Statements         []string
}

type goldCaution struct {
	About     []string
	Statement string
	Quote     string
	Condition string
}

// goldItem is a gold figure, event, line claim, time or place: a quote and the
// fields that must agree.
type goldItem struct {
	Quote  string
	fields map[string]any
}

// UnmarshalJSON keeps all fields.
func (g *goldItem) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &g.fields); err != nil {
		return err
	}
	g.Quote, _ = g.fields["quote"].(string)
	return nil
}

// openGold reads NAME.gold.json and the text NAME.txt beside it.
func openGold(path string) (*goldReading, string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, "", fault.New(fault.NotFound, "score.reading", path, err)
	}
	var g goldReading
	if err := json.Unmarshal(raw, &g); err != nil {
		return nil, "", fault.New(fault.Invalid, "score.reading", path, err)
	}
	base := strings.TrimSuffix(strings.TrimSuffix(path, ".json"), ".gold")
	text, err := os.ReadFile(base + ".txt")
	if err != nil {
		return nil, "", fault.New(fault.NotFound, "score.reading", base+".txt", err).Hinted("the text must stand beside the gold file")
	}
	return &g, string(text), nil
}

// goldFiles lists the gold files that a path names: itself, or those in a folder.
func goldFiles(path string) []string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		files, _ := filepath.Glob(filepath.Join(path, "*.gold.json"))
		return files
	}
	return []string{path}
}

// quotedAt reports whether a span overlaps an occurrence of quote in text by at
// least half of the longer of the two.
func quotedAt(text, quote string, s record.Span) bool {
	if quote == "" || s.Empty() {
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], quote)
		if i < 0 {
			return false
		}
		i += from
		both := min(s.End, i+len(quote)) - max(s.Start, i)
		if 2*both >= max(len(quote), s.End-s.Start) {
			return true
		}
		from = i + 1
	}
}
