"""What the law wants: the statement on accessibility, ways to tell, a contact for weaknesses."""

import base64
import hashlib
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from gates.site import Site
from publishing import PAGE, STATED
from support import SMALL, loaded, small_county, told

from fokusbericht.checks import find_hints
from fokusbericht.site import plan_site

KREIS = "content/kreis.yml"
WEAK = "\nsicherheit: {kontakt: sicherheit@muster.example, gueltig_bis: 2027-05-31}\n"
SECURITY = ".well-known/security.txt"
OWN_NOTICE = "hinweis: Dies ist ein erdachter Kreis.\n"


def county(folder: Path, more: str, old: str = "", new: str = "") -> Path:
    """Make the small county with more in kreis.yml, and a page about accessibility."""
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    assert old in text
    return small_county(folder, {**PAGE, KREIS: text.replace(old, new) + more})


def made(root: Path, path: str) -> str:
    """Return one file of the site."""
    report, problems = loaded(root)
    assert problems == []
    outputs = {output.path: output for output in plan_site(report)[0]}
    return outputs[path].make().decode()


def words(html: str) -> str:
    """Return the text of a page, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.replace("\u00ad", ""))).split())


def statement(folder: Path, more: str = STATED, old: str = "", new: str = "") -> str:
    """Return the text from the statement to the foot of the page."""
    html = made(county(folder, more, old, new), "barrierefreiheit/index.html")
    return words(html.partition('<h2 id="erklaerung">')[2].partition("</main>")[0])


def test_statement_has_the_parts_of_the_model(tmp_path: Path) -> None:
    assert statement(tmp_path) == (
        "Erklärung zur Barrierefreiheit Diese Erklärung gilt für die Website "
        "https://muster.example/. Sie ist ein Entwurf nach dem Muster der Europäischen Union "
        "(Durchführungsbeschluss (EU) 2018/1523). Abgeben kann sie nur, wer die Website als "
        "öffentliche Stelle betreibt. Stand der Vereinbarkeit mit den Anforderungen Die Website "
        "ist teilweise vereinbar mit diesen Vorschriften: LBGG und BITV 2.0. Was noch fehlt, steht "
        "im nächsten Abschnitt. Nicht barrierefreie Inhalte Unvereinbar mit den Anforderungen "
        "Keine Gebärdensprache. Noch nicht gedreht. Geplant: Bis Ende 2027. Nicht von den "
        "Vorschriften erfasst Ein alter Film. Er ist von 2015. Erstellung dieser Erklärung Diese "
        "Erklärung wurde am 12. Oktober 2026 erstellt. Die Website wurde zuletzt am 5. Oktober "
        "2026 geprüft. Grundlage ist eine Selbstbewertung: Zwölf Seiten wurden angesehen. "
        "Barrieren melden und Informationen anfordern Es ist noch niemand benannt, der Meldungen "
        "entgegennimmt. Durchsetzungsverfahren Dort kann man sich beschweren. Beschwerdestelle "
        "Zuletzt geändert am 1. November 2026"
    )


def test_an_official_site_names_its_office(tmp_path: Path) -> None:
    text = statement(tmp_path, old=OWN_NOTICE)
    assert "Verantwortlich ist: Musterstelle. Die Stelle ist bemüht" in text
    assert "Entwurf" not in text


def test_a_page_without_an_audit_claims_none(tmp_path: Path) -> None:
    html = made(county(tmp_path, ""), "barrierefreiheit/index.html")
    assert "Vorneweg." in html
    assert "erklaerung" not in html


def test_a_site_with_barriers_is_not_fully_accessible(tmp_path: Path) -> None:
    root = county(tmp_path, STATED.replace("teilweise vereinbar", "vollständig vereinbar"))
    assert told(root) == [
        "content/kreis.yml:27:10: „vollständig vereinbar“ ist nicht, was noch Barrieren hat: "
        "„Keine Gebärdensprache.“. (falsche-auswahl)"
    ]


@pytest.mark.parametrize(
    "more, hints",
    [
        (STATED, []),
        (STATED.replace("2026-10-05", "2025-11-01"), []),
        (STATED.replace("2026-10-05", "2025-10-31"), ["Prüfung der Barrierefreiheit"]),
        (WEAK, []),
        (WEAK.replace("2027-05-31", "2026-10-31"), ["Kontakt für Schwachstellen"]),
    ],
)
def test_what_has_run_out_is_hinted_at(tmp_path: Path, more: str, hints: list[str]) -> None:
    report, problems = loaded(county(tmp_path, more))
    found = [str(one) for one in find_hints(report) if one.rule == "abgelaufen"]
    assert problems == []
    assert len(found) == len(hints)
    assert all(hint in one for hint, one in zip(hints, found, strict=True))


# --- Ways to tell -------------------------------------------------------------------------------


def letter(html: str) -> tuple[str, dict[str, list[str]]]:
    """Return to whom the letter at the foot of a page goes, and what is written already."""
    found = re.findall(r'class="fuss-meldung">.*?href="(mailto:[^"]+)"', html, re.DOTALL)
    parts = urlsplit(unescape(found[0]))
    return parts.path, parse_qs(parts.query, strict_parsing=True)


def test_letter_knows_the_page(tmp_path: Path) -> None:
    root = county(tmp_path, "\nrueckmeldung: {email: hinweise@muster.example}\n")
    to, begun = letter(made(root, "grundlagen/verfahren/index.html"))
    title = loaded(root)[0].seiten["verfahren"].titel
    assert to == "hinweise@muster.example"
    assert begun == {
        "subject": [f"Fokusbericht: Rückmeldung zu „{title}“"],
        "body": [
            "Was stimmt nicht? Was ist stattdessen richtig?\r\n\r\n\r\n"
            f"Seite: {title}\r\nAdresse: https://muster.example/grundlagen/verfahren/\r\n"
            "Hinweis auf der Website: Dies ist ein erdachter Kreis."
        ],
    }


def test_letter_is_written_as_the_standard_wants(tmp_path: Path) -> None:
    root = county(tmp_path, "\nrueckmeldung: {email: hinweise@muster.example}\n")
    html = made(root, "grundlagen/verfahren/index.html")
    address = unescape(re.findall(r'href="(mailto:hinweise[^"]+)"', html)[0])
    assert re.fullmatch(r"mailto:[\w@.]+\?subject=[\w%.~-]+&body=[\w%.~-]+", address, re.ASCII)
    assert "%0D%0A" in address  # how lines break in a letter
    assert "+" not in address  # blanks are %20: mail programs show a plus as it is


def test_the_office_is_told_where_nobody_else_is_named(tmp_path: Path) -> None:
    root = county(tmp_path, "", "ort: 12345 Musterstadt}", "ort: M, email: amt@muster.example}")
    assert letter(made(root, "index.html"))[0] == "amt@muster.example"


def test_a_form_is_offered_too(tmp_path: Path) -> None:
    root = county(tmp_path, '\nrueckmeldung: {formular: "https://muster.example/formular"}\n')
    html = made(root, "index.html")
    assert '<a href="https://muster.example/formular">Im Formular melden</a>' in html
    assert "mailto:" not in html


def test_without_anyone_to_tell_nothing_is_asked(tmp_path: Path) -> None:
    assert "fuss-meldung" not in made(county(tmp_path, ""), "index.html")


def test_addresses_are_checked(tmp_path: Path) -> None:
    root = county(
        tmp_path,
        "\nrueckmeldung: {email: Amt, formular: muster.example}\n"
        "sicherheit: {kontakt: Amt, gueltig_bis: 2027-05-31}\n",
    )
    assert [line.partition(": ")[2] for line in told(root)] == [
        "„Amt“ ist keine E-Mail-Adresse. (adresse)",
        "„muster.example“ ist keine Adresse. Sie beginnt mit https://. (adresse)",
        "„Amt“: hier steht eine E-Mail-Adresse oder eine Adresse mit https://. (adresse)",
    ]


# --- Weaknesses ---------------------------------------------------------------------------------


def test_security_txt(tmp_path: Path) -> None:
    assert made(county(tmp_path, WEAK), SECURITY) == (
        "Contact: mailto:sicherheit@muster.example\n"
        "Expires: 2027-05-31T23:59:59Z\n"
        "Preferred-Languages: de\n"
        "Canonical: https://muster.example/.well-known/security.txt\n"
    )


def test_no_security_txt_without_a_contact(tmp_path: Path) -> None:
    outputs = plan_site(loaded(county(tmp_path, ""))[0])[0]
    assert SECURITY not in {output.path for output in outputs}


# --- What a whole site says of itself ---------------------------------------------------------

TAGS = re.compile(r"<(?:script|link)\b[^>]*>")
KEEPING = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore")


def test_every_script_and_style_is_known_by_its_hash(muster_site: Path) -> None:
    known: dict[Path, str] = {}
    wrong, count = [], 0
    for path in Site(muster_site).by_path:
        page = muster_site / path
        for tag in TAGS.findall(page.read_text(encoding="utf-8")):
            if "<script" not in tag and 'rel="stylesheet"' not in tag:
                continue
            address = re.findall(r'(?:src|href)="([^"]+)"', tag)[0]
            root = muster_site if address.startswith("/") else page.parent
            file = (root / address.lstrip("/")).resolve()
            if file not in known:
                digest = base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()
                known[file] = f'integrity="sha384-{digest}"'
            count += 1
            if known[file] not in tag:
                wrong.append(f"{path}: {tag}")
    assert count > 250
    assert wrong == []


def test_vega_is_known_by_its_hash(small_site: Path) -> None:
    vega = next(small_site.glob("assets/vega.*.js"))
    digest = base64.b64encode(hashlib.sha384(vega.read_bytes()).digest()).decode()
    html = (small_site / "sozialbericht/leerstand/index.html").read_text(encoding="utf-8")
    assert f'data-integrity="sha384-{digest}"' in html


def test_the_page_on_privacy_says_what_is_kept_in_the_browser(muster_site: Path) -> None:
    foreign = ("vega.", "leaflet.")
    ours = [path for path in muster_site.rglob("*.js") if not path.name.startswith(foreign)]
    assert {"kreiskarte", "vergleich", "filter"} <= {one.name.partition(".")[0] for one in ours}
    keeping = [path.name for path in ours if KEEPING.search(path.read_text(encoding="utf-8"))]
    assert sorted(name.partition(".")[0] for name in keeping) == [
        "app",
        "mein-bericht",
        "merken",
        "mitnehmen",
        "suche",
        "suchseite",
    ]
    said = (muster_site / "datenschutz/index.html").read_text(encoding="utf-8")
    for one in (
        "hebt auf Ihrem Gerät bis zu 600 Dateien auf, die Sie zuletzt gelesen haben",
        "hebt der Browser die Adressen und Titel der gemerkten Seiten auf",
        "welche Schalter der Website Sie umgelegt haben, zum Beispiel den der Taste „/“",
    ):
        assert one in said
