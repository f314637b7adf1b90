"""What somebody confirms is in doubt: entries of `bestaetigt` do not outlive their cause."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from fokusbericht.checks import copies, future, jumps, outliers, sums
from fokusbericht.checks.doubts import Doubt
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.model.figures import Bestaetigung, Indikator, Pruefregel
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "bestaetigt"
Finder = Callable[[Report, Indikator], Iterator[Doubt]]
FINDERS: Mapping[Pruefregel, Finder] = {
    Pruefregel.SPRUNG: jumps.find,
    Pruefregel.AUSREISSER: outliers.find,
    Pruefregel.SUMME: sums.find,
    Pruefregel.GLEICHE_SPALTEN: copies.find,
    Pruefregel.ZUKUNFT: future.find,
}


def check(report: Report) -> Iterator[Problem]:
    """Yield entries of `bestaetigt` that silence nothing."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check_one)


def _check_one(report: Report, indikator: Indikator) -> Iterator[Problem]:
    # Where the table cannot be read, that is told.
    if indikator.bestaetigt and (indikator.werte or indikator.ableitung):
        yield from _check(report, indikator)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    found = {
        regel: {(doubt.area, doubt.year) for doubt in find(report, indikator)}
        for regel, find in FINDERS.items()
    }
    seen: Counter[tuple[Pruefregel, str, int]] = Counter()
    for entry in indikator.bestaetigt:
        seen[entry.regel, entry.raum, entry.jahr] += 1
        if seen[entry.regel, entry.raum, entry.jahr] > 1:
            yield Problem(
                entry.place, "Dieser Eintrag steht schon weiter oben. Bitte streichen.", ID
            )
        elif (entry.raum, entry.jahr) not in found[entry.regel]:
            yield Problem(entry.place, f"Dieser Eintrag bestätigt nichts: {_why(found, entry)}", ID)


def _why(found: Mapping[Pruefregel, set[tuple[str, int]]], entry: Bestaetigung) -> str:
    """Return what an entry may have meant instead."""
    others = [regel.value for regel, cells in found.items() if (entry.raum, entry.jahr) in cells]
    if others:
        return f"Hier meldet das Programm „{others[0]}“, nicht „{entry.regel.value}“."
    same = sorted(raum for raum, jahr in found[entry.regel] if jahr == entry.jahr)
    if same and entry.raum:
        where = f"für „raum: {same[0]}“" if same[0] else "für das ganze Jahr, ohne „raum“"
        return f"Die Regel „{entry.regel.value}“ meldet {entry.jahr} nur etwas {where}."
    if same:
        return f"Dazu gehört ein „raum“, zum Beispiel „{same[0]}“."
    return (
        f"Die Regel „{entry.regel.value}“ hat hier nichts zu melden. Bitte streichen, oder Raum "
        "und Jahr berichtigen."
    )
