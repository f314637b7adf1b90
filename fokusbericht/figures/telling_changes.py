"""The most telling changes of the county's figures in the year of an edition, by one rule for all.

All that is said of them is plain data: texts, numbers, addresses. It can be kept as it is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from fokusbericht.exports.table import csv_number
from fokusbericht.figures.grouping import groups_by_indicator
from fokusbericht.model.figures import Fehlgrund, Indikator, Zahlart
from fokusbericht.model.press import (
    JudgedChange,
    LeftOutCount,
    PressFigures,
    TellingChange,
    YearBar,
)
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.yearly_change import (
    FEW_CASES,
    MOST,
    MOST_OF_THEME,
    LeftOut,
    YearlyChange,
    last_change,
)
from fokusbericht.urls import address_of
from fokusbericht.words import yearly_change as words
from fokusbericht.words.amounts import TELLING_UNITS, amount, is_counted, is_told_by_values
from fokusbericht.words.numbers import source_line
from fokusbericht.words.yearly_rule import TOLD, lead, reason, rule, why_few

CHANGE_DIGITS = 2  # of changes in percent
Judged = tuple[Messung, YearlyChange, LeftOut | None]


@query
def telling_changes(report: Report, year: int) -> tuple[TellingChange, ...]:
    """Return the most telling changes up to the year of an edition, the most unusual first."""
    return press_figures(report, year).changes


@query
def press_figures(report: Report, year: int) -> PressFigures:
    """Return the most telling changes up to the year of an edition, and what else was looked at."""
    real = (one for one in messungen(report).values() if one.indikator.key not in report.examples)
    found = [(one, change_of_county(one, year)) for one in real]
    changes = [(one, change) for one, change in found if isinstance(change, YearlyChange)]
    without = Counter(left_out for _, left_out in found if isinstance(left_out, LeftOut))
    changes.sort(key=lambda one: (-one[1].times, one[0].name))
    judged = list(_judged(report, changes, year))
    without.update(verdict for _, _, verdict in judged if verdict)
    told = tuple(_told(one, change) for one, change, verdict in judged if not verdict)
    return PressFigures(
        year=year,
        lead=lead(len(told)),
        why_few=why_few(len(told), len(found), len(judged)),
        rule=rule(),
        changes=told,
        older=tuple(
            _told(one, change)
            for one, change, verdict in judged
            if verdict is LeftOut.OLD and not change.verdict()
        ),
        judged=tuple(_row(*one, year) for one in judged),
        left_out=tuple(
            LeftOutCount(reason(one, year), without[one]) for one in LeftOut if without[one]
        ),
    )


def change_of_county(messung: Messung, year: int) -> YearlyChange | LeftOut:
    """Return the county's last change up to a year, or why there is none to be judged."""
    indikator = messung.indikator
    known = {at: one for at, one in messung.known(messung.own).items() if at <= year}
    if len(known) < 2:
        return LeftOut.NO_COURSE
    if indikator.geschuetzt or _is_hidden(messung, max(known), year):
        return LeftOut.SECRET
    if indikator.jahr_des_berichts:
        return LeftOut.NO_YEAR
    if is_told_by_values(indikator):
        return LeftOut.TELLS_CHANGE
    found = last_change(
        known,
        since=min(messung.comparable(known, max(known))),
        digits=indikator.dezimalstellen,
        by_percent=not _is_in_own_unit(indikator),
    )
    if isinstance(found, YearlyChange) and _rests_on_few(messung, found):
        return LeftOut.FEW_CASES
    return found


def _is_hidden(messung: Messung, last: int, year: int) -> bool:
    """Say whether a later figure than the last, or the one before it, is a secret."""
    later = (at for at in messung.series(messung.own) if last - 1 <= at <= year)
    return any(messung.figure(messung.own, at).missing is Fehlgrund.GEHEIM for at in later)


def _is_in_own_unit(indikator: Indikator) -> bool:
    """Say whether it changes by points or years: as differences of it are told everywhere."""
    is_time = indikator.art is Zahlart.MITTELWERT and indikator.einheit in TELLING_UNITS
    return is_time or indikator.einheit.startswith("%")


def _rests_on_few(messung: Messung, change: YearlyChange) -> bool:
    cases = (_cases(messung, year) for year in (change.year - 1, change.year))
    return any(one is not None and one < FEW_CASES for one in cases)


def _cases(messung: Messung, year: int) -> float | None:
    """Return on how many cases the county's figure rests; None where the source does not tell."""
    if is_counted(messung.indikator):
        return messung.value(messung.own, year)
    werte = messung.indikator.werte
    own = werte.get((messung.own, year))
    if own is not None:
        return own.zaehler
    counts = [cell.zaehler for ags in messung.lowest if (cell := werte.get((ags, year)))]
    known = [one for one in counts if one is not None]
    return sum(known) if known and len(known) == len(messung.lowest) else None


def _judged(
    report: Report, ordered: Sequence[tuple[Messung, YearlyChange]], year: int
) -> Iterator[Judged]:
    """Yield each change, in its order, with why it is not told; with None those that are."""
    subjects: set[str] = set()
    themes: Counter[str] = Counter()
    for messung, change in ordered:
        own, theme = _subjects(report, messung.indikator), messung.indikator.thema.key.name
        verdict = LeftOut.OLD if change.is_old(year) else change.verdict()
        if verdict is None and subjects & own:
            verdict = LeftOut.SAME_SUBJECT
        elif verdict is None and themes[theme] == MOST_OF_THEME:
            verdict = LeftOut.FULL_THEME
        elif verdict is None and themes.total() == MOST:
            verdict = LeftOut.BEYOND
        if verdict is None:
            subjects |= own
            themes[theme] += 1
        yield messung, change, verdict


def _row(
    messung: Messung, change: YearlyChange, verdict: LeftOut | None, edition: int
) -> JudgedChange:
    indikator = messung.indikator
    return JudgedChange(
        title=indikator.titel,
        href=address_of(indikator.key),
        year=change.year,
        change=words.change_text(indikator, change),
        usual=words.band_text(indikator, change),
        times=words.times(change),
        verdict=reason(verdict, edition) if verdict else TOLD,
    )


def _subjects(report: Report, indikator: Indikator) -> set[str]:
    """Return what an indicator is about: itself, its group, what it is made of or counts again."""
    group = groups_by_indicator(report).get(indikator.key.name)
    made_of = (one for several in indikator.bestandteile for one in several)
    refs = [*indikator.gleiche_faelle, *made_of]
    if indikator.ableitung:
        refs.append(indikator.ableitung.von)
    names = {indikator.key.name, *(ref.key.name for ref in refs)}
    return names | ({f"gruppe:{group.name}"} if group else set())


def _told(messung: Messung, change: YearlyChange) -> TellingChange:
    indikator, year = messung.indikator, change.year
    low, high = change.band
    bars = (*change.earlier.items(), (year, change.size))
    return TellingChange(
        indicator=messung.name,
        title=indikator.titel,
        area=messung.geografie.name_of(messung.own),
        href=address_of(indikator.key),
        year_before=year - 1,
        year=year,
        before=amount(indikator, change.before),
        now=amount(indikator, change.now),
        number_before=csv_number(change.before),
        number=csv_number(change.now),
        unit=indikator.einheit,
        change=words.change_text(indikator, change),
        change_unit=words.change_unit(indikator, change),
        usual=words.band_text(indikator, change),
        usual_low=_kept(low),
        usual_high=_kept(high),
        times=words.times_text(change),
        sentence=words.sentence(messung, change),
        reasons=words.reasons(messung, change),
        beside=words.beside(messung, change),
        caution=words.caution(indikator),
        remark=indikator.hinweis.strip(),
        source=source_line(indikator, year),
        licence=indikator.quelle.lizenz,
        heard=words.bars_name(indikator, change),
        bars=tuple(YearBar(at, _kept(size)) for at, size in bars),
    )


def _kept(size: float) -> float:
    """Return a change as finely as it is drawn and handed on."""
    return float(round(size, CHANGE_DIGITS))
