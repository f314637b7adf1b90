"""What readers search in: documents of all that can be found, their index, places and words."""
