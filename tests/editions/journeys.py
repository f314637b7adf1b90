"""The page of an edition that was made by hand, as it is built and as a browser can open it."""

from dataclasses import replace
from pathlib import Path

from editions.sample import ausgabe, drawings, field, illustration

from fokusbericht.building.assets import find_assets
from fokusbericht.building.output import Output
from fokusbericht.model.editions import Ausgabe, Chapter
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.planung.reise import SCRIPT, STYLE, TEMPLATE, journey
from fokusbericht.problems import Place
from fokusbericht.text.blocks import Paragraph, Run


def with_pictures(number: int, places: tuple[int, ...] = ()) -> Chapter:
    """Return a chapter of four long paragraphs and so many pictures."""
    blocks = tuple(Paragraph((Run(f"Absatz {one}. " + "Wort " * 60),)) for one in "ABCD")
    pictures = tuple(illustration(f"karte-{one}", f"Bild {one}") for one in range(number))
    return replace(field("Wohnen", "wohnen"), blocks=blocks, illustrations=pictures, places=places)


def page_of(report: Report) -> Page:
    """Return the frame of the page."""
    return make_page(
        report, "/fokus/2025/", "Fokus 2025", "Was war.", scripts=(SCRIPT,), styles=(STYLE,)
    )


def planned(report: Report, edition: Ausgabe, page: Page) -> Output:
    """Return the page as it is planned."""
    return page_output(report, TEMPLATE, page, journey(edition), Place("content/x.md"))


def write_journey(report: Report, folder: Path, edition: Ausgabe | None = None) -> None:
    """Write the page, with all that it loads."""
    shown = edition or ausgabe()
    page = planned(report, shown, page_of(report))
    files = {page.path: page.make()}
    files |= {asset.url[1:]: asset.make() for asset in find_assets(report).values()}
    files |= {f"fokus/2025/bilder/{name}": one for name, one in drawings(shown).items()}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
