"""Open formats: one module a format, with the same verb as a page."""

from fokusbericht.exports import daten, feed, feeds, ical, security

EXPORTS = (feed, feeds, ical, daten, security)
