"""An edition as a book for e-readers: EPUB 3.3, after EPUB Accessibility 1.1."""

from fokusbericht.exports.epub.book import STYLE, TEMPLATES, drawings_of, make_book

__all__ = ["STYLE", "TEMPLATES", "drawings_of", "make_book"]
