"""Charts by altair and vl-convert."""
