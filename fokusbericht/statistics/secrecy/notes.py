"""What was found to be hidden, as plain data: to be noted beside a site, and read again.

{"hidden": {"leistungen": [["01099001", 2024], …]}, "leaks": [], "lost": [["f", "0109…", 2024]]}
"""

from collections.abc import Mapping

from fokusbericht.model.figures import Verborgen


def as_note(found: Verborgen) -> dict[str, object]:
    """Return what was found as plain data."""
    return {
        "hidden": {head: sorted(places) for head, places in sorted(found.hidden.items())},
        "leaks": [[head, *place] for head, place in found.leaks],
        "lost": [[head, *place] for head, place in found.lost],
    }


def from_note(note: object) -> Verborgen | None:
    """Return what a note says; None if it cannot be understood."""
    if not isinstance(note, Mapping):
        return None
    try:
        return Verborgen(
            {
                str(head): frozenset((str(area), int(year)) for area, year in places)
                for head, places in note["hidden"].items()
            },
            tuple((str(head), (str(area), int(year))) for head, area, year in note["leaks"]),
            tuple((str(head), (str(area), int(year))) for head, area, year in note["lost"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
