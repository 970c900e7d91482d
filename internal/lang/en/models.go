package en

import (
	_ "embed"
	"io/fs"
	"strings"
	"time"
	"unsafe"
)

// The models are embedded one by one as strings, so that they are read where the
// program lies in memory and never copied.
var (
	//go:embed models/words.bin
	wordsModel string
	//go:embed models/syntax.bin
	syntaxModel string
	//go:embed models/names.bin
	namesModel string
	//go:embed models/mentions.bin
	mentionsModel string
	//go:embed models/attribution.bin
	attributionModel string
	//go:embed models/sentences.bin
	sentencesModel string
	//go:embed models/events.bin
	eventsModel string
)

// models is a folder of the embedded models. It is a lang.Holder.
type models struct{}

// text gives a model's bytes as a string.
func (models) text(name string) (string, bool) {
	switch name {
	case "words.bin":
		return wordsModel, true
	case "syntax.bin":
		return syntaxModel, true
	case "names.bin":
		return namesModel, true
	case "mentions.bin":
		return mentionsModel, true
	case "attribution.bin":
		return attributionModel, true
	case "sentences.bin":
		return sentencesModel, true
	case "events.bin":
		return eventsModel, true
	}
	return "", false
}

// Held gives a model where it lies in memory; it must not be written to.
func (m models) Held(name string) ([]byte, bool) {
	s, ok := m.text(name)
	return unsafe.Slice(unsafe.StringData(s), len(s)), ok
}

// Open opens a model as a file.
func (m models) Open(name string) (fs.File, error) {
	s, ok := m.text(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return model{strings.NewReader(s), name}, nil
}

// model is an open model, and what is known of its file.
type model struct {
	*strings.Reader
	name string
}

func (m model) Stat() (fs.FileInfo, error) { return m, nil }
func (m model) Close() error               { return nil }
func (m model) Name() string               { return m.name }
func (m model) Mode() fs.FileMode          { return 0o444 }
func (m model) ModTime() time.Time         { return time.Time{} }
func (m model) IsDir() bool                { return false }
func (m model) Sys() any                   { return nil }
