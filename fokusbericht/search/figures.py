"""/suche/zahlen.js: the figures by which the search answers, packed as those of the Kreiskarte.

    window.fokusZahlen = {"gebiete": {…}, "worte": {…},
                          "kennzahlen": [{"id": …, "titel": …, "jahre": …, "werte": …}, …]};

They are told in pages/sozialbericht/kreisdaten.py; what only maps and tables need is left out.
"""

from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.kreisdaten import figures_alone
from fokusbericht.search.directory import script
from fokusbericht.words.scripts import phrases

FIGURES = "zahlen.js"
PHRASES = ("missing", "topic", "extremes")  # by which figures are written


def figures_script(report: Report) -> bytes:
    """Return all figures as they may be published, as a script."""
    words = phrases()
    told = {name: words[name] for name in PHRASES}
    return script("fokusZahlen", {**figures_alone(report), "worte": told})
