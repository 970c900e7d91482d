package number

// digitNumber reads digits with groups parted by spaces and a scale.
func (r *Reader) digitNumber(ws []Word, i int) Number {
	w := &ws[i]
	n := Number{From: i, To: i + 1, Value: w.Num, Year: w.Len == 4 && !w.Grouped}
	if !w.Grouped && w.Len <= 3 && w.Num > 0 {
		for r.group(ws, n.To) {
			n.Value = n.Value*1000 + ws[n.To].Num
			n.To++
		}
	}
	n.Value, n.To = r.scaled(ws, n.Value, n.To)
	if n.To > i+1 {
		n.Year = false
	}
	if j, ok := half(ws, n.To); ok {
		n.Value, n.To = n.Value+.5, j
	}
	if f, j := slashed(ws, n.To); j > n.To && n.To == i+1 && !w.Grouped {
		n.Value, n.To, n.Year = n.Value+f, j, false
	}
	return n
}

// slashed reads the fraction of "2 1/2", "5-3/4".
func slashed(ws []Word, j int) (float64, int) {
	k := j
	if word(ws, k, "-") && !ws[k].Space {
		k++
	}
	if k+2 >= len(ws) || ws[k].Shape != Digits || !word(ws, k+1, "/") || ws[k+2].Shape != Digits || ws[k+1].Space || ws[k+2].Space {
		return 0, j
	}
	a, b := ws[k].Num, ws[k+2].Num
	if ws[k].Len > 2 || ws[k+2].Len > 2 || a < 1 || a >= b || b > 16 || word(ws, k+3, "/") {
		return 0, j
	}
	return a / b, k + 3
}

// half reads "and a half", "-and-a-half".
func half(ws []Word, j int) (int, bool) {
	for _, want := range [...]string{"and", "a", "half"} {
		if word(ws, j, "-") && !ws[j].Space {
			j++
		}
		if !word(ws, j, want) {
			return j, false
		}
		j++
	}
	return j, true
}

// group reports whether word j is three digits parted from the ones before by one
// space: "1 200".
func (r *Reader) group(ws []Word, j int) bool {
	if j >= len(ws) || ws[j].Shape != Digits || ws[j].Len != 3 || ws[j].Grouped || ws[j].End-ws[j].Start != 3 {
		return false
	}
	gap := ws[j].Start - ws[j-1].End
	return ws[j].Space && gap >= 1 && gap <= 3 && !(j+1 < len(ws) && ws[j+1].Shape == Digits && ws[j+1].Len != 3 && ws[j+1].Start-ws[j].End == 1)
}

// scaled multiplies by the scales that follow: "5 thousand", "2bn", "1.5-million".
func (r *Reader) scaled(ws []Word, v float64, j int) (float64, int) {
	for j < len(ws) {
		k := j
		if word(ws, k, "-") && !ws[k].Space {
			k++
		}
		if k >= len(ws) || ws[k].Shape != Letters {
			break
		}
		e, _ := r.look(ws[k].Lower)
		glued := e.class&glue != 0 && (!ws[k].Space || len(ws[k].Lower) > 1 && ws[k].Lower != "tn") && k == j
		if e.class&(scale|hundred) == 0 && !glued {
			break
		}
		v *= e.value
		j = k + 1
	}
	return v, j
}

// wordNumber reads a number in words, or "a dozen", "half a million", "dozens".
func (r *Reader) wordNumber(ws []Word, i int) (Number, bool) {
	e, ok := r.look(ws[i].Lower)
	switch {
	case ws[i].Lower == "a" || ws[i].Lower == "an":
		return r.article(ws, i)
	case !ok:
		return Number{}, false
	case e.class&crowd != 0:
		return r.crowd(ws, i)
	case e.class&vague != 0:
		return r.vague(ws, i, i)
	case e.class&fraction != 0 && ws[i].Lower == "half":
		return r.half(ws, i)
	case e.class&(unit|teen|tens) != 0:
		return r.spelled(ws, i)
	case e.class&ordinal != 0:
		return Number{From: i, To: i + 1, Value: e.value, Ordinal: true, Words: true}, true
	case e.class&(scale|hundred) != 0 && (i == 0 || !r.is(ws, i-1, unit|teen|tens|scale)):
		if word(ws, i+1, "of") {
			return Number{}, false // "the million of"
		}
		return Number{}, false
	}
	return Number{}, false
}

// article reads "a dozen", "a hundred thousand", "a few hundred", "a third".
func (r *Reader) article(ws []Word, i int) (Number, bool) {
	if i+1 >= len(ws) || ws[i+1].Shape != Letters {
		return Number{}, false
	}
	j := i + 1
	if ws[j].Lower == "further" || ws[j].Lower == "good" || ws[j].Lower == "full" {
		if j++; j >= len(ws) {
			return Number{}, false
		}
	}
	e, _ := r.look(ws[j].Lower)
	switch {
	case e.class&(scale|hundred) != 0:
		v, to := r.scaled(ws, 1, j)
		v, to = r.tail(ws, v, to)
		return Number{From: i, To: to, Value: v, Words: true}, true
	case e.class&vague != 0:
		return r.vague(ws, i, j)
	case e.class&fraction != 0 && (j+1 >= len(ws) || word(ws, j+1, "of") || word(ws, j+1, "more") || ws[j].Lower == "third" && ws[j+1].Shape == Mark):
		return Number{From: i, To: j + 1, Value: 1 / e.fraction, Fraction: true, Words: true}, true
	}
	return Number{}, false
}

// vague reads "several", "a few hundred", "a couple of thousand".
func (r *Reader) vague(ws []Word, from, j int) (Number, bool) {
	e, _ := r.look(ws[j].Lower)
	n := Number{From: from, To: j + 1, Low: e.value, High: e.high, Vague: true, Words: true}
	k := j + 1
	if word(ws, k, "of") && ws[j].Lower == "couple" {
		k++
	}
	if v, to := r.scaled(ws, 1, k); to > k {
		n.Low, n.High, n.To = n.Low*v, n.High*v, to
	}
	if n.Low == n.High {
		n.Value, n.Vague = n.Low, false
		if n.To == j+1 && k > j+1 {
			n.To = k
		}
	}
	return n, true
}

// crowd reads "dozens", "tens of thousands", "hundreds of thousands".
func (r *Reader) crowd(ws []Word, i int) (Number, bool) {
	e, _ := r.look(ws[i].Lower)
	n := Number{From: i, To: i + 1, Low: e.value, High: e.high, Order: true, Words: true}
	for word(ws, n.To, "of") && r.is(ws, n.To+1, crowd) {
		s := r.value(ws[n.To+1].Lower) / 2
		n.Low, n.High, n.To = n.Low*s, (n.High+1)*s-1, n.To+2
	}
	if ws[i].Lower == "tens" && n.To == i+1 {
		return Number{}, false
	}
	return n, true
}

// half reads "half a million" and "half".
func (r *Reader) half(ws []Word, i int) (Number, bool) {
	if word(ws, i+1, "a") || word(ws, i+1, "-") {
		if v, to := r.scaled(ws, .5, i+2); to > i+2 {
			return Number{From: i, To: to, Value: v, Words: true}, true
		}
	}
	return Number{From: i, To: i + 1, Value: .5, Fraction: true, Words: true}, true
}
