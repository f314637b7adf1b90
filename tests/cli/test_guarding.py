"""The commands around secret figures as editors use them: sentences, exit codes, files."""

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from publishing import DATENSCHUTZ, IMPRESSUM, KREIS, PAGE, ready, ready_kreis
from secrecy.small_county import small_county
from support import build, files

from fokusbericht.cli.guarding import guard_lines
from fokusbericht.load import load_report

FOLDER = "indicators/wohnen"
REMINDER = "Nur diese Tabellen gehören ins Repository. Die Rohtabellen bleiben in ihrem Ordner."
RAW = "enthält die Rohwerte und wird beim Bau geschützt – sie ist so öffentlich wie das Repository."
RAWS = (
    "enthalten die Rohwerte und werden beim Bau geschützt – sie sind so öffentlich wie das "
    "Repository."
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a county with two protected counts that have nothing to do with one another."""
    found = replace(small_county(), archive="", content={})
    return found.only(("notlagen", "zuflucht", "bevoelkerung")).write(tmp_path / "kreis")


def put_away(root: Path, *names: str) -> Path:
    """Move raw tables to a folder outside the county."""
    secret = root.parent / "geheim"
    secret.mkdir(exist_ok=True)
    for name in names:
        shutil.move(root / FOLDER / f"{name}.csv", secret)
    return secret


def lines(root: Path) -> list[str]:
    """Return what is said before a publication."""
    report, problems = load_report(root)
    assert problems == []
    return list(guard_lines(report))


def test_schuetzen_writes_public_tables_and_says_so(root: Path) -> None:
    secret = put_away(root, "notlagen")
    shutil.copy(root / FOLDER / "zuflucht.csv", secret)
    done = build(root, "schuetzen", str(secret))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{FOLDER}/notlagen.csv: 2 von 15 Zellen sind geheim",
        f"{FOLDER}/zuflucht.csv: 30 von 45 Zellen sind geheim",
        "  Hier standen Rohwerte. Sie bleiben in der Geschichte des Repositorys lesbar.",
        REMINDER,
    ]
    again = build(root, "schuetzen", "notlagen", "--geheim", str(secret))
    assert again.stdout.splitlines() == [
        f"{FOLDER}/notlagen.csv: 2 von 15 Zellen sind geheim (unverändert)",
        REMINDER,
    ]


def test_a_raw_table_under_embargo_is_left_alone_until_its_day(root: Path) -> None:
    secret = put_away(root, "notlagen", "zuflucht")
    with (root / FOLDER / "zuflucht.yml").open("a", encoding="utf-8") as file:
        file.write("ab: 2999-01-01\n")
    done = build(root, "schuetzen", str(secret))
    assert done.stdout.splitlines() == [
        f"{FOLDER}/notlagen.csv: 2 von 15 Zellen sind geheim",
        "1 Tabelle bleibt noch liegen, unter Sperrfrist bis 1. Januar 2999; früher geht es mit "
        "--tag.",
        REMINDER,
    ]
    assert not (root / FOLDER / "zuflucht.csv").exists()
    done = build(root, "schuetzen", "zuflucht", "--geheim", str(secret))
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        "zuflucht.csv:1:1: „zuflucht“ erscheint erst ab 1. Januar 2999. Soll die Tabelle schon "
        "vorher geschützt werden, bitte mit „--tag 2999-01-01“. (schuetzen)"
    )
    done = build(root, "schuetzen", str(secret), "--tag", "2999-01-01")
    assert f"{FOLDER}/zuflucht.csv: 30 von 45 Zellen sind geheim" in done.stdout


def test_schuetzen_writes_all_tables_or_none(root: Path) -> None:
    secret = put_away(root, "notlagen", "zuflucht")
    path = secret / "zuflucht.csv"
    path.write_text(path.read_text().replace("2023;", "2023;?", 1))
    before = files(root)
    done = build(root, "schuetzen", str(secret))
    assert done.returncode == 1
    assert done.stdout.startswith("zuflucht.csv:")
    assert done.stdout.endswith("\nEine Stelle ist zu berichtigen. Nichts wurde geschrieben.\n")
    assert str(secret) not in done.stdout
    assert files(root) == before


def test_schuetzen_refuses_a_folder_in_the_repository(root: Path) -> None:
    done = build(root, "schuetzen", str(root / FOLDER))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{root / FOLDER} liegt im Repository. Rohtabellen gehören in einen Ordner außerhalb, "
        "sonst werden sie mit ihm öffentlich. Nichts wurde geschrieben.\n"
    )


def test_festhalten(root: Path) -> None:
    done = build(root, "festhalten")
    assert done.returncode == 1
    assert done.stderr == (
        f"{root / 'site'} ist keine gebaute Website: Dort fehlt "
        "sozialbericht/notlagen/daten.csv. Nichts wurde geschrieben.\n"
    )
    page = "raum_schluessel;jahr;wert\n01099001;2023;30\n01099002;2023;x\n"
    path = root / "site/sozialbericht/notlagen/daten.csv"
    path.parent.mkdir(parents=True)
    path.write_text(page)
    done = build(root, "festhalten", "--tag", "2025-03-01")
    assert done.stdout.splitlines() == [
        "archiv/veroeffentlicht.csv, 2025-03-01: 2 Zellen neu.",
        "archiv/daten.csv, 2025-03-01: 1 Zahl neu.",
        "Beide gehören ins Repository.",
    ]
    done = build(root, "festhalten", str(root / "site"))
    assert done.stdout == f"Nichts Neues: Was {root / 'site'} zeigt, ist schon festgehalten.\n"
    path.write_text("raum_schluessel;jahr;wert\n01099001;2023;31\n01099003;2023;6\n")
    done = build(root, "festhalten", "--out", str(root / "site"), "--tag", "2025-04-01")
    assert done.stdout.splitlines()[:2] == [
        "archiv/veroeffentlicht.csv, 2025-04-01: 1 Zelle neu, 1 geändert, 1 entfallen.",
        "archiv/daten.csv, 2025-04-01: geänderte Werte bei 1 Zahl.",
    ]


def test_days_that_cannot_be(root: Path) -> None:
    tomorrow = date.today() + timedelta(days=1)
    done = build(root, "festhalten", "--tag", str(tomorrow))
    assert done.stderr == f"Der {tomorrow} liegt in der Zukunft. Nichts wurde geschrieben.\n"
    done = build(root, "festhalten", "--tag", "gestern")
    assert done.returncode == 1
    assert "--tag: „gestern“ ist kein Tag der Form JJJJ-MM-TT" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["schuetzen"], "zu „schuetzen“ gehört der Ordner mit den Rohtabellen"),
        (["bauen", "--geheim", "x"], "--geheim gehört zu „schuetzen“"),
        (
            ["stueckliste", "--tag", "2025-03-01"],
            "--tag gehört zu „bauen“, „pruefen“, „vorschau“, „schuetzen“, „festhalten“, „paket“, "
            "„einfrieren“ und „heft“",
        ),
        (["pruefen", "alles"], "unbekannt ist alles"),
    ],
)
def test_wrong_calls(root: Path, arguments: list[str], sentence: str) -> None:
    done = build(root, *arguments)
    assert done.returncode == 1
    assert done.stderr.endswith(f"Der Aufruf ist nicht verständlich: {sentence}\n")


def test_which_way_is_in_use(root: Path) -> None:
    assert lines(root) == [f"Geheimhaltung: 2 Tabellen {RAWS}"]
    secret = put_away(root, "notlagen")
    assert build(root, "schuetzen", str(secret)).returncode == 0
    assert lines(root) == [f"Geheimhaltung: 1 Tabelle ist schon geschützt; 1 {RAW}"]
    put_away(root, "zuflucht")
    assert build(root, "schuetzen", str(secret)).returncode == 0
    assert lines(root) == ["Geheimhaltung: 2 Tabellen sind schon geschützt."]


def test_one_raw_table(tmp_path: Path) -> None:
    found = replace(small_county(), archive="", content={}).only(("notlagen", "bevoelkerung"))
    assert lines(found.write(tmp_path / "eine")) == [f"Geheimhaltung: 1 Tabelle {RAW}"]
    assert lines(found.only(["bevoelkerung"]).write(tmp_path / "keine")) == []


def test_what_an_earlier_publication_has_shown(root: Path) -> None:
    (root / "archiv").mkdir()
    (root / "archiv/veroeffentlicht.csv").write_text(
        "tag;indikator;raum;jahr;wert\n2024-03-01;notlagen;01099002;2023;1\n"
    )
    assert lines(root)[1:] == [
        "Schon veröffentlicht und nicht zurückzuholen: „notlagen“, Birke 2023 ist heute geheim."
    ]


def publishable(root: Path) -> None:
    """Fill in what must be there before a site goes public."""
    kreis = root / KREIS
    kreis.write_text(ready_kreis(kreis.read_text(encoding="utf-8")), encoding="utf-8")
    pages = {name: text for name, text in ready().items() if name in (IMPRESSUM, DATENSCHUTZ)}
    for name, page in (pages | PAGE).items():
        (root / name).write_text(page, encoding="utf-8")


def test_pruefen_says_it_before_a_publication(root: Path) -> None:
    publishable(root)
    done = build(root, "pruefen", "--veroeffentlichen")
    assert done.returncode == 0, done.stdout
    told = done.stdout.splitlines()
    start = told.index(f"Geheimhaltung: 2 Tabellen {RAWS}")
    cells = [
        re.fullmatch(r"  [a-z]+: \d+ von \d+ Zellen gesperrt \(Rohwerte\)", one)
        for one in told[start + 1 : -1]
    ]
    assert len(cells) == 2 and all(cells)
    assert told[-1].startswith("Alles in Ordnung: ")
    assert "Diese Zahlen sind noch nicht festgehalten: 60 Zellen" in done.stdout
    assert "Geheimhaltung:" not in build(root, "pruefen").stdout


def test_nothing_of_the_site_before_stays_beside_a_publication(root: Path) -> None:
    publishable(root)
    spare = root / ".site.vorher"
    assert build(root).returncode == 0 and not spare.exists()
    text = root / IMPRESSUM
    text.write_text(text.read_text(encoding="utf-8") + "\nEin Satz mehr.\n", encoding="utf-8")
    assert build(root).returncode == 0 and (spare / "index.html").is_file()
    assert build(root).returncode == 0 and spare.is_dir()  # nothing has changed
    assert build(root, "--veroeffentlichen").returncode == 0 and not spare.exists()


def test_a_build_for_publication_says_it_as_well(root: Path) -> None:
    publishable(root)
    done = build(root, "--veroeffentlichen")
    assert done.returncode == 0, done.stdout
    assert f"Geheimhaltung: 2 Tabellen {RAWS}\n" in done.stdout
    assert "festgehalten" not in done.stdout
    assert build(root, "festhalten").stdout.startswith("archiv/veroeffentlicht.csv, ")
    assert "festgehalten" not in build(root, "pruefen", "--veroeffentlichen").stdout
