// Package parse builds dependency trees over tagged sentences: a transition
// system (arc-hybrid, Kuhlmann, Gómez-Rodríguez and Satta 2011) whose actions a
// small network scores from the states that the tagger's encoder gives tokens.
package parse

// State is a sentence being parsed: a stack, a buffer with the root at its end,
// and the arcs so far. Tokens are numbered from 0; the root's number is that of
// tokens. The zero value is ready for Reset.
type State struct {
	n      int
	next   int // first of the buffer
	stack  []int32
	Head   []int32 // -1 while there is none
	Label  []int32
	left   []int32 // outermost child on either side, -1 if none
	right  []int32
	inner  []int32 // the right child before the outermost
	lefts  []uint8 // how many children, at most 3
	rights []uint8
	labels int
	root   int32
}

// Reset begins a sentence of n tokens with labels relations, of which root is
// the root's.
func (s *State) Reset(n, labels, root int) {
	s.n, s.next, s.stack, s.labels, s.root = n, 0, s.stack[:0], labels, int32(root)
	for _, x := range []*[]int32{&s.Head, &s.Label, &s.left, &s.right, &s.inner} {
		*x = (*x)[:0]
		for range n + 1 {
			*x = append(*x, -1)
		}
	}
	s.lefts, s.rights = zeros(s.lefts, n+1), zeros(s.rights, n+1)
}

func zeros(b []uint8, n int) []uint8 {
	if cap(b) < n {
		return make([]uint8, n, n+n/2)
	}
	b = b[:n]
	clear(b)
	return b
}

// Action is what a step does: Shift; 1 to L, the first of the buffer becomes the
// head of the top; L+1 to 2L, the second of the stack does.
type Action int

// Shift moves the first of the buffer to the stack.
const Shift Action = 0

// Left is the action that hangs the top of the stack from the buffer.
func (s *State) Left(label int) Action { return Action(1 + label) }

// Right is the action that hangs the top of the stack from what lies under it.
func (s *State) Right(label int) Action { return Action(1 + s.labels + label) }

// Actions is how many actions there are for so many relations.
func Actions(labels int) int { return 1 + 2*labels }

// Done tells whether the tree is complete.
func (s *State) Done() bool { return s.next == s.n && len(s.stack) == 0 }

// Next is the first of the buffer, the root when no token is left.
func (s *State) Next() int { return s.next }

// Stack is the stack, its top last.
func (s *State) Stack() []int32 { return s.stack }

// Can tells what may be done: only one token may hang from the root.
func (s *State) Can() (shift, left, right bool) {
	k := len(s.stack)
	return s.next < s.n, k > 0 && (s.next < s.n || k == 1), k > 1
}

// Legal tells whether an action may be done: the root's relation is kept for
// the root.
func (s *State) Legal(a Action) bool {
	shift, left, right := s.Can()
	switch {
	case a == Shift:
		return shift
	case int(a) <= s.labels:
		return left && (s.next == s.n) == (int32(a-1) == s.root)
	}
	return right && int32(int(a)-1-s.labels) != s.root
}

// Do does an action, which must be legal.
func (s *State) Do(a Action) {
	if a == Shift {
		s.stack = append(s.stack, int32(s.next))
		s.next++
		return
	}
	k := len(s.stack) - 1
	top := s.stack[k]
	s.stack = s.stack[:k]
	if int(a) <= s.labels {
		h := s.next
		s.Head[top], s.Label[top] = int32(h), int32(a-1)
		s.left[h] = top
		s.lefts[h] = min(s.lefts[h]+1, 3)
		return
	}
	h := s.stack[k-1]
	s.Head[top], s.Label[top] = h, int32(int(a)-1-s.labels)
	s.inner[h], s.right[h] = s.right[h], top
	s.rights[h] = min(s.rights[h]+1, 3)
}

// Slots is how many tokens an action is scored from, Marks how many rows of
// relations, counts and distances are added.
const (
	Slots = 11
	Marks = 11
)

// MarkRows is how many rows the table of marks has.
func MarkRows(labels int) int { return 4*(labels+1) + 4*4 + 2*8 + 4 }

// Features writes the tokens in the slots (-1: none) and the rows of the marks.
func (s *State) Features(slots *[Slots]int32, marks *[Marks]int32) {
	at := func(i int) int32 {
		if i < len(s.stack) {
			return s.stack[len(s.stack)-1-i]
		}
		return -1
	}
	of := func(x []int32, i int32) int32 {
		if i < 0 {
			return -1
		}
		return x[i]
	}
	s0, s1, s2, b0, b1 := at(0), at(1), at(2), int32(s.next), int32(-1)
	if s.next < s.n {
		b1 = b0 + 1
	}
	*slots = [Slots]int32{s0, s1, s2, b0, b1,
		of(s.left, s0), of(s.right, s0), of(s.inner, s0), of(s.left, s1), of(s.right, s1), of(s.left, b0)}
	row := int32(0)
	for i, c := range [4]int32{slots[5], slots[6], slots[9], slots[10]} {
		marks[i] = row + of(s.Label, c) + 1
		row += int32(s.labels + 1)
	}
	for i, c := range [4]uint8{count(s.lefts, s0), count(s.rights, s0), count(s.rights, s1), count(s.lefts, b0)} {
		marks[4+i] = row + int32(c)
		row += 4
	}
	marks[8] = row + distance(s1, s0)
	marks[9] = row + 8 + distance(s0, b0)
	marks[10] = row + 16 + int32(min(len(s.stack), 3))
}

func count(x []uint8, i int32) uint8 {
	if i < 0 {
		return 0
	}
	return x[i]
}

// distance gives the class of the distance from a to b: none, 1, 2, 3, to 5, to
// 8, to 14, beyond.
func distance(a, b int32) int32 {
	switch d := b - a; {
	case a < 0 || b < 0:
		return 0
	case d <= 3:
		return d
	case d <= 5:
		return 4
	case d <= 8:
		return 5
	case d <= 14:
		return 6
	}
	return 7
}
