"""What an editor writes about a file, and what is told when it makes no sense."""

from decimal import Decimal
from pathlib import Path

import pytest
from handbook import HANDBOOK
from hypothesis import given, settings
from hypothesis import strategies as st
from importers.county import GUIDES

from fokusbericht.importers import ARTEN
from fokusbericht.importers.guide import Columns, Gebietsebene, Guide, read_guide
from fokusbericht.importers.keys import KeySpelling
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.problems import Problem

FULL = """\
art: tabelle
datei: "*quelle*"
blatt: Daten {jahr}
kopfzeile: 3-5
schluessel: [Land, RB, Kreis, Gem]
schluesselform: amtlich
gebiete: {"17": D}
verband: Amt
jahr: {spalte: Jahr}
zaehler: [a, b]
nenner: {alle: c}
filter: {Geschlecht: Insgesamt}
ausser: {Name: [Summe, Kreis]}
summieren: true
ebenen: [kommune, kreis]
faktor: 0,1
runden: 2
dezimalzeichen: ","
fehlzeichen: {"*": x, "k. A.": .}
leer: "0"
unbekannt: ["01099003"]
kodierung: windows-1252
trennzeichen: ";"
"""


def read(folder: Path, text: str) -> tuple[Guide | None, list[str]]:
    (folder / "x.einlesen.yml").write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    guide = read_guide(folder, "x.einlesen.yml", Guide(), problems)
    return guide, [str(problem) for problem in problems]


def test_all_keys(tmp_path: Path) -> None:
    guide, problems = read(tmp_path, FULL)
    assert problems == []
    assert guide is not None
    assert guide.kopfzeile == (3, 5)
    assert guide.schluessel == ("Land", "RB", "Kreis", "Gem")
    assert guide.spelling is KeySpelling.AMTLICH
    assert (guide.jahr, guide.jahrspalte, guide.jahre_im_kopf) == (None, "Jahr", False)
    assert guide.werte == (Columns(("a", "b")), Columns(("c",), every=True))
    assert guide.filter == {"Geschlecht": ("Insgesamt",)}
    assert guide.ausser == {"Name": ("Summe", "Kreis")}
    assert guide.ebenen == (Gebietsebene.KOMMUNE, Gebietsebene.KREIS)
    assert guide.faktor == Decimal("0.1")
    assert guide.fehlzeichen["*"] is Fehlgrund.GEHEIM
    assert guide.fehlzeichen["k. A."] is Fehlgrund.UNBEKANNT
    assert guide.fehlzeichen["/"] is Fehlgrund.UNSICHER
    assert guide.leer == 0
    assert (guide.datei, guide.gebiete, guide.verband) == ("*quelle*", {"17": "D"}, ("Amt",))
    assert (guide.runden, guide.unbekannt) == (2, ("01099003",))
    assert guide.in_year(2024).blatt == "Daten 2024"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "wret: a",
            "x.einlesen.yml:1:1: Den Schlüssel „wret“ gibt es hier nicht. Meinten Sie „wert“?",
        ),
        ("jahr: bald", "x.einlesen.yml:1:7: „bald“: Hier steht ein Jahr, „kopf“ oder {spalte: "),
        ("kopfzeile: 5-3", "x.einlesen.yml:1:12: „5-3“: Hier steht die Nummer der Kopfzeile"),
        (
            "zaehler: a",
            "x.einlesen.yml:1:1: Hier steht entweder „wert“ oder „zaehler“ und „nenner“.",
        ),
        ("faktor: viel", "x.einlesen.yml:1:9: „viel“ ist keine Zahl."),
        ("faktor: 0", "x.einlesen.yml:1:9: Mit „faktor“ 0 wäre jeder Wert 0."),
        (
            "kodierung: ansi",
            "x.einlesen.yml:1:12: „ansi“ steht nicht zur Wahl. Möglich sind: „utf-8“",
        ),
        (
            "ebenen: [komune]",
            "x.einlesen.yml:1:10: „komune“ ist keine Ebene. Meinten Sie „kommune“?",
        ),
        ("fehlzeichen: {'*': geheim}", "x.einlesen.yml:1:20: „geheim“ steht nicht zur Wahl."),
        ("schluesselform: bezirk", "x.einlesen.yml:1:17: „bezirk“ steht nicht zur Wahl."),
        ("runden: viel", "x.einlesen.yml:1:9: „viel“ ist keine ganze Zahl"),
        ("leer: nichts", "x.einlesen.yml:1:7: „nichts“ steht nicht zur Wahl."),
        ("jahr: [", "x.einlesen.yml:2:1: "),
    ],
)
def test_what_makes_no_sense(tmp_path: Path, line: str, told: str) -> None:
    guide, problems = read(tmp_path, line + "\n")
    assert guide is None
    assert len(problems) == 1
    assert problems[0].startswith(told)


@pytest.mark.parametrize("path", sorted(GUIDES.iterdir()), ids=lambda path: path.name)
def test_the_guides_of_real_files(tmp_path: Path, path: Path) -> None:
    guide, problems = read(tmp_path, path.read_text(encoding="utf-8"))
    assert problems == []
    assert guide is not None


@settings(max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from([line.split(":")[0] for line in FULL.splitlines()]),
        st.text(alphabet='abc019:{}[]",-\n ', max_size=12),
    )
)
def test_any_guide_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, str]
) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in entries.items())
    guide, problems = read(tmp_path_factory.mktemp("g"), text)
    assert (guide is None) == bool(problems)


def test_the_handbook_names_every_kind_and_every_key() -> None:
    lines = (HANDBOOK.read_text(encoding="utf-8")).splitlines()
    start = lines.index("### Amtliche Dateien einlesen")
    told = "\n".join(lines[start : start + 90])
    keys = [line.split(":")[0] for line in FULL.splitlines()]
    assert [key for key in keys if f"`{key}`" not in told and f"\n{key}:" not in told] == []
    assert [art for art in ARTEN if f"| `{art}` |" not in told] == []
    assert [one.value for one in Gebietsebene if f"`{one.value}`" not in told] == []
    known = told + "amtlich"  # what is usual needs no saying
    assert [one.value for one in KeySpelling if one.value not in known] == []
