package record

// Actor is someone or something that acts or speaks in a report.
type Actor struct {
	ID   ActorID   `json:"id"`
	Name string    `json:"name"`
	Kind ActorKind `json:"kind,omitempty"`
	// Code is a PLOVER code: country and sectors parted by a space, "RUS GOV".
	Code string `json:"code,omitempty"`
	// Office held on the report's day, e.g. "president of Russia".
	Office string `json:"office,omitempty"`
	// Mentions are all places of the text that mean this actor, pronouns and
	// short forms included, in text order.
	Mentions []Mention `json:"mentions"`
	Rule     RuleID    `json:"rule,omitempty"`
}

// Mention is one place in the text that means an actor.
type Mention struct {
	Span
	// Form is "name", "short", "pronoun", "role", "seat" or "demonym".
	Form string `json:"form,omitempty"`
}

// ActorKind tells what an actor is.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Body         ActorKind = "body"  // a government's, or an international organisation
	Group        ActorKind = "group" // a people, a party, an armed group, "officials"
	Force        ActorKind = "force" // armed forces and their units
	Media        ActorKind = "media"
	UnknownActor ActorKind = ""
)
