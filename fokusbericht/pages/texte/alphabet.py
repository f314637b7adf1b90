"""Lists from A to Z: what they are sorted by, and the letters to jump to."""

from collections.abc import Collection
from string import ascii_uppercase

from fokusbericht.text.prose import slug
from fokusbericht.views import Link

DIGITS = "0–9"


def letter_of(title: str) -> str:
    """Return the letter that a title stands under: ä counts as ae, all digits are one."""
    first = slug(title)[:1].upper()
    return DIGITS if first.isdigit() else first or "#"


def id_of(letter: str) -> str:
    """Return the anchor of a letter."""
    return "buchstabe-0" if letter == DIGITS else f"buchstabe-{letter.lower()}"


def letters(used: Collection[str]) -> tuple[Link, ...]:
    """Return all letters, each with the way to it if something stands under it."""
    others = sorted(set(used) - set(ascii_uppercase))
    return tuple(
        Link(letter, f"#{id_of(letter)}" if letter in used else "")
        for letter in (*others, *ascii_uppercase)
    )
