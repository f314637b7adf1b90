"""Of what there are handouts, and which of them is meant."""

from fokusbericht.figures.areas import sorted_kommunen
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.consultation import ordered_bodies
from fokusbericht.pages.planung.field_strands import ordered_fields
from fokusbericht.problems import did_you_mean

KINDS = (Kind.KOMMUNE, Kind.HANDLUNGSFELD, Kind.GREMIUM)


def every_key(report: Report) -> tuple[Key, ...]:
    """Return all things of which there is a handout: nothing that is made up."""
    things = (*ordered_fields(report), *ordered_bodies(report))
    return (
        *(one.key for one in sorted_kommunen(report)),
        *(one.key for one in things if not one.beispiel),
    )


def chosen(report: Report, wanted: str) -> Key | str:
    """Return the thing that is meant, or the sentence why none is: kommune:elmshorn, wohnen."""
    keys = every_key(report)
    found = [key for key in keys if wanted.casefold() in (str(key), key.name)]
    if len(found) == 1:
        return found[0]
    if found:
        several = " oder ".join(f"„{key}“" for key in found)
        return f"„{wanted}“ kann mehreres sein. Bitte {several} schreiben."
    known = map(str, keys) if ":" in wanted else (key.name for key in keys)
    guess = did_you_mean(wanted.casefold(), known)
    kinds = " oder ".join(f"„{kind}:…“" for kind in KINDS)
    return f"Ein Heft zu „{wanted}“ gibt es nicht.{guess or f' Möglich ist {kinds}.'}"
