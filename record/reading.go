package record

// Reading is all that was found in one report: the object that
// `sitrep read --format json` prints, one to a line.
type Reading struct {
	Version    int         `json:"version"`
	Report     Report      `json:"report"`
	Text       string      `json:"text"`
	Sentences  []Sentence  `json:"sentences"`
	Actors     []Actor     `json:"actors"`
	Statements []Statement `json:"statements"`
	Positions  []Position  `json:"positions"`
	Figures    []Figure    `json:"figures"`
	Events     []Event     `json:"events"`
	Places     []Place     `json:"places"`
	Times      []Time      `json:"times"`
	Line       []LineClaim `json:"line"`
	Conflicts  []Conflict  `json:"conflicts"`
}

// Lists gives every list that holds nothing a length of 0 instead of nil, so that
// it is written as [] and not as null.
func (r *Reading) Lists() {
	list(&r.Sentences)
	list(&r.Actors)
	list(&r.Statements)
	list(&r.Positions)
	list(&r.Figures)
	list(&r.Events)
	list(&r.Places)
	list(&r.Times)
	list(&r.Line)
	list(&r.Conflicts)
}

func list[T any](s *[]T) {
	if *s == nil {
		*s = []T{}
	}
}

// Actor finds an actor of the reading by id, or nil.
func (r *Reading) Actor(id ActorID) *Actor {
	for i := range r.Actors {
		if r.Actors[i].ID == id {
			return &r.Actors[i]
		}
	}
	return nil
}

// Statement finds a statement of the reading by id, or nil.
func (r *Reading) Statement(id StatementID) *Statement {
	for i := range r.Statements {
		if r.Statements[i].ID == id {
			return &r.Statements[i]
		}
	}
	return nil
}
