"""Counties with mistakes nobody thought of: whatever is broken, there is a sentence, no crash."""
