"""Open formats: one module a format, with the same verb as a page."""
