package parse

// Cheapest writes to ok which actions lose the fewest arcs of the gold tree, and
// with them label them right (the dynamic oracle of Goldberg and Nivre 2013 for
// arc-hybrid). Gold trees need not be projective. Training alone uses it.
func (s *State) Cheapest(head, label []int32, ok []bool) {
	clear(ok)
	shift, left, right := s.Can()
	const never = 1 << 30
	costs := [3]int{never, never, never}
	if shift {
		costs[0] = s.shiftCost(head)
	}
	if left {
		costs[1] = s.popCost(head, true)
	}
	if right {
		costs[2] = s.popCost(head, false)
	}
	least := min(costs[0], costs[1], costs[2])
	if costs[0] == least {
		ok[Shift] = true
	}
	if costs[1] == least {
		s.allow(ok, head, label, int32(s.next), 1)
	}
	if costs[2] == least {
		s.allow(ok, head, label, s.stack[len(s.stack)-2], 1+s.labels)
	}
}

// allow allows the gold relation where the arc is gold, else every legal one.
func (s *State) allow(ok []bool, head, label []int32, h int32, first int) {
	top := s.stack[len(s.stack)-1]
	if head[top] == h {
		if a := Action(first + int(label[top])); s.Legal(a) {
			ok[a] = true
			return
		}
	}
	for l := range s.labels {
		a := Action(first + l)
		ok[a] = s.Legal(a)
	}
}

// shiftCost counts the arcs between the first of the buffer and the stack that a
// shift makes impossible: all but that from the top to it.
func (s *State) shiftCost(head []int32) (cost int) {
	b := int32(s.next)
	for i, x := range s.stack {
		if head[x] == b {
			cost++
		}
		if head[b] == x && i < len(s.stack)-1 {
			cost++
		}
	}
	return cost
}

// popCost counts the arcs that the top loses when it is hung from the buffer
// (left) or from the stack.
func (s *State) popCost(head []int32, left bool) (cost int) {
	k := len(s.stack)
	top := s.stack[k-1]
	for b := s.next; b < s.n; b++ {
		if head[b] == top {
			cost++
		}
	}
	h := head[top]
	if left {
		if h > int32(s.next) || k > 1 && h == s.stack[k-2] {
			cost++
		}
	} else if h >= int32(s.next) {
		cost++
	}
	return cost
}
