package record

// Time is an expression of time after TIMEX3, resolved where it can be.
type Time struct {
	ID   ID   `json:"id"`
	Span Span `json:"span"`
	// Type is "DATE", "TIME", "DURATION" or "SET".
	Type string `json:"type"`
	// Value is the TIMEX3 value: "2023-09", "P2D", "PAST_REF".
	Value string `json:"value,omitempty"`
	From  Date   `json:"from,omitempty"`
	To    Date   `json:"to,omitempty"`
	Bound Bound  `json:"bound,omitempty"`
	Zone  string `json:"zone,omitempty"` // as named: "EET", "Moscow time"
	// Others are readings that could stand as well, best first, with the reason
	// for the order in Why.
	Others []string `json:"others,omitempty"`
	Why    string   `json:"why,omitempty"`
	Rule   RuleID   `json:"rule"`
}
