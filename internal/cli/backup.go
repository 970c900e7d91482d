package cli

import (
	"context"
	"fmt"
	"os"

	"sitrep/internal/archive/sqlite"
)

// backupCommand is `sitrep backup`.
type backupCommand struct {
	archiveFlag
	File string `arg:"" type:"path" help:"Where to write the backup; a file that is there already is left alone."`
}

// Run writes a checked copy of the archive.
func (c *backupCommand) Run(ctx context.Context, s Streams) error {
	a, set, err := c.openAny(ctx)
	if err != nil {
		return err
	}
	defer a.Close()
	if err := a.Backup(ctx, c.File); err != nil {
		return err
	}
	size := int64(0)
	if info, err := os.Stat(c.File); err == nil {
		size = info.Size()
	}
	_, err = fmt.Fprintf(s.Out, "%s was copied to %s (%.1f MB), and the copy was checked\n", set.Archive, c.File, float64(size)/1e6)
	return err
}

// restoreCommand is `sitrep restore`.
type restoreCommand struct {
	archiveFlag
	File  string `arg:"" type:"path" help:"The backup."`
	Force bool   `help:"Replace an archive that is there already; it is kept beside under another name."`
}

// Run puts a backup in the archive's place.
func (c *restoreCommand) Run(ctx context.Context, s Streams) error {
	set, err := c.settings()
	if err != nil {
		return err
	}
	kept, err := sqlite.Restore(ctx, c.File, set.Archive, c.Force)
	if err != nil {
		return err
	}
	// Opening it migrates what an older sitrep wrote, and shows that it can be.
	a, err := sqlite.Open(ctx, set.Archive, sqlite.Options{})
	if err != nil {
		return err
	}
	defer a.Close()
	h, err := a.Health(ctx, false)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "%s holds %s again\n", set.Archive, many(h.Reports, "report"))
	if kept != "" {
		fmt.Fprintf(s.Out, "what was there before is kept as %s\n", kept)
	}
	return nil
}
