"""Text and what it holds: language, addresses, Markdown, references."""
