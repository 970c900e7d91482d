package record

// Position is an actor's stance on an issue, as a statement tells it.
type Position struct {
	ID    ID      `json:"id"`
	Actor ActorID `json:"actor"`
	Name  string  `json:"name,omitempty"`
	// Issue is a key of the issue table: "ceasefire", "talks", "territory", …
	Issue     string      `json:"issue"`
	Stance    Stance      `json:"stance"`
	Terms     string      `json:"terms,omitempty"`
	Channel   Channel     `json:"channel"`
	Since     Date        `json:"since,omitempty"`
	Until     Date        `json:"until,omitempty"`
	Condition string      `json:"condition,omitempty"`
	Statement StatementID `json:"statement,omitempty"`
	Span      Span        `json:"span"`
	Rule      RuleID      `json:"rule"`
}

// Stance is where an actor stands on an issue.
type Stance string

// The stances.
const (
	Open              Stance = "open"
	Refuses           Stance = "refuses"
	ConditionalStance Stance = "conditional"
	UnclearStance     Stance = "unclear"
	Demands           Stance = "demands"
	Agrees            Stance = "agrees"
)

// Conflict is a disagreement between records of one report.
type Conflict struct {
	ID ID `json:"id"`
	// Kind is "private-against-public", "figure", "denial" or "unit".
	Kind string `json:"kind"`
	// Between holds ids of statements, positions or figures.
	Between []string `json:"between"`
	Why     string   `json:"why"`
	Actor   ActorID  `json:"actor,omitempty"`
	Issue   string   `json:"issue,omitempty"`
	Rule    RuleID   `json:"rule,omitempty"`
}
