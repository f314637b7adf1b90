"""German made from figures and terms: names, numbers with their units, sentences."""
