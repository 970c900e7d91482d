package score

import (
	"os"
	"testing"

	"sitrep/internal/gold"
	"sitrep/internal/lang"
	"sitrep/internal/reading"
)

// barArgs opens what the tasks measure; tests name no language's package.
func barArgs(tb testing.TB, path string) Args {
	tb.Helper()
	l := lang.Language{Code: "en", Tables: os.DirFS("../lang/en/tables"), Models: os.DirFS("../lang/en/models")}
	r, err := reading.New(reading.Options{Language: l})
	if err != nil {
		tb.Fatal(err)
	}
	return Args{Gold: path, Language: l, Reader: r}
}

func TestSeedStatements(t *testing.T) {
	m, err := ReadingTask(barArgs(t, gold.Path(t, "seed", "000_cc9a391297ebb35f.gold.json")))
	if err != nil {
		t.Fatal(err)
	}
	for kind, least := range map[string]int{"statements": 11, "channel": 12, "modality": 12, "chains": 12, "positions": 5, "cautions": 2, "conflicts": 1, "must_not": 5} {
		if got, _ := m[kind].(tally); got.Found < least {
			t.Errorf("%s: %d found, at least %d wanted", kind, got.Found, least)
		}
	}
	if t.Failed() {
		t.Logf("missing: %v", m["missing"])
	}
}

func TestQuoteBars(t *testing.T) {
	m, err := QuotesTask(barArgs(t, gold.Path(t, "attribution", "quotes", "quotes.jsonl")))
	if err != nil {
		t.Fatal(err)
	}
	for key, least := range map[string]float64{"f1_03": 0.84, "f1_08": 0.77, "speaker": 0.87} {
		if got, _ := m[key].(float64); got < least {
			t.Errorf("%s %.3f, at least %.2f wanted", key, got, least)
		}
	}
}

func TestAttributionBars(t *testing.T) {
	m, err := AttributionTask(barArgs(t, gold.Path(t, "attribution", "polnear", "dev")))
	if err != nil {
		t.Fatal(err)
	}
	for key, least := range map[string]float64{"source": 0.72, "cue": 0.68, "content": 0.61} {
		if got, _ := m[key].(map[string]float64); got["f1"] < least {
			t.Errorf("%s %.3f, at least %.2f wanted", key, got["f1"], least)
		}
	}
}
