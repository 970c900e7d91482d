package place

import "math"

const earthRadius = 6371.0

// distance is the great-circle distance in km: ranking and precision need no
// more.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a, b := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * earthRadius * math.Asin(math.Min(1, math.Sqrt(h)))
}

// move gives the point km away in a direction, in degrees from north.
func move(lat, lon, degrees, km float64) (float64, float64) {
	const rad = math.Pi / 180
	d, b, p := km/earthRadius, degrees*rad, lat*rad
	q := math.Asin(math.Sin(p)*math.Cos(d) + math.Cos(p)*math.Sin(d)*math.Cos(b))
	l := lon*rad + math.Atan2(math.Sin(b)*math.Sin(d)*math.Cos(p), math.Cos(d)-math.Sin(p)*math.Sin(q))
	return q / rad, math.Mod(l/rad+540, 360) - 180
}

// Distance is the great-circle distance of two points in km.
func Distance(lat1, lon1, lat2, lon2 float64) float64 { return distance(lat1, lon1, lat2, lon2) }
