package score

import (
	"fmt"
	"io"
	"path/filepath"
)

// Row is one measurement of the scorecard.
type Row struct {
	Title string
	Task  string
	Gold  string // below the data's folder
	Raw   bool
	Keys  []Bar
	Note  string
}

// Bar is a metric that is published, and what it should reach.
type Bar struct {
	Key  string
	Want string // "≥ 0.83", or a reference; "" for none
}

// Card writes the rows' measurements as Markdown, one table a row. A row whose
// gold data is absent, or whose task fails, says so in its place: a figure is
// never left out in silence.
func Card(w io.Writer, dir string, rows []Row, args Args) error {
	tasks := Tasks()
	for _, row := range rows {
		if _, err := fmt.Fprintf(w, "\n## %s\n`sitrep score %s --gold %s`%s\n\n", row.Title, row.Task, row.Gold, note(row.Note)); err != nil {
			return err
		}
		task, ok := tasks[row.Task]
		if !ok {
			fmt.Fprintf(w, "Not measured: there is no task %s.\n", row.Task)
			continue
		}
		a := args
		a.Gold, a.Raw = filepath.Join(dir, row.Gold), row.Raw
		m, err := task(a)
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

// cell prints one metric; "source.f1" looks inside an object.
func cell(m Metrics, key string) string {
	v, ok := m[key]
	if !ok {
		return "–"
	}
	switch x := v.(type) {
	case float64:
		if x == float64(int64(x)) && (x > 1 || x < -1) {
			return fmt.Sprintf("%.0f", x)
		}
		return fmt.Sprintf("%.3f", x)
	case int:
		return fmt.Sprint(x)
	default:
		return fmt.Sprintf("%v", x)
	}
}
