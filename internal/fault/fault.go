// Package fault is sitrep's one type of error: a kind, the operation that
// failed, the item it failed on, and what the person can do. Kinds become exit
// codes (internal/cli) and HTTP statuses (internal/api) in one place each.
package fault

import (
	"errors"
	"strings"
)

// Kind tells what sort of failure an error is.
type Kind uint8

// The kinds of failure.
const (
	Other      Kind = iota
	Invalid         // the input is not what it should be
	NotFound        // the thing asked for is not there
	Exists          // the thing to be made is there already
	Permission      // the system refused access
	Full            // no room left on the device
	Busy            // in use by another process: a port, an archive
	Newer           // written by a newer version of sitrep
	Broken          // stored data is damaged
	TooLarge        // over a stated limit
	Usage           // the command line is wrong
)

// Error is a failure.
type Error struct {
	Kind Kind
	Op   string // what was being done, "archive.Open"
	Item string // what it was done to: a file, a setting, an address
	Hint string // what to do about it, a sentence without a capital or a stop
	Err  error  // the cause, or nil
}

// Error gives one sentence for a log: item, cause and hint.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Item != "" {
		b.WriteString(e.Item + ": ")
	}
	switch {
	case e.Err != nil:
		b.WriteString(e.Err.Error())
	default:
		b.WriteString(e.Kind.String())
	}
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// New makes a failure. Pass nil for err where the kind says all.
func New(kind Kind, op, item string, err error) *Error {
	return &Error{Kind: kind, Op: op, Item: item, Err: err}
}

// Hinted adds what the person can do.
func (e *Error) Hinted(hint string) *Error {
	e.Hint = hint
	return e
}

// KindOf gives the kind of the outermost *Error in err's chain, or Other.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Other
}

var names = [...]string{"failed", "not valid", "not found", "exists already", "access refused",
	"no room left", "in use", "written by a newer version", "damaged", "too large", "wrong use"}

// String gives the kind in words.
func (k Kind) String() string {
	if int(k) < len(names) {
		return names[k]
	}
	return names[Other]
}
