"""What an edition proposes, and what became of proposals: matters, short, each with its state."""

from collections.abc import Iterable, Iterator

from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.editions import EditionEntry
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of
from fokusbericht.words import editions as words
from fokusbericht.words.german import begun
from fokusbericht.words.names import ARTEN, KIND_NAMES
from fokusbericht.words.progress import silence_of, state_of


def entries(report: Report, refs: Iterable[Ref]) -> Iterator[EditionEntry]:
    """Yield the matters that are named, in their order; what has no life is left out."""
    for ref in refs:
        thing = report.thing(ref.key)
        if isinstance(thing, Vorgang):
            yield _entry(report, ref.key, thing)


def _entry(report: Report, key: Key, vorgang: Vorgang) -> EditionEntry:
    silence = silence_of(report, vorgang)
    votes = words.votes(vorgang) if isinstance(vorgang, Beschluss) else ()
    return EditionEntry(
        title=vorgang.titel,
        kind=_kind(report, key, vorgang),
        text=vorgang.kurz,
        state=begun(state_of(vorgang)),
        notes=(*votes, *([begun(silence)] if silence else ())),
        href=url_of(report, key),
    )


def _kind(report: Report, key: Key, vorgang: Vorgang) -> str:
    if isinstance(vorgang, Handlungsempfehlung):
        return f"{ARTEN[vorgang.art]} {key.name}"
    if isinstance(vorgang, Beschluss):
        return words.decided(report, vorgang)
    return KIND_NAMES[Kind.ANREGUNG]
