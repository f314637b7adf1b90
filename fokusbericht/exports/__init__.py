"""Open formats: one module a format, with the same verb as a page."""

from fokusbericht.exports import feed

EXPORTS = (feed,)
