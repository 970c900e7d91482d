package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Ids are strings derived from content: reading the same report twice gives the
// same ids, so that decisions and links survive a re-reading.
type (
	// ReportID names one version of one report, e.g. "r-5f1c0a9b2e44".
	ReportID string
	// StatementID names a statement, e.g. "s-09ab12cd34ef".
	StatementID string
	// ActorID names an actor by its canonical name, e.g. "vladimir-putin".
	ActorID string
	// ID names any other record; the letter before the dash tells its kind:
	// "f" figure, "e" event, "p" place, "t" time, "o" position, "l" line,
	// "c" conflict.
	ID string
	// RuleID names the rule or model that made a record, as
	// "package/rule", e.g. "statement/cue-verb" or "statement/model-1".
	RuleID string
)

// NewReportID derives a report's id from where it stood and what it said.
func NewReportID(outlet, url, text string) ReportID {
	return ReportID("r-" + digest(outlet, url, text))
}

// NewStatementID derives a statement's id from its report, its extent, its cue
// and its source, which together tell statements apart that share a sentence.
func NewStatementID(report ReportID, span, cue, source Span) StatementID {
	return StatementID("s-" + digest(string(report), place(span), place(cue), place(source)))
}

// NewID derives the id of another kind of record. kind is the letter listed at
// ID; what tells two records of the same extent apart (a measure, an event type).
func NewID(kind string, report ReportID, span Span, what string) ID {
	return ID(kind + "-" + digest(string(report), place(span), what))
}

// NewActorID derives an actor's id from its canonical name: lower case, every
// run of other characters than letters and digits a dash.
func NewActorID(name string) ActorID {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(name) {
		letter := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127
		if !letter {
			dash = b.Len() > 0
			continue
		}
		if dash {
			b.WriteByte('-')
			dash = false
		}
		b.WriteRune(r)
	}
	return ActorID(b.String())
}

func place(s Span) string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }

// digest is the first 12 hex digits of SHA-256: 48 bits, enough to keep the
// records of one report apart, and all reports of an archive of a million with
// a chance of collision below 0.2 %.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
