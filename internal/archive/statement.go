package archive

import (
	"context"

	"sitrep/record"
)

// Statements gives statements across reports.
type Statements interface {
	// Statements gives the statements that q asks for, of the newest versions of
	// reports: newest report first (as List), within a report in text order.
	Statements(ctx context.Context, q StatementQuery) (Page[Said], error)

	// Speakers counts statements by the actor they are attributed to, most first,
	// then by id. Statements without an actor are not counted.
	Speakers(ctx context.Context, limit int) ([]Speaker, error)
}

// StatementQuery chooses statements. Empty fields choose nothing away.
type StatementQuery struct {
	Actor         record.ActorID
	Report        record.ReportID
	Outlet        string
	Kind          record.SourceKind
	Role          record.Role
	Channel       record.Channel
	From, To      string // days of the report, as in Query
	Limit, Offset int    // as in Query
}

// Said is a statement with the report it stands in.
type Said struct {
	Statement record.Statement `json:"statement"`
	Report    Summary          `json:"report"`
}

// Speaker is how often one actor is a source.
type Speaker struct {
	Actor      record.ActorID `json:"actor"`
	Name       string         `json:"name"` // as one of its statements has it
	Code       string         `json:"code,omitempty"`
	Statements int            `json:"statements"`
	Reports    int            `json:"reports"`
}

// Search finds words in texts and statements.
type Search interface {
	// SearchReports finds reports by the words of their title and text, best
	// match first.
	SearchReports(ctx context.Context, q SearchQuery) (Page[ReportHit], error)

	// SearchStatements finds statements by the words of their content and source,
	// best match first.
	SearchStatements(ctx context.Context, q SearchQuery) (Page[StatementHit], error)
}

// SearchQuery says what to look for, in the newest versions of reports.
//
// Words are parted by space; all of them must be there. "Words in quotation
// marks" must stand together, -word must not be there, and word* stands for all
// words that begin so. Case and accents do not matter, and a back end may also
// find other forms of a word ("signal", "signals"). Anything else in Words is
// looked for as it stands: no query is an error. A query without a word to look
// for finds nothing.
type SearchQuery struct {
	Words         string
	Outlet        string
	From, To      string // days of the report, as in Query
	Limit, Offset int    // as in Query
}

// ReportHit is a report that was found.
type ReportHit struct {
	Report  Summary `json:"report"`
	Snippet []Piece `json:"snippet"` // of the text
}

// StatementHit is a statement that was found.
type StatementHit struct {
	Said
	Snippet []Piece `json:"snippet"` // of the content, or the source where only that matched
}

// Piece is a part of a snippet: the pieces of a snippet together are a stretch
// of text, cut with "…" where it was shortened.
type Piece struct {
	Text  string `json:"text"`
	Match bool   `json:"match,omitempty"` // this is what was looked for
}
