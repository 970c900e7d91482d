package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/archive/archivetest"
	"sitrep/internal/archive/sqlite"
	"sitrep/internal/ingest"
	"sitrep/internal/reading"
	"sitrep/record"
)

// child is the variable that makes the test's program be sitrep itself, or
// sitrep add with a reader that takes no time, into the archive it names.
const (
	child = "SITREP_TEST_CHILD"
	quick = "SITREP_TEST_QUICK"
)

// TestMain lets tests start sitrep as a process of its own.
func TestMain(m *testing.M) {
	s := Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	if path := os.Getenv(quick); path != "" {
		c := &addCommand{archiveFlag: archiveFlag{path}, JSON: true, Workers: 2, read: func(in reading.Input) *record.Reading {
			return archivetest.Reading(in.Outlet, in.URL, string(in.Published), in.Title, in.Text)
		}}
		if err := c.Run(context.Background(), s); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(exitCode(err))
		}
		os.Exit(0)
	}
	if os.Getenv(child) != "" {
		os.Exit(Run(context.Background(), os.Args[1:], s))
	}
	os.Exit(m.Run())
}

// process prepares sitrep as a process of its own.
func process(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), child+"=1")
	return cmd
}

// How often the test kills: the whole of sitrep a few times, since its reading
// takes most of the time, and adding alone very often.
const (
	kills      = 60
	wholeKills = 4
)

// TestKill kills sitrep add at moments drawn by chance, each time while it adds
// to the same archive. Each time the archive must open, be whole, and hold every
// report that was acknowledged.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive.sitrep")
	acknowledged := map[record.ReportID]bool{}
	during := 0
	for i := range kills + wholeKills {
		cmd := process("add", "--json", "--workers", "2", "--archive", path, "-")
		if i < kills {
			cmd.Env = append(os.Environ(), quick+"="+path)
		}
		n := killOnce(t, cmd, i, acknowledged)
		if n > 0 {
			during++
		}
		check(t, path, acknowledged, i%8 == 7)
		if t.Failed() {
			t.Fatalf("after kill %d", i+1)
		}
	}
	if during < kills/2 {
		t.Errorf("only %d of %d kills fell into the adding", during, kills)
	}
	t.Logf("%d kills, %d of them while adding; %d reports acknowledged", kills+wholeKills, during, len(acknowledged))
}

// killOnce starts an add, kills it, and notes what it had acknowledged.
func killOnce(t *testing.T, cmd *exec.Cmd, run int, acknowledged map[record.ReportID]bool) (n int) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go feed(in, run)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var r ingest.Result
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			break // cut off by the kill: not acknowledged
		}
		if r.Report != "" {
			acknowledged[r.Report] = true
		}
		if n++; n == 1 {
			// From the first commit on, at any moment of the next ones; some at once.
			time.AfterFunc(time.Duration(rand.IntN(120))*time.Millisecond, func() { cmd.Process.Kill() })
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	return n
}

// feed sends reports without end: new ones, corrections of older ones, some that
// are known and some that are broken.
func feed(in io.WriteCloser, run int) {
	defer in.Close()
	for i := 0; ; i++ {
		url := fmt.Sprintf("https://example.org/%d", (run*1000+i)%3000)
		text := fmt.Sprintf("Ada Vale said that %d ships had left Eastmere in storm %d. Bo Reed denied it. %s", i, run, strings.Repeat("The harbour is open. ", i%40))
		line := fmt.Sprintf(`{"url":%q,"text":%q,"outlet":"Gazette","date":"2023-09-14"}`, url, text)
		if i%50 == 49 {
			line = line[:len(line)/2]
		}
		if _, err := fmt.Fprintln(in, line); err != nil {
			return
		}
	}
}

// check opens the archive after a kill and looks for what was acknowledged; with
// deep it reads all that is stored.
func check(t *testing.T, path string, acknowledged map[record.ReportID]bool, deep bool) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var keys []archive.Key
	for id := range acknowledged {
		keys = append(keys, archive.Key{ID: id})
	}
	kept, err := s.Known(t.Context(), keys...)
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range kept {
		if !k {
			t.Errorf("report %s was acknowledged and is lost", keys[i].ID)
		}
	}
	h, err := s.Health(t.Context(), deep)
	if err != nil || len(h.Problems) > 0 {
		t.Errorf("health: %+v, %v", h, err)
	}
	if !deep {
		return
	}
	for r, err := range s.Readings(t.Context(), archive.Query{Superseded: true}) {
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(r.Text, "Ada Vale said") || len(r.Sentences) == 0 || len(r.Statements) == 0 {
			t.Errorf("half a report: %+v", r.Report)
		}
	}
}
