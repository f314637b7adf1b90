"""What is chosen for a short report can be shown: each field once, figures with values, pictures.

What stands in it is for many years, so that nothing may silently be left out.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from fokusbericht.model.base import Ref
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.planning import Auswahl, Bericht, Satzbild, Satzwahl, Teilwahl
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.statistics.drawable import FEWEST_YEARS, can_draw
from fokusbericht.statistics.messung import Messung, messungen

ID = "ausgabe"
FEWEST, MOST = 3, 7  # sentences that tell the year
MOST_FIGURES = 4  # of a chapter
OTHER_FIGURE = "Bitte eine andere Zahl nehmen."


def check(report: Report) -> Iterator[Problem]:
    """Yield what is chosen for a short report and cannot stand in it."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Problem]]:
    """Yield the check of each short report."""
    for name, bericht in report.berichte.items():
        if bericht.ausgabe:
            yield Batch(name, partial(_check, report, bericht, bericht.ausgabe))


def _check(report: Report, bericht: Bericht, auswahl: Auswahl) -> Iterator[Problem]:
    yield from _check_sentences(report, auswahl)
    yield from _check_foreword(report, bericht, auswahl)
    yield from _check_fields(report, auswahl)
    yield from _check_map(report, auswahl.titelkarte)
    for teil in (*auswahl.felder, auswahl.finanzen, auswahl.netzwerk, auswahl.methode):
        yield from _check_part(report, teil)
    for ref in auswahl.fruehere:
        if not isinstance(report.thing(ref.key), Vorgang):
            sentence = (
                f"„{report.titles[ref.key]}“ ist keine Empfehlung, kein Beschluss und keine "
                "Anregung; davon lässt sich nicht erzählen, was daraus wurde."
            )
            yield Problem(ref.place, sentence, ID)


# --- The sentences of the year ---


def _check_sentences(report: Report, auswahl: Auswahl) -> Iterator[Problem]:
    number = len(auswahl.saetze)
    if not FEWEST <= number <= MOST:
        place = auswahl.saetze[0].zahl.place if auswahl.saetze else auswahl.place
        sentence = f"Ein Kurzbericht hat drei bis sieben Sätze, hier stehen {number}."
        yield Problem(place, sentence, ID)
    for satz in auswahl.saetze:
        yield from _check_sentence(messungen(report)[satz.zahl.key.name], satz)


def _check_sentence(messung: Messung, satz: Satzwahl) -> Iterator[Problem]:
    year = messung.latest_year((messung.own,))
    if not year:
        yield _without_value(messung, satz.zahl.place)
    elif satz.bild and not can_draw(messung, year, satz.bild):
        reason = _reason(messung, year, satz.bild)
        sentence = f"{reason} Bitte ein anderes „bild“ nehmen oder die Angabe weglassen."
        yield Problem(satz.zahl.place, sentence, ID)


def _reason(messung: Messung, year: int, bild: Satzbild) -> str:
    titel, is_count = messung.indikator.titel, messung.indikator.art is Zahlart.ANZAHL
    if bild is Satzbild.VERLAUF:
        return f"„{titel}“ hat im Kreis keine drei Jahre mit Wert; daraus wird kein Verlauf."
    if bild is Satzbild.ANTEIL:
        return f"„{titel}“ sagt nicht, wie viele es von hundert sind; daraus wird kein Anteil."
    if is_count:
        return f"„{titel}“ zählt; neben Land oder Bund sagt das nur, wer größer ist."
    return f"„{titel}“ hat für {year} keinen Wert von Land oder Bund; daraus wird kein Vergleich."


def _without_value(messung: Messung, place: Place) -> Problem:
    titel = messung.indikator.titel
    sentence = f"Für „{titel}“ gibt es keinen Wert des Kreises. {OTHER_FIGURE}"
    return Problem(place, sentence, ID)


# --- The foreword ---


def _check_foreword(report: Report, bericht: Bericht, auswahl: Auswahl) -> Iterator[Problem]:
    """Yield a foreword of which nobody can tell where the county published it."""
    vorwort = auswahl.vorwort
    known = [one.kuerzel for one in bericht.quellen if one.kuerzel]
    if vorwort and vorwort.quelle and vorwort.quelle not in known:
        hint = did_you_mean(vorwort.quelle, known)
        sentence = f"Das Kürzel „{vorwort.quelle}“ gibt es bei den „quellen“ nicht.{hint}"
        yield Problem(vorwort.place, sentence, ID)
    elif vorwort and not vorwort.quelle and not report.kreis.erfunden:
        sentence = (
            "Ein Vorwort steht hier nur, wenn der Kreis es veröffentlicht hat. Bitte mit "
            "„quelle“ das Kürzel einer der „quellen“ nennen oder das Vorwort streichen."
        )
        yield Problem(vorwort.place, sentence, ID)


# --- The Handlungsfelder ---


def _check_fields(report: Report, auswahl: Auswahl) -> Iterator[Problem]:
    """Yield fields that stand in the list twice, or not at all."""
    seen: set[str] = set()
    for ref in (teil.feld for teil in auswahl.felder if teil.feld):
        if ref.key.name in seen:
            sentence = f"„{report.titles[ref.key]}“ steht in „felder“ schon weiter oben."
            yield Problem(ref.place, sentence, ID)
        seen.add(ref.key.name)
    fields = report.handlungsfelder.items()
    left_out = [one.titel for name, one in fields if name not in seen and not one.beispiel]
    if auswahl.felder and left_out:
        names = ", ".join(f"„{one}“" for one in sorted(left_out))
        sentence = (
            f"In „felder“ fehlt: {names}. Jedes Handlungsfeld gehört in den Kurzbericht; "
            "ohne „felder“ stehen alle von selbst darin."
        )
        yield Problem(auswahl.place, sentence, ID)


# --- Parts of it ---


def _check_part(report: Report, teil: Teilwahl) -> Iterator[Problem]:
    known: Mapping[str, Messung] = messungen(report)
    for ref in teil.kennzahlen:
        messung = known[ref.key.name]
        if not messung.latest_year((messung.own,)):
            yield _without_value(messung, ref.place)
    if len(teil.kennzahlen) > MOST_FIGURES:
        number = len(teil.kennzahlen)
        sentence = f"Hier stehen {number} Kennzahlen, Platz ist für {MOST_FIGURES}."
        yield Problem(teil.kennzahlen[MOST_FIGURES].place, sentence, ID)
    yield from _check_map(report, teil.karte)
    yield from _check_course(report, teil.verlauf)


def _check_map(report: Report, ref: Ref | None) -> Iterator[Problem]:
    messung = messungen(report)[ref.key.name] if ref else None
    if ref and messung and not (messung.has_map and messung.local_years):
        sentence = (
            f"„{messung.indikator.titel}“ hat keine Werte für Kommunen oder Ämter; "
            f"daraus wird keine Karte. {OTHER_FIGURE}"
        )
        yield Problem(ref.place, sentence, ID)


def _check_course(report: Report, ref: Ref | None) -> Iterator[Problem]:
    messung = messungen(report)[ref.key.name] if ref else None
    if ref and messung and len(_years(messung)) < FEWEST_YEARS:
        sentence = (
            f"„{messung.indikator.titel}“ hat keine drei Jahre mit Werten; "
            f"daraus wird kein Verlauf. {OTHER_FIGURE}"
        )
        yield Problem(ref.place, sentence, ID)


def _years(messung: Messung) -> set[int]:
    """Return the years that a course could show: of the county, or of what is drawn beside it."""
    geografie = messung.geografie
    areas = {messung.own, *geografie.measures(), *geografie.raeume, *messung.counties}
    return {year for area in areas for year in messung.known(area)}
