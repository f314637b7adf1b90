"""/teilen.png: the card of the website; /…/teilen.png: that of a page that has one of its own."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.cards import Card, card_png
from fokusbericht.figures.cards import site_card
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.page import CARD, CardLink, Page
from fokusbericht.problems import Place
from fokusbericht.text.language import sentences

LONGEST = 200  # letters of what is said of a card to those who don't see it


def plan(report: Report) -> Iterator[Output]:
    """Plan the card of all pages that have none of their own."""
    card = site_card(report)
    yield Output(CARD, card, partial(card_png, report.geografie, card), report.kreis.place)


def with_card(report: Report, page: Page, card: Card) -> Page:
    """Return a page that names its own card; one of a made-up thing keeps that of the website."""
    if page.is_example:
        return page
    return replace(page, card=CardLink(f"{report.kreis.basis_url}{page.url}{CARD}", _heard(card)))


def plan_card(report: Report, page: Page, card: Card, place: Place) -> Iterator[Output]:
    """Plan the card that a page names."""
    if not page.is_example:
        make = partial(card_png, report.geografie, card)
        yield Output(f"{page.url}{CARD}"[1:], card, make, place)


def _heard(card: Card) -> str:
    """Return what a card says: its title, its figure, and of the rest what is short."""
    title = f"{card.overline}: {card.title}" if card.overline else card.title
    figure = f"{card.figure} ({card.unit})" if card.unit else card.figure
    heard = f"{title}. {figure}." if figure else f"{title}."
    for sentence in (part for said in card.said for part in sentences(said)):
        if len(heard) + len(sentence) >= LONGEST:
            break
        heard = f"{heard} {sentence}"
    return heard
