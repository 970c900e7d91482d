package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// dist holds what `make bundle` builds from src. In a plain checkout it holds
// only a note, and the pages are then plain HTML.
//
//go:embed dist
var dist embed.FS

// assets are the bundled files by name, with addresses that change with their
// content, so that browsers may keep them for ever.
type assets struct {
	address map[string]string // "app.css" → "/assets/1f2e3d4c/app.css"
	content map[string][]byte // by address
}

// Bundled reports whether the assets were built into this binary.
func Bundled() bool { return bundled().address["app.css"] != "" }

func bundled() assets {
	a := assets{address: map[string]string{}, content: map[string][]byte{}}
	files, _ := fs.ReadDir(dist, "dist") // cannot fail: the folder is embedded
	for _, f := range files {
		if f.IsDir() || strings.HasSuffix(f.Name(), ".md") {
			continue
		}
		b, err := fs.ReadFile(dist, "dist/"+f.Name())
		if err != nil {
			continue
		}
		sum := sha256.Sum256(b)
		addr := "/assets/" + hex.EncodeToString(sum[:4]) + "/" + f.Name()
		a.address[f.Name()], a.content[addr] = addr, b
	}
	return a
}

var types = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".json": "application/json", ".woff2": "font/woff2"}

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	b, ok := s.assets.content[r.URL.Path]
	if !ok {
		s.missing(w, r)
		return
	}
	w.Header().Set("Content-Type", types[path.Ext(r.URL.Path)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(b) // the reader went away: nothing to do
}
