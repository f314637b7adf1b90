"""What every page has around its own content: menus, breadcrumbs, back-links, dates."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fokusbericht.building.assets import integrity_of
from fokusbericht.building.output import Output, PageNote, SitemapEntry
from fokusbericht.building.render import render
from fokusbericht.building.templates import print_of
from fokusbericht.exports import figure_feeds
from fokusbericht.exports.atom import NAME
from fokusbericht.exports.feeds import feeds
from fokusbericht.model.base import Key, Kind, Thing
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.asides import LinkGroup
from fokusbericht.pages.frame.examples import shows_examples
from fokusbericht.pages.frame.feedback import Feedback, feedback_on
from fokusbericht.pages.frame.linked import LinkedData, breadcrumbs, in_context
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.statements import CorrectionView, corrections_of
from fokusbericht.problems import Place
from fokusbericht.urls import AENDERUNGEN, path_of, url_of
from fokusbericht.views import Link
from fokusbericht.words import data_changes
from fokusbericht.words.controls import WORDS
from fokusbericht.words.names import KIND_NAMES

INVENTED = "Erfundener Kreis"
SWITCH = "beispiele.js"  # opens what is folded because it is made up
CARD = "teilen.png"
READER = "Ein Programm für Feeds meldet Ihnen"
FEED_NOTE = f"{READER} neue Empfehlungen und jeden neuen Schritt."
STEPS_NOTE = f"{READER} jeden neuen Schritt und jede Berichtigung."
FIGURES_NOTE = f"{READER} neue Zahlen, Einordnungen und Berichtigungen."
STATES_NOTE = f"{READER} jeden neuen Stand der Zahlen."
MATTERS = {
    Kind.EMPFEHLUNG: "Diese Empfehlung",
    Kind.BESCHLUSS: "Diesen Beschluss",
    Kind.ANREGUNG: "Diese Anregung",
}
SEARCH = "suche.js"  # the search field of all pages
HITS = "suchliste.js"  # what it loads on first use
SUCHE = "/suche/"
KEEPER = "merken.js"  # collects pages for „Mein Bericht“
# Which pages readers may collect, by their templates, and where their name stands: that of what is
# chosen, where the address tells what that is.
COLLECTED: Mapping[str, str] = {
    "empfehlungen/empfehlung.html": "h1",
    "orte/kommune.html": "h1",
    "orte/ortsvergleich.html": "h1",
    "orte/ortsvergleich_wahl.html": "#ortsvergleich-titel",
    "orte/raum.html": "h1",
    "planung/bericht.html": "h1",
    "planung/handlungsfeld.html": "h1",
    "planung/reise.html": "h1",
    "planung/vorgang.html": "h1",
    "sozialbericht/indikator.html": "h1",
    "sozialbericht/sozialbericht.html": "#karte, .kreiskarte-antwort h2",
    "sozialbericht/vergleich.html": "#vergleich-beide",
    "sozialbericht/vergleichspaar.html": "h1",
}
WITH_OWN_FIELD = ("/", SUCHE)  # a large one in the page; their head has none


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on all pages."""

    title: str
    county: str
    invented: str  # that the county is made up, where the notice does not say it
    motto: str
    notice: str
    notice_short: str  # stands in its place on phones
    notice_more: str  # where there is more on it
    nav: tuple[Link, ...]
    foot: tuple[LinkGroup, ...]
    role: str
    office: tuple[str, ...]
    email: str
    licence: str
    map_credit: str
    app: bool  # whether browsers may keep the site as one


@dataclass(frozen=True, slots=True)
class CardLink:
    """The picture that stands for a page where its address is shared."""

    address: str  # a whole one
    alt: str


@dataclass(frozen=True, slots=True)
class Page:
    """The frame of one page."""

    title: str
    description: str
    url: str
    canonical: str
    crumbs: tuple[Link, ...]
    is_example: bool
    indexed: bool
    changed: date | None
    backlinks: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    scripts: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]  # what each script says
    styles: tuple[str, ...]
    site: Site
    card: CardLink
    feeds: tuple[Link, ...] = ()
    easy: Link | None = None  # the same in Leichte Sprache
    corrections: tuple[CorrectionView, ...] = ()
    feedback: Feedback | None = None
    shows_examples: bool = False
    has_search: bool = True  # in its head
    linked: LinkedData | None = None  # what search engines are told
    collected: str = ""  # where its name stands, if readers may collect it


def make_page(
    report: Report,
    url: str,
    title: str,
    description: str,
    *,
    parents: Iterable[tuple[str, str]] = (),
    changed: date | None = None,
    key: Key | None = None,
    listed: tuple[Kind, ...] = (),
    is_example: bool = False,
    previous: Link | None = None,
    following: Link | None = None,
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    linked: tuple[LinkedData, ...] = (),
) -> Page:
    """Return the frame of a page.

    `parents` are (title, address) from below the start page down to the page above this one;
    with `key` the page lists who mentions that thing, but for the kinds it has `listed` itself.
    """
    start = () if url == "/" else (Link("Start", "/"),)
    above = tuple(Link(name, address) for name, address in parents)
    crumbs = (*start, *above, Link(title, url, current=True)) if start else ()
    where = (breadcrumbs(report.kreis, crumbs),) if crumbs else ()
    return Page(
        title=title,
        description=description,
        url=url,
        canonical=report.kreis.basis_url + url,
        crumbs=crumbs,
        is_example=is_example,
        indexed=not (is_example or report.kreis.erfunden),
        changed=changed,
        backlinks=backlinks(report, key, listed) if key else (),
        previous=previous,
        next=following,
        scripts=scripts,
        words={
            SEARCH: _search_words(),
            KEEPER: WORDS[KEEPER],
            **{name: WORDS.get(name, {}) for name in scripts},
        },
        styles=styles,
        site=_site(report, _section(report, url)),
        card=_site_card(report.kreis),
        feeds=_feeds(report, url, key),
        feedback=feedback_on(report, title, report.kreis.basis_url + url),
        easy=_easy_links(report).get(key) if key else None,
        corrections=corrections_of(report.corrected_at(key)) if key else (),
        has_search=url not in WITH_OWN_FIELD,
        linked=in_context((*where, *linked)),
    )


def thing_page(
    report: Report,
    thing: Thing,
    *,
    parents: Iterable[tuple[str, str]] = (),
    title: str = "",
    changed: date | None = None,
    listed: tuple[Kind, ...] = (),
    previous: Link | None = None,
    following: Link | None = None,
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    linked: tuple[LinkedData, ...] = (),
) -> Page:
    """Return the frame of the page of one thing."""
    return make_page(
        report,
        url_of(report, thing.key),
        title or thing.titel,
        thing.kurz,
        parents=parents,
        changed=changed or thing.geaendert,
        key=thing.key,
        listed=listed,
        is_example=thing.beispiel,
        previous=previous,
        following=following,
        scripts=scripts,
        styles=styles,
        linked=linked,
    )


@dataclass(frozen=True, slots=True)
class OfParts:
    """What a page tells of other files of the site: which, what it tells, and the files alone."""

    paths: tuple[str, ...]
    told: Callable[[Mapping[str, bytes]], Mapping[str, object]]
    alone: Callable[[], Mapping[str, bytes]]  # where there is no site yet


def of_script(script: Output) -> OfParts:
    """Return that a page names the checksum of a script that is planned with it."""
    return OfParts(
        (script.path,),
        lambda parts: {"script_sum": integrity_of(parts[script.path])},
        lambda: {script.path: script.make()},
    )


def page_output(
    report: Report,
    template: str,
    page: Page,
    view: object,
    source: Place,
    late: Callable[[], Mapping[str, object]] = dict,
    listed: bool = True,
    findable: bool = True,
    of_parts: OfParts | None = None,
) -> Output:
    """Plan one page; `late` makes what is dear and follows from the view, such as a chart.

    In the sitemap are those that are `listed` and no examples, in the search the `findable` of
    them.
    """
    path, page = path_of(page.url), _told(_marked(report, page, view))
    page = replace(page, collected=COLLECTED.get(template, ""))

    def assemble(parts: Mapping[str, bytes]) -> bytes:
        told = of_parts.told(parts) if of_parts else {}
        return render(report, template, path, {"page": page, "view": view, **late(), **told})

    entry = SitemapEntry(page.url, page.changed) if listed and page.indexed else None
    is_found = listed and findable and not page.is_example
    note = PageNote(page.url, page.title, page.description) if is_found else None
    return Output(
        path,
        (template, page, view),
        lambda: assemble(of_parts.alone() if of_parts else {}),
        source,
        print_of(report, template),
        entry,
        parts=of_parts.paths if of_parts else (),
        assemble=assemble if of_parts else None,
        note=note,
    )


def _marked(report: Report, page: Page, view: object) -> Page:
    """Return a page that says so, and is kept from search engines, if it shows examples."""
    around = (page.backlinks, page.previous, page.next)
    may_show = report.kreis.beispiele and report.has_examples()
    if not may_show or not shows_examples((view, around)):
        return page
    return replace(
        page,
        shows_examples=True,
        indexed=False,
        scripts=(*page.scripts, SWITCH),
        words={**page.words, SWITCH: WORDS[SWITCH]},
    )


def _told(page: Page) -> Page:
    """Return a page that tells search engines nothing where they shall not come."""
    return page if page.indexed else replace(page, linked=None)


def _feeds(report: Report, url: str, key: Key | None) -> tuple[Link, ...]:
    """Return the feed of a page, if it has one."""
    if key and key not in report.examples:
        if key.kind in MATTERS:
            return (Link(MATTERS[key.kind], url + NAME, STEPS_NOTE),)
        if key.kind is Kind.INDIKATOR:
            return (Link(f"„{report.titles[key]}“", url + NAME, FIGURES_NOTE),)
    if url == figure_feeds.PAGE:
        return (Link(figure_feeds.TITLE, url + NAME, FIGURES_NOTE),)
    if url == AENDERUNGEN:
        return (Link(f"„{data_changes.TITLE}“", url + NAME, STATES_NOTE),)
    feed = feeds(report).get(url)
    note = " Erdachte Beispiele sind nicht dabei." if report.examples else ""
    return (Link(feed.title, feed.url, FEED_NOTE + note),) if feed else ()


def _site_card(kreis: Kreis) -> CardLink:
    return CardLink(f"{kreis.basis_url}/{CARD}", f"{kreis.titel} {kreis.name}. {kreis.leitsatz}.")


def _search_words() -> Mapping[str, str]:
    """Return what the field says, and the list that it loads and hands its words to."""
    return {**WORDS[SEARCH], **WORDS[HITS]}


@query
def _site(report: Report, section: str) -> Site:
    kreis = report.kreis
    contact = kreis.kontakt
    return Site(
        title=kreis.titel,
        county=kreis.name,
        invented=INVENTED if kreis.erfunden and INVENTED not in kreis.hinweis else "",
        motto=kreis.leitsatz,
        notice=kreis.hinweis,
        notice_short=kreis.hinweis_kurz,
        notice_more=kreis.hinweis_ziel.ziel if kreis.hinweis_ziel else "",
        nav=tuple(
            Link(point.titel, point.ziel, current=point.ziel == section)
            for point in kreis.navigation
        ),
        foot=tuple(_foot(kreis)),
        role=contact.rolle,
        office=tuple(line for line in (contact.stelle, contact.strasse, contact.ort) if line),
        email=contact.email,
        licence=kreis.lizenz_texte,
        map_credit=report.geografie.quelle,
        app=kreis.app is not None,
    )


def _foot(kreis: Kreis) -> Iterator[LinkGroup]:
    """Yield the links of the foot in rows, as kreis.yml groups them."""
    for title in dict.fromkeys(point.gruppe for point in kreis.fusszeile):
        ones = [point for point in kreis.fusszeile if point.gruppe == title]
        yield LinkGroup(title, tuple(Link(point.titel, point.ziel) for point in ones))


@query
def _easy_links(report: Report) -> Mapping[Key, Link]:
    """Return for each thing that there is in Leichte Sprache the link to it."""
    return {
        page.zu.key: link_to(report, page.key)
        for page in sorted(report.leicht.values(), key=lambda page: page.key, reverse=True)
        if page.zu
    }


def _section(report: Report, url: str) -> str:
    """Return the entry of the menu a page belongs to: the longest address it starts with."""
    fitting = [point.ziel for point in report.kreis.navigation if url.startswith(point.ziel)]
    return max(fitting, key=len, default="")


def backlinks(report: Report, key: Key, listed: tuple[Kind, ...] = ()) -> tuple[Link, ...]:
    """Return links to all that mention a thing, by kind and title; `listed` kinds are left out.

    What is made up stands on no page of what is real.
    """
    is_made_up = key in report.examples
    found = [
        link_to(report, source, KIND_NAMES[source.kind])
        for source in report.backlinks.get(key, ())
        if source.kind not in listed and (is_made_up or source not in report.examples)
    ]
    return tuple(sorted(found, key=lambda link: (link.note, link.title, link.href)))
