"""The sheet for a session: what is due first, limits as they are known, nothing made up."""

import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest
from support import IN_CI, loaded, small_county

from fokusbericht.model.report import Report
from fokusbericht.pages.planung import gremium, sitzungsblatt
from fokusbericht.pages.planung.consultation import pending_at
from fokusbericht.pages.planung.sitzungsblatt import DECIDED_HEAD, HEAD, MOST, MOST_DECIDED
from fokusbericht.words.due import limit_of

SOFFICE = shutil.which("soffice")
COMMITTEE = """---
titel: Bauausschuss
kurz: Er berät über das Bauen.
geaendert: 2026-01-14
art: ausschuss
{more}---
"""
SUGGESTION = """---
titel: {titel}
kurz: Ein Vorschlag.
geaendert: 2026-01-14
datum: 2024-08
von: Seniorenbeirat
{head}verlauf:
  - {{datum: 2024-08, schritt: vorgeschlagen, text: Der Beirat schreibt.}}
  - {{datum: 2026-05, schritt: vorlage, gremium: bauausschuss, text: Die Vorlage liegt vor.}}
---
"""
Rows = list[list[str]]


def suggestion(titel: str, head: str = "") -> str:
    """Return the file of a suggestion that lies with the committee."""
    return SUGGESTION.format(titel=titel, head=head)


def sheets(report: Report) -> dict[str, bytes]:
    """Return the sheets of all bodies, by body."""
    return {output.path.split("/")[1]: output.make() for output in sitzungsblatt.plan(report)}


def sheet(folder: Path, files: dict[str, str], more: str = "") -> tuple[list[str], list[Rows]]:
    """Return the paragraphs and tables of the committee's sheet."""
    committee = {"content/gremien/bauausschuss.md": COMMITTEE.format(more=more)}
    report, problems = loaded(small_county(folder, {**committee, **files}))
    assert [str(one) for one in problems] == []
    return read(sheets(report)["bauausschuss"])


def read(content: bytes) -> tuple[list[str], list[Rows]]:
    """Return the paragraphs and the tables of a Word file."""
    word = docx.Document(BytesIO(content))
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in word.tables]
    return [one.text for one in word.paragraphs], tables


def test_what_is_due_first_stands_first_and_limits_are_told(tmp_path: Path) -> None:
    limits = {
        "ohne": "",
        "jahr": "naechster_schritt: {bis: 2026, was: Ein Plan.}\n",
        "herbst": "naechster_schritt: {bis: Sommer 2026, wer: Bauausschuss, was: Eine Prüfung}\n",
        "offen": "naechster_schritt: {was: Ein Gespräch}\n",
        "tag": "zustaendig: Bauamt\nnaechster_schritt: {bis: 2026-11-20, was: Beratung}\n",
    }
    files = {
        f"content/anregungen/{name}.md": suggestion(name, head) for name, head in limits.items()
    }
    _, (rows,) = sheet(tmp_path, files)
    assert rows[0] == list(HEAD)
    assert [(row[0], row[2]) for row in rows[1:]] == [
        (
            "herbst",
            "Bis Sommer 2026; seit 2 Monaten vorbei; zuständig: Bauausschuss; Eine Prüfung",
        ),
        ("tag", "Bis 20.\u00a0November 2026; zuständig: Bauamt; Beratung"),
        ("jahr", "Bis Ende 2026; zuständig: nicht bekannt; Ein Plan"),
        ("offen", "Ohne Frist; zuständig: nicht bekannt; Ein Gespräch"),
        ("ohne", "Nächster Schritt nicht bekannt; zuständig: nicht bekannt"),
    ]
    assert {row[1] for row in rows[1:]} == {"In Beratung seit Mai 2026"}


def test_the_sheet_says_what_day_it_is_of_and_where_more_is(tmp_path: Path) -> None:
    told, _ = sheet(tmp_path, {"content/anregungen/eins.md": suggestion("Eins")})
    assert "Blatt für die Sitzung: Bauausschuss" in told
    assert "Stand 1.\u00a0November 2026. Hier steht, was belegt ist." in told
    assert told[-1] == "https://muster.example/gremien/bauausschuss/"


def test_what_is_too_much_for_two_pages_is_counted(tmp_path: Path) -> None:
    for more, sentence in (
        (1, "Ein weiterer steht auf der Seite des Gremiums."),
        (3, "Drei weitere stehen auf der Seite des Gremiums."),
    ):
        files = {
            f"content/anregungen/nr-{number}.md": suggestion(f"Nr. {number}")
            for number in range(MOST + more)
        }
        told, (rows,) = sheet(tmp_path / str(more), files)
        assert len(rows) == MOST + 1
        assert sentence in told


def test_what_was_decided_stands_below_with_its_result(tmp_path: Path) -> None:
    files = {
        f"content/beschluesse/bau-{year}.md": (
            f"---\ntitel: Bau {year}\nkurz: Es wird gebaut.\ngeaendert: 2026-01-14\n"
            f"gremium: bauausschuss\ndatum: {year}\nergebnis: abgelehnt\n---\n"
        )
        for year in range(2018, 2018 + MOST_DECIDED + 2)
    }
    files["content/anregungen/eins.md"] = suggestion("Eins")
    told, (_, held) = sheet(tmp_path, files)
    assert "Was hier zuletzt entschieden wurde" in told
    assert held[0] == list(DECIDED_HEAD)
    newest = 2018 + MOST_DECIDED + 1
    assert held[1] == [str(newest), f"Bau {newest}", "abgelehnt"]
    assert len(held) == MOST_DECIDED + 1


def test_without_business_there_is_no_sheet(tmp_path: Path) -> None:
    made_up = suggestion("Eins", "beispiel: true\n")
    files = {
        "content/gremien/bauausschuss.md": COMMITTEE.format(more=""),
        "content/anregungen/eins.md": made_up,
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert sheets(report) == {}
    pages = {output.path: output.make().decode() for output in gremium.plan(report)}
    assert "sitzungsblatt.docx" not in "".join(pages.values())


def test_a_body_that_is_made_up_has_no_sheet(tmp_path: Path) -> None:
    files = {
        "content/gremien/bauausschuss.md": COMMITTEE.format(more="beispiel: true\n"),
        "content/anregungen/eins.md": suggestion("Eins", "beispiel: true\n"),
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert sheets(report) == {}


# --- A whole county -------------------------------------------------------------------------------


def test_every_page_of_a_body_offers_its_sheet(muster_report: Report) -> None:
    made = sheets(muster_report)
    assert len(made) > 2
    assert made == sheets(muster_report)  # the same content, the same bytes
    pages = (one for one in gremium.plan(muster_report) if one.path.endswith(".html"))
    for output in pages:  # the others are calendars
        name = output.path.split("/")[1]
        assert ("sitzungsblatt.docx" in output.make().decode()) == (name in made), name


def test_a_sheet_tells_nothing_that_the_files_do_not_tell(muster_report: Report) -> None:
    for name, content in sheets(muster_report).items():
        body = muster_report.gremien[name]
        found = pending_at(muster_report, body.key)
        told, tables = read(content)
        assert f"Blatt für die Sitzung: {body.titel}" in told
        assert [row[0] for row in tables[0][1:]] == [one.vorgang.titel for one in found[:MOST]]
        for row, one in zip(tables[0][1:], found, strict=False):
            assert row[2].startswith(limit_of(one.vorgang.naechster_schritt)), row
        limits = [
            one.vorgang.naechster_schritt.bis.latest()
            for one in found
            if one.vorgang.naechster_schritt and one.vorgang.naechster_schritt.bis
        ]
        assert limits == sorted(limits)
        whole = "\n".join((*told, *(cell for rows in tables for row in rows for cell in row)))
        assert not re.search(r"None|TODO|\{\{|\[\[", whole), name


@pytest.mark.skipif(not IN_CI and not SOFFICE, reason="no LibreOffice here")
def test_no_sheet_is_longer_than_two_pages(muster_report: Report, tmp_path: Path) -> None:
    made = sheets(muster_report)
    files = [tmp_path / f"{name}.docx" for name in made]
    for file, content in zip(files, made.values(), strict=True):
        file.write_bytes(content)
    subprocess.run(
        [
            SOFFICE or "soffice",
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    pages = {
        name: len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{name}.pdf").read_bytes()))
        for name in made
    }
    assert pages and all(1 <= number <= 2 for number in pages.values()), pages
