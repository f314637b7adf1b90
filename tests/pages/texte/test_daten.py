"""The page of open data: it names every file there is, and no other."""

import re
from pathlib import Path
from urllib.parse import urljoin

from support import loaded, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.exports.catalogue.datasets import describes
from fokusbericht.site import plan_site
from fokusbericht.urls import path_of

LINK = re.compile(r'href="([^"#]+)"')


def outputs_of(root: Path) -> dict[str, Output]:
    """Return all files of a site by their path."""
    report, problems = loaded(root)
    outputs, dead = plan_site(report)
    assert (problems, dead) == ([], [])
    return {one.path: one for one in outputs}


def test_every_file_of_data_is_named_and_exists(tmp_path: Path) -> None:
    outputs = outputs_of(small_county(tmp_path))
    html = outputs["daten/index.html"].make().decode()
    linked = {path_of(urljoin("/daten/", one)) for one in LINK.findall(html) if "://" not in one}
    assert linked <= set(outputs)
    offered = {path for path, one in outputs.items() if one.offer and not describes(one.offer)}
    assert offered <= linked
    assert {one for one in outputs if one.startswith("daten/")} - {"daten/index.html"} <= linked


def test_sizes_are_told_and_columns_explained(tmp_path: Path) -> None:
    outputs = outputs_of(small_county(tmp_path))
    html = outputs["daten/index.html"].make().decode().replace("\u00ad", "")
    title = '<a href="spalten/#handlungsempfehlungen">Empfehlungen</a>'
    assert title in html
    assert 'handlungsempfehlungen.csv">CSV</a>' in html
    assert "<small>1\u00a0KB</small>" in html
    assert "CC BY 4.0" in html and "Dies ist ein erdachter Kreis." in html
    columns = outputs["daten/spalten/index.html"].make().decode()
    assert '<summary id="handlungsempfehlungen">' in columns
    assert "wie weit der Kreis es steuern kann: hoch, mittel oder gering" in columns


def test_examples_are_spoken_of_only_where_there_are_any(tmp_path: Path) -> None:
    off = replaced("content/kreis.yml", "beispiele: true", "beispiele: false")
    shown = outputs_of(small_county(tmp_path / "a"))["daten/index.html"].make().decode()
    hidden = outputs_of(small_county(tmp_path / "b", off))["daten/index.html"].make().decode()
    assert "Viele Inhalte sind erdachte Beispiele." in shown
    assert "erdachte Beispiele" not in hidden


def test_a_figure_is_searched_for_among_the_figures(tmp_path: Path) -> None:
    html = outputs_of(small_county(tmp_path))["daten/index.html"].make().decode()
    form = html.partition('aria-label="In den Zahlen"')[2].partition("</form>")[0]
    assert form.startswith(' action="../suche/">')
    assert '<input type="hidden" name="art" value="indikator">' in form
    assert '<label for="zahl">Eine Zahl suchen</label>' in form


def test_what_most_come_for_is_seen_first_and_the_rest_is_folded(tmp_path: Path) -> None:
    html = outputs_of(small_county(tmp_path))["daten/index.html"].make().decode()
    seen = re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL)
    assert seen.count('<th scope="row">') == 4 + 2
    assert 'href="werte.csv"' in seen and 'href="handlungsempfehlungen.csv"' in seen
    assert re.search(r"<summary>Weitere Tabellen: \d+</summary>", html)
    assert re.search(r"<summary>Orte, Flächen und Themen: \d+</summary>", html)
