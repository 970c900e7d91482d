package gazetteer

// latin and latinMore give the plain letter under each accented one of
// U+00C0–U+024F and U+1E00–U+1EFF, '-' where there is none. They are the first
// letters of Unicode's canonical decompositions, with the common choices for
// letters that have none (ø, đ, ł, ß).
const (
	latin = "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg" +
		"hhhhiiiiiiiiii--jjkk-llllll--llnnnnnn-nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz---------" +
		"----------f-------------oo-------------uu----------------------------aaiioouuuuuuuuuueaaaa----ggkkoo" +
		"oo--j---gg--nnaa----aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy----------------------------"

	latinMore = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss" +
		"ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy------aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee" +
		"iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------"
)
