"""Single statements name their source: steps, votes, grades, next steps, stances, corrections."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model.base import Thing
from fokusbericht.model.figures import Indikator
from fokusbericht.model.lives import Verlaufsschritt, Vorgang
from fokusbericht.model.planning import Speicherthema
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, did_you_mean

ID = "beleg"


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a source is named for, and what speaks for it without one."""

    what: str
    place: Place
    sources: tuple[str, ...]
    is_told: bool = False  # whether it names a paper or decision where one can look it up


def check(report: Report) -> Iterator[Problem]:
    """Yield short names of sources that a file has not, or twice; and what names no source."""
    for thing in report.things():
        yield from _check_names(thing)
        must_tell = report.kreis.quellenpflicht and not thing.beispiel
        for one in _statements(thing):
            yield from _check_statement(thing, one)
            if must_tell:
                yield from _check_duty(thing, one)
        if must_tell and isinstance(thing, Vorgang) and not thing.quellen:
            sentence = "Woher das bekannt ist, fehlt: Bitte unter „quellen“ angeben."
            yield Problem(thing.place, sentence, ID)


def _check_names(thing: Thing) -> Iterator[Problem]:
    names = [one.kuerzel for one in thing.quellen if one.kuerzel]
    for name in sorted({name for name in names if names.count(name) > 1}):
        sentence = f"Das Kürzel „{name}“ haben hier zwei Quellen."
        yield Problem(thing.place, sentence, ID)


def _check_statement(thing: Thing, one: Claim) -> Iterator[Problem]:
    known = [quelle.kuerzel for quelle in thing.quellen if quelle.kuerzel]
    for name in one.sources:
        if name not in known:
            hint = did_you_mean(name, known)
            sentence = f"Eine Quelle mit dem Kürzel „{name}“ hat diese Datei nicht.{hint}"
            yield Problem(one.place, sentence, ID)


def _check_duty(thing: Thing, one: Claim) -> Iterator[Problem]:
    """Yield that a statement has no source; where a file has only one, that is it."""
    has_only_one = isinstance(thing, Indikator) or len(thing.quellen) == 1
    if one.sources or one.is_told or has_only_one:
        return
    sentence = (
        f"{one.what} nennt keine Quelle: Bitte mit „quelle“ ein Kürzel aus „quellen“ angeben."
    )
    yield Problem(one.place, sentence, ID)


def _statements(thing: Thing) -> Iterator[Claim]:
    for correction in thing.berichtigungen:
        yield Claim("Diese Berichtigung", correction.place, correction.belege)
    if isinstance(thing, Vorgang):
        yield from _of_life(thing)
    if isinstance(thing, Handlungsempfehlung) and thing.einschaetzung:
        yield Claim("Diese Einschätzung", thing.place, thing.einschaetzung.belege)
    if isinstance(thing, Speicherthema) and thing.entscheidung:
        found = thing.entscheidung
        yield Claim("Diese Entscheidung", found.place, found.belege)


def _of_life(vorgang: Vorgang) -> Iterator[Claim]:
    for step in vorgang.verlauf:
        what = "Diese Abstimmung" if step.abstimmung else "Dieser Schritt"
        yield Claim(what, step.place, step.belege, _is_told(step))
    if vorgang.naechster_schritt:
        due = vorgang.naechster_schritt
        yield Claim("Dieser nächste Schritt", due.place, due.belege)
    for stance in vorgang.haltung:
        yield Claim("Diese Haltung", stance.place, stance.belege)


def _is_told(step: Verlaufsschritt) -> bool:
    return bool(step.vorlage or step.vorlage_url or step.beschluss)
