package record

// Span is a stretch of a report's text: byte offsets into the untouched UTF-8
// text, half open, and the text between them. Text always equals
// report.Text[Start:End].
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Cut returns the span of text from start to end. It is the only way extractors
// should make spans, so that Text cannot disagree with the offsets.
func Cut(text string, start, end int) Span {
	return Span{Start: start, End: end, Text: text[start:end]}
}

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Covers reports whether o lies wholly inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Sentence is the extent of one sentence, in byte offsets.
type Sentence struct {
	Start int `json:"start"`
	End   int `json:"end"`
}
