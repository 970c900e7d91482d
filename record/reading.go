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
