"""What is under embargo is named by nothing that appears earlier."""

from collections.abc import Iterator
from datetime import date

from fokusbericht.model.base import Key, Thing
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.model.texts import MEDIEN, Begriff
from fokusbericht.problems import Place, Problem
from fokusbericht.text.language import day_in_words
from fokusbericht.text.prose import find_embeds
from fokusbericht.text.references import PICTURE_EMBED, find_refs, placed_mentions

ID = "sperrfrist"


def check(report: Report) -> Iterator[Problem]:
    """Yield mentions of what is withheld, by what is public or appears earlier."""
    if report.whole is None:
        return
    for ref in find_refs((report.kreis, report.geografie.fassungen)):
        if ref.key in report.withheld:
            yield early(ref.key.name, report.withheld[ref.key], ref.place)
    sources: tuple[Thing | Begriff, ...] = (*report.whole.things(), *report.whole.begriffe.values())
    for source in sources:
        since = report.withheld.get(source.key)
        for name, ab, place in _withheld_mentions(report, report.whole, source):
            if since is None:
                more = f", oder auch in dieser Datei „ab: {ab}“ angeben"
                yield early(name, ab, place, more if isinstance(source, Thing) else "")
            elif since < ab:
                yield _too_early(name, ab, place, since)


def early(name: str, ab: date, place: Place, more: str = "") -> Problem:
    """Return that something under embargo is named where everybody can read it."""
    sentence = (
        f"„{name}“ erscheint erst ab {day_in_words(ab)}; hier steht es schon. "
        f"Bitte bis dahin hier streichen{more}."
    )
    return Problem(place, sentence, ID)


def withheld_paths(report: Report) -> frozenset[str]:
    """Return the files that hold what is withheld; of lists, the whole file."""
    whole = report.whole
    if whole is None:
        return frozenset()
    paths = {one.place.path for one in whole.things() if one.key in report.withheld}
    lists = (whole.begriffe, whole.themen, whole.zielgruppen, whole.querschnitt)
    listed = (entry for entries in lists for entry in entries.values())
    paths |= {one.place.path for one in listed if one.key in report.withheld}
    paths |= {_table_of(one) for one in whole.indikatoren.values() if one.key in report.withheld}
    paths |= _films(whole) - _films(report)
    pictures = [whole.bilder[name] for name in whole.bilder.keys() - report.bilder.keys()]
    return frozenset(paths.union(*((one.place.path, one.datei) for one in pictures)))


def _table_of(indikator: Indikator) -> str:
    return indikator.place.path.removesuffix(".yml") + ".csv"


def _films(report: Report) -> set[str]:
    """Return the files of films that pages show."""
    names = (name for one in report.films() for name in (one.film, one.untertitel) if name)
    return {f"{MEDIEN}/{name}" for name in names}


def _too_early(name: str, ab: date, place: Place, since: date) -> Problem:
    sentence = (
        f"„{name}“ erscheint erst ab {day_in_words(ab)}, diese Datei schon ab "
        f"{day_in_words(since)}. Bitte eines der beiden „ab“ ändern oder hier streichen."
    )
    return Problem(place, sentence, ID)


def _withheld_mentions(
    report: Report, whole: Report, source: Thing | Begriff
) -> Iterator[tuple[str, date, Place]]:
    """Yield what a thing names that is withheld: its name, until when, and where it is named."""

    def find(target: str) -> Key | None:
        # A bare name that means something public today is no mention of what is to come.
        known = report.find(target) if source.key not in report.withheld else None
        return known or whole.find(target)

    for key, place in placed_mentions(source, find):
        if ab := report.withheld.get(key):
            yield key.name, ab, place
    text = source.erklaerung if isinstance(source, Begriff) else source.body
    for embed in find_embeds(text):
        if embed.target == PICTURE_EMBED and embed.label not in report.bilder:
            bild = whole.bilder.get(embed.label)
            if bild and bild.ab:
                yield embed.label, bild.ab, embed.place
