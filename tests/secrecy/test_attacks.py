"""Attacks on the site of a county in which nearly everything is small, with all its files open.

Each attack reads the built bytes, knows what everybody knows, and leaves no protected figure
narrower than its `schutzbreite`. Each is shown to succeed where a leak is planted: a file of the
same county, published by a careless editor, lies in the place of the protected one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

import pytest
import typst

from secrecy.attacker import Attacker, Leak, Truth
from secrecy.built import Built, built
from secrecy.county import KOMMUNEN, KREIS, QUARTIERE, ROOMS, SLUGS, Cells, County, Table
from secrecy.reading import PLACE, VALUE, Reading, Site, atlas_of, interval, of_column, read
from secrecy.small_county import earlier, small_county
from secrecy.twins import differences, published, twins

IDLE = ("arbeitslose", "arbeitslosenquote", "arbeitslosenwandel")
HELPED = ("hilfe", "hilfequote", "hilfeindex")
CARE = ("pflegefaelle", "pflegekraefte", "betreuung", "pflegequote", "alter")
SEXES = ("empfaenger", "empfaengerinnen", "empfaenger-maenner")
AGES = ("empfaenger", "empfaenger-jung", "empfaenger-alt")
PUPILS = ("schueler", "schueler-foerder", "schueler-regel")
QUARTERS = ("kinderarmut", "kinderarmutsquote")
STATUS = ("verheiratet", "verwitwet", "sonst")
DATA = r".*\.csv|.*\.json|(?:sozialbericht|kommunen|raeume)/.*\.html"
BIRKE = KOMMUNEN[1]


@cache
def opened() -> County:
    """Return the county as a careless editor would publish it."""
    return small_county().opened()


def site() -> Built:
    """Return the protected site."""
    return built(small_county())


def planted(*patterns: str) -> Site:
    """Return the protected site with some files of the careless one in their place."""
    careless, found = built(opened()), _Joined(site())
    for path in site():
        twin = careless.packed() if path == site().packed() else path
        if any(re.fullmatch(one, path) for one in patterns) and twin in careless:
            found.changed[path] = careless[twin]
    for path in careless:
        if path not in site() and any(re.fullmatch(one, path) for one in patterns):
            found.changed[path] = careless[path]
    assert found.changed
    return found


class _Joined(Mapping[str, bytes]):
    """A site with some files changed; the others are made when they are opened."""

    def __init__(self, first: Site, changed: Mapping[str, bytes] | None = None) -> None:
        self.first = first
        self.changed = dict(changed or {})

    def __getitem__(self, path: str) -> bytes:
        return self.changed[path] if path in self.changed else self.first[path]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.first, *self.changed)))

    def __len__(self) -> int:
        return len(list(iter(self)))


def table(*names: str) -> str:
    """Return a pattern for the main tables of some indicators."""
    return rf"sozialbericht/(?:{'|'.join(names)})/daten\.csv"


def leaks(
    attacked: Site, names: tuple[str, ...] = (), files: str = "", archive: str = ""
) -> list[Leak]:
    """Return what an attack on some indicators, or all, opens; `files` are those that are read."""
    county = small_county()
    readings = read(attacked, atlas_of(county), files or table(*names))
    return Attacker(county, readings, archived(archive), names).leaks()


def archived(text: str) -> Iterator[Reading]:
    """Yield what was published before."""
    for row in text.splitlines()[1:]:
        _, name, area, year, value = row.split(";")
        yield from of_column([(name, area, int(year), value)])


def told(name: str, hidden: set[tuple[str, int]], digits: int) -> bytes:
    """Return a table of shares as it would be with other cells hidden, and with so many digits."""
    truth = Truth(small_county())
    rows = ["ebene;raum_schluessel;raum;jahr;wert;einheit;quelle;lizenz"]
    for year in small_county().tables[name].years():
        for area in (*KOMMUNEN, *ROOMS, KREIS):
            cases, people = truth.cases(name, area, year), truth.base(name, area, year)
            text = "x" if (area, year) in hidden else f"{100 * (cases or 0) / people:.{digits}f}"
            rows.append(f"kommune;{area};{area};{year};{text.replace('.', ',')};%;;")
    return "\n".join(rows).encode()


# --- The ground ----------------------------------------------------------------------------------


def test_the_county_loads_without_problems() -> None:
    """The county says nothing the program does not understand."""
    assert [str(one) for one in site().problems] == []


def test_the_attacker_believes_only_what_is_true() -> None:
    """An attacker with a false belief proves nothing: the truth fits all that is concluded."""
    county = small_county()
    for attacked, files in ((site(), ".*"), (built(opened()), DATA)):
        readings = read(attacked, atlas_of(county), files)
        assert len(readings) > 1000
        assert Attacker(county, readings, archived(county.archive)).wrong() == []


def test_there_is_much_to_protect() -> None:
    """Each kind of protected figure is there, more than a hundred in all."""
    victims = Truth(small_county()).victims
    assert len(victims) > 100
    assert {one.kind for one in victims} == {"Fälle", "Rest", "Mittelwert"}
    assert {one.indicator for one in victims} >= {*IDLE[:2], *HELPED[:2], "alter", "internet"}


def test_much_is_published_all_the_same() -> None:
    """Hiding everything is no protection: most figures of Kommunen and rooms are there."""
    readings = read(site(), atlas_of(small_county()), r"sozialbericht/[^/]+/daten\.csv")
    open_ones = read(built(opened()), atlas_of(opened()), r"sozialbericht/[^/]+/daten\.csv")
    assert len(readings) > 0.4 * len(open_ones)


def test_everything_together() -> None:
    """All files of the site and all that was published before, in one programme."""
    assert leaks(site(), files=".*", archive=small_county().archive) == []
    assert len(leaks(built(opened()), files=DATA)) > 50


# --- Channels: the same figures in other files ---------------------------------------------------


def test_digits_of_the_table_times_a_known_base() -> None:
    """A share with all its digits, times the people all know, is the number of cases."""
    names = ("jugendhilfe",)
    assert leaks(site(), names) == []
    victim = next(one for one in Truth(small_county()).victims if one.indicator == "jugendhilfe")
    room = next(room for room, parts in ROOMS.items() if victim.area in parts)
    hidden = {(area, victim.year) for area in (victim.area, room)}
    path = "sozialbericht/jugendhilfe/daten.csv"
    exact = {
        digits: [
            one.low == one.high
            for one in leaks(_Joined(site(), {path: told(*names, hidden, digits)}), names)
            if one.victim == victim
        ]
        for digits in (1, 6)
    }
    assert exact == {1: [False], 6: [True]}


@pytest.mark.parametrize("names", [IDLE, HELPED, ("jugendhilfe",), ("internet",)])
def test_the_file_for_programs(names: tuple[str, ...]) -> None:
    """The JSON of an indicator carries the same figures with other digits."""
    files = rf"api/v1/indikatoren/(?:{'|'.join(names)})\.json"
    assert leaks(site(), names, files) == []
    assert leaks(planted(files), names, files)


@pytest.mark.parametrize(
    "files",
    [
        r"sozialbericht/[^/]+/daten\.jsonstat\.json",
        *(rf"daten/werte\.{ending}" for ending in ("csv", "json")),
        *(rf"daten/fokusbericht\.{ending}" for ending in ("xlsx", "sqlite", "gpkg")),
    ],
)
def test_all_figures_in_other_forms(files: str) -> None:
    """Cubes for statistical programs, all figures in one table, workbook, databases, map."""
    assert leaks(site(), files=files) == []
    assert leaks(planted(files), files=files)


@pytest.mark.parametrize("folder", ["kommunen", "raeume"])
def test_tables_of_profiles(folder: str) -> None:
    """The CSV file of a Kommune or a room, joined with all other profiles."""
    files = r"(?:kommunen|raeume)/[^/]+/daten\.csv"
    assert leaks(site(), files=files) == []
    assert leaks(planted(rf"{folder}/[^/]+/daten\.csv"), files=files)


def test_tables_of_pairs() -> None:
    """werte.csv of two compared figures, beside the main tables."""
    pairs = r"sozialbericht/vergleich/[^/]+/werte\.csv"
    names = (*IDLE, *HELPED, *CARE, "jugendhilfe")
    assert leaks(site(), names, f"{pairs}|{table(*names)}") == []
    assert leaks(planted(pairs), names, f"{pairs}|{table(*names)}")


def test_the_packed_file() -> None:
    """All figures as whole numbers in one file, and who is called too small."""
    for files in (r"sozialbericht/kreisdaten\.[^.]+\.json", r"suche/zahlen\.js"):
        assert leaks(site(), files=files) == []
        assert leaks(planted(files), files=files)


@pytest.mark.parametrize(
    ("drawing", "names"),
    [
        ("karte", (*HELPED, "jugendhilfe")),
        ("rangfolge", (*HELPED, "jugendhilfe")),
        ("verlauf", ("zuflucht",)),
    ],
)
def test_coordinates_of_drawings(drawing: str, names: tuple[str, ...]) -> None:
    """Colours of maps, lengths of bars, points of lines, read back beside the main tables."""
    drawings = rf"sozialbericht/(?:{'|'.join(names)})/{drawing}\.svg"
    assert leaks(site(), names, f"{drawings}|{table(*names)}") == []
    assert leaks(planted(drawings), names, f"{drawings}|{table(*names)}")


def test_no_mark_stands_for_a_hidden_figure() -> None:
    """A drawing has no more bars, dots and ticks than there are figures to be shown."""
    assert list(_too_many_marks(site())) == []
    assert list(_too_many_marks(planted(r"sozialbericht/[^/]+/(?:rangfolge|verteilung)\.svg")))


def _too_many_marks(attacked: Site) -> Iterator[str]:
    """Yield drawings that name or draw Kommunen without a figure in the year they show."""
    known = read(site(), atlas_of(small_county()), r"sozialbericht/[^/]+/daten\.csv")
    shown = {(one.indicator, one.area, one.year) for one in known}
    for path in attacked:
        found = re.fullmatch(r"sozialbericht/([^/]+)/(?:rangfolge|verteilung)\.svg", path)
        text = attacked[path].decode() if found else ""
        year = re.search(r"<title[^>]*>[^<]* (\d{4}),", text)
        if found is None or year is None:
            continue
        there = {ags for ags in KOMMUNEN if (found[1], ags, int(year[1])) in shown}
        names = {ags for ags in KOMMUNEN if f">{SLUGS[ags].title()}<" in text}
        marks = len(re.findall(r'<path d="M0,[\d.]+h|<path transform="translate', text))
        if not names <= there or marks > len(there):
            yield path


def test_living_charts() -> None:
    """The file of a chart to touch carries its numbers as the program reckons them."""
    files = r"sozialbericht/[^/]+/verlauf\.vl\.json"
    names = ("zuflucht", "verwitwet", *HELPED, *IDLE)
    assert leaks(site(), names, f"{files}|{table(*names)}") == []
    assert leaks(planted(files), names, f"{files}|{table(*names)}")


def test_pages_of_indicators() -> None:
    """Tables, maps and sentences of the page of each figure."""
    files = r"sozialbericht/[^/]+/index\.html"
    assert leaks(site(), files=files) == []
    assert leaks(planted(files), files=files)


def test_pages_for_frames() -> None:
    """What other websites embed: a map with its figures, a sentence."""
    files = r"einbetten/[^/]+/(?:zahl/|verteilung/|tabelle/)?index\.html"
    assert leaks(site(), files=f"{files}|{table('[^/]+')}") == []
    assert leaks(planted(files), files=f"{files}|{table('[^/]+')}")


def test_pages_of_profiles() -> None:
    """The table of all figures of a place, with its ranks."""
    files = r"(?:kommunen|raeume)/[^/]+/index\.html"
    assert leaks(site(), files=files) == []
    assert leaks(planted(files), files=files)


@pytest.mark.parametrize("place", [r"handlungsempfehlungen/.*\.docx", r".*/2021-01/index\.html"])
def test_recommendations_and_their_drafts(place: str) -> None:
    """What a recommendation shows before and after it, and its draft as a Word file."""
    names = (*IDLE, *HELPED, "jugendhilfe")
    assert leaks(site(), names, f"{place}|{table(*names)}") == []
    assert leaks(planted(place), names, f"{place}|{table(*names)}")


def test_feeds_and_other_pages() -> None:
    """Feeds, the start, fields and themes say nothing the tables do not say."""
    files = r".*\.xml|index\.html|(?:handlungsfelder|demographie|kommunen|raeume).*\.html"
    names = (*IDLE, *HELPED)
    assert leaks(site(), names, f"{files}|{table(*names)}") == []
    feed = site()["raeume/nord/feed.xml"].replace(
        b"Der Kreistag beschlie",
        b"Menschen mit Hilfe. Birke: 2 Personen (2023). Der Kreistag beschlie",
    )
    assert leaks(_Joined(site(), {"raeume/nord/feed.xml": feed}), names, f"{files}|{table(*names)}")


def _paper(words: str) -> bytes:
    head = '#set document(title: "Fokus")\n#set text(lang: "de")\n'
    source = f"{head}= Menschen mit Hilfe\n{words}"
    return bytes(typst.compile(source.encode(), pdf_standards=["ua-1"], ignore_system_fonts=True))


def _table_in_paper(_: str) -> bytes:
    file = '"karte-hilfe.csv", bytes("Rang;Kommune;2023 (Personen)\\n–;Birke;2\\n")'
    return _paper(f'#pdf.attach({file}, relationship: "data", description: "Tabelle")')


def _book(words: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        section = f'<section aria-label="Menschen mit Hilfe"><p>{words}</p></section>'
        parts.writestr("OEBPS/fokus.xhtml", f"<html><body>{section}</body></html>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("path", "made"), [("heft.pdf", _paper), ("heft.pdf", _table_in_paper), ("heft.epub", _book)]
)
def test_papers_and_books(path: str, made: Callable[[str], bytes]) -> None:
    """Editions and handouts as PDF and EPUB say nothing the tables do not say."""
    files, names = r".*\.(?:pdf|epub)", (*IDLE, *HELPED)
    assert leaks(site(), names, f"{files}|{table(*names)}") == []
    secret = made("Birke: 2 Personen (2023).")
    assert leaks(_Joined(site(), {path: secret}), names, f"{files}|{table(*names)}")


# --- Names ---------------------------------------------------------------------------------------

Namer = Callable[[County], str]


def test_guessing_the_hash_in_a_public_name() -> None:
    """The open program tells which name each guess would give; names must not tell them apart."""
    assert len(_fitting(lambda county: built(county).packed())) > 1
    assert len(_fitting(_of_raw_figures)) == 1


def _of_raw_figures(county: County) -> str:
    """Return such a name as gives a secret away."""
    return blake2b(county.tables["hilfe"].csv().encode()).hexdigest()


def _fitting(name_of: Namer) -> list[int]:
    """Return the guesses of a secret count that give the published name; the same bytes only."""
    county = _few()
    name, bytes_ = name_of(county), built(county)[built(county).packed()]
    guesses = _guesses(county)
    equal = {
        guess: one for guess, one in guesses.items() if built(one)[built(one).packed()] == bytes_
    }
    assert len(equal) > 1, "no two guesses publish the same"
    return [guess for guess, one in equal.items() if name_of(one) == name]


@cache
def _few() -> County:
    """Return a county with one secret count, its neighbour hidden with it, and their shares."""
    county = small_county().only(["bevoelkerung", "hilfe", "hilfequote"])
    numbers = (30, 1, 7, 20, 25, 9, 11, 8, 7, 12)
    cells = {(ags, 2023): one for ags, one in zip(KOMMUNEN, numbers, strict=True)}
    people = {ags: small_county().tables["bevoelkerung"].cells[ags, 2023][0] for ags in KOMMUNEN}
    one_year: dict[str, Cells] = {
        "hilfe": {place: (number,) for place, number in cells.items()},
        "hilfequote": {place: (number, people[place[0]]) for place, number in cells.items()},
    }
    tables = {
        name: Table(table.head, one_year.get(name, table.cells))
        for name, table in county.tables.items()
    }
    return County(tables)


@cache
def _guess(guess: int) -> County:
    readings = read(built(_few()), atlas_of(_few()), table("hilfe"))
    shown = {one.area for one in readings if one.year == 2023}
    hidden = [ags for ags in ROOMS["nord"] if ags not in shown and ags != BIRKE]
    assert hidden, "the secret count is alone in its room"
    cells, total = _few().tables["hilfe"].cells, 1
    other = float(cells[hidden[0], 2023][0]) + total - guess
    county = _few()
    for ags, number in ((BIRKE, guess), (hidden[0], other)):
        people = county.tables["hilfequote"].cells[ags, 2023][1]
        county = county.with_cells("hilfe", {(ags, 2023): (number,)})
        county = county.with_cells("hilfequote", {(ags, 2023): (number, people)})
    return county


def _guesses(county: County) -> dict[int, County]:
    """Return the county as it would be with each guess, the neighbour making up for it."""
    return {1: county} | {guess: _guess(guess) for guess in (0, *range(2, 9))}


def test_a_public_name_is_made_of_public_bytes() -> None:
    """Wherever the packed file is the same its name is, and wherever it is not, it is not."""
    sites = [built(one) for one in _guesses(_few()).values()]
    for one in sites:
        for other in sites:
            same = one[one.packed()] == other[other.packed()]
            assert same == (one.packed() == other.packed())


# --- The same cases behind two figures -----------------------------------------------------------


def test_a_share_of_the_same_cases_declared() -> None:
    """A count and a share whose cases are declared to be the same."""
    assert leaks(site(), IDLE[:2]) == []
    assert leaks(planted(table("arbeitslosenquote")), IDLE[:2])
    assert leaks(planted(table("arbeitslose")), IDLE[:2])


def test_a_share_of_the_same_cases_by_name() -> None:
    """A share whose numerator has the name of a count."""
    assert leaks(site(), HELPED[:2]) == []
    assert leaks(planted(table("hilfequote")), HELPED[:2])
    assert leaks(planted(table("hilfe")), HELPED[:2])


def test_a_rate_over_a_secret_count() -> None:
    """Carers all know, divided by carers per case, are the cases."""
    names = CARE[:3]
    assert leaks(site(), names) == []
    assert leaks(planted(table("betreuung")), names)


def test_a_mean_over_secret_weights() -> None:
    """The mean of a room lies nearer to the Kommune with more cases."""
    names = ("pflegefaelle", "alter")
    assert leaks(site(), names) == []
    assert leaks(planted(table("alter")), names)


def test_who_has_no_rank() -> None:
    """Who is called too small for a rank has fewer cases than the rule says."""
    names = ("pflegefaelle", "alter")
    files = rf"{table(*names)}|sozialbericht/alter/.*|kommunen/.*|sozialbericht/kreisdaten.*"
    assert leaks(site(), names, files) == []
    files = rf"{table('pflegefaelle')}|sozialbericht/alter/index\.html"
    rank = planted(r"sozialbericht/alter/index\.html")
    assert [one for one in leaks(rank, names, files) if one.victim.kind == "Fälle"]


def test_the_mean_of_one_person() -> None:
    """The mean age of one person is the age of that person."""
    names = ("pflegefaelle", "alter")
    kinds = [one.victim.kind for one in leaks(site(), names, ".*")]
    assert "Mittelwert" not in kinds
    kinds = [one.victim.kind for one in leaks(planted(r"kommunen/birke/daten\.csv"), names, ".*")]
    assert "Mittelwert" in kinds


# --- Sums ----------------------------------------------------------------------------------------


def test_a_whole_minus_its_parts() -> None:
    """All minus the women are the men."""
    assert leaks(site(), SEXES) == []
    assert leaks(planted(table("empfaenger-maenner")), SEXES)
    assert leaks(planted(table("empfaenger")), SEXES)


def test_a_second_breakdown() -> None:
    """All are known from their ages; then the men are all minus the women."""
    assert leaks(site(), (*SEXES, *AGES)) == []
    assert leaks(planted(table("empfaenger-jung", "empfaenger-alt")), (*SEXES, *AGES))


def test_shares_that_add_up_to_all() -> None:
    """A hundred minus the other shares is the one left out."""
    assert leaks(site(), STATUS) == []
    assert leaks(planted(table("verheiratet", "sonst")), STATUS)


def test_a_difference_nobody_declared() -> None:
    """Two figures whose difference is a third, in every place."""
    assert leaks(site(), PUPILS) == []
    assert leaks(planted(table("schueler", "schueler-regel")), PUPILS)


def test_the_small_rest() -> None:
    """39 of 40 tell of one; 40 of 40 tell of everybody."""
    names = ("internet",)
    assert leaks(site(), names, ".*") == []
    found = leaks(planted(table("internet")), names, ".*")
    assert {one.victim.truth for one in found if one.victim.area == BIRKE} == {0, 1}


def test_a_share_without_its_parts() -> None:
    """2,5 % of forty people are one, whether or not the table says so."""
    names = ("grundsicherung",)
    assert leaks(site(), names, ".*") == []
    assert leaks(planted(table(*names)), names, ".*")


def test_the_official_total_of_the_county() -> None:
    """What the county says of itself, minus all that is shown."""
    names = ("wohngeld",)
    assert leaks(site(), names) == []
    assert leaks(planted(table(*names)), names)


def test_marks_of_the_source() -> None:
    """An x of the source beside the sums of rooms, in whatever file they stand."""
    names = ("wohngeld",)
    assert leaks(site(), names, ".*") == []
    rooms = r"(?:kommunen|raeume)/[^/]+/daten\.csv"
    assert leaks(planted(rooms), names, ".*")


@pytest.mark.parametrize(
    ("derived", "names"),
    [("pflegequote", CARE[:4]), ("hilfeindex", HELPED), ("arbeitslosenwandel", IDLE)],
)
def test_derived_figures(derived: str, names: tuple[str, ...]) -> None:
    """Ratio, index and change lead back to the figures they come from."""
    assert leaks(site(), names, ".*") == []
    assert leaks(planted(table(derived)), names, ".*")


def test_quartiere() -> None:
    """A Kommune minus its other Quartiere is one Quartier."""
    names = QUARTERS
    assert leaks(site(), names, ".*") == []
    quarter = QUARTIERE[KOMMUNEN[0]][0]
    for name in names:
        found = leaks(planted(table(name)), names, ".*")
        assert quarter in {one.victim.area for one in found}


def test_a_room_of_one_kommune() -> None:
    """A room with one Kommune is that Kommune under another name."""
    only = ROOMS["west"][0]
    assert [one for one in leaks(site(), files=".*") if one.victim.area in ("west", only)] == []
    found = leaks(planted(r"raeume/west/daten\.csv"), files=".*")
    assert only in {one.victim.area for one in found}


def test_secret_zeros() -> None:
    """Where nobody is a secret as well, and the width asked for is five."""
    names = ("zuflucht",)
    assert leaks(site(), names, ".*") == []
    found = leaks(planted(table(*names)), names, ".*")
    assert 0 in {one.victim.truth for one in found}


# --- Other words for a figure --------------------------------------------------------------------


def test_intervals_of_wilson() -> None:
    """An interval after Wilson belongs to one number of cases."""
    names = ("jugendhilfe",)
    files = rf"{table(*names)}|sozialbericht/jugendhilfe/index\.html"
    assert leaks(site(), names, files) == []
    assert leaks(planted(r"sozialbericht/jugendhilfe/index\.html"), names, files)


def test_rankings_and_likenesses() -> None:
    """Ranks, what stands out and what is alike speak of published figures only."""
    assert list(_unpublished_words(site())) == []
    assert list(_unpublished_words(planted(r"kommunen/[^/]+/index\.html")))
    assert list(_unpublished_words(planted(r"sozialbericht/[^/]+/rangfolge\.csv")))


def _unpublished_words(attacked: Site) -> Iterator[object]:
    """Yield ranks of hidden figures, and numbers in sentences that no table has."""
    atlas, known = atlas_of(small_county()), read(site(), atlas_of(small_county()), table("[^/]+"))
    values = [one for one in known if one.what == VALUE]
    shown = {(one.indicator, one.area, one.year) for one in values}
    for one in read(attacked, atlas):
        if one.what == PLACE and (one.indicator, one.area, one.year) not in shown:
            yield one
    for path in attacked:
        if re.fullmatch(r"kommunen/[^/]+/index\.html", path):
            yield from _strange_likenesses(attacked[path].decode(), values)


def _strange_likenesses(text: str, values: list[Reading]) -> Iterator[str]:
    indicators = atlas_of(small_county()).indicators
    for title, *numbers in re.findall(
        r"(?:anders: | und |, )([^,;<]+?) \(([\d.,]+)[^()]*? statt ([\d.,]+)[^()]*?\)", text
    ):
        for number in numbers:
            ends = interval(number)
            fits = (
                one.low < ends[1] and one.high > ends[0]
                for one in values
                if ends and one.indicator == indicators.get(title)
            )
            if not any(fits):
                yield f"{title}: {number}"


# --- Time ----------------------------------------------------------------------------------------


def test_a_correction_joined_with_what_was_published_before() -> None:
    """What was hidden then and is shown now, and the other way round, give no sum away."""
    names, archive = ("notlagen",), small_county().archive
    assert leaks(site(), names) == []
    assert leaks(site(), names, archive=archive) == []
    then = small_county().formerly["notlagen"]
    assert leaks(site(), names, archive=earlier(then, _is_one_of(BIRKE)))
    joined = (earlier(then, _is_one_of(BIRKE, other)) for other in ROOMS["nord"])
    assert any(leaks(site(), names, archive=one) for one in joined)


def _is_one_of(*areas: str) -> Callable[[str], bool]:
    return lambda area: area in areas


# --- Twins ---------------------------------------------------------------------------------------


def test_twins_have_the_same_site() -> None:
    """Other people behind the hidden figures: the same files, byte for byte, names included."""
    county, changed = small_county(), list[tuple[str, ...]]()
    for names in (PUPILS, ("zuflucht",), QUARTERS, ("jugendhilfe",), HELPED):
        for twin in twins(county, names, range(2)):
            if published(twin) == published(county):
                county, changed = twin, [*changed, names]
                break
    twin = county.with_cells("alter", _other_ages(county))
    if published(twin) == published(county):
        county, changed = twin, [*changed, ("alter",)]
    assert len(changed) >= 4, f"too few to compare: {changed}"
    assert list(differences(small_county(), county)) == []
    assert any(differences(opened(), county.opened()))


def _other_ages(county: County) -> dict[tuple[str, int], tuple[float]]:
    """Return other means of two hidden places of a room whose total stays the same."""
    ages, needy = (county.tables[name].cells for name in ("alter", "pflegefaelle"))
    places = [(ags, 2023) for ags in (BIRKE, KOMMUNEN[3])]
    more, less = (6 / float(needy[place][0]) for place in places)
    first, second = (float(ages[place][0]) for place in places)
    return {places[0]: (first + more,), places[1]: (second - less,)}


def _pairs() -> Iterator[tuple[County, County]]:
    """Yield counties by chance with a twin that publishes the same figures and marks."""
    for seed in range(20):
        whole = small_county(seed)
        county = County(whole.only(["bevoelkerung", "hilfe", "hilfequote"]).tables)
        for twin in twins(county, ["hilfe", "hilfequote"], range(3)):
            if published(twin) == published(county):
                yield county, twin
                break


def test_twins_by_chance() -> None:
    """The same for counties by chance; enough of them have a twin that publishes the same."""
    pairs = list(islice(_pairs(), 4))
    assert len(pairs) == 4
    for county, twin in pairs:
        assert list(differences(county, twin)) == []
    county, twin = pairs[0]
    assert any(differences(county.opened(), twin.opened()))


@pytest.mark.parametrize("seed", range(1, 5))
def test_counties_by_chance(seed: int) -> None:
    """Everything together for other figures of the same shape; only tables are read."""
    whole = small_county(seed)
    names = [*HELPED, *SEXES, *AGES[1:], *PUPILS, "internet", "jugendhilfe", "bevoelkerung"]
    county = County(whole.only(names).tables)
    files = r".*/daten\.csv|sozialbericht/kreisdaten.*|sozialbericht/[^/]+/index\.html"
    attacker = Attacker(county, read(built(county), atlas_of(county), files))
    assert attacker.wrong() == []
    assert attacker.leaks() == []
    careless = read(built(county.opened()), atlas_of(county), files)
    assert len(Attacker(county, careless).leaks()) > 20
