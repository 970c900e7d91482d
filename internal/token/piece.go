package token

// piece is a token in the making: bytes [start, end) and what the scanner saw.
type piece struct {
	start, end int32
	flags      flags
	hash       uint32 // of the word in lower case; 0 until it is needed
}

// flags tell what a piece is and how it stands.
type flags uint32

const (
	spaceAfter   flags = 1 << iota // white space or the paragraph's end follows
	endsSentence                   // the last piece of its sentence
	capital                        // begins with a capital
	lowercase                      // begins with a lower-case letter
	allCaps                        // two or more capitals and no lower-case letter
	number                         // begins with a digit
	terminal                       // . ! ? … or a run of them
	title                          // an abbreviation before a name: "Gen."
	month                          // of a month or weekday
	initial                        // a single capital with a full stop: "J."
	abbreviation                   // any other, full stop included
	stop                           // the abbreviation may end a sentence: "etc.", "U.S."
	clitic                         // split from the word before it: "n't", "'s"
	opening                        // opening bracket or quotation mark
	closing                        // closing bracket or quotation mark
	quote                          // a quotation mark, either side
	dash                           // - – —
	bullet                         // a mark that opens an item of a list
	address                        // of the net: a URL, an e-mail address, @name, #tag
	region                         // the abbreviation is of a region or street: "Neb."
)

func (p *piece) is(f flags) bool { return p.flags&f != 0 }
