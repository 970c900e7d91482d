package archive

import "context"

// Doctor looks after the archive itself.
type Doctor interface {
	// Health tells how the archive is. With deep it reads all that is stored and
	// compares the parts with each other, which takes time in a large one; what
	// it finds wrong stands in Problems, and is not an error.
	Health(ctx context.Context, deep bool) (*Health, error)
}

// Health is the state of an archive.
type Health struct {
	Backend  string `json:"backend"`        // "sqlite", "memory"
	Engine   string `json:"engine"`         // its version, "SQLite 3.54.1"
	Path     string `json:"path,omitempty"` // of the file
	Schema   int    `json:"schema"`         // version of what is stored
	Bytes    int64  `json:"bytes"`          // on disk
	ReadOnly bool   `json:"read_only"`

	Reports     int `json:"reports"`    // all versions
	Superseded  int `json:"superseded"` // of them corrected since
	Statements  int `json:"statements"`
	DeadLetters int `json:"dead_letters"`

	Deep     bool     `json:"deep"`               // all was looked at
	Problems []string `json:"problems,omitempty"` // a sentence each
}
