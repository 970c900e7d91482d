module sitrep

go 1.26

require (
	github.com/alecthomas/kong v1.17.0 // the command line: structs to flags
	github.com/clipperhouse/uax29/v2 v2.7.0 // Unicode segmentation: scripts without spaces, emoji
)
