// Package gazetteer holds the names and points of the world's places in one
// packed file that is read where it lies: opening it copies nothing and builds no
// map. The bundled file (World) is made by cmd/gazetteer from GeoNames data,
// Natural Earth and the project's own tables of facts; NOTICE.md in this folder
// names sources and licences. Users add files of their own with Join.
//
// # The file
//
// All numbers are little-endian; uvarint is the variable-length form of
// encoding/binary; a string is a uvarint length and its bytes.
//
//	 0  8 bytes  "SITGAZ1\n"
//	 8  uint32   CRC-32 (IEEE) of everything from byte 12 on
//	12  uint32   number of places, N
//	16  uint32   number of keys, K
//	20  uint32×8 offsets from the file's start: countries, divisions, features,
//	             places, names, blocks, keys, end (the file's length)
//
// Countries: uint16 count, then for each 2 bytes ISO 3166-1 alpha-2, 3 bytes
// alpha-3. Divisions: uint16 count, then for each the string of its code
// ("UA.05", as GeoNames writes first divisions) and the string of its name. Features:
// one byte count, then a string each ("P.PPL"). Index 0 of each list is empty.
//
// Places: N records of 24 bytes, the most important place first (countries, first
// divisions, then by population), so that a smaller index is a likelier reading:
//
//	 0  uint32  GeoNames id, 0 where there is none
//	 4  int32   latitude in 1e-5 degrees
//	 8  int32   longitude in 1e-5 degrees
//	12  uint32  offset of its name (a string) in the section of names
//	16  uint16  division
//	18  uint16  second division: a number that is the same for all places of one
//	            second division within a first one; 0 is unknown
//	20  byte    country
//	21  byte    feature
//	22  byte    population p as round(8·ln(p+1)); 0 is unknown
//	23  byte    precision r in km as round(20·ln(10·r)), at least 0.1 km
//
// Keys: what places are found by, folded (see Fold) and sorted by bytes, in blocks of
// 16. A key is one byte length shared with the key before it (0 at the start of a
// block), a string of the rest, then its postings: a uvarint count and for each, in
// rising order, a uvarint of (place - place before) · 2 + alternate, where alternate is
// 1 when the key is not the place's main name. Keys that begin with byte 1 are
// skeletons (see Skeleton) and serve names whose spelling is found nowhere else. Blocks:
// a uint32 offset into the file for each block.
package gazetteer
