package earth

// order is the order of the series in the flattening. Six terms keep the error
// of a distance below 15 nm and of an area below 0.1 m² per edge on WGS 84.
const order = 6

// The tables below are the coefficients of the paper's expansions, by powers of
// n within powers of ε; the equation is named at each.
var (
	// a1 holds (1−ε)·A1 and a2 holds A2/(1−ε), by powers of ε²; equations 17 and 42.
	a1 = [4]float64{1, 1. / 4, 1. / 64, 1. / 256}
	a2 = [4]float64{1, 1. / 4, 9. / 64, 25. / 256}

	// c1, c1p and c2 hold C1[l], C1'[l] and C2[l] for l = 1…6: the coefficients
	// of ε^l, ε^(l+2), …; equations 18, 21 and 43.
	c1 = [order][3]float64{
		{-1. / 2, 3. / 16, -1. / 32}, {-1. / 16, 1. / 32, -9. / 2048}, {-1. / 48, 3. / 256},
		{-5. / 512, 3. / 512}, {-7. / 1280}, {-7. / 2048}}
	c1p = [order][3]float64{
		{1. / 2, -9. / 32, 205. / 1536}, {5. / 16, -37. / 96, 1335. / 4096}, {29. / 96, -75. / 128},
		{539. / 1536, -2391. / 2560}, {3467. / 7680}, {38081. / 61440}}
	c2 = [order][3]float64{
		{1. / 2, 1. / 16, 1. / 32}, {3. / 16, 1. / 32, 35. / 2048}, {5. / 48, 5. / 256},
		{35. / 512, 7. / 512}, {63. / 1280}, {77. / 2048}}

	// a3 is A3 by powers of ε; equation 24.
	a3 = [order][]float64{{1}, {-1. / 2, 1. / 2}, {-1. / 4, -1. / 8, 3. / 8},
		{-1. / 16, -3. / 16, -1. / 16}, {-3. / 64, -1. / 32}, {-3. / 128}}

	// c3 is C3[l] for l = 1…5, from ε^l on; equation 25.
	c3 = [order - 1][][]float64{
		{{1. / 4, -1. / 4}, {1. / 8, 0, -1. / 8}, {3. / 64, 3. / 64, -1. / 64}, {5. / 128, 1. / 64}, {3. / 128}},
		{{1. / 16, -3. / 32, 1. / 32}, {3. / 64, -1. / 32, -3. / 64}, {3. / 128, 1. / 128}, {5. / 256}},
		{{5. / 192, -3. / 64, 5. / 192}, {3. / 128, -5. / 192}, {7. / 512}},
		{{7. / 512, -7. / 256}, {7. / 512}},
		{{21. / 2560}}}

	// c4 is C4[l] for l = 0…5, from ε^l on; equation 63.
	c4 = [order][][]float64{
		{{2. / 3, -4. / 15, 8. / 105, 4. / 315, 16. / 3465, 20. / 9009},
			{-1. / 5, 16. / 35, -32. / 105, 16. / 385, 64. / 15015},
			{-2. / 105, -32. / 315, 1088. / 3465, -1184. / 5005},
			{11. / 315, -368. / 3465, -32. / 6435}, {4. / 1155, 1088. / 45045}, {97. / 15015}},
		{{1. / 45, -16. / 315, 32. / 945, -16. / 3465, -64. / 135135},
			{-2. / 105, 64. / 945, -128. / 1485, 1984. / 45045},
			{-1. / 105, 16. / 2079, 5792. / 135135}, {4. / 1155, -2944. / 135135}, {1. / 9009}},
		{{4. / 525, -32. / 1575, 64. / 3465, -32. / 5005}, {-8. / 1575, 128. / 5775, -256. / 6825},
			{-8. / 1925, 1856. / 225225}, {8. / 10725}},
		{{8. / 2205, -256. / 24255, 512. / 45045}, {-16. / 8085, 1024. / 105105}, {-136. / 63063}},
		{{64. / 31185, -512. / 81081}, {-128. / 135135}},
		{{128. / 99099}}}
)

// fold evaluates the polynomials in n, which is the ellipsoid's own.
func (e *Ellipsoid) fold() {
	for j, t := range a3 {
		e.a3[j] = horner(t, e.n)
	}
	for l, rows := range c3 {
		for j, t := range rows {
			e.c3[l+1][l+1+j] = horner(t, e.n)
		}
	}
	for l, rows := range c4 {
		for j, t := range rows {
			e.c4[l][l+j] = horner(t, e.n)
		}
	}
}

func horner(t []float64, x float64) float64 {
	y := 0.0
	for i := len(t) - 1; i >= 0; i-- {
		y = y*x + t[i]
	}
	return y
}

// in gives the values of a table such as c1 at ε; index 0 is unused.
func in(t *[order][3]float64, eps float64) (c [order + 1]float64) {
	e2, d := eps*eps, eps
	for l := range t {
		c[l+1] = d * horner(t[l][:], e2)
		d *= eps
	}
	return c
}

func seriesA1(eps float64) float64 { return horner(a1[:], eps*eps) / (1 - eps) }
func seriesA2(eps float64) float64 { return horner(a2[:], eps*eps) * (1 - eps) }

func (e *Ellipsoid) seriesA3(eps float64) float64 { return horner(e.a3[:], eps) }

// seriesC3 gives C3[1…5] at ε; the last two places stay zero.
func (e *Ellipsoid) seriesC3(eps float64) (c [order + 1]float64) {
	for l := 1; l < order; l++ {
		c[l] = horner(e.c3[l][:], eps)
	}
	return c
}

// seriesC4 gives C4[0…5] at ε.
func (e *Ellipsoid) seriesC4(eps float64) (c [order]float64) {
	for l := range c {
		c[l] = horner(e.c4[l][:], eps)
	}
	return c
}

// sines sums c[l]·sin(2lσ) over l = 1…6 by Clenshaw's recurrence.
func sines(c *[order + 1]float64, s, co float64) float64 {
	x := 2 * (co - s) * (co + s) // 2 cos 2σ
	var y0, y1 float64
	for l := order; l > 0; l-- {
		y0, y1 = x*y0-y1+c[l], y0
	}
	return 2 * s * co * y0
}

// cosines sums c[l]·cos((2l+1)σ) over l = 0…5.
func cosines(c *[order]float64, s, co float64) float64 {
	x := 2 * (co - s) * (co + s)
	var y0, y1 float64
	for l := order - 1; l >= 0; l-- {
		y0, y1 = x*y0-y1+c[l], y0
	}
	return co * (y0 - y1)
}
