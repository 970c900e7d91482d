package record

// Date is a day or a coarser stretch of time as an EDTF-like string of reduced
// precision: "2023", "2023-09", "2023-09-14", "2022-FA" (autumn), "2023-W51"
// (ISO week), "2023-Q3", "2023-H1", or with a time "2025-04-19T18:00". Empty is
// unknown.
type Date string

// Bound tells how a date, or an interval's end, is meant.
type Bound string

// The bounds of a date. Empty means the date as it stands.
const (
	AtLatest   Bound = "at_latest"   // then or earlier: "since at least September"
	AtEarliest Bound = "at_earliest" // then or later
	About      Bound = "about"       // roughly then
)

// When is a stretch of time with its bound. Either end may be unknown.
type When struct {
	From  Date  `json:"from,omitempty"`
	To    Date  `json:"to,omitempty"`
	Bound Bound `json:"bound,omitempty"`
}
