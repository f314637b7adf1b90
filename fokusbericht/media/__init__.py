"""Pictures, drawings and films of editors, made fit for the web; vl-convert."""
