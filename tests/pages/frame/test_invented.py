"""The head of each page says what a county is that nobody lives in."""

import re
from pathlib import Path

import pytest
from support import loaded, replaced, small_county

from fokusbericht.pages.texte import seite

KREIS = "content/kreis.yml"
NOTICE = "hinweis: Dies ist ein erdachter Kreis.\n"
PAGE = "grundlagen/verfahren/index.html"


def page(folder: Path, written: str) -> tuple[str, str]:
    """Return the head and the whole of a page, with other settings of the county."""
    report, problems = loaded(small_county(folder, replaced(KREIS, NOTICE, written)))
    assert [str(one) for one in problems] == []
    (html,) = (one.make().decode() for one in seite.plan(report) if one.path == PAGE)
    return html.partition("<header")[2].partition("</header>")[0], html


@pytest.mark.parametrize(
    ("written", "is_invented", "notice"),
    [
        ("", False, ""),
        ("erfunden: false\n", False, ""),
        ("erfunden: true\n", True, ""),
        (NOTICE, False, "Dies ist ein erdachter Kreis."),
        ("erfunden: true\nhinweis: Nichts davon gibt es.\n", True, "Nichts davon gibt es."),
    ],
)
def test_the_head_tells_it(tmp_path: Path, written: str, is_invented: bool, notice: str) -> None:
    head, html = page(tmp_path, written)
    told = re.findall('<p class="weite">(.*?)</p>', head)
    mark = '<strong class="marke-erfunden">Erfundener Kreis</strong> ' if is_invented else ""
    assert told == ([f"{mark}{notice}"] if mark or notice else [])
    # Nobody shall find in a search engine what nobody lives in.
    assert ('<meta name="robots" content="noindex">' in html) is is_invented
    assert html.count("Erfundener Kreis") == is_invented


def test_a_notice_that_tells_it_needs_no_mark(tmp_path: Path) -> None:
    head, html = page(tmp_path, "erfunden: true\nhinweis: 'Erfundener Kreis: Es gibt ihn nicht.'\n")
    assert '<p class="weite">Erfundener Kreis: Es gibt ihn nicht.</p>' in head
    assert html.count("Erfundener Kreis") == 1
