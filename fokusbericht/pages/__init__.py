"""One module a page kind: a view (plain data) for a template. One line a kind."""

from fokusbericht.pages import seite

PAGES = (seite,)
