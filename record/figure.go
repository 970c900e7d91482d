package record

// Figure is a number with what it counts and how firmly it is told.
type Figure struct {
	ID   ID   `json:"id"`
	Span Span `json:"span"`
	// Measure is "killed", "injured", "casualties", "missing", "captured",
	// "displaced", "homeless", "affected", "length", "area", …
	Measure string `json:"measure,omitempty"`
	// Population is who or what is counted: "civilians", "children", "troops".
	Population string   `json:"population,omitempty"`
	Value      *float64 `json:"value,omitempty"`
	Low        *float64 `json:"low,omitempty"`
	High       *float64 `json:"high,omitempty"`
	// Bound is "exact", "more_than", "at_least", "less_than", "at_most",
	// "about", "range" or "order" (an order of magnitude: "tens of thousands").
	Bound string `json:"bound"`
	Unit  string `json:"unit,omitempty"`
	// Kind is "total", "level", "change" or "rate".
	Kind string `json:"kind,omitempty"`
	// Direction of a change: "up" or "down".
	Direction string `json:"direction,omitempty"`
	// Base is the period or value that a change is measured from.
	Base  string `json:"base,omitempty"`
	Since Date   `json:"since,omitempty"`
	AsOf  Date   `json:"as_of,omitempty"`
	// Status is "reported", "recorded", "verified", "claimed", "estimated" or
	// "disputed".
	Status string `json:"status,omitempty"`
	// Side is the code of the party the counted belong to.
	Side     string    `json:"side,omitempty"`
	Place    ID        `json:"place,omitempty"`
	Restated *Restated `json:"restated,omitempty"`
	// PartOf is the figure that this one is a part of.
	PartOf    ID          `json:"part_of,omitempty"`
	Statement StatementID `json:"statement,omitempty"`
	Rule      RuleID      `json:"rule"`
}

// Restated is the same figure told again in another unit, and whether the two
// agree within the rounding of the coarser one.
type Restated struct {
	Value  float64 `json:"value"`
	Unit   string  `json:"unit"`
	Agrees bool    `json:"agrees"`
}
