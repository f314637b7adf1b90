"""Official files become our own files; used by editors, never by the build."""
