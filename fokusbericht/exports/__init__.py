"""Open formats: one module a format, with the same verb as a page."""

from fokusbericht.later import later

EXPORTS = later(
    "fokusbericht.exports",
    (
        "feeds",
        "matter_feeds",
        "figure_feeds",
        "feed",
        "ical",
        "daten",
        "api",
        "security",
        "app",
        "edition_pictures",
        "edition_books",
        "edition_prints",
    ),
)
