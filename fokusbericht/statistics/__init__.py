"""Figures from figures: no files, no HTML."""
