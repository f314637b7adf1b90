"""Head and foot of each page: the notice in short with its link, the foot in named rows."""

import re
from collections.abc import Mapping
from pathlib import Path

from support import SMALL, loaded, replaced, small_county, told

from fokusbericht.model.report import Report
from fokusbericht.pages.planung import handlungsfeld
from fokusbericht.pages.texte import seite
from fokusbericht.site import plan_site

KREIS = "content/kreis.yml"
NOTICE = "hinweis: Dies ist ein erdachter Kreis.\n"
FOOT = "  - {titel: Impressum, ziel: /impressum/}\n"
PAGE = "grundlagen/verfahren/index.html"


def made(folder: Path, changed: Mapping[str, str | None]) -> str:
    """Return a page of the small county."""
    report, problems = loaded(small_county(folder, changed))
    assert [str(one) for one in problems] == []
    (html,) = (one.make().decode() for one in seite.plan(report) if one.path == PAGE)
    return html


def test_a_short_notice_stands_beside_the_whole_and_leads_on(tmp_path: Path) -> None:
    more = f"{NOTICE}hinweis_kurz: Erdacht.\nhinweis_ziel: /impressum/\n"
    html = made(tmp_path, replaced(KREIS, NOTICE, more))
    assert (
        '<p class="weite"><span class="hinweis-ganz">Dies ist ein erdachter Kreis.</span>'
        '<span class="hinweis-kurz">Erdacht.</span> '
        '<a href="../../impressum/">Was das heißt</a></p>'
    ) in html


def test_a_short_notice_alone_is_told(tmp_path: Path) -> None:
    root = small_county(tmp_path, replaced(KREIS, NOTICE, f"{NOTICE}hinweis_kurz: Erdacht.\n"))
    assert told(root) == [
        "content/kreis.yml:8:15: Wo nur der kurze Hinweis Platz hat, muss ein Link zum ganzen "
        "führen. Bitte „hinweis_ziel“ angeben, zum Beispiel /impressum/. (fehlender-schluessel)"
    ]


def test_a_notice_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    more = f"{NOTICE}hinweis_ziel: /gibt-es-nicht/\n"
    report, problems = loaded(small_county(tmp_path, replaced(KREIS, NOTICE, more)))
    assert problems == []
    (problem,) = plan_site(report)[1]
    assert str(problem) == (
        "content/kreis.yml:8:15: Die Adresse „/gibt-es-nicht/“ gibt es auf der Seite nicht. "
        "(toter-link)"
    )


def test_the_foot_stands_in_rows_under_their_names(tmp_path: Path) -> None:
    rows = (
        "  - {titel: Glossar, ziel: /glossar/, gruppe: Nachlesen}\n"
        "  - {titel: Impressum, ziel: /impressum/, gruppe: Website}\n"
        "  - {titel: Daten, ziel: /daten/, gruppe: Nachlesen}\n"
    )
    foot = made(tmp_path, replaced(KREIS, FOOT, rows)).partition("<footer")[2]
    names = r"<p>([^<]+)</p>|<li><a [^>]*>([^<]+)</a></li>"
    assert ["".join(one) for one in re.findall(names, foot.partition("</nav>")[0])] == [
        *("Nachlesen", "Glossar", "Daten"),
        *("Website", "Impressum"),
    ]


def test_without_names_the_foot_is_one_row(tmp_path: Path) -> None:
    foot = made(tmp_path, {}).partition("<footer")[2].partition("</nav>")[0]
    assert "<p>" not in foot and foot.count("<ul>") == 1
    assert FOOT in (SMALL / KREIS).read_text(encoding="utf-8")


def test_who_names_a_page_is_told_in_a_line_for_each_kind(tmp_path: Path) -> None:
    outputs, _ = plan_site(loaded(small_county(tmp_path))[0])
    (html,) = (
        one.make().decode() for one in outputs if one.path == "handlungsfelder/wohnen/index.html"
    )
    told = html.partition('class="erwaehnt"')[2].partition("</section>")[0]
    found = re.findall(r"<dt>([^<]+)</dt>|<li><a [^>]*>([^<]+)</a>", told)
    assert [kind for kind, _ in found if kind] == ["Bericht", "Beschluss", "Fokusgruppe"]
    assert "<details>" not in told


def test_many_who_name_a_page_are_folded(muster_report: Report) -> None:
    (html,) = (
        one.make().decode()
        for one in handlungsfeld.plan(muster_report)
        if one.path == "handlungsfelder/wohnen/index.html"
    )
    told = html.partition('class="erwaehnt"')[2].partition("</section>")[0]
    count = told.count("<li>")
    assert count > 6
    assert (
        f'<details>\n<summary><h2 id="wird-erwaehnt-in">Wird erwähnt auf {count} Seiten</h2>'
        in told
    )
