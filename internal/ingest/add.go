package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/internal/reading"
	"sitrep/record"
)

// Store is what adding needs of an archive.
type Store interface {
	archive.Adder
	archive.DeadLetters
}

// Adder reads reports and puts them into an archive.
type Adder struct {
	Store Store
	Read  func(reading.Input) *record.Reading
	// Workers is how many reports are read at once; 0 means one a processor.
	Workers int
	// Again reads reports anew that are kept already.
	Again bool
	// Done is told of each item, in the order of the items, after what became of
	// it is stored for good. May be nil.
	Done func(Result)
}

// Refused and Reread are the outcomes of an item that Add of the archive does
// not know of.
const (
	Refused archive.Status = "refused"
	Reread  archive.Status = "reread"
)

// Result is what became of one item.
type Result struct {
	Origin   Origin          `json:"origin"`
	Status   archive.Status  `json:"status"`
	Report   record.ReportID `json:"report,omitempty"`
	Corrects record.ReportID `json:"corrects,omitempty"`
	// Unread is why nothing was extracted from a report that was kept.
	Unread string `json:"unread,omitempty"`
	Bytes  int    `json:"bytes,omitempty"` // of the text
	Read   int64  `json:"-"`               // as in Item
	// Err is why the item was refused.
	Err error `json:"-"`
	// Reason is Err in one sentence.
	Reason string `json:"reason,omitempty"`
}

// How much is under way at once: it bounds the memory.
const (
	batchSize = 32                     // reports to one commit
	batchWait = 100 * time.Millisecond // the longest that a report waits for others
	inFlight  = 24 << 20               // bytes of text being read or waiting to be stored
)

// job is an item on its way.
type job struct {
	n      int
	item   Item
	weight int64
	out    *record.Reading
	known  record.ReportID
	again  bool
}

// Run takes in all items. It returns an error only when it had to stop: the
// archive failed, or ctx ended. What Done was told of is stored in any case.
func (a *Adder) Run(ctx context.Context, items func(yield func(Item) bool)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	workers := a.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	jobs := make(chan *job)
	done := make(chan *job, batchSize) // reading goes on while a batch is stored; room bounds the memory
	room := newRoom(inFlight)
	go func() {
		defer close(jobs)
		n := 0
		for it := range items {
			j := &job{n: n, item: it, weight: int64(len(it.Input.Text) + len(it.Raw))}
			n++
			room.take(ctx, j.weight)
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for {
				select {
				case j, ok := <-jobs:
					if !ok {
						return
					}
					if err := a.work(ctx, j); err != nil {
						cancel(err)
						return
					}
					done <- j
				case <-ctx.Done(): // the items may wait for a person to type
					return
				}
			}
		})
	}
	go func() { wg.Wait(); close(done) }()
	err := a.commit(ctx, done, room)
	if err != nil {
		cancel(err)
		for range done { // let the workers end
		}
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return nil
}

// work reads one item, unless it is refused or kept already. An error is one of
// the archive.
func (a *Adder) work(ctx context.Context, j *job) error {
	if j.item.Err != nil {
		return nil
	}
	in := &j.item.Input
	sum := sha256.Sum256([]byte(in.Text))
	id := record.NewReportID(in.Outlet, in.URL, in.Text)
	known, err := a.Store.Known(ctx, archive.Key{ID: id, URL: in.URL, SHA256: hex.EncodeToString(sum[:])})
	if err != nil {
		return err
	}
	if known[0] && !a.Again {
		j.known = id
		return nil
	}
	j.again = known[0]
	if j.out, err = a.read(*in); err != nil {
		j.item.Err = named(j.item.Origin, err)
	}
	return nil
}

// read reads one report. A fault of the reading must not lose the other reports:
// the report goes to the dead letters with what went wrong.
func (a *Adder) read(in reading.Input) (out *record.Reading, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fault.New(fault.Other, "ingest.read", "", fmt.Errorf("reading it failed: %v", p)).
				Hinted("this is a fault of sitrep; please report it with the text")
		}
	}()
	return a.Read(in), nil
}

// commit stores what was read, in the order of the items.
func (a *Adder) commit(ctx context.Context, done <-chan *job, room *room) error {
	waiting := map[int]*job{}
	var batch []*job
	next := 0
	timer := time.NewTimer(batchWait)
	defer timer.Stop()
	flush := func() error {
		// What was read is stored even when the person has asked to stop.
		err := a.store(context.WithoutCancel(ctx), batch)
		for _, j := range batch {
			room.give(j.weight)
		}
		batch = batch[:0]
		return err
	}
	for {
		select {
		case j, ok := <-done:
			if !ok {
				return flush()
			}
			waiting[j.n] = j
			for ; waiting[next] != nil; next++ {
				if len(batch) == 0 {
					timer.Reset(batchWait)
				}
				batch = append(batch, waiting[next])
				delete(waiting, next)
				if len(batch) == batchSize {
					if err := flush(); err != nil {
						return err
					}
				}
			}
		case <-timer.C:
			if err := flush(); err != nil {
				return err
			}
		}
	}
}

// Stopped tells whether err means that the person asked to stop.
func Stopped(err error) bool { return errors.Is(err, context.Canceled) }
