package record

// Event is who did what to whom, when and where, in PLOVER types and modes.
type Event struct {
	ID   ID   `json:"id"`
	Span Span `json:"span"`
	// Type is one of the 16 PLOVER types: "AGREE", "ASSAULT", …
	Type    string   `json:"type"`
	Mode    string   `json:"mode,omitempty"`
	Context []string `json:"context,omitempty"`
	CAMEO   string   `json:"cameo,omitempty"`
	Actor   []Party  `json:"actor,omitempty"`
	// Recipient is who it was done to.
	Recipient []Party `json:"recipient,omitempty"`
	// Reciprocal events are told once, with all parties in Actor.
	Reciprocal bool        `json:"reciprocal,omitempty"`
	Date       When        `json:"date,omitzero"`
	Place      ID          `json:"place,omitempty"`
	Modality   Modality    `json:"modality,omitempty"`
	Negated    bool        `json:"negated,omitempty"`
	Historical bool        `json:"historical,omitempty"`
	Figures    []ID        `json:"figures,omitempty"`
	Mentions   []Span      `json:"mentions,omitempty"` // further tellings of the same event
	Statement  StatementID `json:"statement,omitempty"`
	Rule       RuleID      `json:"rule"`
}

// Party is an actor's part in an event.
type Party struct {
	Span  Span    `json:"span"`
	Actor ActorID `json:"actor,omitempty"`
	Name  string  `json:"name,omitempty"`
	Code  string  `json:"code,omitempty"`
}
