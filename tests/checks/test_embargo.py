"""Under embargo (`ab`): nothing of it is on a site before its day, and all of it from then on."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from media.filming import film
from PIL import Image
from support import build, files, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.building.recipe import Snapshot
from fokusbericht.checks import check_report, check_sound_report, find_hints
from fokusbericht.load import load_report
from fokusbericht.site import plan_site

DRAWN = re.compile(r"\.(?:svg|png|webp|jpg)$")
BEFORE, DAY = date(2026, 11, 30), date(2026, 12, 1)
AB = "ab: 2026-12-01\n"


def page(titel: str, more: str, body: str = "") -> str:
    """Return a Markdown file under embargo."""
    head = f"titel: {titel}\nkurz: Kurz zu {titel}.\ngeaendert: 2026-11-20\n{AB}{more}"
    return f"---\n{head}---\n\nWortlaut-{titel}. {body}\n"


LISTS = {
    **replaced(
        "content/glossar.yml",
        "leerstand:\n  begriff",
        f"quux:\n  begriff: Zwirbelbegriff\n  erklaerung: Zwirbelerklaerung.\n  {AB}"
        "leerstand:\n  begriff",
    ),
    "content/themen.yml": "wohnen: {titel: Wohnen}\nzebra: {titel: Zwirbelthema, ab: 2026-12-01}\n",
    "content/zielgruppen.yml": (
        "familien: {titel: Familien}\nyetis: {titel: Zwirbelgruppe, ab: 2026-12-01}\n"
    ),
}
INDICATOR = f"""titel: Zwirbelzahl
kurz: Kurz zur Zwirbelzahl.
geaendert: 2026-11-20
{AB}thema: zebra
einheit: "%"
art: anteil
dezimalstellen: 4
richtung: neutral
ebene: kommune
zaehler: zwirbelige Faelle
nenner: Wohnungen
stand: 2022-12-31
quelle: {{name: Zwirbelamt, lizenz: dl-de/by-2-0}}
methode: Zwirbelmethode.
"""
DERIVED = """titel: Zwirbelfolge
kurz: Kurz zur Zwirbelfolge.
geaendert: 2026-11-20
ab: 2026-12-15
thema: zebra
art: index
dezimalstellen: 1
richtung: neutral
ebene: kommune
stand: 2022
quelle: {name: Zwirbelamt, lizenz: dl-de/by-2-0}
methode: Zwirbelfolgemethode.
ableitung: {art: verhaeltnis, von: xgeheim, durch: leerstand}
"""
FILES: Mapping[str, str] = {
    "content/handlungsfelder/xfeld.md": page("Zwirbelfeld", "reihenfolge: 9\n"),
    "content/fokusgruppen/xgruppe.md": page("Zwirbelkreis", "art: fokusgruppe\n"),
    "content/gremien/xgremium.md": page("Zwirbelausschuss", "art: ausschuss\n"),
    "content/beschluesse/2026-12-01-x.md": page(
        "Zwirbelbeschluss",
        "gremium: xgremium\ndatum: 2026-12-01\nergebnis: beschlossen\nbetrifft: [xfeld, 2021-01]\n",
    ),
    "content/termine/2026-12-01-x.md": page(
        "Zwirbeltermin", "art: sitzung\ndatum: 2026-12-01\nort: Zwirbelsaal\n"
    ),
    "content/berichte/2026.md": page("Zwirbelbericht", "jahr: 2026\nform: PDF\n"),
    "content/aktuelles/2026-12-01-x.md": page(
        "Zwirbelnachricht", "datum: 2026-12-01\nhandlungsfelder: [wohnen]\n"
    ),
    "content/seiten/xseite.md": page(
        "Zwirbelseite",
        "bereich: grundlagen\nreihenfolge: 8\n",
        "Siehe [[2026-01]] und [[kommune:nordort]].\n\n{{ bild: xbild }}\n\n{{ karte: xgeheim }}",
    ),
    "content/leichte-sprache/xleicht.md": page(
        "Zwirbelleicht",
        "reihenfolge: 1\nzu: xseite\ndgs: {film: xfilm.mp4, untertitel: xfilm.vtt, "
        "abschrift: Zwirbelabschrift.}\n",
    ),
    "content/medien/xfilm.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nZwirbeluntertitel\n",
    "content/kommentare/leerstand-2026.md": page(
        "Zwirbelkommentar", "indikator: leerstand\ndatum: 2026-11\n"
    ),
    "content/handlungsempfehlungen/2026-01-x.md": page(
        "Zwirbelempfehlung",
        "jahr: 2026\nart: handlungsempfehlung\nhandlungsfelder: [wohnen, xfeld]\n"
        "fokusgruppen: [xgruppe]\nzielgruppen: [yetis, familien]\nraeume: [kommune:mitte]\n"
        "indikatoren: [xgeheim, leerstand]\nvorgaenger: [2021-01]\nverlauf:\n"
        "  - {datum: 2026-10, schritt: vorgeschlagen, text: Zwirbelschritt.}\n",
    ),
    "indicators/wohnen/xgeheim.yml": INDICATOR,
    "indicators/wohnen/xgeheim.csv": (
        "raum;jahr;zaehler;nenner\n01099001;2022;37741;129119\n01099002;2022;38921;129707\n"
        "01099003;2022;39733;130103\n"
    ),
    "content/bilder/xbild.yml": (
        f"datei: xbild.png\nalt: Zwirbelbild am Hafen.\nurheber: Zwirbelfotograf\nlizenz: CC0\n{AB}"
    ),
}
LATER: Mapping[str, str] = {"indicators/wohnen/xfolge.yml": DERIVED}  # of 15 December
# Every name, title and number of what is under embargo; no other file of the county holds them.
SECRETS = (
    *("zwirbel", "xfeld", "xgruppe", "xgremium", "xseite", "xleicht", "xfilm", "xbild", "xgeheim"),
    *("zebra", "yetis", "quux", "empfehlungen/2026-01", "2026-12-01", "29,2296", "30,0069"),
)


def county(folder: Path, files_of_day: Mapping[str, str | None]) -> Path:
    """Return the small county with what is under embargo."""
    root = small_county(folder, {**LISTS, **FILES, **files_of_day})
    Image.new("RGB", (300, 200), "red").save(root / "content/bilder/xbild.png")
    (root / "content/medien/xfilm.mp4").write_bytes(film())
    return root


def site(root: Path, tag: date | None = None) -> dict[str, bytes]:
    """Return all files of the site of a day; of drawings, which take long, only their data."""
    report, problems = load_report(root, tag=tag)
    problems += check_report(report)
    problems += check_sound_report(report)
    outputs, wrong = plan_site(report)
    assert [*map(str, problems), *map(str, wrong)] == []
    return {one.path: _drawn(one) if DRAWN.search(one.path) else one.make() for one in outputs}


def _drawn(output: Output) -> bytes:
    return repr(output.ingredients).encode()


def without_embargo(root: Path) -> None:
    """Take the line `ab` out of all files."""
    for path in (root / "content").rglob("*.[my]*"):
        if path.suffix in (".md", ".yml"):
            text = path.read_text(encoding="utf-8")
            text = re.sub(r"^ *ab: 2026-12-01\n", "", text, flags=re.MULTILINE)
            path.write_text(text.replace(", ab: 2026-12-01", ""), encoding="utf-8")
    path = root / "indicators/wohnen/xgeheim.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(AB, ""), encoding="utf-8")


def read(made: Mapping[str, bytes]) -> str:
    """Return all names and texts of a site, in small letters; Word files unpacked."""
    found = []
    for path, data in made.items():
        found.append(path)
        if path.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                data = b"\n".join(parts.read(name) for name in parts.namelist())
        found.append(data.decode("utf-8", errors="replace"))
    return "\n".join(found).lower()


def told(root: Path, tag: date | None = None) -> list[str]:
    """Return what an editor sees of the files and of the whole, line by line."""
    report, problems = load_report(root, tag=tag)
    found = sorted({*problems, *check_report(report)})
    return [str(one) for one in found or plan_site(report)[1]]


def test_the_day_before_the_site_is_as_if_the_files_were_not_there(tmp_path: Path) -> None:
    plain = small_county(tmp_path / "ohne")
    made = site(county(tmp_path / "mit", {}), BEFORE)
    assert made == site(plain)
    assert site(tmp_path / "mit/kreis") == made  # the key date is before, too


def test_nothing_can_be_read_the_day_before_and_all_of_it_on_the_day(tmp_path: Path) -> None:
    root = county(tmp_path, {})
    before, after = read(site(root, BEFORE)), read(site(root, DAY))
    assert [word for word in SECRETS if word in before] == []
    assert [word for word in SECRETS if word not in after] == []


def test_on_the_day_the_site_is_as_if_nothing_had_been_under_embargo(tmp_path: Path) -> None:
    moved = replaced("content/kreis.yml", "stichtag: 2026-11-01", "stichtag: 2026-12-01")
    root = county(tmp_path, moved)
    made = site(root)
    without_embargo(root)
    assert "ab: " not in (root / "content/glossar.yml").read_text()
    assert site(root, BEFORE) == made


def test_each_thing_has_its_own_day(tmp_path: Path) -> None:
    root = county(tmp_path, LATER)
    assert "zwirbelfolge" not in read(site(root, date(2026, 12, 14)))
    assert "zwirbelfolge" in read(site(root, date(2026, 12, 15)))


def test_the_key_date_counts_where_no_day_is_named(tmp_path: Path) -> None:
    moved = replaced("content/kreis.yml", "stichtag: 2026-11-01", "stichtag: 2026-12-01")
    assert "zwirbelseite" in read(site(county(tmp_path, moved)))
    assert "zwirbelseite" not in read(site(tmp_path / "kreis", BEFORE))


def test_what_is_past_has_no_effect_and_no_hint(tmp_path: Path) -> None:
    name = "content/seiten/verfahren.md"
    root = small_county(tmp_path, replaced(name, "kurz: Wie", "ab: 2020-02-29\nkurz: Wie"))
    assert site(root) == site(small_county(tmp_path / "ohne"))
    assert list(find_hints(load_report(root)[0])) == []


# --- What a build does with another day ---------------------------------------------------------


def test_another_day_makes_only_what_it_changes(tmp_path: Path) -> None:
    root = county(tmp_path, {})
    assert build(root, "--tag", "2026-11-30").returncode == 0
    before = files(root / "site")
    assert build(root).stdout.startswith("0 gemacht")  # the key date has the same site
    assert files(root / "site") == before
    done = build(root, "--tag", "2026-12-01")
    assert done.returncode == 0 and not done.stdout.startswith("0 gemacht")
    assert "grundlagen/xseite/index.html" in files(root / "site")
    done = build(root, "--tag", "2026-11-30")
    assert files(root / "site") == before, done.stdout


def test_what_was_found_to_be_hidden_is_only_recalled_for_the_same_day(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    prints = [Snapshot(root).figures, Snapshot(root, BEFORE).figures, Snapshot(root, DAY).figures]
    assert len({*prints}) == 3
    assert Snapshot(root, DAY).figures == prints[2]
    assert Snapshot(root, BEFORE).inputs != Snapshot(root, DAY).inputs


# --- What is told -------------------------------------------------------------------------------

NAMED = "erscheint erst ab 1. Dezember 2026; hier steht es schon. Bitte bis dahin hier streichen"
OR_LATER = f"{NAMED}, oder auch in dieser Datei „ab: 2026-12-01“ angeben. (sperrfrist)"
VERFAHREN = "content/seiten/verfahren.md"
FELD = "content/handlungsfelder/wohnen.md"
LEERSTAND = "indicators/wohnen/leerstand.yml"
EMPFEHLUNG = "content/handlungsempfehlungen/2021-01-leerstand.md"


def in_text(words: str) -> dict[str, str]:
    return replaced(VERFAHREN, "Erst der Vorschlag", words)


@pytest.mark.parametrize(
    "changed, expected",
    [
        (in_text("[[xseite]]"), f"{VERFAHREN}:11:1: „xseite“ {OR_LATER}"),
        (in_text("Und [[seite:xseite|so]]"), f"{VERFAHREN}:11:5: „xseite“ {OR_LATER}"),
        (in_text("[[2026-01]]"), f"{VERFAHREN}:11:1: „2026-01“ {OR_LATER}"),
        (in_text("[[begriff:quux]]"), f"{VERFAHREN}:11:1: „quux“ {OR_LATER}"),
        (in_text("[[thema:zebra]]"), f"{VERFAHREN}:11:1: „zebra“ {OR_LATER}"),
        (in_text("[[leicht:xleicht]]"), f"{VERFAHREN}:11:1: „xleicht“ {OR_LATER}"),
        (in_text("{{ karte: xgeheim, 2022 }}\n"), f"{VERFAHREN}:11:1: „xgeheim“ {OR_LATER}"),
        (in_text("{{ bild: xbild }}\n"), f"{VERFAHREN}:11:1: „xbild“ {OR_LATER}"),
        (
            replaced(FELD, "[leerstand]", "[leerstand, xgeheim]"),
            f"{FELD}:6:25: „xgeheim“ {OR_LATER}",
        ),
        (
            replaced(LEERSTAND, "thema: wohnen", "thema: zebra"),
            f"{LEERSTAND}:4:8: „zebra“ {OR_LATER}",
        ),
        (
            replaced(LEERSTAND, "klassen", "gewicht: xgeheim\nklassen"),
            f"{LEERSTAND}:16:10: „xgeheim“ {OR_LATER}",
        ),
        (
            replaced(EMPFEHLUNG, "indikatoren: [leerstand]", "indikatoren: [leerstand, xgeheim]"),
            f"{EMPFEHLUNG}:11:26: „xgeheim“ {OR_LATER}",
        ),
        (
            {"indicators/wohnen/xfolge.yml": DERIVED.replace("ab: 2026-12-15\n", "")},
            f"indicators/wohnen/xfolge.yml:4:8: „zebra“ {OR_LATER}",
        ),
        (
            replaced("content/glossar.yml", "siehe: [leerstand]", "siehe: [quux]"),
            f"content/glossar.yml:11:11: „quux“ {NAMED}. (sperrfrist)",
        ),
        (
            replaced("content/kreis.yml", "startkarte: leerstand", "startkarte: xgeheim"),
            f"content/kreis.yml:18:13: „xgeheim“ {NAMED}. (sperrfrist)",
        ),
        (
            replaced("content/kreis.yml", "ziel: /impressum/", "ziel: /grundlagen/xseite/"),
            f"content/kreis.yml:15:30: „/grundlagen/xseite/“ {NAMED}. (sperrfrist)",
        ),
        (
            replaced("content/kreis.yml", "ziel: /impressum/", "ziel: /handlungsfelder/xfeld/"),
            f"content/kreis.yml:15:30: „/handlungsfelder/xfeld/“ {NAMED}. (sperrfrist)",
        ),
        (
            in_text("[hier](https://muster.example/grundlagen/xseite/#a)"),
            f"{VERFAHREN}:11:8: „xseite“ {NAMED}. (sperrfrist)",
        ),
        *(
            (in_text(f"[hier]({address})"), f"{VERFAHREN}:11:8: „xseite“ {NAMED}. (sperrfrist)")
            for address in (
                "https://muster.example/grundlagen/xseite",
                "http://muster.example/grundlagen/xseite/",
                "https://Muster.Example/grundlagen/xseite?a=1",
                "https://muster.example/grundlagen/x%73eite#a",
                "https://muster.example/grundlagen/xseite/index.html",
            )
        ),
    ],
)
def test_what_is_public_names_nothing_under_embargo(
    tmp_path: Path, changed: dict[str, str], expected: str
) -> None:
    if "content/glossar.yml" in changed:
        quux = "quux:\n  begriff: Zwirbelbegriff\n  erklaerung: Zwirbelerklaerung.\n  " + AB
        changed = {name: quux + text for name, text in changed.items()}
    root = county(tmp_path, changed)
    found = told(root)
    assert found[0] == expected
    assert {one.rpartition(" ")[2] for one in found} == {"(sperrfrist)"}  # nothing is „unbekannt“
    assert told(root, date(2026, 12, 31)) == []


def test_nothing_under_embargo_names_what_comes_still_later(tmp_path: Path) -> None:
    changed = FILES["content/seiten/xseite.md"].replace("karte: xgeheim", "karte: xfolge")
    root = county(tmp_path, {**LATER, "content/seiten/xseite.md": changed})
    assert told(root) == [
        "content/seiten/xseite.md:14:1: „xfolge“ erscheint erst ab 15. Dezember 2026, diese Datei "
        "schon ab 1. Dezember 2026. Bitte eines der beiden „ab“ ändern oder hier streichen. "
        "(sperrfrist)"
    ]


def test_a_bare_name_means_what_is_public(tmp_path: Path) -> None:
    name = "content/handlungsfelder/verfahren.md"
    root = county(
        tmp_path,
        {
            name: page("Zwirbelverfahren", "reihenfolge: 5\n"),
            **replaced(FELD, "Es fehlt", "[[verfahren]]"),
        },
    )
    assert told(root) == []


def test_a_page_whose_address_only_begins_alike_is_another(tmp_path: Path) -> None:
    root = county(tmp_path, in_text("[hier](https://muster.example/grundlagen/xseiten/)"))
    assert told(root) == []


@pytest.mark.parametrize("ab", ["2026-12", "2026", "bald", "2026-13-01", "0001-01-01"])
def test_an_embargo_ends_on_a_full_day(tmp_path: Path, ab: str) -> None:
    changed = FILES["content/seiten/xseite.md"].replace("2026-12-01", ab)
    (found,) = told(county(tmp_path, {"content/seiten/xseite.md": changed}), DAY)
    assert found.startswith("content/seiten/xseite.md:5:5: ") and found.endswith("(falscher-typ)")


@pytest.mark.parametrize(
    "name, old, new, place",
    [
        ("content/seiten/xseite.md", "[[2026-01]]", "[[2026-77]]", "10:30"),
        ("content/seiten/xseite.md", "bild: xbild", "bild: ybild", "12:1"),
        ("content/beschluesse/2026-12-01-x.md", "xgremium", "ygremium", "6:10"),
        ("indicators/wohnen/xgeheim.csv", "01099001;2022", "01099009;2022", "2:1"),
        ("content/themen.yml", "ab: 2026-12-01", "ba: 2026-12-01", "2:30"),
        ("content/seiten/xseite.md", "Wortlaut", "<b>Wortlaut", "10:1"),
    ],
)
def test_files_under_embargo_are_checked_at_once(
    tmp_path: Path, name: str, old: str, new: str, place: str
) -> None:
    text = {**LISTS, **FILES}[name]
    assert old in text
    found = told(county(tmp_path, {name: text.replace(old, new)}))
    assert found[0].startswith(f"{name}:{place}: ")


def test_a_mistake_of_a_public_file_is_told_once_and_without_secrets(tmp_path: Path) -> None:
    # „xseiten“ is close to a name under embargo, which is not proposed.
    (found,) = told(county(tmp_path, in_text("[[seite:xseiten]]")))
    assert found == f"{VERFAHREN}:11:1: Die Seite „xseiten“ gibt es nicht. (toter-link)"


def test_how_much_is_withheld_is_said_and_never_what(tmp_path: Path) -> None:
    root = county(tmp_path, LATER)
    lines = build(root, "pruefen", "--veroeffentlichen").stdout
    assert "Sperrfrist: 17 Einträge erscheinen noch nicht, der erste ab 1. Dezember 2026." in lines
    assert "wirbel" not in lines
    plain = small_county(tmp_path / "ohne")
    assert "Sperrfrist" not in build(plain, "pruefen", "--veroeffentlichen").stdout
