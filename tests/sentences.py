"""All sentences that are made from the figures of a county, and what none of them may say."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.words import county, kommunen

Told = tuple[str, int, str, str]  # indicator, year, of which area or of what, sentence
OF_COUNTY = (
    county.county_sentence,
    county.compared_sentence,
    county.change_sentence,
)
OF_KOMMUNEN = (
    kommunen.extremes_sentence,
    kommunen.aside_sentence,
    kommunen.cut_sentence,
    kommunen.small_sentence,
    kommunen.largest_sentence,
    kommunen.above_sentence,
    kommunen.class_sentence,
    kommunen.moved_sentence,
    kommunen.gaps_sentence,
)

REJECTED = tuple(
    re.compile(pattern)
    for pattern in (
        # what talks like a database, or an office
        r"Im Jahr (19|20)\d\d (beträgt|ist|sind|wird)",
        r"weder gut noch schlecht",
        r"(Den|den) (höchsten|niedrigsten) Wert ha",
        r"\bdes Gesamtwerts\b",
        r"und amtsfrei\.",
        r"Zwischenquelle|aus dem Dateinamen|Der Höhe nach",
        # what is nonsense
        r"von −[\d.,]+ auf|von (plus|minus) [\d.,]+ auf (plus|minus|−)?",
        r"Veränderung[^.;:–]{0,60} (ist|sind) [^.;:]{0,60}(gesunken|gestiegen)",
        r"\b(gestiegen|gesunken)\b[^.]{0,20} um 0(,0+)? (Prozent|%)",
        # grammar
        r"(?<![\d,.])1 (Prozentpunkte|Kommunen|Ämter|Räume|Personen|Menschen|Plätze|Jahre)\b",
        r"\bin (Kreis|Landkreis|Region|Städteregion|Amt|Raum|Land|Bund|Insel|Saarland)\b(?!-)",
        r"\bin Helgoland\b",
        r"\bbei [\d.,]+ (Plätze|Haushalte|Jahre|Kinder|Quadratmeter|Kilometer)\b",
        r"\b(keine|zwei|drei) (Kommune|Amt)\b",
        # type
        r"\S  +\S|\.\.(?!\.)| [.,;:]|\(\)|\{|\}|\bNone\b|\bnan\b",
        r"[a-zäöüß]{4}\. (?!https?:)[a-zäöüß]{3}",
    )
)
# What only sentences made of figures must keep; editors may write „8 Kommunen“.
REJECTED_IN_SENTENCES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d,.–-])([2-9]|1[0-2]) (anderen |der )?(Kommunen|Ämtern?|Kreisen?)\b",
        r"(?<![\d,.])0 (Kommunen|Ämtern?|Räumen?)\b",
        r"Spearman|Pearson|Median|Quartil|Wilson|Interquartil",
        r"^[a-zäöü]|[^.!?:]$",
        r"%[^)]*$(?<!\))",
    )
)
TERMS = re.compile(r"Spearman|Pearson|Median|Quartil|Wilson|Interquartil")
LEAD = re.compile(r'<p class="vorspann">(.*?)</p>', re.DOTALL)
TAG = re.compile(r"""<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>""")
HIDDEN = re.compile(r"<(script|style|svg|head)\b.*?</\1>", re.DOTALL)
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
BLOCK = re.compile(r"</?(p|li|h\d|td|th|tr|dt|dd|div|section|figcaption|caption|summary|label)\b")


def told_of(report: Report) -> Iterator[Told]:
    """Yield all sentences of a county: of each indicator in each of its last two years."""
    for name, messung in messungen(report).items():
        for year in sorted({messung.year, *_years_before(messung)}):
            yield from _of_year(name, messung, year)
        for area in (messung.own, *messung.geografie.measures(), *messung.geografie.raeume):
            if area in messung.levels:
                yield name, messung.year, area, county.course_sentence(messung, area)


def _years_before(messung: Messung) -> list[int]:
    return [year for year in messung.indikator.years() if year < messung.year][-1:]


def _of_year(name: str, messung: Messung, year: int) -> Iterator[Told]:
    for one in OF_COUNTY:
        yield name, year, one.__name__, one(messung, year)
    if not messung.has_map:
        return
    for one in OF_KOMMUNEN:
        yield name, year, one.__name__, one(messung, year)
    ranked = messung.ranked(year)
    middle = kommunen.middle_sentence(messung.indikator, ranked)
    yield name, year, kommunen.middle_sentence.__name__, middle
    low, high = (pick(ranked, key=lambda area: ranked[area], default="") for pick in (min, max))
    rooms = [room for room in messung.geografie.raeume if messung.has_values(room)]
    for area in dict.fromkeys((low, high, *messung.geografie.measures(), *rooms[:2])):
        if area in messung.levels:
            yield name, year, area, county.area_sentence(messung, area, year)


def faults_of(sentence: str) -> list[str]:
    """Return the rejected patterns that a sentence made of figures has."""
    found = (*REJECTED, *REJECTED_IN_SENTENCES)
    return [one.pattern for one in found if one.search(sentence)]


def faults_on_pages(site: Path) -> list[str]:
    """Return what pages of a built site say that none may say."""
    faults = []
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        name = path.relative_to(site).as_posix()
        faults += [f"{name}: {lead}" for lead in LEAD.findall(page) if TERMS.search(lead)]
        for line in lines_of(page):
            faults += [f"{name}: {line}" for one in REJECTED if one.search(line)]
    return faults


def lines_of(page: str) -> Iterator[str]:
    """Yield the texts of a page, one for each block."""
    text = TAG.sub("", BLOCK.sub("\n\\g<0>", CODE.sub("Code", HIDDEN.sub(" ", page))))
    for line in text.split("\n"):
        if words := " ".join(unescape(line).split()):
            yield words
