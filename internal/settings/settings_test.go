package settings_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/internal/fault"
	"sitrep/internal/settings"
)

// env makes an environment of name and value in turn.
func env(pairs ...string) settings.Environment {
	return func(name string) (string, bool) {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1], true
			}
		}
		return "", false
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	for _, v := range []string{"HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(v, dir)
	}
	s, err := settings.Load(env("XDG_DATA_HOME", dir))
	if err != nil || !strings.HasPrefix(s.Archive, dir) || !strings.HasSuffix(s.Archive, filepath.Join("sitrep", "archive.sitrep")) || s.File != "" || s.Address == "" {
		t.Errorf("defaults: %+v, %v", s, err)
	}
	file := filepath.Join(dir, "mine.toml")
	if err := os.WriteFile(file, []byte("archive = \"data/mine.sitrep\"\nworkers = 3\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err = settings.Load(env("SITREP_SETTINGS", file))
	if err != nil || s.Archive != filepath.Join(dir, "data", "mine.sitrep") || s.Workers != 3 || s.File != file {
		t.Errorf("file: %+v, %v", s, err)
	}
	s, err = settings.Load(env("SITREP_SETTINGS", file, "SITREP_ARCHIVE", "/elsewhere.sitrep", "SITREP_ADDRESS", "127.0.0.1:1"))
	if err != nil || s.Archive != "/elsewhere.sitrep" || s.Workers != 3 || s.Address != "127.0.0.1:1" {
		t.Errorf("environment before file: %+v, %v", s, err)
	}
	if _, err := settings.Load(env("SITREP_SETTINGS", filepath.Join(dir, "absent.toml"))); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a named file that is absent: %v", err)
	}
}

func TestParseRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"archiv = \"x\"": `no setting is called "archiv"`, "archive = 5": "archive", "workers = -1": "below 0", "archive": "toml", "[archive]\nx = 1": "archive",
	} {
		err := new(settings.Settings).Parse("settings.toml", text)
		if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), says) || !strings.HasPrefix(err.Error(), "settings.toml: ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzParse: no file ends the program; what is refused is refused in one line,
// and what is taken has a place for the archive that does not depend on where
// sitrep is started.
func FuzzParse(f *testing.F) {
	f.Add("archive = \"x\"\nworkers = 2\naddress = \":1\"")
	f.Add("[a]\nb = [1, {c = 'd'}]")
	f.Fuzz(func(t *testing.T, text string) {
		s := &settings.Settings{}
		err := s.Parse("/folder/settings.toml", text)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
			return
		}
		if s.Archive != "" && !filepath.IsAbs(s.Archive) || s.Workers < 0 {
			t.Errorf("%+v", s)
		}
	})
}
