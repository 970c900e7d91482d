package gazetteer

// find appends the places that the key leads to, at most limit of them, the most
// important first, and tells whether some longer key begins with key and a space.
func (p *pack) find(key []byte, base Index, limit int, buf []Hit) (hits []Hit, longer bool) {
	blocks := (p.keys + blockKeys - 1) / blockKeys
	lo, hi := 0, blocks // the first block whose head is beyond key lies in (lo, hi]
	first := firstBytes(key)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.heads != nil && p.heads[mid] != first {
			if p.heads[mid] > first {
				hi = mid
			} else {
				lo = mid + 1
			}
		} else if head, ok := p.head(mid); !ok {
			return buf, false
		} else if compare(head, key) > 0 {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == 0 {
		return p.scan(0, key, base, limit, buf)
	}
	return p.scan(lo-1, key, base, limit, buf)
}

// firstBytes gives the first eight bytes of a key, in the order that keys have;
// a shorter key comes before those that it begins.
func firstBytes[T string | []byte](key T) (first uint64) {
	for i := range 8 {
		first <<= 8
		if i < len(key) {
			first |= uint64(key[i])
		}
	}
	return first
}

func (p *pack) readHeads(blocks int) {
	heads := make([]uint64, blocks)
	for i := range heads {
		head, ok := p.head(i)
		if !ok {
			return
		}
		heads[i] = firstBytes(head)
	}
	p.heads = heads
}

// head gives the first key of a block, which is stored whole.
func (p *pack) head(block int) (string, bool) {
	at := int(u32(p.data, p.at[secBlocks]+4*block))
	if at < p.at[secKeys] || at >= p.at[secEnd] {
		return "", false
	}
	s, _, ok := str(p.data, at+1, p.at[secEnd])
	return s, ok
}

// scan walks from a block's start until it is past key, and one key further to
// learn whether a longer one follows.
func (p *pack) scan(block int, key []byte, base Index, limit int, buf []Hit) (hits []Hit, longer bool) {
	hits = buf
	if p.keys == 0 {
		return hits, false
	}
	var room [256]byte
	cur := room[:0]
	at, end := int(u32(p.data, p.at[secBlocks]+4*block)), p.at[secEnd]
	for n := block * blockKeys; n < p.keys && at >= p.at[secKeys] && at < end; n++ {
		shared := int(p.data[at])
		rest, next, ok := str(p.data, at+1, end)
		if !ok || shared > len(cur) || shared+len(rest) > len(room) {
			return hits, false
		}
		cur = append(cur[:shared], rest...)
		c := compare(string(cur), key)
		switch {
		case c == 0:
			hits = p.postings(next, base, limit, hits)
		case c > 0:
			return hits, len(cur) > len(key)+1 && string(cur[:len(key)]) == string(key) && cur[len(key)] == ' '
		}
		if at = p.skip(next); at < 0 {
			return hits, false
		}
	}
	return hits, false
}

func (p *pack) postings(at int, base Index, limit int, hits []Hit) []Hit {
	count, at := uvarint(p.data, at, p.at[secEnd])
	place := uint32(0)
	for i := 0; i < int(count) && i < limit && at >= 0; i++ {
		v := uint32(0)
		if v, at = uvarint(p.data, at, p.at[secEnd]); at < 0 {
			break
		}
		place += v >> 1
		if int(place) >= p.places {
			break
		}
		hits = append(hits, Hit{Place: base + Index(place), Alt: v&1 == 1})
	}
	return hits
}

// skip gives the offset after the postings at at, or -1.
func (p *pack) skip(at int) int {
	count, at := uvarint(p.data, at, p.at[secEnd])
	for ; count > 0 && at >= 0; count-- {
		_, at = uvarint(p.data, at, p.at[secEnd])
	}
	return at
}

// compare orders bytes as sort order of the file does.
func compare(a string, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return int(a[i]) - int(b[i])
		}
	}
	return len(a) - len(b)
}
