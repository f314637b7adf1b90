"""What Python and the scripts of the pages both say and reckon is the same, on random figures."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from javascript import ASSETS, literals, run
from support import REPOSITORY, loaded, small_county

from fokusbericht.building.assets import JOINED
from fokusbericht.building.scripts import PARTS, SHARED
from fokusbericht.figures.side_by_side import measures_of
from fokusbericht.figures.side_table import side_file, side_table, sides_of
from fokusbericht.maps import class_names
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.figures import (
    Ableitung,
    Ableitungsart,
    Fehlgrund,
    Indikator,
    Wortlaut,
    Zahlart,
)
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.kreisdaten import packed as packed_figures
from fokusbericht.problems import Place
from fokusbericht.search.index import FIELDS as SEARCH_FIELDS
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.classify import class_of
from fokusbericht.statistics.outlying import cut_off
from fokusbericht.statistics.rank import ranks
from fokusbericht.statistics.relate import relate, thirds
from fokusbericht.statistics.rounding import shown, whole
from fokusbericht.text.formatting import format_number
from fokusbericht.words import beside, controls, kreiskarte, search
from fokusbericht.words.course import course
from fokusbericht.words.kommunen import extremes
from fokusbericht.words.numbers import FEW_RANKED, value_text
from fokusbericht.words.pairs import answer, cautions
from fokusbericht.words.phrases import listing
from fokusbericht.words.scripts import MARKS, phrases, phrasing
from fokusbericht.words.secret import ENDS_NOTE

COUNT = 600
NAMES = ("Oberau", "Älmstadt", "Zell", "Aue", "Neu-Ulm", "Ö-Dorf", "Bad {x}", "Unterau", "Ulm")
NAMES += ("Ahrem", "Berg", "Cleve", "Dorf", "Esch", "Forst", "Gau")
PLACES = {"Zell": "auf Zell", "Berg": "im Amt Berg"}
UNITS = ("%", "Personen", "€", "", "km²", "je 1.000 Einwohner", "Jahre")
INNER = (-2.5, 0.0, 10.0, 45.0)
INDEXED = Ableitung(
    Ableitungsart.INDEX, Ref(Key(Kind.INDIKATOR, "leerstand"), Place("")), seit=2017
)
RELATIONS = tuple(part for part in PARTS["vergleich.js"] if "relation" in part)
SENTENCES = tuple(f"kreiskarte/{part}.js" for part in ("amounts", "over_years", "sentences"))
SIDE_BY_SIDE = PARTS["ortsvergleich.js"][:-1]  # without what begins on its page
Value = float | Fehlgrund


@pytest.fixture(scope="module")
def indikator(tmp_path_factory: pytest.TempPathFactory) -> Indikator:
    """Return an indicator to be altered."""
    root: Path = tmp_path_factory.mktemp("kreis")
    return loaded(small_county(root))[0].indikatoren["leerstand"]


def value_of(random: Random, digits: int) -> float:
    """Return a figure as it is shown: often one of few, so that there are ties."""
    size = random.choice([3, 60, 4_000, 5_000_000])
    return shown(random.randint(-size // 3, size) / 10**digits, digits)


def county(random: Random, indikator: Indikator) -> tuple[Indikator, list[Value]]:
    """Return an indicator of random unit and digits, and a value or a mark for each Kommune."""
    art = random.choice([Zahlart.ANTEIL, Zahlart.ANZAHL, Zahlart.INDEX])
    digits = random.choice([0, 0, 1, 2])
    one = replace(
        indikator,
        einheit=random.choice(UNITS),
        dezimalstellen=digits,
        art=art,
        saldo=random.random() < 0.2,
        ableitung=random.choice([None, None, INDEXED]),
        wortlaut=random.choice([None, Wortlaut("die Quote"), Wortlaut("das Alter")]),
    )
    missing = random.choice([0.0, 0.2, 0.9])
    marks = list(MARKS)
    values: list[Value] = [
        random.choice(marks) if random.random() < missing else value_of(random, digits)
        for _ in NAMES
    ]
    return one, values


def packed(counties: list[tuple[Indikator, list[Value]]]) -> dict[str, object]:
    """Return the counties as the packed file has them, each indicator under its number."""
    entries = [
        {
            "id": str(number),
            "einheit": one.einheit,
            "ziffern": one.dezimalstellen,
            **phrasing(one),
            "jahre": [2022],
            "stufen": INNER,
            "klassen": [[name, ""] for name in class_names(len(INNER) + 1, False)],
            "werte": {"kommunen": [_packed(one, value) for value in values], "masse": [""]},
        }
        for number, (one, values) in enumerate(counties)
    ]
    areas = [_area(number, name) for number, name in enumerate(NAMES)]
    head = {"gebiete": {"kommunen": areas, "masse": [["0", "Kreis", "", ""]]}}
    return {**head, "worte": phrases(), "gruppen": [], "quellen": [], "kennzahlen": entries}


def _area(number: int, name: str) -> list[str]:
    """Return an area as it is packed: one of them is not „in“ its name."""
    place = [PLACES[name]] if name in PLACES else []
    return [str(number), name, "", "", *place]


def _packed(indikator: Indikator, value: Value) -> int | str:
    if isinstance(value, Fehlgrund):
        return MARKS[value]
    return whole(value, indikator.dezimalstellen)


def known_areas(values: list[Value]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield the values that are numbers, by name and place."""
    for name, value in known(values).items():
        yield (name, PLACES.get(name, f"in {name}")), value


def known(values: list[Value]) -> dict[str, float]:
    """Return the values that are numbers, by name."""
    pairs = zip(NAMES, values, strict=True)
    return {name: value for name, value in pairs if not isinstance(value, Fehlgrund)}


def test_numbers_are_written_alike() -> None:
    random = Random(1)
    halves = [(random.randint(-5000, 5000) + 0.5) / 10**digits for digits in range(4)] * 40
    numbers = [*halves, 2.675, 1.005, -0.5, -0.04, 0.0, -0.0, 1e-7, 1e15, 999.95, 1234567.5]
    numbers += [random.uniform(-1, 1) * 10 ** random.randint(-8, 9) for _ in range(COUNT)]
    cases = [(one, digits) for one in numbers for digits in (0, 1, 2)]
    code = """const figures = await loadFigures("packed");
      return given.cases.map(([one, digits]) => figures.number(one, digits));"""
    found = run(SHARED, code, packed=packed([]), cases=cases)
    assert found == [format_number(one, digits) for one, digits in cases]


def test_figures_are_told_ranked_and_classed_alike(indikator: Indikator) -> None:
    random = Random(2)
    counties = [county(random, indikator) for _ in range(COUNT)]
    code = """const figures = await loadFigures("packed");
      return figures.indikatoren.map((one) => {
        const values = figures.column(one, "kommunen", 2022);
        return [
          values.map((value) => figures.text(one, value)),
          figures.ranks(one, "kommunen", 2022).rankOf,
          values.map((value) => figures.classOf(one, "kommunen", value)),
        ];
      });"""
    found = run(SHARED, code, packed=packed(counties))
    expected = []
    for one, values in counties:
        numbers = known(values)
        places = ranks(numbers) if len(numbers) >= FEW_RANKED else {}
        expected.append(
            [
                [value_text(one, _figure(value)) for value in values],
                [places.get(name, 0) for name in NAMES],
                [_class(value) for value in values],
            ]
        )
    assert found == expected


def _figure(value: Value) -> Figure:
    return Figure(None, missing=value) if isinstance(value, Fehlgrund) else Figure(value)


def _class(value: Value) -> str:
    if isinstance(value, Fehlgrund):
        return "geheim" if value is Fehlgrund.GEHEIM else "fehlt"
    return class_names(len(INNER) + 1, False)[class_of(value, INNER)]


def test_the_highest_and_the_lowest_are_told_alike(indikator: Indikator) -> None:
    random = Random(3)
    counties = [county(random, indikator) for _ in range(COUNT)]
    code = """const figures = await loadFigures("packed");
      const { sentence } = createSentences(figures);
      const level = "kommunen", year = 2022;
      return figures.indikatoren.map((indikator) => sentence({
        indikator, level, year, areas: figures.areas[level], values: [],
        ranks: figures.ranks(indikator, level, year),
      }, -1));"""
    found = run((*SHARED, *SENTENCES), code, packed=packed(counties))
    expected = []
    for one, values in counties:
        said = extremes(one, [(area, value) for area, value in known_areas(values)])
        note = ENDS_NOTE if said and Fehlgrund.GEHEIM in values else ""
        expected.append(" ".join(filter(None, (said, note))))
    assert found == expected
    assert len(set(expected)) > COUNT / 2


def test_what_was_over_the_years_is_told_alike(indikator: Indikator) -> None:
    random = Random(6)
    cases = []
    for number in range(COUNT):
        one, _ = county(random, indikator)
        years = sorted(random.sample(range(2010, 2024), random.choice([1, 2, 3, 4, 6, 9])))
        size = random.choice([3, 20, 4_000])
        digits = one.dezimalstellen
        values = [shown(random.randint(-size // 4, size) / 10**digits, digits) for _ in years]
        cases.append((one, number, [*zip(years, values, strict=True)]))
    code = """const figures = await loadFigures("packed");
      const course = createOverYears(figures, createAmounts(figures));
      return given.cases.map(
        ([number, known]) => course(figures.indikatoren[number], known, "auf Zell"));"""
    data = packed([(one, [0.0] * len(NAMES)) for one, *_ in cases])
    given = [(number, known) for _, number, known in cases]
    found = run((*SHARED, *SENTENCES), code, packed=data, cases=given)
    assert found == [course(one, dict(known), "auf Zell") for one, _, known in cases]


def two_figures(random: Random) -> tuple[list[float], list[float]]:
    """Return two figures of as many areas: independent, close to one another, or with ties."""
    areas = random.choice([3, 9, 10, 10, 11, 12, 14, 16, 16])
    xs = [value_of(random, 1) for _ in range(areas)]
    bound = random.choice([0.0, 0.5, 1.0, -1.0])
    ys = [shown(bound * x + (1 - abs(bound)) * value_of(random, 1), 1) for x in xs]
    if random.random() < 0.3:
        xs = [float(random.randint(0, 2)) for _ in xs]
    return xs, ys


def test_two_figures_are_related_alike() -> None:
    random = Random(4)
    cases = [two_figures(random) for _ in range(COUNT)]
    years = [(2020, random.choice([2020, 2021])) for _ in cases]
    code = """const figures = await loadFigures("packed");
      const { relate, thirds, answer, caveats } = createRelations(figures);
      return given.cases.map(([xs, ys], number) => {
        const whole = relate(xs, ys);
        return [thirds(xs), thirds(ys), whole && [
          answer("A {x}", "B", whole),
          caveats(xs, ys, given.names, given.years[number], "Räume"),
        ]];
      });"""
    parts = (*SHARED, *RELATIONS)
    found = run(parts, code, packed=packed([]), cases=cases, names=NAMES, years=years)
    expected = []
    for (xs, ys), both in zip(cases, years, strict=True):
        relation = relate(xs, ys)
        told = relation and [
            answer("A {x}", "B", relation),
            [*cautions(relation, (xs, ys), NAMES, both, "Räume")],
        ]
        expected.append([thirds(xs), thirds(ys), told])
    assert found == expected
    assert len({json.dumps(told) for *_, told in expected}) > COUNT / 2


def columns(report: Report, kommunen: tuple[str, ...]) -> list[dict[str, str]]:
    """Return Kommunen as the script knows them from the choice."""
    geografie = report.geografie
    return [
        {
            "key": ags,
            "name": geografie.name_of(ags),
            "amt": amt.schluessel if (amt := geografie.amt_of(ags)) else "",
        }
        for ags in kommunen
    ]


def side_by_side(report: Report, kommunen: tuple[str, ...]) -> object:
    """Return what a page says of Kommunen side by side, as the script is asked for it."""
    sides = sides_of(report, kommunen)
    table = side_table(report, sides)
    rows = [row for block in (*table.telling, *table.others) for row in block.rows]
    return [
        [table.heading, table.sentence, table.note, table.caption, table.sources],
        [[one.title, one.text] for one in table.greatest],
        sorted(
            [row.title, row.unit, *([c.text, c.note, c.kind, c.amount] for c in row.cells)]
            for row in rows
        ),
        side_file(report, sides).csv().decode(),
    ]


SIDES = """const figures = await loadFigures("packed");
  const told = createTold(figures), say = createSaying(figures, told);
  const sides = createSideTable(figures, say, "");
  return given.cases.map((places) => {
    const names = places.map(({ name }) => name);
    const rows = told.rowsOf(places, given.measures.map((key) => ({ key })));
    const telling = rows.filter((row) => row.indikator.wichtig);
    const shown = [...places, ...given.measures].map((_, place) => ({ place }))
      .filter(({ place }) => place < names.length
        || rows.some((row) => typeof row.told[place].value === "number"));
    return [
      [say.heading(names), say.sentence(names, telling), say.explained(names[0]),
        say.caption(names, ""), say.sources(telling)],
      told.greatest(telling, names.length).map((one) => say.greatest(names, one)),
      rows.map((row) => [row.indikator.titel, say.unit(row), ...shown.map(({ place }) => {
        const { text, note, kind, amount } = say.cell(row, place);
        return [text, note, kind, amount];
      })]),
      sides.csv(rows, shown, given.measures[0]),
    ];
  });"""


def test_places_side_by_side_are_told_alike(report: Report) -> None:
    random = Random(5)
    kommunen = sorted(report.geografie.kommunen)
    cases = [tuple(random.sample(kommunen, random.choice([2, 3, 4]))) for _ in range(60)]
    found = run(
        SIDE_BY_SIDE,
        SIDES,
        packed=json.loads(packed_figures(report)),
        cases=[columns(report, case) for case in cases],
        measures=measures_of(report),
    )
    assert isinstance(found, list)
    for one, case in zip(found, cases, strict=True):
        one[2].sort()
        assert one == side_by_side(report, case)


def test_titles_have_their_year_and_lists_their_and_alike() -> None:
    titles = ["Leerstand (Fokus 2025)", "Veränderung seit 2013", "Miete", "A {year}"]
    listings = [NAMES[:length] for length in range(1, len(NAMES))]
    code = """const figures = await loadFigures("packed");
      const { titleOf } = createSentences(figures);
      return [
        given.titles.map((titel) => titleOf({ indikator: { titel }, year: 2022 })),
        given.listings.map((names) => listing(names, figures.phrases.and)),
      ];"""
    parts = (*SHARED, *SENTENCES)
    found = run(parts, code, packed=packed([]), titles=titles, listings=listings)
    topics = [kreiskarte.topic(title, 2022) for title in titles]
    assert topics[:3] == [
        "Leerstand (Fokus 2025) 2022",
        "Veränderung seit 2013, Stand 2022",
        "Miete 2022",
    ]
    assert found == [topics, [listing(names) for names in listings]]


# --- What scripts say is not theirs ---------------------------------------------------------------

SCRIPTS = sorted(path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.js"))
# A literal says something if it has a capitalised word, an umlaut within a word, two words that are
# no selector and no list of classes, a word beside a blank, or a word that is no name.
SPOKEN = re.compile(
    r"(?<![A-Za-z])[A-ZÄÖÜ][a-zäöüß]"
    r"|[äöüß][a-zäöüß]|[a-zäöüß][äöüß]"
    r"|(?<![\w.#\[-])[a-zäöüß]+ (?:[a-zäöüß]+(?![\w\[-])|$)"
    r"|^ [a-zäöüß]+(?![\w-])"
)
WORD = re.compile(r"[a-zäöüß]+")
# Keys of keyboards, what a script says to the browser, lists of events and of classes.
NO_WORDS = {"Enter", "Escape", "Home", "End", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"}
NO_WORDS |= {"use strict", "mouseover mousemove", "zoomend moveend", "schild fest"}
NO_WORDS |= {"tabelle nebeneinander", "Backspace"}
NO_WORDS |= {"QuotaExceededError", "AbortError", "OutdatedError"}
NO_WORDS |= {"default-src 'none'; style-src data:; img-src data:"}
# Names that browsers and the scripts themselves know; all others stand in templates and styles.
EVENTS = {"beforeprint", "blur", "change", "click", "keydown", "mousedown", "mouseout", "pageshow"}
EVENTS |= {"pointerenter", "pointerleave", "pointermove", "popstate", "submit", "zoomend"}
EVENTS |= {"error", "load"}
EVENTS |= {"focusin", "focusout", "hashchange", "pointerdown", "pointerover", "toggle"}
EVENTS |= {"activate", "auxclick", "contextmenu", "install", "message", "navigate"}
EVENTS |= {"visibilitychange"}
EVENTS |= {"currententrychange", "storage"}
OWN_NAMES = {"canvas", "defs", "disable", "dx", "dy", "enable", "evenodd", "g", "inert", "mouse"}
OWN_NAMES |= {"presentation", "px", "string", "marken", "schilder", "sortiert", "umrisse", "hervor"}
OWN_NAMES |= {"tab", "tablist", "tabpanel", "partly", "whole", "loading", "failed"}
OWN_NAMES |= {"anfang", "aus", "basic", "complete", "gelesen", "long", "mitgenommen", "resource"}
OWN_NAMES |= {"eager", "short", "t", "use", "window"}
FACETS = {"art", "jahr", "feld", "gruppe", "stand", "ort"}  # what hits are narrowed by
OWN_NAMES |= {"pearson", "spearman", "ae", "oe", "ue", "ä", "ö", "ü", "ß", "ss", "e"}


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Return the names in all tags and styles, and the keys that the program hands to scripts."""
    found = {*EVENTS, *OWN_NAMES, *_keys(phrases()), "desc", "pattern"}
    found |= {*SEARCH_FIELDS, *search.KINDS, *FACETS}
    for file in (REPOSITORY / "templates").rglob("*.html"):
        text = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        for tag in re.findall(r"<[a-z][^>]*>", text):
            found |= {*WORD.findall(re.sub(r"\{\{.*?\}\}", "", tag))}
    for file in ASSETS.rglob("*.css"):
        found |= {*WORD.findall(re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL))}
    return found


def _keys(phrases: object) -> Iterator[str]:
    """Yield the names of all phrases, at all depths."""
    if isinstance(phrases, Mapping):
        yield from phrases
        for one in phrases.values():
            yield from _keys(one)


def said_by(code: str, names: set[str]) -> list[str]:
    """Return the texts of a script that a reader may see or hear."""
    return [
        text
        for text in literals(code)
        if text not in NO_WORDS
        and (SPOKEN.search(text) or (WORD.fullmatch(text) and text not in names))
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_have_no_words_of_their_own(script: str, names: set[str]) -> None:
    assert said_by((ASSETS / script).read_text(encoding="utf-8"), names) == []


PLANTED = (
    '"Anhalten"',
    "`Rang ${of}`",
    "`${count} Orte passen`",
    '"über"',
    '"Das ist"',
    '" und "',
    '"ein "',
    "'aufsteigend'",
    '"sortiert nach"',
    "`${of} von ${all} Empfehlungen`",
    "`${`innen: ${`Kein Ort`}`} `",
)


@pytest.mark.parametrize("planted", PLANTED)
def test_words_of_a_script_would_be_found(planted: str, names: set[str]) -> None:
    code = f'// Ein Wort\nlet a = "klein", b = /"Wort"/.test({planted}) /* Noch eins */ + "wert";\n'
    assert said_by(code, names) == said_by(planted, names) != []


BUILT = {"answer", "saying", "levels", "withYear", "withUnit", "inBoth"}  # vergleich/sentences.js
SAID: Mapping[str, Mapping[str, object]] = {
    "kreiskarte.js": kreiskarte.MAP,
    "vergleich.js": kreiskarte.COMPARISON,
    "ortsvergleich.js": {**beside.SAID, **beside.FORMS},
    "suchwerk.js": search.SAID,
    **controls.WORDS,
}


@pytest.mark.parametrize("script", SAID)
def test_scripts_say_each_phrase_and_no_other(script: str) -> None:
    parts = (part for part in PARTS.get(script, (script,)) if part not in JOINED)
    code = "\n".join((ASSETS / part).read_text() for part in parts)
    used = {*re.findall(r"\bwords\.(\w+)", code)}
    if "words[direction]" in code:  # as aria-sort calls them
        used |= {"ascending", "descending"}
    assert used - BUILT == {*SAID[script]}


def test_each_script_that_is_handed_words_asks_for_them() -> None:
    asking = {
        Path(script).name
        for script in SCRIPTS
        if "document.currentScript.dataset" in (ASSETS / script).read_text(encoding="utf-8")
    }
    assert asking == {*controls.WORDS}


def test_who_is_cut_off_is_found_alike(indikator: Indikator) -> None:
    random = Random(5)
    counties = [county(random, indikator) for _ in range(COUNT)]
    data = packed(counties)
    asides = [random.sample(range(len(NAMES)), random.choice([0, 1, 2])) for _ in counties]
    cases = [[str(number) for number in aside] for aside in asides]
    code = """const figures = await loadFigures("packed");
      return figures.indikatoren.map((one, number) => {
        const values = figures.column(one, "kommunen", 2022);
        return [...figures.cutOff({ ohne: given.cases[number] }, figures.areas.kommunen, values)];
      });"""
    found = run(SHARED, code, packed=data, cases=cases)
    expected = []
    for (_, values), aside in zip(counties, asides, strict=True):
        names = {NAMES[number] for number in aside}
        cut = cut_off(known(values), names)
        expected.append([number for number, name in enumerate(NAMES) if name in cut])
    assert found == expected
    assert sum(map(len, expected)) > 20
