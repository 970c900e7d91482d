package when

import "sitrep/record"

// kind tells how an expression is resolved.
type kind uint8

const (
	kDate     kind = iota // parts of a date, some perhaps missing
	kSeason               // "the summer", "summer 2023"
	kQuarter              // "the third quarter"
	kHalf                 // "the first half"
	kDecade               // "the 1980s"
	kCentury              // "the 19th century"
	kUnit                 // "last week", "the following year", "that day"
	kDay                  // "yesterday"
	kShift                // "two weeks ago", "three days later"
	kDuration             // "two weeks", "the past two months"
	kSet                  // "every day"
	kRef                  // "now"
	kClock                // "10 p.m.", "this morning", "overnight"
	kHoliday              // "Christmas"
	kNth                  // "the first Monday of June"
)

// mod is which part of a stretch is meant.
type mod uint8

const (
	noMod mod = iota
	start
	mid
	end
)

var mods = map[string]mod{"START": start, "MID": mid, "END": end}

// direction tells where a relative expression points.
type direction int8

const (
	noDir  direction = iota
	back             // "last", "ago"
	here             // "this"
	onward           // "next", "from now"
)

// expr is an expression of time as it was read, before it is resolved.
type expr struct {
	kind     kind
	from, to int // words
	sentence int

	date        // what is told of the date
	weekday int // 1 to 7
	season  string
	number  int // of the quarter, half, decade (198) or century (19)
	fiscal  bool
	unit    byte // s m h D N W F E M Q Y X C L
	n       float64
	vague   bool // "several weeks", "recent months"
	dir     direction
	strict  bool // "last", "next", "this" stood there
	context bool // counts from a date read before, not from the report's
	edge    bool // "the end of …"
	rest    byte // the unit of "15 minutes" in "2 hours 15 minutes"
	restN   float64
	anchor  *expr
	mod     mod
	part    string // MO AF EV NI, or MID for midnight
	clock   string // 18:00
	zone    string
	value   string       // of a reference or a set
	approx  string       // about, less, more, min, max
	holiday string       // its rule
	bound   record.Bound // set by what stands before
	prep    string
	future  bool // the verb near by looks ahead
	weak    bool // that evidence stands far off or is a verb of saying
	article bool // "the" stood before "next"
	tensed  bool // some evidence of tense was found
	through bool // "through" stood before: as far as there
	joined  bool // a dash ties it to the expression before
	nominal bool // stands before a noun: "a two-week truce"
}

// lead reports how far apart the expression's start and end are.
func (e *expr) length() int { return e.to - e.from }
