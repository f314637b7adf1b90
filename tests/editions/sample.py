"""An edition made by hand, with a chapter of each kind, for tests of all that is made of one."""

from collections.abc import Mapping
from html import escape

from fokusbericht.model.editions import (
    Ausgabe,
    Chapter,
    ChapterKind,
    DeeperLink,
    EditionEntry,
    EditionFigure,
    EditionSource,
    Illustration,
    YearSentence,
)
from fokusbericht.text.blocks import Block, Heading, Item, Listing, Paragraph, Run, Table
from fokusbericht.words.editions import edition_words

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"
 viewBox="0 0 {width} {height}" font-family="system-ui,sans-serif"><style>.grund{{fill:#fbfaf6}}
.wort{{fill:#1a2326}}@media (prefers-color-scheme:dark){{.grund{{fill:#10181b}}
.wort{{fill:#e8ecec}}}}</style><path class="grund" d="M0 0h{width}v{height}H0z"/>
<path fill="#2b7585" d="M40 40h120v90H40z"/><path fill="#c8e0cd" d="M160 40h90v90h-90z"/>
<text class="wort" x="40" y="160" font-size="14">{words}</text></svg>"""
STRIP = """<svg xmlns="http://www.w3.org/2000/svg" width="60" height="16" viewBox="0 0 60 16"
 role="img" aria-label="Linie, die steigt">
<path d="M1 14L20 9L40 8L59 2" fill="none" stroke="currentColor" stroke-width="2"/></svg>"""


def drawings(edition: Ausgabe) -> Mapping[str, bytes]:
    """Return the drawings of an edition, wide and narrow, by the names of their files."""
    found = {}
    for one in edition.illustrations():
        wide = DRAWING.format(width=one.width, height=one.height, words=escape(one.title))
        slim = DRAWING.format(
            width=one.width_narrow, height=one.height_narrow, words=escape(one.title)
        )
        found |= {f"{one.name}.svg": wide.encode(), f"{one.name}-schmal.svg": slim.encode()}
    return found


def illustration(name: str, title: str) -> Illustration:
    """Return a map or chart of two Kommunen."""
    return Illustration(
        name=name,
        title=title,
        alt=f"{title}: dunkel Musterstadt, hell Probedorf.",
        caption=f"{title}, in Prozent. Am höchsten in Musterstadt.",
        source="Kreis Muster, eigene Erhebung · Stand: 2022",
        href="/sozialbericht/leerstandsquote/",
        width=600,
        height=400,
        width_narrow=360,
        height_narrow=300,
        columns=("Kommune", "2022"),
        rows=(("Musterstadt", "4,1"), ("Probedorf", "1,9")),
    )


def figure(value: str, label: str, name: str = "bevoelkerung") -> EditionFigure:
    """Return a number."""
    number = value.replace(".", "")
    return EditionFigure(
        indicator=name,
        label=label,
        value=value,
        number=number,
        unit="Prozent" if "," in value else "",
        year="2024",
        source="Statistikamt Nord, Bevölkerungsfortschreibung",
        licence="dl-de/by-2-0",
        href=f"/sozialbericht/{name}/",
    )


def text(words: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((Run(words),))


def entry(title: str, kind: str = "Zielvorschlag 2025-01") -> EditionEntry:
    """Return a recommendation."""
    return EditionEntry(
        title=title,
        kind=kind,
        text="Kreis, Städte und Gemeinden werben gemeinsam um Fachkräfte.",
        state="in Beratung seit Mai 2025",
        notes=("Sozialausschuss, 8. Mai 2025: zur Kenntnis genommen",),
        href="/handlungsempfehlungen/2025-01/",
    )


BLOCKS: tuple[Block, ...] = (
    text("Wer umzieht, braucht eine Wohnung, bevor die alte wieder vermietet ist."),
    Heading(3, (Run("Was gezählt wurde"),)),
    Paragraph(
        (
            Run("Gezählt wurde "),
            Run("zweimal", bold=True),
            Run(", siehe "),
            Run("die Zahlen", href="/sozialbericht/leerstandsquote/"),
            Run("."),
        )
    ),
    Listing(
        (
            Item((Run("in den Städten"),)),
            Item((Run("in Musterstadt"),), depth=1),
            Item((Run("in den Dörfern"),)),
        )
    ),
    Table(
        "Wohnungen",
        ("Kommune", "Wohnungen"),
        (((Run("Musterstadt"),), (Run("21.400"),)), ((Run("Probedorf"),), (Run("1.900"),))),
        (3, 1),
        (1,),
    ),
)


def field(title: str, anchor: str, drawing: bool = True) -> Chapter:
    """Return the chapter of a Handlungsfeld."""
    return Chapter(
        ChapterKind.FIELD,
        anchor,
        title,
        statement=f"{title}: Von hundert Wohnungen stehen gut zwei leer.",
        blocks=BLOCKS[:1],
        figures=tuple(
            figure(value, f"{label} ({title})", f"{anchor}-{label.lower()}")
            for value, label in (("2,3", "Leerstand"), ("160.950", "Wohnungen"))
        ),
        illustrations=(illustration(f"karte-{anchor}", title),) if drawing else (),
        deeper=(DeeperLink(f"Handlungsfeld {title}", f"/handlungsfelder/{anchor}/"),),
        source="Zensus 2022",
    )


def chapters() -> tuple[Chapter, ...]:
    """Return a chapter of each kind."""
    kind = ChapterKind
    goals = (entry("Fachkräfte gewinnen"),)
    taken = (entry("Mehr Wohnungen", "Beschluss"),)
    deeper = (DeeperLink("Alle Empfehlungen", "/handlungsempfehlungen/", "mit ihrem Stand"),)
    return (
        Chapter(kind.FOREWORD, "vorwort", "Vorwort", blocks=(text("Liebe Leserinnen und Leser!"),)),
        Chapter(kind.INTRODUCTION, "einleitung", "Worum es geht", blocks=BLOCKS),
        Chapter(kind.THEME, "leitthema", "Fachkräfte", "Es fehlen Hände.", BLOCKS[:1]),
        Chapter(kind.GOALS, "ziele", "Ziele", entries=goals, deeper=deeper),
        Chapter(kind.DECISIONS, "beschluesse", "Beschlüsse", entries=taken),
        field("Wohnen", "wohnen"),
        field("Arbeit", "arbeit", drawing=False),
        Chapter(kind.FINANCE, "finanzen", "Finanzen", figures=(figure("83,5", "Anteil"),)),
        Chapter(kind.FOLLOWED, "fruehere", "Was aus früheren wurde", entries=goals),
        Chapter(kind.NETWORK, "netzwerk", "Netzwerk", blocks=BLOCKS[:1]),
        Chapter(kind.METHOD, "methode", "Methode", blocks=BLOCKS[:1], source="Kreis Muster"),
    )


def ausgabe(**changes: object) -> Ausgabe:
    """Return the edition, with some of it changed."""
    said = {
        "name": "2025",
        "year": 2025,
        "title": "Fokus 2025",
        "subtitle": "Sozialplanung in kurzer Form",
        "county": "Kreis Muster",
        "base": "https://fokus.example",
        "accent": "#0a5f73",
        "summary": "Was im Kreis Muster im Jahr 2025 wichtig war.",
        "notice": "Erdachter Kreis, keine Veröffentlichung einer Behörde.",
        "stand": "1. November 2025",
        "stand_iso": "2025-11-01",
        "minutes": 12,
        "cover": illustration("karte-titel", "Bevölkerungsdichte"),
        "sentences": (
            YearSentence(
                figure("325.200", "Menschen"),
                "Menschen leben im Kreis, mehr als je zuvor.",
                STRIP,
                "Linie, die steigt",
            ),
        ),
        "chapters": chapters(),
        "sources": (
            EditionSource("Zensus 2022", "https://www.zensus2022.de", "2022", "frei"),
            EditionSource("Kreis Muster, eigene Erhebung", "", "", "CC0 1.0"),
        ),
        "map_credit": "© GeoBasis-DE / BKG 2023, dl-de/by-2-0, Daten verändert",
        "licence": "CC BY 4.0",
        "office": ("Kreis Muster, Sozialplanung", "Musterweg 1, 12345 Musterstadt"),
        "words": edition_words(5),
    }
    return Ausgabe(**{**said, **changes})  # type: ignore[arg-type]
