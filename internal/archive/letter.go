package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"
)

// DeadLetters keeps what was refused, so that nothing sent in is ever lost.
type DeadLetters interface {
	// Bury keeps a refused item for good before it returns. Burying the same item
	// again (see DeadLetter.Key) counts up Times and takes the newer reason and
	// time.
	Bury(ctx context.Context, letters ...DeadLetter) error

	// Letters gives what was refused, newest first, without Raw.
	Letters(ctx context.Context, limit, offset int) (Page[DeadLetter], error)

	// Letter gives one dead letter with Raw. NotFound when there is none.
	Letter(ctx context.Context, id string) (*DeadLetter, error)

	// Forget removes dead letters and tells how many there were. No ids means all.
	Forget(ctx context.Context, ids ...string) (int, error)
}

// MaxRaw is the most bytes of a refused item that are kept.
const MaxRaw = 1 << 20

// DeadLetter is an item that was refused.
type DeadLetter struct {
	ID     string    `json:"id"`             // "d-" and digits; set by Bury
	Origin string    `json:"origin"`         // the file, address or "standard input"
	Line   int       `json:"line,omitempty"` // in a file of many items, from 1
	Kind   string    `json:"kind"`           // the fault's kind in words
	Reason string    `json:"reason"`         // one sentence
	Outlet string    `json:"outlet,omitempty"`
	Title  string    `json:"title,omitempty"`
	URL    string    `json:"url,omitempty"`
	Raw    []byte    `json:"-"`    // as it came in, cut at MaxRaw
	Size   int64     `json:"size"` // bytes before the cut, or 0 when not known
	At     time.Time `json:"at"`
	Times  int       `json:"times"`
}

// Key gives the id of a dead letter: the same origin, line and content give the
// same id.
func (d *DeadLetter) Key() string {
	h := sha256.New()
	for _, s := range []string{d.Origin, strconv.Itoa(d.Line), d.URL, string(cut(d.Raw))} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return "d-" + hex.EncodeToString(h.Sum(nil)[:6])
}

// Prepared gives the letter as it is to be kept: with its id, Raw cut to MaxRaw,
// and the time in UTC to the millisecond, now when it was not set.
func (d DeadLetter) Prepared(now time.Time) DeadLetter {
	if d.Size == 0 {
		d.Size = int64(len(d.Raw))
	}
	d.ID, d.Raw = d.Key(), cut(d.Raw)
	if d.At.IsZero() {
		d.At = now
	}
	d.At = d.At.UTC().Truncate(time.Millisecond)
	d.Times = max(d.Times, 1)
	return d
}

func cut(raw []byte) []byte { return raw[:min(len(raw), MaxRaw)] }
