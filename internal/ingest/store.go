package ingest

import (
	"context"
	"errors"
	"sync"

	"sitrep/internal/archive"
	"sitrep/internal/fault"
	"sitrep/record"
)

// store puts a batch into the archive, and only then tells Done of it.
func (a *Adder) store(ctx context.Context, batch []*job) error {
	results := make([]Result, len(batch))
	var readings []*record.Reading
	var at []int
	for i, j := range batch {
		results[i] = Result{Origin: j.item.Origin, Bytes: len(j.item.Input.Text), Read: j.item.Read}
		switch {
		case j.item.Err != nil:
		case j.out == nil:
			results[i].Status, results[i].Report = archive.Known, j.known
		case j.again:
			if err := a.reread(ctx, j, &results[i]); err != nil {
				return err
			}
		default:
			readings, at = append(readings, j.out), append(at, i)
		}
	}
	if err := a.add(ctx, batch, readings, at, results); err != nil {
		return err
	}
	var letters []archive.DeadLetter
	for i, j := range batch {
		if j.item.Err != nil {
			if fault.KindOf(j.item.Err) != fault.NotFound { // a slip in a name is nothing to keep
				letters = append(letters, letter(&j.item))
			}
			results[i].Status, results[i].Err, results[i].Reason = Refused, j.item.Err, j.item.Err.Error()
		}
	}
	if len(letters) > 0 {
		if err := a.Store.Bury(ctx, letters...); err != nil {
			return err
		}
	}
	if a.Done != nil {
		for _, r := range results {
			a.Done(r)
		}
	}
	return nil
}

// reread replaces the reading of a kept report. A report that is kept under
// another id (same address and text) stays as it is.
func (a *Adder) reread(ctx context.Context, j *job, r *Result) error {
	r.Status, r.Report, r.Unread = Reread, j.out.Report.ID, j.out.Report.Unread
	err := a.Store.Replace(ctx, j.out)
	if fault.KindOf(err) == fault.NotFound {
		r.Status = archive.Known
		return nil
	}
	return err
}

// add adds the readings in one transaction; where the archive refuses one of
// them for good, each gets a transaction of its own, so that the others are kept.
func (a *Adder) add(ctx context.Context, batch []*job, readings []*record.Reading, at []int, results []Result) error {
	if len(readings) == 0 {
		return nil
	}
	out, err := a.Store.Add(ctx, readings...)
	switch {
	case err == nil:
		for k, o := range out {
			r := &results[at[k]]
			r.Status, r.Report, r.Corrects, r.Unread = o.Status, o.Report, o.Corrects, readings[k].Report.Unread
		}
		return nil
	case !refusal(err):
		return err
	case len(readings) == 1:
		batch[at[0]].item.Err = named(batch[at[0]].item.Origin, err)
		return nil
	}
	for k := range readings {
		if err := a.add(ctx, batch, readings[k:k+1], at[k:k+1], results); err != nil {
			return err
		}
	}
	return nil
}

// refusal tells whether an error lies in the report, not in the archive.
func refusal(err error) bool {
	k := fault.KindOf(err)
	return k == fault.Invalid || k == fault.TooLarge
}

func letter(it *Item) archive.DeadLetter {
	d := archive.DeadLetter{Origin: it.Origin.Name, Line: it.Origin.Line, Kind: fault.KindOf(it.Err).String(), Reason: it.Err.Error(),
		Outlet: it.Input.Outlet, Title: it.Input.Title, URL: it.Input.URL, Raw: it.Raw, Size: it.Size}
	var e *fault.Error
	if errors.As(it.Err, &e) && e.Item == it.Origin.String() {
		c := *e
		c.Item = "" // the origin has a field of its own
		d.Reason = c.Error()
	}
	return d
}

// room bounds how many bytes are under way. One item always has room, however
// large, so that nothing waits for ever.
type room struct {
	mu   sync.Mutex
	free sync.Cond
	used int64
	most int64
}

func newRoom(most int64) *room {
	r := &room{most: most}
	r.free.L = &r.mu
	return r
}

func (r *room) take(ctx context.Context, n int64) {
	stop := context.AfterFunc(ctx, func() {
		r.mu.Lock() // so that no waiter misses it between its look and its wait
		defer r.mu.Unlock()
		r.free.Broadcast()
	})
	defer stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.used > 0 && r.used+n > r.most && ctx.Err() == nil {
		r.free.Wait()
	}
	r.used += n
}

func (r *room) give(n int64) {
	r.mu.Lock()
	r.used -= n
	r.mu.Unlock()
	r.free.Broadcast()
}
