"""How a figure is cited, and how its picture is put into other websites."""

from datetime import date
from html import escape

from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Kreis
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import address_of

EMBEDDED = "/einbetten/"
# px that a frame needs at a width of 360 px: for a map, a chart, a number alone.
MAP_HEIGHT, CHART_HEIGHT, NUMBER_HEIGHT, TABLE_HEIGHT = 780, 700, 460, 560
SECRET_HEIGHT = 180  # px more for why figures are hidden, and that the extremes leave them out


def permalink(kreis: Kreis, indikator: Indikator) -> str:
    """Return the public address of an indicator's page."""
    return kreis.basis_url + address_of(indikator.key)


def embed_url(indikator: Indikator, part: str = "") -> str:
    """Return where a page for the frames of other websites is: /einbetten/leerstand/zahl/."""
    return f"{EMBEDDED}{indikator.key.name}/{f'{part}/' if part else ''}"


def oembed_url(indikator: Indikator) -> str:
    """Return where other programs ask for that frame: /oembed/leerstand.json."""
    return f"/oembed/{indikator.key.name}.json"


def citation(kreis: Kreis, indikator: Indikator, year: int, changed: date) -> str:
    """Return one line that names county, title, year, edition, source and address."""
    quelle = indikator.quelle.name.rstrip(".")
    year_text = f" ({year})" if year else ""
    return (
        f"{kreis.name}: {indikator.titel}{year_text}. {kreis.titel}, "
        f"Fassung vom {format_date(changed)}. "
        f"Daten: {quelle}, Stand {format_date(indikator.stand)}. {permalink(kreis, indikator)}"
    )


def frame_code(kreis: Kreis, indikator: Indikator, height: int, part: str = "") -> str:
    """Return the HTML that shows an indicator, or a part of what is told of it, elsewhere.

    What is in the frame may do nothing but open its links beside the other website.
    """
    address = escape(kreis.basis_url + embed_url(indikator, part))
    title = escape(f"{indikator.titel} – {kreis.titel} {kreis.name}")
    return (
        f'<iframe src="{address}" title="{title}" width="100%" height="{height}" '
        f'loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" '
        f'style="border: 0"></iframe>'
    )
