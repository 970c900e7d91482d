package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"sitrep/internal/api"
	"sitrep/internal/fault"
	"sitrep/internal/line"
	"sitrep/internal/place"
	"sitrep/internal/web"
)

// serveCommand is `sitrep serve`.
type serveCommand struct {
	archiveFlag
	Addr string `help:"Address and port to answer at; port 0 takes a free one. Else SITREP_ADDRESS, the settings file, or 127.0.0.1:8700." placeholder:"HOST:PORT"`
}

// Run serves the archive until it is told to stop.
func (c *serveCommand) Run(ctx context.Context, s Streams) error {
	a, set, err := c.openAny(ctx)
	if err != nil {
		return err
	}
	if c.Addr == "" {
		c.Addr = set.Address
	}
	defer a.Close()
	log := slog.New(slog.NewTextHandler(s.Err, nil))
	atlas, err := newAtlas(a, set, &lineFlags{Tolerance: line.Tolerance, Gap: line.MaxGap})
	if err != nil {
		return err
	}
	site, err := web.New(web.Options{
		Archive: a, Log: log, API: api.New(a, log, api.NewLine(atlas, a, log)), Trends: trends(a, log),
		PlaceMap: place.Map, Line: atlas, Tiles: web.Tiles{Address: set.Tiles, Credit: set.TilesCredit},
	})
	if err != nil {
		return err
	}
	go func() {
		if err := atlas.Warm(ctx); err != nil && ctx.Err() == nil {
			log.Warn("control maps not measured ahead", "err", err)
		}
	}()
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return listenFault(c.Addr, err)
	}
	fmt.Fprintf(s.Out, "sitrep is at http://%s\n", l.Addr())
	return serve(ctx, l, site.Handler())
}

// listenFault tells why the address cannot be had.
func listenFault(addr string, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fault.New(fault.Busy, "cli.serve", addr, errors.New("the port is in use")).Hinted("choose another with --addr, or stop the program that has it")
	case errors.Is(err, syscall.EACCES):
		return fault.New(fault.Permission, "cli.serve", addr, errors.New("the system does not allow this port")).Hinted("choose a port above 1023 with --addr")
	}
	return fault.New(fault.Usage, "cli.serve", addr, err).Hinted("give --addr as HOST:PORT")
}

// serve answers until ctx ends, then lets running requests finish.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fault.New(fault.Other, "cli.serve", l.Addr().String(), err)
	case <-ctx.Done():
	}
	last, stop := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer stop()
	if err := srv.Shutdown(last); err != nil {
		return fault.New(fault.Other, "cli.serve", l.Addr().String(), err)
	}
	return nil
}
