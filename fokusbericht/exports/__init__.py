"""Open formats: one module a format, with the same verb as a page."""

from fokusbericht.exports import feed, sitemap

EXPORTS = (feed, sitemap)
