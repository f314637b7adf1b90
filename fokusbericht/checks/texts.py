"""Texts hold Markdown alone: no HTML, no pictures, no h1, addresses that are some."""

from collections.abc import Iterator

from fokusbericht.checks.each import Looks, each_text
from fokusbericht.model.base import Text
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.text.addresses import is_link, is_own, refusal
from fokusbericht.text.prose import (
    find_addresses,
    find_faults,
    find_html,
    find_pictures,
    find_stray_embeds,
    find_stray_links,
    find_titles,
)

EMBED = "einbettung"
NO_EMBED = (
    "„{}“ ist so keine Einbettung. Sie beginnt ganz links in der Zeile und sieht so aus: "
    "{{{{ karte: leerstand, 2024 }}}}."
)
PICTURE = (
    "Bilder werden in content/bilder/ beschrieben und allein in einer Zeile eingebettet: "
    "{{ bild: name }}."
)


def check(report: Report) -> Iterator[Problem]:
    """Yield what a text must not hold, each at its place."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each text."""
    return each_text(report, _check)


def _check(_: Report, text: Text) -> Iterator[Problem]:
    yield from _check_addresses(text)
    yield from _check_marks(text)
    yield from (Problem(place, fault, "markdown") for place, fault in find_faults(text))


def _check_addresses(text: Text) -> Iterator[Problem]:
    yield from (Problem(place, fault, "adresse") for place, fault in find_stray_links(text))
    for address in find_addresses(text):
        if is_own(address.target):
            sentence = (
                f"Seiten dieses Berichts werden als [[…]] verlinkt, nicht mit „{address.target}“."
            )
            yield Problem(address.place, sentence, "adresse")
        elif not is_link(address.target):
            yield Problem(address.place, refusal(address.target), "adresse")


def _check_marks(text: Text) -> Iterator[Problem]:
    for tag in find_html(text):
        sentence = f"HTML wie „{tag.target}“ ist in Texten nicht erlaubt. Bitte Markdown verwenden."
        yield Problem(tag.place, sentence, "html")
    for picture in find_pictures(text):
        yield Problem(picture.place, PICTURE, "bild")
    for title in find_titles(text):
        sentence = "Überschriften im Text beginnen mit „##“; der Titel steht im Kopf der Datei."
        yield Problem(title.place, sentence, "ueberschrift")
    for embed in find_stray_embeds(text):
        sentence = f"Die Einbettung „{embed.target}“ steht allein in ihrer Zeile."
        yield Problem(embed.place, NO_EMBED.format(embed.label) if embed.label else sentence, EMBED)
