package record

// LineClaim is what a report says about the line where control of ground
// divides.
type LineClaim struct {
	ID   ID   `json:"id"`
	Span Span `json:"span"`
	// Claim is "length", "unchanged", "held_by", "advance" or "withdrawal".
	Claim     string      `json:"claim"`
	Actor     ActorID     `json:"actor,omitempty"`
	Code      string      `json:"code,omitempty"` // the actor's PLOVER code
	Place     ID          `json:"place,omitempty"`
	Value     *float64    `json:"value,omitempty"`
	Unit      string      `json:"unit,omitempty"`
	Bound     string      `json:"bound,omitempty"`
	Since     Date        `json:"since,omitempty"`
	Modality  Modality    `json:"modality,omitempty"`
	Negated   bool        `json:"negated,omitempty"`
	Statement StatementID `json:"statement,omitempty"`
	Rule      RuleID      `json:"rule"`
}
