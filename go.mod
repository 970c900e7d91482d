module sitrep

go 1.26.0

require (
	codeberg.org/readeck/go-readability/v2 v2.1.3 // finds the article of a page
	github.com/BurntSushi/toml v1.6.0 // the settings file
	github.com/alecthomas/kong v1.17.0 // the command line: structs to flags
	github.com/clipperhouse/uax29/v2 v2.7.0 // Unicode segmentation: scripts without spaces, emoji
	github.com/peterstace/simplefeatures v0.50.0 // polygon overlay; wrong on invalid input, so internal/line guards it
	github.com/vbauerster/mpb/v8 v8.9.3 // progress bars on a terminal
	golang.org/x/net v0.62.0 // HTML: parser and names of encodings
	golang.org/x/text v0.44.0 // encodings to UTF-8; accents folded in the memory archive
	modernc.org/sqlite v1.61.1 // the embedded archive, without cgo; modernc.org/libc must be the version its go.mod names
)

require (
	github.com/VividCortex/ewma v1.2.0 // indirect
	github.com/acarl005/stripansi v0.0.0-20180116102854-5a71ef0e047d // indirect
	github.com/andybalholm/cascadia v1.3.3 // indirect
	github.com/dustin/go-humanize v1.1.0 // indirect
	github.com/go-shiori/dom v0.0.0-20230515143342-73569d674e1c // indirect
	github.com/gogs/chardet v0.0.0-20211120154057-b7413eaefb8f // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/itlightning/dateparse v0.2.1 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/mattn/go-runewidth v0.0.16 // indirect
	github.com/ncruces/go-strftime v1.1.0 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	golang.org/x/sys v0.49.0 // indirect
	modernc.org/libc v1.79.0 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)
