"""Terms as they are explained beside a text: one or two sentences, and the way to the rest."""

import re
from collections.abc import Iterator, Mapping

from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.text.language import sentences
from fokusbericht.text.prose import LINK, label_of, plain
from fokusbericht.urls import url_of
from fokusbericht.views import Explanation

SHORT = 240  # letters up to which a card takes more than the first sentence


def explanations(report: Report, found: Mapping[str, tuple[str, ...]]) -> Iterator[Explanation]:
    """Yield how terms are explained beside a text, in the order of their use."""
    for name, words in found.items():
        begriff = report.begriffe[name]
        yield Explanation(
            name, full_name(begriff), _short(report, begriff), url_of(report, begriff.key), words
        )


def full_name(begriff: Begriff) -> str:
    """Return a term with its abbreviation: „Sozialgesetzbuch Zweites Buch (SGB II)“."""
    return begriff.begriff + (f" ({begriff.kurzform})" if begriff.kurzform else "")


def _short(report: Report, begriff: Begriff) -> str:
    """Return the first sentence of an explanation, and those behind it that are short enough.

    One that only leads elsewhere („Mehr unter [[…]]“) says nothing on a card.
    """
    led: set[str] = set()

    def label(link: re.Match[str]) -> str:
        key = report.find(link[1].strip())
        title = report.titles[key] if key else link[1]
        if not label_of(link):
            led.add(title)
        return label_of(link) or title

    text, *others = sentences(plain(LINK.sub(label, begriff.erklaerung.source))) or ("",)
    for sentence in others:
        if len(text) + len(sentence) >= SHORT or any(title in sentence for title in led):
            break
        text = f"{text} {sentence}"
    return text
