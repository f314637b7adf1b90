"""What the profiles of Kommunen, of Betrachtungsräume and of the county have in common."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from fokusbericht.building.output import Output
from fokusbericht.figures import profile
from fokusbericht.figures.areas import LocatorPicture
from fokusbericht.figures.headlines import Headline, RankMaker, headline_note, headlines
from fokusbericht.figures.population import Population, population, scripts_of
from fokusbericht.figures.profile import ThemeGroup
from fokusbericht.figures.profile_files import plan_files
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.figures import Ebene
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.mentions import without_recommendations
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.views import Fact, Link, RecommendationRow
from fokusbericht.words.progress import rows_of

STYLES = ("profil.css",)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures by theme under a heading."""

    id: str
    title: str
    notes: tuple[str, ...]
    head: tuple[str, ...]
    groups: tuple[ThemeGroup, ...]
    caption: str  # whose figures they are; each theme adds its title
    printed: str  # what paper says of the figures that only the website has


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """What the figures of a place tell on top, and what can be taken along of them."""

    headlines: tuple[Headline, ...]
    note: str
    all_figures: Link
    population: Population | None
    downloads: tuple[Link, ...]
    sources: tuple[Quelle, ...]
    source_by_figure: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlaceRecommendations:
    """The recommendations that name a place."""

    rows: tuple[RecommendationRow, ...]
    printed: str
    without: str
    more: Link


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What each profile shows."""

    lead: str
    locator: LocatorPicture
    facts: tuple[Fact, ...]
    figures: PlaceFigures
    said: tuple[str, ...]  # the addresses of the figures that sentences are about
    recommendations: PlaceRecommendations
    tables: tuple[FigureTable, ...]

    @property
    def printed_sources(self) -> frozenset[str]:
        """Return the names of the sources of the figures that paper holds."""
        sources = self.figures.source_by_figure
        return frozenset(sources[href] for href in self._printed() if href in sources)

    def _printed(self) -> Iterator[str]:
        """Yield the addresses of the figures that paper holds."""
        yield from (one.href for one in self.figures.headlines)
        if self.figures.population:
            yield self.figures.population.href
        yield from self.said
        rows = chain.from_iterable(group.rows() for table in self.tables for group in table.groups)
        yield from (row.cells[0].href for row in rows if row.printed)


def profile_page(
    report: Report,
    area: str,
    key: Key,
    address: str,
    title: str,
    description: str,
    parents: Iterable[tuple[str, str]],
    order: tuple[Key, ...] = (),
) -> Page:
    """Return the frame of a profile; with an `order` it leads to those before and after it."""
    before, after = neighbours(report, order, key) if order else (None, None)
    page = make_page(
        report,
        address,
        title,
        description,
        parents=parents,
        key=key,
        previous=before,
        following=after,
        styles=STYLES,
        scripts=scripts_of(report, area),
    )
    return without_recommendations(page)


def plan_profile(
    report: Report, template: str, area: str, page: Page, view: ProfileView, place: Place
) -> Iterator[Output]:
    """Plan a profile with its drawings and tables."""
    yield page_output(report, template, page, view, place)
    yield from plan_files(report, area, page.title, page.url, place)


def figures_of(
    report: Report, area: str, address: str, rank: RankMaker, *levels: Ebene
) -> PlaceFigures:
    """Return what is told of the figures of a place that are there at some levels."""
    top = tuple(headlines(report, area, rank))
    return PlaceFigures(
        headlines=top,
        note=headline_note(top),
        all_figures=profile.all_figures_link(report, *levels),
        population=population(report, area, address),
        downloads=(Link("Alle Zahlen als CSV", f"{address}daten.csv"),),
        sources=profile.sources_of(report, *levels),
        source_by_figure=profile.source_by_figure(report),
    )


def recommendations_of(
    report: Report, found: Iterable[Handlungsempfehlung], without: str, more: Link
) -> PlaceRecommendations:
    """Return recommendations as rows; `without` is said where there are none."""
    rows = rows_of(report, found)
    number = sum(not row.is_example for row in rows)
    return PlaceRecommendations(rows, profile.printed_text(number), without, more)


def notes_on(groups: tuple[ThemeGroup, ...], *notes: str) -> tuple[str, ...]:
    """Return what stands beside a table, last why figures are hidden, where it tells that."""
    rows = chain.from_iterable(group.rows() for group in groups)
    return tuple(note for note in (*notes, profile.secret_note(rows)) if note)
