"""The page of an indicator: what is beside it, cited, taken along and put into other websites."""

import re
from pathlib import Path

import lxml.html
import orjson
import pytest
from support import REPOSITORY, SMALL, loaded, small_county

from fokusbericht.building.output import Output
from fokusbericht.exports.daten.indikator_json import MISSING
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht import einbetten, indikator

FOLDER = "sozialbericht/leerstand/"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the small county: three Kommunen, one of them without a figure in 2022."""
    return loaded(small_county(tmp_path_factory.mktemp("klein")))[0]


@pytest.fixture(scope="module")
def planned(report: Report) -> dict[str, Output]:
    """Return all that is planned for indicators, by path."""
    return {one.path: one for one in (*indikator.plan(report), *einbetten.plan(report))}


def made(planned: dict[str, Output], path: str) -> str:
    return planned[path].make().decode()


def text_of(html: str) -> str:
    """Return the words of a page, blanks made one."""
    return re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", " ", html.replace("\u00ad", "")))


def test_files_beside_the_page(planned: dict[str, Output]) -> None:
    names = sorted(path.removeprefix(FOLDER) for path in planned if path.startswith(FOLDER))
    assert names == [
        *(
            "daten.csv",
            "daten.csv-metadata.json",
            "daten.jsonstat.json",
            "index.html",
            "karte.csv",
            "karte.png",
            "karte.svg",
        ),
        *("rangfolge-mit-quelle.svg", "rangfolge-schmal.svg", "rangfolge.csv", "rangfolge.svg"),
        "teilen.png",
        *("verlauf-mit-quelle.svg", "verlauf-schmal.svg", "verlauf.csv", "verlauf.png"),
        *("verlauf.svg", "verlauf.vl.json"),
    ]


def test_every_file_is_linked_from_the_page(planned: dict[str, Output]) -> None:
    page = made(planned, f"{FOLDER}index.html")
    files = [path.removeprefix(FOLDER) for path in planned if path.startswith(FOLDER)]
    assert [name for name in files if name not in page and name != "index.html"] == []


def test_page_says_what_its_figures_say(planned: dict[str, Output]) -> None:
    text = text_of(made(planned, f"{FOLDER}index.html"))
    assert (
        "Für 2022 ist der Anteil im Musterkreis nicht bekannt: "
        "Nur für zwei von drei Kommunen liegen Werte vor. "
        "Am höchsten war der Anteil in Südort (7,0 Prozent), am niedrigsten in Nordort (2,4)."
    ) in text
    assert "In allen zwei Kommunen, die beide Werte haben, ist der Anteil gegenüber 2021" in text
    assert "Für eine Kommune liegt kein Wert vor." in text


def test_county_beside_its_land(planned: dict[str, Output]) -> None:
    text = text_of(made(planned, "sozialbericht/miete/index.html"))
    assert (
        "2022 lag der Wert im Musterkreis bei 9,10 Euro je Quadratmeter. "
        "Das waren 2 Prozent mehr als in Musterland (8,90\u202f€/m²)."
    ) in text


def test_what_is_not_seen_at_once_is_folded_and_has_its_address_within(
    planned: dict[str, Output],
) -> None:
    page = made(planned, f"{FOLDER}index.html")
    folds = re.findall(r"<details(?: [^>]*)?>.*?</details>", page, flags=re.DOTALL)
    named = {
        text_of(one.partition("<summary>")[2].partition("</summary>")[0]).strip(): re.findall(
            r'<div id="([a-z]+)"', one
        )
        for one in folds
    }
    assert named == {
        "Karte": ["karte"],
        "Verlauf": ["verlauf"],
        "Rangfolge": ["rangfolge"],
        "Betrachtungsräume alle Werte als Tabelle": [],
        "Einordnung Leerstand 2022": ["kommentar"],
        "Was die Zahl bedeutet Methode, Einheit, Quelle": ["methode"],
        "Empfehlungen dazu eine Empfehlung nennt diese Zahl": ["empfehlungen"],
        "Zitieren, einbetten, mitnehmen Zitat, HTML, Bilder, Werte": ["mitnehmen"],
        "Verwandtes Handlungsfelder, weitere Zahlen": ["verwandt"],
    }
    assert re.findall(r'<details name="ansicht" open>\n<summary>(.*)</summary>', page) == ["Karte"]


def test_a_date_of_the_source_is_said_once_beside_the_picture(planned: dict[str, Output]) -> None:
    text = text_of(made(planned, f"{FOLDER}index.html"))
    assert text.count("Quelle: Musteramt · Stand: 31.\u00a0Dezember 2022") == 1


def test_only_a_judged_figure_says_which_way_is_good(planned: dict[str, Output]) -> None:
    assert "Ein niedrigerer Wert gilt als günstig." in made(planned, f"{FOLDER}index.html")
    assert "gilt als günstig" not in made(planned, "sozialbericht/miete/index.html")


def test_of_a_long_hint_its_beginning_stands_beside_the_sentence(tmp_path: Path) -> None:
    start, rest = "Für 2022 fehlt ein Wert. Das liegt an der Quelle.", "Mehr davon. " * 30
    described = (SMALL / "indicators/wohnen/leerstand.yml").read_text("utf-8")
    files = {"indicators/wohnen/leerstand.yml": f"{described}hinweis: {start} {rest}\n"}
    report, _ = loaded(small_county(tmp_path, files))
    page = {one.path: one for one in indikator.plan(report)}[f"{FOLDER}index.html"].make().decode()
    beside, folded = (text_of(one) for one in page.split('<div id="methode"'))
    assert start in beside and "Mehr dazu" in beside
    assert beside.count("Mehr davon.") < 20 and folded.count("Mehr davon.") == 30


def test_the_page_of_a_lone_number_shows_what_it_belongs_to(planned: dict[str, Output]) -> None:
    page = made(planned, "sozialbericht/miete/index.html")
    assert '<section aria-labelledby="verwandt">' not in page  # Land beside it is drawn
    assert '<img src="rangfolge.svg"' in page
    assert '<details name="ansicht"' not in page  # there is no other picture


def test_citation_names_all_and_no_clock(planned: dict[str, Output]) -> None:
    assert (
        "Musterkreis: Leerstand (2022). Fokusbericht, Fassung vom 21.\u00a0Januar 2026. "
        "Daten: Musteramt, Stand 31.\u00a0Dezember 2022. "
        "https://muster.example/sozialbericht/leerstand/<"
    ) in made(planned, f"{FOLDER}index.html")


def test_code_for_frames_is_text_on_the_page(planned: dict[str, Output]) -> None:
    page = made(planned, f"{FOLDER}index.html")
    assert "<iframe" not in page
    assert (
        "&lt;iframe src=&#34;https://muster.example/einbetten/leerstand/&#34; "
        "title=&#34;Leerstand – Fokusbericht Musterkreis&#34; width=&#34;100%&#34;"
    ) in page


@pytest.mark.parametrize(
    "name", ["karte.svg", "verlauf-mit-quelle.svg", "rangfolge-mit-quelle.svg"]
)
def test_pictures_bear_title_source_and_address(planned: dict[str, Output], name: str) -> None:
    words = text_of(made(planned, FOLDER + name))
    assert "Leerstand" in words
    assert "Musteramt" in words
    assert "https://muster.example/sozialbericht/leerstand/" in words


def test_data_tell_why_a_figure_is_missing(planned: dict[str, Output]) -> None:
    data = orjson.loads(made(planned, "api/v1/indikatoren/leerstand.json"))
    assert (data["titel"], data["einheit"], data["adresse"]) == (
        "Leerstand",
        "%",
        "https://muster.example/sozialbericht/leerstand/",
    )
    assert data["raeume"]["nord"] == {"name": "Raum Nord", "ebene": "betrachtungsraum"}
    of_2022 = {one["raum"]: one for one in data["werte"] if one["jahr"] == 2022}
    assert of_2022["01099001"] == {
        "ebene": "kommune",
        "raum": "01099001",
        "name": "Nordort",
        "jahr": 2022,
        "wert": 2.4,
    }
    assert of_2022["01099002"] == {
        "ebene": "kommune",
        "raum": "01099002",
        "name": "Mitte",
        "jahr": 2022,
        "wert": None,
        "fehlt": "unbekannt",
    }


def test_keys_of_the_data_are_in_the_handbook(planned: dict[str, Output]) -> None:
    notes = (REPOSITORY / "docs" / "betrieb.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([^`]+)`", notes.partition("## Daten zum Weiterverwenden")[2]))
    data = orjson.loads(made(planned, "api/v1/indikatoren/leerstand.json"))
    assert {*data, *data["werte"][0], *MISSING.values()} - told == set()


def test_page_for_frames(planned: dict[str, Output]) -> None:
    page = made(planned, "einbetten/leerstand/index.html")
    assert "<script" not in page
    assert "<nav" not in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://muster.example/sozialbericht/leerstand/">' in page
    assert '<a href="../../sozialbericht/leerstand/" target="_blank">' in page
    assert "Dies ist ein erdachter Kreis." in page
    assert "Am höchsten war der Anteil in Südort" in page


def test_page_for_frames_without_a_picture_shows_the_number(planned: dict[str, Output]) -> None:
    page = made(planned, "einbetten/miete/index.html")
    assert '<p class="gross">9,10\u202f€/m²</p>' in page


def test_number_and_table_for_frames(planned: dict[str, Output]) -> None:
    number = made(planned, "einbetten/leerstand/zahl/index.html")
    assert "<h1>Leerstand 2022</h1>" in number
    assert '<p class="gross">' in number
    assert "Am höchsten war der Anteil in Südort" in number
    table = made(planned, "einbetten/leerstand/tabelle/index.html")
    assert "<h1>Leerstand (2022, %)</h1>" in table
    # A link would lead to a page that no frame may show; only the last leaves it.
    assert re.findall(r"<a [^>]*>", table) == [
        '<a href="../../../sozialbericht/leerstand/" target="_blank">'
    ]
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table)[:2] == ["Kommune", "2022"]
    for page in (number, table):
        assert "<script" not in page
        assert '<meta name="robots" content="noindex">' in page
        assert "Musteramt" in page
        assert "Dies ist ein erdachter Kreis." in page


def test_there_is_no_spread_of_few_places(planned: dict[str, Output]) -> None:
    parts = sorted(path for path in planned if path.startswith("einbetten/leerstand/"))
    assert parts == [
        "einbetten/leerstand/index.html",
        "einbetten/leerstand/tabelle/index.html",
        "einbetten/leerstand/zahl/index.html",
    ]


def test_the_spread_for_frames_is_the_drawing_of_the_page(muster_report: Report) -> None:
    pages = {one.path: one for one in einbetten.plan(muster_report)}
    page = made(pages, "einbetten/leerstandsquote/verteilung/index.html")
    assert 'src="../../../sozialbericht/leerstandsquote/verteilung.svg"' in page
    assert "Verteilung</h1>" in page


def test_the_page_offers_each_frame(planned: dict[str, Output]) -> None:
    page = made(planned, f"{FOLDER}index.html")
    for part, title in (("", "Karte"), ("zahl/", "Nur die Zahl"), ("tabelle/", "Tabelle")):
        assert f"<h4>{title}</h4>" in page
        assert f'<a href="../../einbetten/leerstand/{part}">So sieht es aus' in page
        assert f"https://muster.example/einbetten/leerstand/{part}&#34;" in page
    assert page.count("sandbox=&#34;allow-popups allow-popups-to-escape-sandbox&#34;") == 3


def test_programs_are_told_of_the_frame(planned: dict[str, Output]) -> None:
    address = "https://muster.example/oembed/leerstand.json"
    page = made(planned, f"{FOLDER}index.html")
    assert f'<link rel="alternate" type="application/json+oembed" href="{address}"' in page
    told = orjson.loads(made(planned, "oembed/leerstand.json"))
    frame = lxml.html.fragment_fromstring(told.pop("html"))
    assert told == {
        "version": "1.0",
        "type": "rich",
        "title": "Leerstand",
        "provider_name": "Fokusbericht Musterkreis",
        "provider_url": "https://muster.example/",
        "width": 600,
        "height": 780,
    }
    assert dict(frame.attrib) == {
        "src": "https://muster.example/einbetten/leerstand/",
        "title": "Leerstand – Fokusbericht Musterkreis",
        "width": "100%",
        "height": "780",
        "loading": "lazy",
        "sandbox": "allow-popups allow-popups-to-escape-sandbox",
        "style": "border: 0",
    }


def test_a_card_stands_for_the_page_elsewhere(planned: dict[str, Output]) -> None:
    page = made(planned, f"{FOLDER}index.html")
    head = dict(
        re.findall(r'<meta (?:name|property)="((?:og|twitter):[^"]+)" content="(.*?)">', page)
    )
    assert head == {
        "og:title": "Leerstand",
        "og:type": "article",
        "og:site_name": "Fokusbericht Musterkreis",
        "og:locale": "de_DE",
        "og:url": "https://muster.example/sozialbericht/leerstand/",
        "og:image": "https://muster.example/sozialbericht/leerstand/teilen.png",
        "og:image:alt": (
            "Kennzahl: Leerstand. Für 2022 ist der Anteil im Musterkreis nicht bekannt: "
            "Nur für zwei von drei Kommunen liegen Werte vor."
        ),
        "twitter:card": "summary_large_image",
    }
    assert '<meta name="description" property="og:description" content="' in page


def test_a_card_is_made_anew_only_for_what_it_shows(tmp_path: Path, report: Report) -> None:
    def cards(report: Report) -> dict[str, bytes]:
        found = (one for one in indikator.plan(report) if one.path.endswith("teilen.png"))
        return {one.path: one.plain() for one in found}

    before, name = cards(report), "indicators/wohnen/leerstand.yml"
    text = (SMALL / name).read_text(encoding="utf-8")
    other, _ = loaded(small_county(tmp_path / "a", {name: text + "hinweis: Vorsicht.\n"}))
    assert cards(other) == before
    told = re.sub(r"(?m)^titel: .*$", "titel: Leere Wohnungen", text)
    other, _ = loaded(small_county(tmp_path / "b", {name: told}))
    after = cards(other)
    assert [path for path in after if after[path] != before[path]] == [f"{FOLDER}teilen.png"]


def test_equal_shown_figures_share_a_rank(tmp_path: Path) -> None:
    table = "raum;jahr;zaehler;nenner\n01099001;2022;1001;10000\n01099002;2022;1003;10000\n"
    files = {"indicators/wohnen/leerstand.csv": f"{table}01099003;2022;50;1000\n"}
    report, _ = loaded(small_county(tmp_path, files))
    planned = {one.path: one for one in indikator.plan(report)}
    rows = made(planned, f"{FOLDER}rangfolge.csv").splitlines()[1:]
    assert [row.split(";")[-1] for row in rows] == ["1", "1", "3"]


def test_files_say_for_how_many_there_are_figures(muster_report: Report) -> None:
    told = {
        output.offer.page.split("/")[2]: dict(output.offer.facts)["für"]
        for output in indikator.plan(muster_report)
        if output.offer
    }
    assert told["leerstandsquote"] == "alle 14 Kommunen"
    assert told["inklusive-beschulung"] == "7 von 14 Kommunen"
    assert told["fahrzeit-zentrum"] == "9 von 10 Ämtern und amtsfreien Kommunen"
    assert set(told.values()) >= {"den Kreis"}
