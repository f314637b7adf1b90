"""Pages of texts: basics, glossary, news, Leichte Sprache, open data."""
