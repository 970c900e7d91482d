package place_test

import (
	"strings"
	"testing"
	"time"

	"sitrep/internal/gazetteer"
)

// TestLongTexts: cost grows with the length of a text, whatever it holds.
func TestLongTexts(t *testing.T) {
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	var names strings.Builder
	for i := range 6000 {
		p := g.At(gazetteer.Index(i * 7))
		names.WriteString("They met in " + p.Name + ". ")
	}
	e := world(t)
	for what, text := range map[string]string{
		"many names": names.String(), "one sentence": strings.Repeat("Springfield, ", 20000), "capitals": strings.Repeat("New ", 30000),
		"marks": strings.Repeat("A-", 30000), "of": strings.Repeat("20 km south of ", 8000), "quotes": strings.Repeat("Kyiv's ", 20000),
	} {
		doc := cut(t, text)
		begin := time.Now()
		e.All(doc, nil)
		if took := time.Since(begin); took > 4*time.Second {
			t.Errorf("%s: %d bytes took %v", what, len(text), took)
		} else {
			t.Logf("%s: %v", what, took)
		}
	}
}
