"""Open formats: one module a format, with the same verb as a page."""

from fokusbericht.later import later

EXPORTS = later("fokusbericht.exports", ("feeds", "feed", "ical", "daten", "security"))
