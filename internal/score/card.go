package score

import (
	"fmt"
	"io"
	"strings"
)

// Row is one measurement of the scorecard.
type Row struct {
	Title string
	Task  string
	Gold  string // below the data's folder
	Raw   bool
	// Own says that Gold is a file of the project's, which points into the data.
	Own  bool
	Keys []Bar
	Note string
}

// Bar is a metric that is published, and what it should reach.
type Bar struct {
	Key  string
	Want string // "≥ 0.83", or a reference; "" for none
}

// Card writes the rows' measurements as Markdown, one table a row. measure takes
// one row's measurement. One that fails says so in its place: a figure is never
// left out in silence.
func Card(w io.Writer, rows []Row, measure func(Row) (Metrics, error)) error {
	for _, row := range rows {
		raw := ""
		if row.Raw {
			raw = " --raw"
		}
		if row.Own {
			raw += " --data DIR"
		}
		if _, err := fmt.Fprintf(w, "\n## %s\n`sitrep score %s --gold %s%s`%s\n\n", row.Title, row.Task, row.Gold, raw, note(row.Note)); err != nil {
			return err
		}
		m, err := measure(row)
		if err != nil {
			fmt.Fprintf(w, "Not measured: %v.\n", err)
			continue
		}
		fmt.Fprint(w, "| metric | measured | asked |\n|---|---|---|\n")
		for _, k := range row.Keys {
			fmt.Fprintf(w, "| %s | %s | %s |\n", k.Key, cell(m, k.Key), k.Want)
		}
	}
	return nil
}

func note(s string) string {
	if s == "" {
		return ""
	}
	return " — " + s
}

// cell prints one metric, as JSON gives it; "source.f1" looks inside an object.
func cell(m map[string]any, key string) string {
	v, ok := m[key]
	if head, rest, dotted := strings.Cut(key, "."); !ok && dotted {
		if in, is := m[head].(map[string]any); is {
			return cell(in, rest)
		}
	}
	switch x := v.(type) {
	case nil:
		return "–"
	case float64:
		if x == float64(int64(x)) && (x > 1 || x < -1) || x >= 10000 {
			return fmt.Sprintf("%.0f", x)
		}
		return fmt.Sprintf("%.3f", x)
	case map[string]any:
		if f, ok := x["found"]; ok {
			return fmt.Sprintf("%v of %v", f, x["gold"])
		}
	case []any:
		if len(x) == 0 {
			return "nothing"
		}
	}
	return fmt.Sprintf("%v", v)
}
