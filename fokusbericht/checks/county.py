"""The county is the same in its two files, and every official key means one area."""

from collections.abc import Iterator

from fokusbericht.checks.spots import item_place, value_place
from fokusbericht.model.places import RAEUME
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem

ID = "kreis"
TWICE = "doppelte-kennung"
KREIS = "content/kreis.yml"


def check(report: Report) -> Iterator[Problem]:
    """Yield where the files differ about the county, and keys that mean two areas."""
    kreis, geografie = report.kreis, report.geografie
    for name, one, other in (
        ("schluessel", kreis.schluessel, geografie.schluessel),
        ("name", kreis.name, geografie.name),
    ):
        if one and other and one.split() != other.split():
            sentence = (
                f"Hier heißt der Kreis „{one}“, in {RAEUME} „{other}“ ({name}). "
                "Bitte in beiden Dateien dasselbe angeben."
            )
            yield Problem(value_place(report, KREIS, name), sentence, ID)
    yield from _doubled(report)


def _doubled(report: Report) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for key, what, place in _keys(report):
        if key and key in owners:
            sentence = (
                f"Den Schlüssel „{key}“ hat schon {owners[key]}. Zahlen mit diesem Schlüssel "
                "gehörten zu zweierlei; bitte einen berichtigen oder streichen."
            )
            yield Problem(_found(report, key, place), sentence, TWICE)
        owners.setdefault(key, what)


def _keys(report: Report) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each key, whose it is, and where it is written: a table, or a list and its field."""
    geografie = report.geografie
    yield geografie.schluessel, f"der Kreis „{geografie.name}“", ("kreis", "schluessel")
    for ags, kommune in geografie.kommunen.items():
        yield ags, f"die Kommune „{kommune.name}“", ("kommunen", "ags")
    for name, raum in geografie.raeume.items():
        yield name, f"der Betrachtungsraum „{raum.name}“", ("betrachtungsraeume", "schluessel")
    for key, amt in geografie.aemter.items():
        yield key, f"das Amt „{amt.name}“", ("aemter", "schluessel")
    for key, quartier in geografie.quartiere.items():
        yield key, f"das Quartier „{quartier.name}“", ("quartiere", "schluessel")
    for key, name in geografie.vergleich.items():
        yield key, f"„{name}“ unter „vergleich“", ("vergleich", key)


def _found(report: Report, key: str, place: tuple[str, ...]) -> Place:
    name, field = place
    if name in ("kreis", "vergleich"):
        return value_place(report, RAEUME, name, field)
    return item_place(report, RAEUME, name, field, key)
