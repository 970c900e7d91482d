//go:build unix

package sqlite_test

import (
	"os/exec"
	"syscall"
)

// asNobody lets a command run as the user that owns nothing.
func asNobody(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}
