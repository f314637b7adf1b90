"""Pages of pairs: what they say of few Kommunen, their files, and where they are linked."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from support import loaded, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.figures.pair_pictures import axis_words, map_view, together
from fokusbericht.model.figures import Ebene
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht import vergleich, vergleichspaar
from fokusbericht.site import plan_site
from fokusbericht.statistics.pairs import Pair, pairs_of
from fokusbericht.urls import pair_url
from fokusbericht.words.pairs import caveats, halves

PAIR = (
    "vergleiche:\n"
    "  - {waagerecht: leerstand, senkrecht: alter, frage: Steht bei Alten mehr leer?}\n"
    "lizenz_texte: CC BY 4.0"
)
ALTER = (
    "raum;jahr;zaehler;nenner\n01099001;2021;10;500\n01099002;2021;7;100\n01099003;2021;60;200\n"
)
LEERSTAND = "indicators/wohnen/leerstand.yml"
FOLDER = "sozialbericht/vergleich/kaufkraftindex-und-wahlbeteiligung/"


@pytest.fixture(scope="module")
def outputs(report: Report) -> dict[str, Output]:
    return {output.path: output for output in vergleichspaar.plan(report)}


@pytest.fixture
def small(tmp_path: Path) -> Report:
    """Return the small county with a pair of which three Kommunen have both figures in 2021."""
    changed = replaced("content/kreis.yml", "lizenz_texte: CC BY 4.0", PAIR)
    changed |= {
        "indicators/wohnen/alter.csv": ALTER,
        "indicators/wohnen/alter.yml": replaced(LEERSTAND, "titel: Leerstand", "titel: Alter")[
            LEERSTAND
        ],
    }
    found, problems = loaded(small_county(tmp_path, changed))
    assert problems == []
    return found


def pair_named(report: Report, x: str) -> Pair:
    return next(pair for pair in pairs_of(report) if pair.x.indikator.key.name == x)


def test_few_kommunen_are_told(small: Report) -> None:
    pair = pair_named(small, "leerstand")
    assert (pair.x.year, pair.y.year) == (2021, 2021)
    assert (pair.xs, pair.ys) == ((2.0, 5.0, 3.0), (2.0, 7.0, 30.0))
    names = [small.geografie.kommunen[ags].name for ags in pair.areas]
    assert list(caveats(pair, names)) == [
        "Beide Zahlen sind von 2021, dem letzten Jahr, das es für beide gibt.",
    ]
    assert halves(pair) == ""


def test_every_pair_has_a_page_and_its_files(report: Report, outputs: dict[str, Output]) -> None:
    names = {"index.html", "werte.csv", "karte.svg", "karte.png", "punktwolke.svg"}
    names |= {"punktwolke-schmal.svg", "punktwolke-mit-quelle.svg", "punktwolke.png"}
    for pair in pairs_of(report):
        folder = pair_url(pair.vergleich)[1:]
        assert {path.rpartition("/")[2] for path in outputs if path.startswith(folder)} == names
    assert len(pairs_of(report)) == len(report.kreis.vergleiche) >= 10


def test_the_values_can_be_taken_along(outputs: dict[str, Output]) -> None:
    lines = outputs[f"{FOLDER}werte.csv"].make().decode("utf-8-sig").splitlines()
    assert len(lines) == 15
    assert lines[0] == (
        "ebene;raum_schluessel;raum;kaufkraftindex_2023;wahlbeteiligung_2023;"
        "drittel_kaufkraftindex;drittel_wahlbeteiligung"
    )
    harbour = next(line for line in lines if ";Norderbeispiel;" in line).split(";")
    assert (harbour[0], harbour[5:]) == ("kommune", ["1", "1"])
    assert harbour[3].startswith("93,")


def test_pictures_bear_title_source_and_address(outputs: dict[str, Output]) -> None:
    for name in ("karte.svg", "punktwolke-mit-quelle.svg"):
        svg = outputs[f"{FOLDER}{name}"].make().decode()
        words = " ".join(part.rpartition(">")[2] for part in svg.split("</text>"))
        assert "Kaufkraft im Vergleich 2023 und" in words
        assert "Kreis Muster, erfundene Zahlen" in words
        assert "https://kreis-muster.example/" in words
    assert outputs[f"{FOLDER}karte.png"].make().startswith(b"\x89PNG")


def test_the_map_tells_both_figures_of_each_place(report: Report) -> None:
    pair = next(pair for pair in pairs_of(report) if pair_url(pair.vergleich) == f"/{FOLDER}")
    areas = {area.name: area for area in map_view(report, pair).areas}
    assert len(areas) == 14
    assert areas["Norderbeispiel"].css == "b00"
    assert areas["Norderbeispiel"].text == (
        "Norderbeispiel: Kaufkraft im Vergleich 93,3\u202f(Bund = 100) (im unteren Drittel), "
        "Wahlbeteiligung bei Gemeindewahlen 40,8\u202f% (im unteren Drittel)"
    )
    assert axis_words(pair)[0] == "Kaufkraft im Vergleich höher"
    thirds = Counter(area.css for area in areas.values())
    assert together(pair) == (
        f"Bei beiden Zahlen im oberen Drittel: {thirds['b22']} von 14 Kommunen; bei beiden im "
        f"unteren: {thirds['b00']}; bei der einen im oberen, bei der anderen im unteren: "
        f"{thirds['b02'] + thirds['b20']}."
    )


def test_the_overview_lists_all_pairs_the_closest_first(report: Report) -> None:
    (page,) = vergleich.plan(report)
    _, _, view = page.ingredients  # type: ignore[misc]
    assert isinstance(view, vergleich.VergleichView)
    links = [link.href for group in view.groups for link in group.links]
    assert sorted(links) == sorted(pair_url(pair.vergleich) for pair in pairs_of(report))
    assert [group.id for group in view.groups] == ["starker", "mittelstarker", "schwacher", "kein"]
    offered = [name for choice in view.choices for name, _ in choice.figures]
    of_kommunen = [n for n, one in report.indikatoren.items() if one.ebene is Ebene.KOMMUNE]
    assert sorted(offered) == sorted(of_kommunen)


def test_search_engines_find_every_pair(report: Report) -> None:
    # Of an invented county they find nothing.
    real = replace(report, kreis=replace(report.kreis, erfunden=False))
    found = next(output for output in plan_site(real)[0] if output.path == "sitemap.xml")
    text = found.make().decode()
    assert all(f"{pair_url(pair.vergleich)}</loc>" in text for pair in pairs_of(report))
