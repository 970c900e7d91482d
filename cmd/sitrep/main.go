// Command sitrep reads what is reported about a war and keeps a record in which
// nothing stands without the one who said it.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"sitrep/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Run(ctx, os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
	stop()
	os.Exit(code)
}
