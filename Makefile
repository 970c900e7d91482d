# sitrep: `make run` builds, fills an archive with the sample dossier and serves it;
# `make test` runs every test. Browser tests need Chromium: apt-get install chromium
.PHONY: build run test vet

build:
	CGO_ENABLED=0 go build -o bin/sitrep ./cmd/sitrep

test: vet
	go test ./...

vet:
	@test -z "$$(gofmt -l . | tee /dev/stderr)"
	go vet ./...
