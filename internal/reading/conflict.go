package reading

import (
	"sitrep/record"
)

// readConflicts finds where records of one report disagree.
func (r *Reader) readConflicts(d *draft) {
	d.privateAgainstPublic()
	d.denied()
	d.units()
}

// privateAgainstPublic sets an actor's private stance against the opposite one
// in public: the earliest statement of either side.
func (d *draft) privateAgainstPublic() {
	type key struct {
		actor record.ActorID
		issue string
	}
	done := map[key]bool{}
	for i := range d.out.Positions {
		a := &d.out.Positions[i]
		k := key{a.Actor, a.Issue}
		if done[k] || a.Channel != record.Private {
			continue
		}
		for j := range d.out.Positions {
			b := &d.out.Positions[j]
			if b.Actor != a.Actor || b.Issue != a.Issue || b.Channel != record.Public || !opposite(a.Stance, b.Stance) {
				continue
			}
			done[k] = true
			d.conflict(record.Conflict{Kind: "private-against-public", Between: []string{string(a.Statement), string(b.Statement)},
				Why: "in private " + string(a.Stance) + ", in public " + string(b.Stance), Actor: a.Actor, Issue: a.Issue, Rule: "reading/private-public"}, a.Span)
			break
		}
	}
}

func opposite(a, b record.Stance) bool {
	yes := func(s record.Stance) bool {
		return s == record.Open || s == record.Agrees || s == record.ConditionalStance
	}
	return yes(a) && b == record.Refuses || yes(b) && a == record.Refuses
}

// denied sets a denial against what it denies.
func (d *draft) denied() {
	for i := range d.out.Statements {
		s := &d.out.Statements[i]
		if s.Role != record.Denial {
			continue
		}
		for _, id := range s.About {
			d.conflict(record.Conflict{Kind: "denial", Between: []string{string(id), string(s.ID)}, Why: "one denies what the other says",
				Actor: s.Source.Actor, Rule: "reading/denial"}, s.Span)
		}
	}
}

// units reports a figure that does not agree with its own restatement.
func (d *draft) units() {
	for i := range d.out.Figures {
		f := &d.out.Figures[i]
		if f.Restated != nil && !f.Restated.Agrees {
			d.conflict(record.Conflict{Kind: "unit", Between: []string{string(f.ID)}, Why: "the figure and its restatement in " + f.Restated.Unit + " differ",
				Rule: "reading/unit"}, f.Span)
		}
	}
}

func (d *draft) conflict(c record.Conflict, at record.Span) {
	c.ID = record.NewID("c", d.out.Report.ID, at, c.Kind+c.Issue)
	d.out.Conflicts = append(d.out.Conflicts, c)
}

// linkFigures hangs each figure from the innermost statement that tells it.
func (d *draft) linkFigures() {
	for i := range d.out.Figures {
		if s := innermost(d.out, d.out.Figures[i].Span.Start); s != nil {
			d.out.Figures[i].Statement = s.ID
		}
	}
}

// readStatements finds who said what.
func (r *Reader) readStatements(d *draft) {
	d.out.Statements = r.statements.Extract(d.doc, &d.out.Report, d.out.Actors, d.out.Times)
	d.linkFigures()
}
