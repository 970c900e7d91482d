# sitrep needs Go 1.26, and Node 20 with npm for the bundled style and script.
#   make run    build everything, fill an archive with the sample dossier, serve it
#   make test   every test, those in a real browser too
# Browser tests need Chromium: apt-get install chromium (or CHROMIUM=/path/to/it)
.PHONY: build bundle run test vet browser scorecard clean

ADDR ?= 127.0.0.1:8700
SAMPLE_ARCHIVE ?= .cache/sample.db
SITREP_DATA ?= ../shared/data

build: bundle
	CGO_ENABLED=0 go build -trimpath -o bin/sitrep ./cmd/sitrep

run: build
	@mkdir -p $(dir $(SAMPLE_ARCHIVE))
	bin/sitrep add --archive $(SAMPLE_ARCHIVE) corpus/sample/dossier.jsonl
	bin/sitrep line add --archive $(SAMPLE_ARCHIVE) corpus/sample/line
	bin/sitrep serve --archive $(SAMPLE_ARCHIVE) --addr $(ADDR)

test: vet build
	go test ./...
	node --test tests/browser/

vet:
	@test -z "$$(gofmt -l cmd internal record *.go | tee /dev/stderr)"
	go vet ./...

browser: build
	node --test tests/browser/

# Measures everything again and writes it down; takes several minutes.
scorecard: build
	bin/sitrep scorecard --data $(SITREP_DATA) > docs/scorecard.new && mv docs/scorecard.new docs/scorecard.md

bundle: internal/web/dist/app.css

internal/web/dist/app.css: node_modules/.made $(wildcard internal/web/src/*)
	npm run --silent bundle

node_modules/.made: package.json package-lock.json
	npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

clean:
	rm -rf bin .cache shots node_modules internal/web/dist/*.css internal/web/dist/*.js
