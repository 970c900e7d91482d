package token

import (
	"bytes"
	"encoding/binary"

	"sitrep/internal/fault"
	"sitrep/internal/lang"
)

// splitter decides where sentences end: a linear model over the pieces on both
// sides of a candidate. The file sentences.bin holds, behind a head of eight
// bytes, its features in order: four bytes of hash (little end first) and one of
// weight. In memory they stand in an open table, so that a feature that was never
// seen weighs nothing.
type splitter struct {
	table []weight // its size is a power of two
}

type weight struct {
	key   uint32
	value int32
}

const (
	splitterHead = "sitsent2"
	entrySize    = 5 // bytes of a feature in the file
	mostFeatures = 40
)

// newSplitter reads the model of a language; nil where it has none, and then the
// rules of ends.go decide alone.
func newSplitter(l lang.Language) (*splitter, error) {
	if l.Models == nil {
		return nil, nil
	}
	b, err := l.Model("sentences.bin")
	if err != nil {
		return nil, nil //nolint:nilerr // a language need not have this model
	}
	return openSplitter(b)
}

func openSplitter(b []byte) (*splitter, error) {
	body, ok := bytes.CutPrefix(b, []byte(splitterHead))
	if !ok || len(body)%entrySize != 0 {
		return nil, fault.New(fault.Broken, "token.New", "sentences.bin", nil).Hinted("make the model anew with cmd/train")
	}
	size := 1
	for size < 2*len(body)/entrySize {
		size *= 2
	}
	s := &splitter{table: make([]weight, max(size, 1))}
	for ; len(body) > 0; body = body[entrySize:] {
		key := binary.LittleEndian.Uint32(body)
		at := key & uint32(len(s.table)-1)
		for s.table[at].value != 0 {
			at = (at + 1) & uint32(len(s.table)-1)
		}
		s.table[at] = weight{key: key, value: int32(int8(body[4]))}
	}
	return s, nil
}

// ends reports whether the weights of a candidate's features exceed a bar.
func (s *splitter) ends(f []uint32, bar int32) bool {
	sum, mask := -bar, uint32(len(s.table)-1)
	for _, h := range f {
		for at := h & mask; ; at = (at + 1) & mask {
			if w := &s.table[at]; w.value == 0 {
				break
			} else if w.key == h {
				sum += w.value
				break
			}
		}
	}
	return sum > 0
}

// markEnds marks the last piece of each sentence of a paragraph.
func (s *splitter) markEnds(x *lexicon, text string, p []piece) {
	style, from := paragraphStyle(text, p), 0
	var f [mostFeatures]uint32
	for i := 0; ; {
		c, ok := nextCandidate(text, p, from, i)
		if !ok {
			break
		}
		i = c.end + 1
		if ends, sure := certain(x, text, p, c, style); ends || !sure && s.ends(f[:features(text, p, c, style, &f)], bar(&p[c.i], style)) {
			p[c.end].flags |= endsSentence
			from = i
		}
	}
	p[len(p)-1].flags |= endsSentence
}

// unmarked is the bar for a sentence that ends without a mark: 1.5 in the log of
// odds, since in edited text a capital is a name far more often.
const unmarked = 75

func bar(p *piece, style uint32) int32 {
	if p.is(terminal) || style&(1<<30|uint32(lowercase)) != 0 {
		return 0
	}
	return unmarked
}

// certain decides the candidates that edited text leaves no doubt about, so that
// a model trained on mail and forums cannot spoil them.
func certain(x *lexicon, text string, p []piece, c candidate, style uint32) (ends, sure bool) {
	next := &p[c.end+1]
	mark := text[p[c.i].start:p[c.i].end]
	switch {
	case p[c.i].is(terminal) && next.is(terminal) && p[c.end].is(spaceAfter) && next.end-next.start > 1 && dots(word(text, next)):
		return false, true // "It fell. ... They left": the dots belong to what stands before
	case p[c.i].is(terminal) && dots(mark) && c.i > 0 && p[c.i-1].is(terminal) && p[c.end].is(spaceAfter) && begins(p, c.end+1):
		return true, true
	case dots(mark) && len(mark) > len("...") && mark[len(mark)-1] == '.' && p[c.end].is(spaceAfter) && begins(p, c.end+1) && !next.is(allCaps):
		return true, true // "it fell…. They left": with a full stop of its own
	case p[c.i].is(terminal) && mark == "." && p[c.end].is(spaceAfter) && next.is(capital) && c.i > 0:
		return !(c.i == 1 && p[0].is(number)), true
	case p[c.i].is(terminal) && c.end > c.i && p[c.end].is(spaceAfter) && next.is(capital) && (p[c.end].is(quote) || text[p[c.end].start] == ']'):
		return mark == "." || !attributed(text, p[c.end+1:]), true
	case p[c.i].is(terminal) && c.since > 0 && p[c.end].is(spaceAfter) && next.is(capital) && text[p[c.end].start] == ')' && text[p[c.i-c.since].start] == '(':
		return true, true // "(Was it so?) They left": all of it stands in brackets
	case p[c.i].is(terminal) && mark == "." && p[c.end].is(spaceAfter) && next.is(quote|opening) && !next.is(spaceAfter) && c.end+2 < len(p) && p[c.end+2].is(capital):
		return true, true
	case p[c.i].is(stop|month) && x.opens(text, next):
		return true, true
	case p[c.i].is(stop):
		return stopped(text, p, c.i)
	case !p[c.i].is(terminal) && x.laidOut(text, p, c.i-c.since, c.i):
		return true, true
	case p[c.i].is(dash|bullet) || c.end == 0 && !p[0].is(terminal):
		return false, true
	case p[c.i].is(terminal) && next.is(lowercase) && style&(1<<30) == 0 && style&uint32(capital|quote) != 0 && (c.end > c.i || mark == "..." || mark == "…"):
		return false, true
	}
	return false, false
}

// candidate is a place where a sentence may end: behind p[end], where p[i] is
// the terminal or, without one, i equals end.
type candidate struct {
	i, end int
	since  int // pieces since the last end
}

// next finds the first candidate at or after piece i, whose sentence began at
// piece from. More pieces follow the candidate.
func nextCandidate(text string, p []piece, from, i int) (candidate, bool) {
	for ; i < len(p)-1; i++ {
		c := candidate{i: i, end: i, since: i - from}
		switch {
		case p[i].is(terminal):
			c.end = closers(text, p, i)
			if c.end == len(p)-1 {
				return candidate{}, false
			}
			return c, true
		case !p[i].is(spaceAfter):
		case lineLost(text, p, i):
			return c, true
		case p[i+1].is(capital|bullet|address) || p[i].is(address|stop|month) || p[i+1].is(number) && !p[i].is(lowercase) ||
			p[i+1].is(dash) && p[i+1].is(spaceAfter) || !p[i].is(capital|lowercase|number) && !p[i].is(opening|quote):
			return c, true
		}
	}
	return candidate{}, false
}

// hash mixes a feature's name with its value.
func hash(name uint32, v uint32) uint32 {
	h := (uint64(name)<<32 | uint64(v)) * 0x9e3779b97f4a7c15
	h ^= h >> 32
	return uint32(h * 0xd6e8feb86659fd93 >> 32)
}

// wordHash is a hash of a word in lower case (of ASCII).
func wordHash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// shape sums a piece's looks up.
func shape(p *piece) uint32 {
	return uint32(p.flags&(capital|lowercase|allCaps|number|terminal|title|month|initial|abbreviation|stop|clitic|opening|closing|quote|dash|bullet|address)) ^
		uint32(min(p.end-p.start, 4))<<24
}

// features writes a candidate's features to f and gives how many there are.
func features(text string, p []piece, c candidate, style uint32, f *[mostFeatures]uint32) int {
	var none piece
	word := func(k int) uint32 {
		if k < 0 || k >= len(p) {
			return 1
		}
		if p[k].is(quote) { // quotation marks of every kind are one
			return 2 + uint32(p[k].flags&spaceAfter)
		}
		if p[k].hash == 0 {
			p[k].hash = wordHash(text[p[k].start:p[k].end]) | 1
		}
		return p[k].hash
	}
	at := func(k int) *piece {
		if k < 0 || k >= len(p) {
			return &none
		}
		return &p[k]
	}
	kind := uint32(3)
	if p[c.i].is(terminal) {
		kind = word(c.i)
		if text[p[c.i].start:p[c.i].end] == "…" {
			kind = wordHash("...")
		}
		if n := p[c.i].end - p[c.i].start; n > 3 {
			kind = hash(3, uint32(text[p[c.i].start]))
		}
	} else if p[c.i].is(stop | month | abbreviation | title) {
		kind = 5
	}
	space := uint32(0)
	if p[c.end].is(spaceAfter) {
		space = 1
	}
	close := uint32(0)
	if c.end > c.i {
		close = word(c.end)
	}
	prev := c.i
	if p[c.i].is(terminal) {
		prev--
	}
	k := hash(hash(kind, close), space)
	pw, nw, n2 := word(prev), word(c.end+1), word(c.end+2)
	ps, ns, n2s, p2s := shape(at(prev)), shape(at(c.end+1)), shape(at(c.end+2)), shape(at(prev-1))
	since := uint32(min(c.since, 12))
	if c.since > 12 {
		since = 13 + uint32(min(c.since/10, 6))
	}
	v := [...]uint32{
		k, hash(k, ns), hash(k, nw), hash(k, pw), hash(k, ps), hash(hash(k, ps), ns), hash(hash(k, pw), ns),
		hash(hash(k, nw), ps), hash(k, n2s), hash(hash(k, ns), n2s), hash(hash(k, nw), n2s), hash(k, since), hash(hash(k, since), ns),
		hash(k, style), hash(hash(k, style), ns), hash(hash(k, style), ps), hash(k, p2s), hash(hash(k, p2s), ps), hash(hash(k, p2s), hash(ps, ns)),
		hash(k, n2), hash(hash(k, word(prev-1)), pw), hash(hash(k, nw), n2), hash(hash(k, pw), nw), hash(hash(k, since), pw),
		hash(hash(k, shape(at(c.end+3))), hash(ns, n2s)), hash(k, word(prev-1)),
	}
	for j, x := range v {
		f[j] = hash(uint32(j)+100, x)
	}
	return len(v)
}

// paragraphStyle tells how a paragraph is written: whether it begins with a
// capital, and whether it writes "i" for "I".
func paragraphStyle(text string, p []piece) uint32 {
	style := uint32(p[0].flags & (capital | lowercase | number | quote | bullet))
	for k := range p {
		if p[k].is(lowercase) && p[k].end-p[k].start == 1 && text[p[k].start] == 'i' {
			return style | 1<<30
		}
	}
	return style | uint32(min(len(p), 60)/20)<<28
}
