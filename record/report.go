package record

// Report is one text as published.
type Report struct {
	ID        ReportID  `json:"id"`
	URL       string    `json:"url,omitempty"`
	Outlet    string    `json:"outlet,omitempty"`
	Title     string    `json:"title,omitempty"`
	Published Published `json:"published,omitzero"`
	// Language is an ISO 639-1 code, or "und" where it could not be told. Only
	// "en" is read; Unread then says why a report was not.
	Language string `json:"language,omitempty"`
	SHA256   string `json:"sha256"`
	// Unread is why nothing was extracted, in one sentence; empty when the
	// report was read.
	Unread string `json:"unread,omitempty"`
	// Sample marks a text written by the project, not a published one.
	Sample bool `json:"sample,omitempty"`
}

// Published is when a report appeared and how that is known.
type Published struct {
	Value Date `json:"value,omitempty"`
	// From and To hold the interval an inferred date lies in.
	From  Date   `json:"from,omitempty"`
	To    Date   `json:"to,omitempty"`
	Basis Basis  `json:"basis,omitempty"`
	Why   string `json:"why,omitempty"`
}

// Basis tells how a report's date is known.
type Basis string

// The bases of a date of publication.
const (
	Given    Basis = "given"    // by the person or the feed
	Page     Basis = "page"     // read from the page
	Inferred Basis = "inferred" // from the text itself; Why says how
)
