package gazetteer

import _ "embed"

//go:embed world.gaz
var world string

// World opens the bundled gazetteer in place: about as long as its checksum
// takes.
func World() (*Gazetteer, error) { return Open(world) }
