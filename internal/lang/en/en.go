// Package en supplies English: its tables and its trained models.
package en

import (
	"embed"
	"io/fs"

	"sitrep/internal/lang"
)

//go:embed tables/*.tsv
var tables embed.FS

// Language gives English.
func Language() lang.Language {
	t, _ := fs.Sub(tables, "tables") // cannot fail: the folders are embedded
	return lang.Language{Code: "en", Tables: t, Models: models{}}
}
