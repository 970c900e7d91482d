package reading

import (
	"testing"
)

func TestOrderBrokenOnPurpose(t *testing.T) {
	good := []stage{{name: "a", gives: []part{tokens}}, {name: "b", needs: []part{tokens}, gives: []part{tags}}}
	if err := check(good); err != nil {
		t.Errorf("good order refused: %v", err)
	}
	bad := []stage{good[1], good[0]}
	if err := check(bad); err == nil {
		t.Error("a stage before what it needs was let through")
	}
}
