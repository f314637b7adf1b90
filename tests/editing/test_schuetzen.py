"""Public tables out of raw ones: what they hold, what they are for, what is refused."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from secrecy.county import KOMMUNEN, County
from secrecy.small_county import small_county

from fokusbericht.editing import schuetzen
from fokusbericht.editing.geheim import Source, open_source
from fokusbericht.editing.public_table import public_table
from fokusbericht.editing.schuetzen import SAME, Plan, plan_tables, write_tables
from fokusbericht.load import load_report
from fokusbericht.model.figures import Indikator
from fokusbericht.site import plan_site

PEOPLE = "bevoelkerung"
SAME_CASES = ("arbeitslose", "arbeitslosenquote", "arbeitslosenwandel")
WHOLE = ("empfaenger", "empfaengerinnen", "empfaenger-maenner")
CARE = ("pflegefaelle", "betreuung", "alter", "pflegequote")
OPEN = (PEOPLE, "pflegekraefte")
FOLDER = "indicators/wohnen"


def county(*names: str) -> County:
    """Return a county with some of the small figures of the one that is attacked."""
    whole = replace(small_county(), archive="", content={})
    found = whole.only((*OPEN, *names))
    if "empfaenger" in names:
        parts = [["empfaengerinnen", "empfaenger-maenner"]]
        found = found.with_head("empfaenger", bestandteile=parts)
    return found


def apart(found: County, folder: Path, *kept: str) -> tuple[Path, Path]:
    """Write a county whose raw tables lie outside of it, but for those that are kept."""
    root, secret = found.write(folder / "kreis"), folder / "geheim"
    secret.mkdir()
    for path in (root / FOLDER).glob("*.csv"):
        if path.stem not in {*OPEN, *kept}:
            shutil.move(path, secret / path.name)
    return root, secret


def planned(root: Path, secret: Path, quelle: str = "") -> Plan:
    """Return what would be written."""
    source = open_source(root, quelle, secret)
    assert isinstance(source, Source), source
    return plan_tables(root, source)


def protected(root: Path, secret: Path, quelle: str = "") -> Plan:
    """Write the public tables."""
    plan = planned(root, secret, quelle)
    assert plan.problems == ()
    write_tables(root, plan)
    return plan


def told(root: Path, secret: Path, quelle: str = "") -> list[str]:
    """Return the problems because of which nothing would be written."""
    plan = planned(root, secret, quelle)
    assert plan.tables == ()
    return [str(problem) for problem in plan.problems]


def site(root: Path) -> Mapping[str, bytes]:
    """Return all files of a county's site."""
    report, problems = load_report(root)
    outputs, dead = plan_site(report)
    assert (problems, dead) == ([], [])
    return {output.path: output.make() for output in outputs}


def test_a_site_of_public_tables_is_that_of_the_raw_ones(tmp_path: Path) -> None:
    found = county(*SAME_CASES, *WHOLE, *CARE)
    root, secret = apart(found, tmp_path)
    plan = protected(root, secret)
    assert sum(table.hidden for table in plan.tables) > 40
    raw, public = site(found.write(tmp_path / "roh")), site(root)
    assert list(raw) == list(public)
    assert [path for path in raw if raw[path] != public[path]] == []


def test_what_a_public_table_looks_like(tmp_path: Path) -> None:
    root, secret = apart(county("arbeitslose", "arbeitslosenquote"), tmp_path)
    protected(root, secret)
    data = (root / FOLDER / "arbeitslosenquote.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data
    head, *rows = data.decode().splitlines()
    assert head == "raum;jahr;geschuetzt;nenner"
    assert rows == sorted(rows, key=lambda row: (row.split(";")[0], row.split(";")[1]))
    cells = {tuple(row.split(";")[:2]): row.split(";")[2:] for row in rows}
    assert cells[KOMMUNEN[1], "2023"] == ["x", "40"]  # one of forty
    assert cells["01099", "2023"] == ["2,6", "."]
    assert {area for area, _ in cells} == {*KOMMUNEN, "nord", "sued", "ost", "west", "01099"}
    counts = (root / FOLDER / "arbeitslose.csv").read_text().splitlines()
    assert counts[0] == "raum;jahr;geschuetzt"
    assert "01099002;2023;x" in counts


def test_a_base_that_is_secret_is_not_told(tmp_path: Path) -> None:
    root, secret = apart(county(*CARE), tmp_path)
    protected(root, secret)
    needy = (root / FOLDER / "pflegefaelle.csv").read_text()
    staff = (root / FOLDER / "betreuung.csv").read_text()
    assert "01099002;2023;x\n" in needy
    assert "01099002;2023;x;.\n" in staff


def test_a_second_time_nothing_changes(tmp_path: Path) -> None:
    root, secret = apart(county(*SAME_CASES), tmp_path)
    first = protected(root, secret)
    files = {path: path.stat().st_mtime_ns for path in (root / FOLDER).glob("*.csv")}
    again = protected(root, secret)
    assert [table.text for table in again.tables] == [table.text for table in first.tables]
    assert {table.before for table in again.tables} == {SAME}
    assert {path: path.stat().st_mtime_ns for path in (root / FOLDER).glob("*.csv")} == files
    assert not list(root.rglob(".*.neu"))


def test_some_of_the_tables(tmp_path: Path) -> None:
    root, secret = apart(county(*SAME_CASES, "zuflucht"), tmp_path)
    assert [table.path for table in protected(root, secret, "zuflucht").tables] == [
        f"{FOLDER}/zuflucht.csv"
    ]
    (secret / "arbeit").mkdir()
    for path in secret.glob("arbeitslose*.csv"):
        path.rename(secret / "arbeit" / path.name)
    assert len(protected(root, secret, "arbeit").tables) == 2
    assert len(protected(root, secret, str(secret / "arbeit" / "arbeitslose.csv")).tables) == 1


def test_what_hangs_together_is_written_together(tmp_path: Path) -> None:
    root, secret = apart(county(*SAME_CASES), tmp_path)
    assert told(root, secret, "arbeitslose") == [
        f"{FOLDER}/arbeitslosenquote.csv:1:1: „arbeitslosenquote“ hängt mit „arbeitslose“ "
        "zusammen, und auch diese Tabelle würde sich ändern. Nur beide zusammen sind geschützt: "
        "Bitte QUELLE weglassen. (schuetzen)"
    ]


def test_an_earlier_publication_hides_other_cells(tmp_path: Path) -> None:
    found = replace(small_county(), content={}).only(("notlagen", *OPEN))
    hidden = {}
    for name, one in (("mit", found), ("ohne", replace(found, archive=""))):
        root, secret = apart(one, tmp_path / name)
        (table,) = protected(root, secret).tables
        rows = [row.split(";") for row in table.text.splitlines()]
        hidden[name] = [area for area, _, value in rows if value == "x"]
    assert hidden == {"mit": list(KOMMUNEN[:2]), "ohne": [KOMMUNEN[1], KOMMUNEN[3]]}


def test_mistakes_are_told_by_their_place_in_the_folder(tmp_path: Path) -> None:
    root, secret = apart(county("arbeitslose", "arbeitslosenquote"), tmp_path)
    (secret / "amt").mkdir()
    path = (secret / "arbeitslose.csv").rename(secret / "amt" / "arbeitslose.csv")
    path.write_text(path.read_text().replace("01099001;2020;", "01099001;2020;viele"))
    (line,) = told(root, secret)
    assert line.startswith("amt/arbeitslose.csv:2:15: „viele")


def test_tables_that_do_not_belong_here(tmp_path: Path) -> None:
    found = county(*SAME_CASES)
    root, secret = apart(found, tmp_path)
    shutil.copy(root / FOLDER / "bevoelkerung.csv", secret)
    shutil.copy(secret / "arbeitslose.csv", secret / "arbeitslosenwandel.csv")
    shutil.copy(secret / "arbeitslose.csv", secret / "arbeitslos.csv")
    (secret / "noch").mkdir()
    shutil.copy(secret / "arbeitslose.csv", secret / "noch")
    assert told(root, secret) == [
        "arbeitslos.csv:1:1: Zu dieser Tabelle gibt es in indicators/ keine Beschreibung "
        "„arbeitslos.yml“. Meinten Sie „arbeitslose“? (schuetzen)",
        "arbeitslosenwandel.csv:1:1: Dieser Indikator wird berechnet („ableitung“) und hat keine "
        "eigene Tabelle. (schuetzen)",
        f"bevoelkerung.csv:1:1: In {FOLDER}/bevoelkerung.yml steht, dass hier nichts geheim ist "
        f"(„keine“). Bitte die Tabelle nach {FOLDER}/ legen und aus diesem Ordner nehmen. "
        "(schuetzen)",
        "noch/arbeitslose.csv:1:1: Zu „arbeitslose“ liegt hier schon die Tabelle arbeitslose.csv. "
        "(schuetzen)",
    ]


def test_a_public_table_is_no_raw_one(tmp_path: Path) -> None:
    root, secret = apart(county(*SAME_CASES), tmp_path)
    protected(root, secret)
    shutil.copy(root / FOLDER / "arbeitslose.csv", secret)
    assert told(root, secret) == [
        "arbeitslose.csv:1:1: Diese Tabelle ist schon geschützt. Hier werden die Rohwerte "
        "erwartet. (schuetzen)"
    ]


@pytest.mark.parametrize(
    ("names", "left", "other"),
    [
        (("arbeitslose", "arbeitslosenquote"), "arbeitslosenquote", "arbeitslose"),
        # It is not protected itself, but its denominators are what is secret.
        (("pflegefaelle", "betreuung"), "betreuung", "pflegefaelle"),
    ],
)
def test_raw_tables_left_in_the_repository(
    tmp_path: Path, names: tuple[str, ...], left: str, other: str
) -> None:
    root, secret = apart(county(*names), tmp_path, left)
    assert told(root, secret) == [
        f"{FOLDER}/{left}.csv:1:1: Diese Tabelle liegt offen im Repository und hängt mit „{other}“ "
        "zusammen: Aus ihr ließe sich ausrechnen, was dort geheim ist. Bitte auch sie in den "
        "geschützten Ordner legen. (schuetzen)"
    ]


def test_other_raw_tables_may_stay(tmp_path: Path) -> None:
    root, secret = apart(county("zuflucht", "notlagen"), tmp_path, "zuflucht")
    assert [table.path for table in protected(root, secret).tables] == [f"{FOLDER}/notlagen.csv"]


def test_kinship_that_only_raw_figures_tell(tmp_path: Path) -> None:
    found = county("schueler", "schueler-foerder", "schueler-regel")
    told_of_all = {"keine": "Das steht in jeder Schulstatistik."}
    found = found.with_head("schueler", geheimhaltung=told_of_all)
    root, secret = apart(found, tmp_path, "schueler")
    assert told(root, secret) == [
        f"{FOLDER}/schueler.csv:1:1: Diese Zahl hängt mit geschützten zusammen („schueler“ ist die "
        "Summe von „schueler-foerder“, „schueler-regel“); zu sehen ist das aber nur an den "
        "Rohwerten. Bitte angeben („bestandteile“, „gleiche_faelle“). (schuetzen)"
    ]
    said = found.with_head("schueler", bestandteile=["schueler-foerder", "schueler-regel"])
    root, secret = apart(said, tmp_path / "angegeben", "schueler")
    assert len(protected(root, secret).tables) == 2


def test_what_can_be_computed_is_not_written(tmp_path: Path) -> None:
    found = county("zuflucht")
    one_in_all = {(area, 2023): (0.0,) for area in KOMMUNEN[:9]} | {(KOMMUNEN[9], 2023): (1.0,)}
    table = replace(found.tables["zuflucht"], cells=one_in_all | {("01099", 2023): (4.0,)})
    root, secret = apart(replace(found, tables={**found.tables, "zuflucht": table}), tmp_path)
    sentence = "Der geheime Wert von Jagen 2023 lässt sich aus dem, was sonst veröffentlicht wird,"
    place = f"{FOLDER}/zuflucht.yml:1:1"
    assert any(line.startswith(f"{place}: {sentence}") for line in told(root, secret))
    assert not (root / FOLDER / "zuflucht.csv").exists()


def test_a_table_that_tells_something_else_is_our_own_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(indikator: Indikator) -> str:
        return public_table(indikator).replace(";x\n", ";0\n", 1)

    root, secret = apart(county("notlagen"), tmp_path)
    monkeypatch.setattr(schuetzen, "public_table", careless)
    assert told(root, secret) == [
        f"{FOLDER}/notlagen.csv:1:1: Die geschützte Tabelle ließ sich nicht bestätigen: Sie sagt "
        "etwas anderes als die Rohtabelle, oder zu viel. Das ist ein Fehler im Programm. Bitte "
        "melden. (schuetzen)"
    ]
    assert not (root / FOLDER / "notlagen.csv").exists()


def test_an_example_that_is_left_out(tmp_path: Path) -> None:
    found = county("notlagen").with_head("notlagen", beispiel=True)
    root, secret = apart(found, tmp_path)
    kreis = root / "content/kreis.yml"
    kreis.write_text(kreis.read_text().replace("beispiele: true", "beispiele: false"))
    assert told(root, secret) == [
        "notlagen.csv:1:1: Dieser Indikator ist ein Beispiel, und Beispiele sind in "
        "content/kreis.yml aus. (schuetzen)"
    ]


@pytest.mark.parametrize("place", ["kreis", "kreis/geheim", "geheim"])
def test_a_folder_in_the_repository_is_refused(tmp_path: Path, place: str) -> None:
    root = county("arbeitslose").write(tmp_path / "kreis")
    if place == "geheim":
        (tmp_path / ".git").mkdir()  # the county is a folder of a larger repository
    folder = tmp_path / place
    folder.mkdir(exist_ok=True)
    assert open_source(root, "", folder) == (
        f"{folder} liegt im Repository. Rohtabellen gehören in einen Ordner außerhalb, sonst "
        "werden sie mit ihm öffentlich."
    )


def test_other_folders_are_refused(tmp_path: Path) -> None:
    root, secret = apart(county("arbeitslose"), tmp_path)
    assert open_source(root, str(tmp_path / "fehlt"), None) == (
        f"{tmp_path / 'fehlt'} ist kein Ordner. Bitte den Ordner nennen, in dem die Rohtabellen "
        "liegen."
    )
    assert open_source(root, str(tmp_path), None) == (
        f"{tmp_path} enthält das Repository. Bitte einen Ordner nennen, in dem nur die "
        "Rohtabellen liegen."
    )
    (tmp_path / "leer").mkdir()
    assert open_source(root, str(tmp_path / "leer"), None) == (
        f"In {tmp_path / 'leer'} liegt keine Tabelle (.csv)."
    )
    assert open_source(root, "arbeitlose", secret) == (
        f"Eine Tabelle „arbeitlose“ gibt es in {secret} nicht. Meinten Sie „arbeitslose“?"
    )
    link = secret / "zuflucht.csv"
    link.symlink_to(root / FOLDER / "bevoelkerung.csv")
    assert open_source(root, "", secret) == (
        f"{link} liegt im Repository. Rohtabellen gehören in einen Ordner außerhalb, sonst werden "
        "sie mit ihm öffentlich."
    )
