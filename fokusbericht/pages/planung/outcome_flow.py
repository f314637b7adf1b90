"""From the year a recommendation was made to where it is today: as a picture and as a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.alluvial import Alluvial, Band, Node, alluvial_svgs
from fokusbericht.model.lives import FAILED, Stand
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.pages.empfehlungen.facets import ALL, JAHR, STAND
from fokusbericht.views import Cell
from fokusbericht.words.names import STAENDE

# From proposed to done; what ended otherwise comes last.
ORDER = (
    *(Stand.VORGESCHLAGEN, Stand.EINGESCHAETZT, Stand.IN_BERATUNG),
    *(Stand.VERTAGT, Stand.UNGEKLAERT, Stand.BESCHLOSSEN, Stand.IN_UMSETZUNG),
    *(Stand.UMGESETZT, Stand.AUSGESETZT, *FAILED),
)
HATCHED = (Stand.VERTAGT, Stand.UNGEKLAERT, Stand.AUSGESETZT, *FAILED)
NONE = "–"


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """An alluvial that is drawn where a template prints it."""

    chart: Alluvial

    def __html__(self) -> str:
        """Return it wide and narrow; umsetzung.css shows the one that fits."""
        return alluvial_svgs(self.chart)


def flow_picture(everything: Sequence[Handlungsempfehlung]) -> FlowPicture:
    """Return how many recommendations of each year are in which state today."""
    years, states = _years(everything), _states(everything)
    counts = Counter((one.jahr, one.stand()) for one in everything)
    bands = (
        Band(years.index(year), states.index(stand), count)
        for (year, stand), count in counts.items()
    )
    return FlowPicture(
        Alluvial(
            title=(
                "Links die Jahre, aus denen die Empfehlungen sind, rechts ihr heutiger Stand; "
                "Bänder dazwischen zeigen, wie viele wohin gekommen sind. Alle Zahlen stehen in "
                "der Tabelle darunter."
            ),
            heads=("Aus dem Jahr", "Heute"),
            left=tuple(Node(str(year), "jahr") for year in years),
            right=tuple(Node(STAENDE[one], one.value, one in HATCHED) for one in states),
            bands=tuple(sorted(bands, key=lambda one: (one.left, one.right))),
        )
    )


def _years(everything: Sequence[Handlungsempfehlung]) -> list[int]:
    return sorted({one.jahr for one in everything})


def _states(everything: Sequence[Handlungsempfehlung]) -> list[Stand]:
    found = {one.stand() for one in everything}
    return [stand for stand in ORDER if stand in found]


def flow_head(everything: Sequence[Handlungsempfehlung]) -> tuple[str, ...]:
    """Return the head of the table: the states there are."""
    return ("Jahr", *(STAENDE[stand] for stand in _states(everything)), "zusammen")


def flow_rows(everything: Sequence[Handlungsempfehlung]) -> tuple[tuple[Cell, ...], ...]:
    """Return a row for each year, and one for all of them."""
    counts = Counter((one.jahr, one.stand()) for one in everything)
    states = _states(everything)
    rows = [
        (
            Cell(str(year), f"{ALL}{JAHR.name}/{year}/"),
            *(_number(counts[year, stand]) for stand in states),
            _number(sum(counts[year, stand] for stand in states)),
        )
        for year in _years(everything)
    ]
    sums = Counter(one.stand() for one in everything)
    links = (f"{ALL}{STAND.name}/{stand.value}/" for stand in states)
    last = (_number(sums[stand], link) for stand, link in zip(states, links, strict=True))
    return (*rows, (Cell("alle", ALL), *last, _number(len(everything))))


def _number(count: int, href: str = "") -> Cell:
    return Cell(str(count) if count else NONE, href if count else "", number=True)
