"""Diagrams that are no charts, drawn by us as SVG."""
