package gazetteer

import "math"

// Index is a place's number in one Gazetteer; it may change when the gazetteer
// is made anew, so it is never stored.
type Index uint32

// Hit is a place that a key leads to.
type Hit struct {
	Place Index
	Alt   bool // the key is not the place's main name
}

// Place is one place as the gazetteer has it.
type Place struct {
	ID       int // GeoNames id, 0 where there is none
	Name     string
	Lat, Lon float64 // degrees, WGS 84
	Country  string  // ISO 3166-1 alpha-2; empty for seas and continents
	// Division is the number of the first division in this gazetteer, 0 unknown.
	Division int
	// Second is the number of the second division within the first, 0 unknown.
	Second  int
	Feature string // GeoNames class and code, "P.PPL"
	// LogPop is 8·ln(population + 1), rounded; 0 is unknown.
	LogPop    int
	Precision float64 // km
}

// Population gives the population, about, or 0 where it is unknown.
func (p *Place) Population() int { return int(math.Exp(float64(p.LogPop)/8) - 1) }

// Class gives the GeoNames class: 'P' settlement, 'A' country or division, 'L'
// area, 'H' water, 'T' mountain or island, 'S' building, 'R' road.
func (p *Place) Class() byte {
	if p.Feature == "" {
		return 0
	}
	return p.Feature[0]
}

func packPop(n int) byte {
	if n <= 0 {
		return 0
	}
	return byte(min(255, math.Round(8*math.Log(float64(n)+1))))
}

func packKM(km float64) byte {
	return byte(max(0, min(255, math.Round(20*math.Log(10*max(km, 0.1))))))
}

func unpackKM(b byte) float64 {
	km := math.Exp(float64(b)/20) / 10
	switch { // two figures are all that such a radius means
	case km >= 100:
		return math.Round(km/10) * 10
	case km >= 9.5:
		return math.Round(km)
	}
	return math.Round(km*10) / 10
}
