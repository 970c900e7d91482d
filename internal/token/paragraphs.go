package token

import "strings"

// paragraph is a stretch of text within which sentences may run on: bytes
// [start, end) and pieces [first, last).
type paragraph struct {
	start, end  int
	first, last int
}

// widest is the longest line, in bytes, of a text that is held to be wrapped by
// hand or by a mail program; longer lines are paragraphs.
const widest = 100

// appendParagraphs cuts text into paragraphs: at blank lines, and at each line
// break too unless the lines were wrapped to a width. Empty ones are left out.
func appendParagraphs(list []paragraph, text string) []paragraph {
	width := wrapWidth(text)
	for at := 0; at < len(text); {
		blockEnd := endOfBlock(text, at)
		if width > 0 && wrapped(text[at:blockEnd], width) {
			list = appendTrimmed(list, text, at, blockEnd)
		} else {
			for at < blockEnd {
				end := endOfLine(text, at)
				for end < blockEnd && goesOn(text, at, end) {
					end = endOfLine(text, end+1)
				}
				list = appendTrimmed(list, text, at, end)
				at = end + 1
			}
		}
		at = max(at, blockEnd)
	}
	return list
}

// goesOn reports whether the sentence of the line [at, end) goes on in the next
// line: no mark closes it and a small letter follows, as where a page breaks lines
// around its links.
func goesOn(text string, at, end int) bool {
	next := end + 1
	for next < len(text) && (text[next] == ' ' || text[next] == '\t') {
		next++
	}
	if next >= len(text) || classes[text[next]] != lower {
		return false
	}
	for k := end - 1; k >= at; k-- {
		switch c := classes[text[k]]; c {
		case blankc:
		case lower, upper, digit:
			return true
		default:
			return text[k] == ',' || text[k] == '-'
		}
	}
	return false
}

// wrapWidth gives the length of the longest line if it can be the width that a
// text was wrapped to, else 0.
func wrapWidth(text string) int {
	width := 0
	for at := 0; at < len(text); {
		end := endOfLine(text, at)
		if width = max(width, end-at); width > widest {
			return 0
		}
		at = end + 1
	}
	if width < 40 { // too narrow to be prose: a list or a poem
		return 0
	}
	return width
}

// wrapped reports whether each line of the block was broken because its next
// word would not have fitted the width: the trace that greedy wrapping leaves.
func wrapped(block string, width int) bool {
	lines := 0
	for at := 0; at < len(block); {
		end := endOfLine(block, at)
		if end >= len(block) {
			break
		}
		lines++
		next := strings.TrimLeft(block[end+1:], " \t\r")
		word := next
		if i := strings.IndexAny(next, " \t\r\n"); i >= 0 {
			word = next[:i]
		}
		if end-at+1+len(word) <= width-8 && word != "" {
			return false
		}
		at = end + 1
	}
	return lines > 0
}

// endOfLine gives the offset of the line break at or after at, or len(text).
func endOfLine(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// endOfBlock gives the end of the run of lines with something on them.
func endOfBlock(text string, at int) int {
	for at < len(text) {
		end := endOfLine(text, at)
		if blank(text[at:end]) {
			return max(end, at+1)
		}
		at = end + 1
	}
	return len(text)
}

func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if n, _ := space(s, i); n == 0 {
			return false
		} else {
			i += n - 1
		}
	}
	return true
}

// appendTrimmed appends the stretch without surrounding white space, if
// anything is left of it.
func appendTrimmed(list []paragraph, text string, start, end int) []paragraph {
	for start < end {
		n, _ := space(text, start)
		if n == 0 {
			break
		}
		start += n
	}
	if start >= end {
		return list
	}
	return append(list, paragraph{start: start, end: min(end, len(text))})
}
