"""Indicators as figures: maps, charts, key figures and tables in the middle of a text."""

from dataclasses import dataclass

from fokusbericht.model import Report
from fokusbericht.render import EmbedView


@dataclass(frozen=True, slots=True)
class BlankView:
    """What is still to be filled in."""

    text: str


def embed_view(report: Report, name: str, argument: str) -> EmbedView:
    """Return the figure that an embed `{{ name: argument }}` draws."""
    if name == "luecke":
        return EmbedView("luecke", BlankView(argument))
    return EmbedView("luecke", BlankView(argument))
