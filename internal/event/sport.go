package event

// sport reports whether an attack is a game's result: "beat" between states, or a
// verb of winning in a sentence that tells of matches.
func (r *run) sport(d *draft) bool {
	lemma := r.lemma(d.v)
	switch lemma {
	case "beat", "defeat", "thrash", "crush", "rout", "hammer", "trounce", "overpower", "outplay", "stun":
	default:
		return false
	}
	if lemma == "beat" && len(d.actor) > 0 && len(d.recipient) > 0 && sectorOf(d.actor[0].Code) == "" && sectorOf(d.recipient[0].Code) == "" && d.actor[0].Actor != "" && d.recipient[0].Actor != "" {
		return true
	}
	for t := range r.s.Tokens {
		switch r.lemma(t) {
		case "match", "cup", "championship", "tournament", "semifinal", "semi-final", "quarterfinal", "quarter-final", "goalkeeper", "midfielder", "olympics", "olympic", "football", "soccer", "rugby", "tennis", "hockey", "cricket", "basketball":
			return true
		}
	}
	return false
}

// natural are nouns for what strikes without anyone's doing.
func natural(lemma string) bool {
	switch lemma {
	case "storm", "flood", "flooding", "earthquake", "quake", "hurricane", "cyclone", "typhoon", "drought", "virus", "pandemic", "epidemic", "outbreak", "crisis", "disease", "landslide", "tsunami",
		"recession", "blackout", "outage", "shortage", "scandal", "inflation", "famine", "lightning", "heatwave", "wildfire", "avalanche", "tornado", "rain", "disaster":
		return true
	}
	return false
}
