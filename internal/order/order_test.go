package order_test

import (
	"os/exec"
	"strings"
	"testing"

	"sitrep/internal/order"
)

// TestHouse holds the house's table against what the packages really import.
func TestHouse(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}{{range .Imports}} {{.}}{{end}}", "sitrep/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) < 5 {
		t.Fatalf("go list gave %d packages; the test would prove nothing", len(lines))
	}
	for _, line := range lines {
		fields := strings.Fields(line)
		for _, broken := range order.Check(fields[0], fields[1:]) {
			t.Error(broken)
		}
	}
}

// TestBrokenOnPurpose shows that the check would notice.
func TestBrokenOnPurpose(t *testing.T) {
	for _, c := range []struct {
		pkg, imports string
		want         bool // true when it must be refused
	}{
		{"sitrep/record", "sitrep/internal/syntax", true},
		{"sitrep/record", "github.com/some/thing", true},
		{"sitrep/internal/figure", "sitrep/internal/when", true},
		{"sitrep/internal/parse", "sitrep/internal/tag", false},
		{"sitrep/internal/token", "sitrep/internal/parse", true},
		{"sitrep/internal/figure", "sitrep/internal/reading", true},
		{"sitrep/internal/web", "sitrep/internal/archive/sqlite", true},
		{"sitrep/internal/cli", "sitrep/internal/archive/sqlite", false},
		{"sitrep/internal/nowhere", "fmt", true},
	} {
		if got := len(order.Check(c.pkg, []string{c.imports})) > 0; got != c.want {
			t.Errorf("%s importing %s: refused=%v, want %v", c.pkg, c.imports, got, c.want)
		}
	}
}
