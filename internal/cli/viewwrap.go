package cli

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// wrapper breaks lines at spaces. Escape sequences take no room.
type wrapper struct {
	w     *bufio.Writer
	width int
	hang  int             // columns left free in front of a broken line
	col   int             // columns used in this line
	word  strings.Builder // a word that may still go to the next line
	cols  int             // its columns
	gap   int             // spaces before it
}

func newWrapper(w io.Writer, width int) *wrapper {
	return &wrapper{w: bufio.NewWriter(w), width: width}
}

// text writes words, safe to print.
func (w *wrapper) text(s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch r = plain(r); r {
		case '\r':
		case '\n':
			w.flush()
			w.w.WriteByte('\n')
			w.col, w.gap = 0, 0
		case ' ', '\t', '\u00a0':
			w.flush()
			w.gap++
		default:
			w.word.WriteRune(r)
			w.cols++
		}
	}
}

// code writes an escape sequence.
func (w *wrapper) code(s string) { w.word.WriteString(s) }

// flush writes the word that waits, on the next line if it does not fit.
func (w *wrapper) flush() {
	if w.word.Len() == 0 {
		return
	}
	if w.cols > 0 && w.col > 0 && w.col+w.gap+w.cols > w.width {
		w.w.WriteByte('\n')
		w.col, w.gap = 0, w.hang
	}
	for ; w.gap > 0; w.gap-- {
		w.w.WriteByte(' ')
		w.col++
	}
	w.w.WriteString(w.word.String())
	w.col += w.cols
	w.word.Reset()
	w.cols = 0
}

// end writes what is left and ends the line.
func (w *wrapper) end() {
	w.flush()
	w.w.WriteByte('\n')
	w.w.Flush()
}
