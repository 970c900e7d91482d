package train

import (
	"encoding/gob"
	"fmt"
	"os"

	"sitrep/internal/neural"
	"sitrep/internal/syntax"
)

// openTeacher opens the network of a checkpoint that was trained on the same
// documents; its shape stands in a file of options beside it.
func openTeacher(path string, docs []*syntax.Document, words *neural.Vectors) (*syntaxNet, error) {
	f, err := os.Open(path + ".options")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var o SyntaxOptions
	if err := gob.NewDecoder(f).Decode(&o); err != nil {
		return nil, fmt.Errorf("%s.options: %w", path, err)
	}
	net, _ := o.net(docs, words)
	if _, err := net.restore(path, o.key()); err != nil {
		return nil, err
	}
	net.turn()
	return net, nil
}

// storeOptions writes the options beside a checkpoint.
func (o SyntaxOptions) storeOptions() error {
	f, err := os.Create(o.Checkpoint + ".options")
	if err != nil {
		return err
	}
	o.Log = nil
	if err := gob.NewEncoder(f).Encode(o); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
