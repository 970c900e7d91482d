package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sitrep/internal/fault"
)

// Backup writes a copy of the archive, as it is at this moment, to path: one
// file, checked and written through to the disk before it gets its name. Others
// may read and add meanwhile. A file that is there already is left alone, and
// the fault is Exists.
func (s *Store) Backup(ctx context.Context, path string) error {
	if exists(path) {
		return fault.New(fault.Exists, "archive.Backup", path, errors.New("there is a file of this name already")).
			Hinted("choose another name, or move the file away first")
	}
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fault.New(fault.Permission, "archive.Backup", part, err).Hinted("choose a place that can be written")
	}
	err := s.copyTo(ctx, part)
	if err == nil {
		err = os.Rename(part, path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		os.Remove(part)
		return backupFault(path, err)
	}
	return nil
}

// backupFault tells of the backup's own place what went wrong there.
func backupFault(path string, err error) error {
	switch kind := fault.KindOf(err); {
	case kind == fault.Full, strings.Contains(err.Error(), "no space left"):
		return fault.New(fault.Full, "archive.Backup", path, errors.New("there is no room left for it")).
			Hinted("make room on that disk, or choose another; nothing was left there")
	case kind == fault.Permission, errors.Is(err, os.ErrPermission), errors.Is(err, os.ErrNotExist):
		return fault.New(fault.Permission, "archive.Backup", path, errors.New("it cannot be written")).Hinted("choose a place that can be written")
	}
	return err
}

// copyTo writes a checked copy to a file that does not exist.
func (s *Store) copyTo(ctx context.Context, part string) error {
	if _, err := s.write.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return s.fault("Backup", err)
	}
	if err := whole(ctx, part); err != nil {
		return err
	}
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// whole checks a closed file from end to end.
func whole(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, Options{ReadOnly: true}))
	if err != nil {
		return err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return fault.New(fault.Broken, "archive.Backup", path, err).Hinted("run sitrep doctor --deep")
	}
	if verdict != "ok" {
		return fault.New(fault.Broken, "archive.Backup", path, errors.New(verdict)).Hinted("run sitrep doctor --deep")
	}
	return nil
}

// syncDir writes a folder's names through to the disk, where the system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	d.Sync() // not every system lets folders be synced
	return d.Close()
}

// Restore makes the archive at path what the backup holds. The backup is
// checked from end to end first. An archive that is there already is only
// replaced with force, and is kept beside under the name that is returned. One
// that another process has open is Busy.
func Restore(ctx context.Context, backup, path string, force bool) (kept string, err error) {
	b, err := Open(ctx, backup, Options{ReadOnly: true, older: true})
	if err != nil {
		return "", err
	}
	defer b.Close()
	if exists(path) {
		switch same, err := sameFile(backup, path); {
		case err != nil:
			return "", err
		case same:
			return "", fault.New(fault.Usage, "archive.Restore", path, errors.New("the backup and the archive are the same file")).Hinted("name the backup")
		case !force:
			return "", fault.New(fault.Exists, "archive.Restore", path, errors.New("there is an archive already")).
				Hinted("give --force to put the backup in its place; the old one is then kept beside")
		}
		if err := alone(ctx, path); err != nil {
			return "", err
		}
	} else if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return "", fault.New(fault.Permission, "archive.Restore", path, err).Hinted("choose a place that can be written with --archive")
	}
	next := path + ".restored"
	os.Remove(next) // of a restore that was cut off
	if err := b.Backup(ctx, next); err != nil {
		return "", err
	}
	if exists(path) {
		kept = path + ".before-" + time.Now().UTC().Format("20060102-150405")
		for _, suffix := range []string{"", "-wal", "-shm"} {
			if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
				return "", fault.New(fault.Permission, "archive.Restore", path, err).Hinted("ask for access to its folder")
			}
		}
	}
	if err := os.Rename(next, path); err != nil {
		return kept, fault.New(fault.Permission, "archive.Restore", path, err).Hinted("rename " + next + " to it")
	}
	return kept, syncDir(filepath.Dir(path))
}

func sameFile(a, b string) (bool, error) {
	x, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y), err
}

// alone makes sure that no other process has the archive open: leaving WAL mode
// is only granted to the last one. What is damaged or no archive may go.
func alone(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, Options{}))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err = db.ExecContext(ctx, "PRAGMA busy_timeout = 500"); err == nil {
		_, err = db.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
	}
	if f := (&Store{path: path}).fault("Restore", err); fault.KindOf(f) == fault.Busy {
		return fault.New(fault.Busy, "archive.Restore", path, err).Hinted("stop sitrep serve and whatever else has it open")
	}
	return nil
}
