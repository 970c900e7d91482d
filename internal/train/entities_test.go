package train

import (
	"strings"
	"testing"

	"sitrep/internal/syntax"
)

const korn = `1	Minister	minister	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-Ada_Korn
2	Ada	Ada	PROPN	NNP	_	4	nsubj	_	_
3	Korn	Korn	PROPN	NNP	_	2	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-organization-new(3-place-new)
6	Bank	Bank	PROPN	NNP	_	4	obj	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Velk	Velk	PROPN	NNP	_	6	nmod	_	Entity=(4-place-new-Velk)2)

`

func TestEntities(t *testing.T) {
	names, doc, err := entities(strings.NewReader(korn))
	if err != nil || len(names) != 1 || len(doc.Sentences) != 1 {
		t.Fatal(names, err)
	}
	want := []syntax.Name{{Start: 1, End: 3, Kind: syntax.PersonName}, {Start: 5, End: 8, Kind: syntax.OrganisationName}}
	if len(names[0]) != 2 || names[0][0] != want[0] || names[0][1] != want[1] {
		t.Errorf("got %v, want %v", names[0], want)
	}
}
