package record

// Statement is a stretch of a report, the source that said it, and the chain by
// which it reached us: the unit of the record.
type Statement struct {
	ID   StatementID `json:"id"`
	Span Span        `json:"span"`
	// Sentence is the index of the sentence in which the cue, or else the
	// content, stands.
	Sentence int    `json:"sentence"`
	Source   Source `json:"source"`
	Cue      *Span  `json:"cue,omitempty"`
	// Content is what was said, in one piece or several.
	Content []Span `json:"content"`
	// Quoted is "direct", "indirect" or "mixed".
	Quoted      string   `json:"quoted,omitempty"`
	Channel     Channel  `json:"channel"`
	Modality    Modality `json:"modality"`
	Negated     bool     `json:"negated"`
	Probability string   `json:"probability,omitempty"` // the word as it stands: "likely"
	Role        Role     `json:"role"`
	Said        When     `json:"said,omitzero"`
	// Chain leads from the nearest hop to the farthest: statements of this
	// report through which this one reached us, or outlets it was taken from.
	Chain []Hop `json:"chain,omitempty"`
	// About names the statements that a caution or a denial is about.
	About []StatementID `json:"about,omitempty"`
	// Condition is what a conditional content depends on.
	Condition *Span `json:"condition,omitempty"`
	// Confidence of a model, calibrated, 0 to 1; absent for rules.
	Confidence float64 `json:"confidence,omitempty"`
	Rule       RuleID  `json:"rule"`
}

// Source is who a statement is attributed to.
type Source struct {
	Span
	Kind  SourceKind `json:"kind"`
	Actor ActorID    `json:"actor,omitempty"`
	Name  string     `json:"name,omitempty"`
	Code  string     `json:"code,omitempty"`
	// Count of an anonymous group where it is told: "two" is 2, "several" is
	// unknown and stays 0.
	Count int    `json:"count,omitempty"`
	Role  string `json:"role,omitempty"`
	// Former is true for people who no longer hold the role.
	Former bool `json:"former,omitempty"`
	// Access is why they should know: "close to the Kremlin".
	Access string `json:"access,omitempty"`
	// Terms on which they spoke: "on condition of anonymity".
	Terms string `json:"terms,omitempty"`
}

// Hop is one link of a chain: a statement of the same report, or an outlet.
type Hop struct {
	Statement StatementID `json:"statement,omitempty"`
	Outlet    string      `json:"outlet,omitempty"`
	Cue       string      `json:"cue,omitempty"`
}

// SourceKind tells what a source is.
type SourceKind string

// The kinds of source.
const (
	Named      SourceKind = "named"
	Anonymous  SourceKind = "anonymous"
	Document   SourceKind = "document"
	OwnVoice   SourceKind = "outlet" // the outlet itself
	Unresolved SourceKind = "unresolved"
)

// Channel is how the principal is said to have said it.
type Channel string

// The channels.
const (
	Public         Channel = "public"
	Private        Channel = "private"
	Leaked         Channel = "leaked"
	UnknownChannel Channel = "unknown"
)

// Modality is how far what is told is told as a fact.
type Modality string

// The modalities.
const (
	Asserted     Modality = "asserted"
	Possible     Modality = "possible"
	Conditional  Modality = "conditional"
	Unclear      Modality = "unclear"
	Hypothetical Modality = "hypothetical"
	Future       Modality = "future"
)

// Role is what a statement does.
type Role string

// The roles.
const (
	Claim      Role = "claim"
	Caution    Role = "caution"
	Denial     Role = "denial"
	Allegation Role = "allegation"
	Demand     Role = "demand"
	Offer      Role = "offer"
	Threat     Role = "threat"
	Promise    Role = "promise"
)
