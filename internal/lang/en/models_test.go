package en

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"sitrep/internal/lang"
)

func TestEveryModelIsHeld(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("models", "*.bin"))
	if err != nil || len(files) == 0 {
		t.Fatal("no models", err)
	}
	l := Language()
	for _, path := range files {
		name := filepath.Base(path)
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		held, ok := l.Models.(lang.Holder).Held(name)
		if !ok || !bytes.Equal(held, want) {
			t.Errorf("%s: the %d bytes held are not the %d of the file", name, len(held), len(want))
		}
		read, err := fs.ReadFile(l.Models, name)
		if err != nil || !bytes.Equal(read, want) {
			t.Errorf("%s: ReadFile gives %d bytes, %v", name, len(read), err)
		}
		model, err := l.Model(name)
		if err != nil || len(model) == 0 || &model[0] != &held[0] {
			t.Errorf("%s: Model copies what is held (%v)", name, err)
		}
		f, err := l.Models.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		opened, err := io.ReadAll(f)
		if err != nil || !bytes.Equal(opened, want) {
			t.Errorf("%s: Open gives %d bytes, %v", name, len(opened), err)
		}
		info, err := f.Stat()
		if err != nil || info.Size() != int64(len(want)) || info.Name() != name || info.IsDir() || !info.Mode().IsRegular() {
			t.Errorf("%s: Stat gives %v, %v", name, info, err)
		}
		if err := f.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNoOtherModelIsHeld(t *testing.T) {
	for _, name := range []string{"", ".", "none.bin", "models/words.bin", "README.md"} {
		if _, err := models.Open(models{}, name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", name, err)
		}
		if b, ok := (models{}).Held(name); ok || len(b) > 0 {
			t.Errorf("%q is held", name)
		}
	}
}
