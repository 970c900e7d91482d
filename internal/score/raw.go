package score

// RawText gives the text of a treebank in CoNLL-U and the offsets at which its
// sentences end, for training and measuring.
func RawText(path string) (text string, ends []int, err error) {
	tb, err := readTreebank(path)
	if err != nil {
		return "", nil, err
	}
	for _, s := range tb.sentences {
		ends = append(ends, s.words[len(s.words)-1].End)
	}
	return tb.text, ends, nil
}
