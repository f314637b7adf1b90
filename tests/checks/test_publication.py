"""Before a publication: each point of the list in docs/betrieb.md has a sentence and a place."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from handbook import OPERATIONS, TICKED, sections
from publishing import (
    DATENSCHUTZ,
    ENTRY,
    IMPRESSUM,
    KREIS,
    LEERSTAND,
    LEGAL,
    SECURITY,
    STATED,
    ready,
)
from support import SMALL, loaded, small_county

from fokusbericht.checks import check_report, find_hints
from fokusbericht.checks.public_hosts import is_public_address, is_public_host
from fokusbericht.checks.publication import POINTS
from fokusbericht.load import load_report


def changed(name: str, old: str, new: str) -> dict[str, str]:
    text = ready()[name]
    assert old in text, f"{old!r} is not in {name}"
    return {name: text.replace(old, new)}


def county(folder: Path, files: Mapping[str, str | None]) -> Path:
    """Return the county that is fit to be published, but for some files; None is not there."""
    whole = {**ready(), **files}
    return small_county(folder, {name: text for name, text in whole.items() if text is not None})


def told(folder: Path, files: Mapping[str, str | None]) -> list[str]:
    """Return what hinders the publication of the county that is fit, but for some files."""
    report, problems = load_report(county(folder, files))
    found = {*problems, *check_report(report, publication=True)}
    return [str(one) for one in sorted(found)]


def test_a_county_that_is_ready_may_be_published(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


CASES: Mapping[str, list[tuple[Mapping[str, str | None], str]]] = {
    "beispiele": [
        (
            changed(KREIS, "beispiele: false", "beispiele: true"),
            f"{KREIS}:8:12: Noch ist ein erdachter Inhalt zu sehen. "
            "Bitte „beispiele: false“ angeben.",
        ),
    ],
    "hinweis": [
        (
            changed(KREIS, "hinweis:", "hinweis: Ein Entwurf."),
            f"{KREIS}:7:10: Der „hinweis“ steht noch auf jeder Seite. Ist die Website amtlich, "
            "bitte leer lassen.",
        ),
    ],
    "basis_url": [
        (
            changed(KREIS, "https://fokus.musterkreis.de", "https://localhost"),
            f"{KREIS}:6:12: „https://localhost“ ist keine öffentliche Adresse (basis_url). Hier "
            "steht die Adresse, unter der die Website zu finden ist, mit https://.",
        ),
    ],
    "kontakt": [
        (
            {
                KREIS: ready()[KREIS].replace(", email: planung@musterkreis.de", "")
                + "rueckmeldung: {email: fokus@musterkreis.de}\n"
            },
            f"{KREIS}:21:10: Unter „kontakt“ fehlt, wie man die Stelle erreicht: „email“ oder "
            "„telefon“.",
        ),
        (
            changed(KREIS, "planung@musterkreis.de", "planung@kreis.example"),
            f"{KREIS}:21:80: An „planung@kreis.example“ kommt keine E-Mail an. "
            "Bitte die Adresse berichtigen.",
        ),
    ],
    "luecke": [
        (
            {IMPRESSUM: LEGAL},
            f"{IMPRESSUM}:9:1: Vor der Veröffentlichung ist einzutragen: "
            "Name der verantwortlichen Stelle.",
        ),
        (
            changed(KREIS, "Ein kleiner Kreis zum Prüfen", '"{{ luecke: Leitsatz }}"'),
            f"{KREIS}:4:12: Vor der Veröffentlichung ist einzutragen: Leitsatz.",
        ),
        (
            {**changed(LEERSTAND, "methode: Leere", 'methode: "{{ luecke: Wie }}" # Leere')},
            f"{LEERSTAND}:14:11: Vor der Veröffentlichung ist einzutragen: Wie.",
        ),
        (
            {
                **changed(
                    "content/glossar.yml",
                    "Räume, in denen Menschen wohnen.",
                    "|\n    Räume.\n\n    {{ luecke: Etwas }}",
                )
            },
            "content/glossar.yml:9:5: Vor der Veröffentlichung ist einzutragen: Etwas.",
        ),
    ],
    "impressum": [
        (
            changed(IMPRESSUM, "Der Musterkreis ist verantwortlich.", ""),
            f"{IMPRESSUM}:1:1: Das Impressum ist leer.",
        ),
        (
            {**changed(KREIS, f"{ENTRY}\n", "")},
            f"{KREIS}:15:3: Das Impressum steht in keinem Menü. Bitte unter „fusszeile“ eintragen.",
        ),
    ],
    "datenschutz": [
        (
            {**changed(KREIS, "  - {titel: Datenschutz, ziel: /datenschutz/}\n", "")}
            | {DATENSCHUTZ: None},
            f"{KREIS}:1:1: Die Datenschutzerklärung fehlt: Die Seite {DATENSCHUTZ} gibt es nicht.",
        ),
    ],
    "barrierefreiheit": [
        (
            {KREIS: ready()[KREIS].replace(STATED, "\n")},
            f"{KREIS}:1:1: Die Erklärung zur Barrierefreiheit fehlt.",
        ),
        (
            changed(KREIS, "geprueft: 2026-10-05", "geprueft: 2025-10-31"),
            f"{KREIS}:25:13: Die letzte Prüfung der Barrierefreiheit liegt am Stichtag mehr als "
            "ein Jahr zurück. Vor der Veröffentlichung ist neu zu prüfen.",
        ),
    ],
    "rueckmeldung": [
        (
            changed(KREIS, "email: planung@musterkreis.de", "telefon: 04121 4502-0"),
            f"{KREIS}:1:1: Es ist nicht angegeben, wohin Rückmeldungen gehen: Es fehlt „email“ "
            "unter „kontakt“ oder „rueckmeldung“.",
        ),
        (
            {KREIS: ready()[KREIS] + "rueckmeldung: {formular: https://kreis.test/f?x=1}\n"},
            f"{KREIS}:37:26: „https://kreis.test/f?x=1“ ist nicht zu erreichen. "
            "Bitte die richtige Adresse angeben.",
        ),
    ],
    "sicherheit": [
        (
            changed(KREIS, SECURITY, ""),
            f"{KREIS}:1:1: Es ist nicht angegeben, wem man Schwachstellen meldet („sicherheit“).",
        ),
        (
            changed(KREIS, "gueltig_bis: 2027-05-31", "gueltig_bis: 2026-10-31"),
            f"{KREIS}:36:57: Der Kontakt für Schwachstellen ist am Stichtag abgelaufen. Vor der "
            "Veröffentlichung bitte prüfen und „gueltig_bis“ verlängern.",
        ),
        (
            changed(KREIS, "sicherheit@kreis.de", "sicherheit@kreis.invalid"),
            f"{KREIS}:36:23: „sicherheit@kreis.invalid“ ist nicht zu erreichen. "
            "Bitte die richtige Adresse angeben.",
        ),
    ],
    "quellen": [
        (
            changed(LEERSTAND, ", lizenz: dl-de/by-2-0", ""),
            f"{LEERSTAND}:13:9: Zur Quelle dieser Zahl fehlt „lizenz“.",
        ),
        (
            changed(LEERSTAND, "lizenz: dl-de/by-2-0", "lizenz: unbekannt"),
            f"{LEERSTAND}:13:61: Zur Quelle dieser Zahl fehlt „lizenz“.",
        ),
    ],
    "kartenquelle": [
        (
            changed("geo/raeume.yml", "kartenquelle: Musterkarte, erdacht\n", ""),
            "geo/raeume.yml:1:1: Zur Karte fehlt die „kartenquelle“ mit Lizenz.",
        ),
    ],
    "postleitzahlenquelle": [
        (
            changed("geo/raeume.yml", "postleitzahlenquelle: Musterpost, erdacht\n", ""),
            "geo/raeume.yml:1:1: Zu den Postleitzahlen fehlt die „postleitzahlenquelle“ mit "
            "Lizenz.",
        ),
    ],
    "lizenz_texte": [
        (
            changed(KREIS, "lizenz_texte: CC BY 4.0", "lizenz_texte: noch offen"),
            f"{KREIS}:22:15: Es ist nicht angegeben, unter welcher Lizenz die Texte stehen.",
        ),
    ],
    "bilder": [
        (
            changed("content/bilder/plan.yml", "urheber: Kreis", "urheber: unbekannt"),
            "content/bilder/plan.yml:3:10: Zu diesem Bild fehlt „urheber“.",
        ),
    ],
}


@pytest.mark.parametrize("point, number", [(p, n) for p in CASES for n in range(len(CASES[p]))])
def test_each_point_is_told_at_its_place_and_alone(tmp_path: Path, point: str, number: int) -> None:
    files, expected = CASES[point][number]
    assert told(tmp_path, files) == [f"{expected} (veroeffentlichen)"]


@pytest.mark.parametrize("point, number", [(p, n) for p in CASES for n in range(len(CASES[p]))])
def test_a_build_that_is_not_for_publication_says_nothing_of_it(
    tmp_path: Path, point: str, number: int
) -> None:
    files, _ = CASES[point][number]
    assert loaded(county(tmp_path, files))[1] == []


def test_each_point_of_the_list_is_a_check_or_by_hand() -> None:
    lines = [line for line in sections(OPERATIONS)["Vor der Veröffentlichung"] if "|" in line]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines[2:]]
    assert {who for _, _, who in rows} == {"Programm", "von Hand"}
    named = [TICKED.findall(point) for point, _, who in rows if who == "Programm"]
    assert [name for names in named for name in names] == list(POINTS) == list(CASES)
    assert not any(TICKED.findall(point) for point, _, who in rows if who == "von Hand")


def test_what_has_run_out_is_told_once(tmp_path: Path) -> None:
    old = changed(KREIS, "geprueft: 2026-10-05", "geprueft: 2025-10-31")
    report, _ = load_report(small_county(tmp_path, {**ready(), **old}))
    assert [one.rule for one in find_hints(report)] == ["abgelaufen"]
    assert list(find_hints(report, publication=True)) == []


def test_examples_may_stay_in_their_files(tmp_path: Path) -> None:
    text = (SMALL / "content/handlungsempfehlungen/2022-01-wohnraum.md").read_text()
    assert re.search("^beispiel: true$", text, re.MULTILINE)
    assert told(tmp_path, {}) == []


def test_blanks_of_what_is_left_out_are_not_asked_for(tmp_path: Path) -> None:
    gap = "---\ntitel: T\nkurz: K\ngeaendert: 2026-01-01\n{}bereich: grundlagen\n"
    gap += "reihenfolge: 9\n---\n\n{{{{ luecke: Etwas }}}}\n"
    name = "content/seiten/spaeter.md"
    assert told(tmp_path / "a", {name: gap.format("ab: 2026-12-01\n")}) == []
    assert told(tmp_path / "b", {name: gap.format("beispiel: true\n")}) == []
    assert len(told(tmp_path / "c", {name: gap.format("")})) == 1


@pytest.mark.parametrize(
    "host",
    [
        *("fokus.example", "example", "kreis.test", "kreis.invalid", "localhost", "a.localhost"),
        *("example.org", "www.example.com", "example.net", "sub.beispiel.de", "kreis.local"),
        *("server", "127.0.0.1", "10.0.0.7", "::1", "[::1]", "kreis.internal", "fritz.box.lan"),
        *("", "kreis..de", "-kreis.de", "kreis.123", "fokus.home.arpa", "EXAMPLE.ORG", "a b.de"),
    ],
)
def test_hosts_that_are_none(host: str) -> None:
    assert not is_public_host(host)


@pytest.mark.parametrize(
    "host",
    ["kreis-pinneberg.de", "fokus.kreis.de", "kreis.berlin", "münchen.de", "KREIS.DE"],
)
def test_hosts_that_are_some(host: str) -> None:
    assert is_public_host(host)


@pytest.mark.parametrize(
    "url, is_fit",
    [
        ("https://kreis.de", True),
        ("https://kreis.de/fokusbericht", True),
        ("http://kreis.de", False),
        ("https://kreis.de:8443", False),
        ("https://amt@kreis.de", False),
        ("https://kreis.de/?a=b", False),
        ("https://[::1]/", False),
        ("https://[kreis", False),
        ("kreis.de", False),
        ("", False),
    ],
)
def test_addresses_of_a_site(url: str, is_fit: bool) -> None:
    assert is_public_address(url) is is_fit
