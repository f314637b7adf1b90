"""Files read so that every value still knows its line: YAML nodes, CSV rows, front matter."""
