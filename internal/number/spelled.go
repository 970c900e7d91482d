package number

// spelled reads a cardinal in words from a unit, a teen or a tens word on:
// "forty-two", "three hundred and six", "nineteen eighty-four" (as a year),
// "two thirds", "twenty-first" (an ordinal), "one and a half".
func (r *Reader) spelled(ws []Word, i int) (Number, bool) {
	v, j, ord := r.below100(ws, i)
	n := Number{From: i, Words: true}
	if ord {
		n.Value, n.To, n.Ordinal = v, j, true
		return n, true
	}
	if v >= 11 && v < 100 && j < len(ws) { // "nineteen eighty-four"
		if r.is(ws, j, tens|teen) && ws[j].Space && (v == 19 || v == 18 || v == 20 || v == 17) {
			if low, k, ord := r.below100(ws, j); !ord && low >= 10 {
				n.Value, n.To, n.Year = v*100+low, k, true
				return n, true
			}
		}
	}
	if f, k := r.parts(ws, v, j); k > j {
		n.Value, n.To, n.Fraction = f, k, true
		return n, true
	}
	v, j = r.scaled(ws, v, j)
	v, j = r.tail(ws, v, j)
	if k, ok := half(ws, j); ok {
		v, j = v+.5, k
	}
	n.Value, n.To = v, j
	return n, true
}

// below100 reads a number below a hundred, or the ordinal it ends in.
func (r *Reader) below100(ws []Word, i int) (v float64, next int, ord bool) {
	e, _ := r.look(ws[i].Lower)
	v, next = e.value, i+1
	if e.class&tens == 0 {
		return v, next, false
	}
	j := next
	if word(ws, j, "-") && !ws[j].Space {
		j++
	}
	if r.is(ws, j, unit) && ws[j].Lower != "zero" {
		return v + r.value(ws[j].Lower), j + 1, false
	}
	if r.is(ws, j, ordinal) && r.value(ws[j].Lower) < 10 && j > next {
		return v + r.value(ws[j].Lower), j + 1, true
	}
	return v, next, false
}

// parts reads the denominator of "two thirds", "three-quarters".
func (r *Reader) parts(ws []Word, v float64, j int) (float64, int) {
	k := j
	if word(ws, k, "-") && !ws[k].Space {
		k++
	}
	if !r.is(ws, k, fraction) {
		return 0, j
	}
	if e, _ := r.look(ws[k].Lower); v < e.fraction {
		plural := e.class&ordinal == 0
		if (plural || v == 1) && (ws[k].Lower != "quarters" || v == 3) && (ws[k].Lower != "quarter" || word(ws, k+1, "of")) {
			return v / e.fraction, k + 1
		}
	}
	return 0, j
}

// tail reads what follows a scale: "three hundred and six", "two thousand five
// hundred".
func (r *Reader) tail(ws []Word, v float64, j int) (float64, int) {
	for v >= 100 && j < len(ws) {
		k := j
		if word(ws, k, "and") {
			k++
		}
		if !r.is(ws, k, unit|teen|tens) {
			return v, j
		}
		low, next, ord := r.below100(ws, k)
		if ord {
			return v, j
		}
		low, next = r.scaled(ws, low, next)
		if low >= v || k > j && low >= 100 {
			return v, j
		}
		v, j = v+low, next
	}
	return v, j
}
