"""Printed numbers: which values their digits leave possible."""

import re
from dataclasses import dataclass

GERMAN = r"[−–-]?(?:\d{1,3}(?:[.\u202f\u00a0\u2009]\d{3})+(?!\d)|\d+)(?:,\d+)?"
_GERMAN = re.compile(GERMAN)
_START = re.compile(rf"\s*({GERMAN})(?![\w,.-]|\s*[.]\s)")
_MACHINE = re.compile(r"[−-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_GROUPS = re.compile(r"[.\u202f\u00a0\u2009]")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number, and half a unit of its last printed digit."""

    value: float
    half: float

    @property
    def low(self) -> float:
        """Return the least value that is printed like this."""
        return self.value - self.half

    @property
    def high(self) -> float:
        """Return the greatest value that is printed like this."""
        return self.value + self.half


def german(text: str) -> Printed:
    """Return a number as it is written in German: "1.234,5" and "−0,3" in all their spaces."""
    plain = _GROUPS.sub("", text).replace("−", "-").replace("–", "-").replace(",", ".")
    return Printed(float(plain), _half(plain))


def leading(text: str) -> Printed | None:
    """Return the number a cell begins with; None for marks, words and ranks ("3.")."""
    found = _START.match(text)
    return german(found[1]) if found else None


def machine(text: str) -> Printed | None:
    """Return a number of a table for programs: nothing is grouped, comma or point are decimal."""
    plain = text.strip()
    if not _MACHINE.fullmatch(plain):
        return None
    return exact(float(plain.replace("−", "-").replace(",", ".")))


def exact(value: float) -> Printed:
    """Return a number a program wrote: as many digits as it has, without the noise of binary."""
    plain = f"{value:.10g}"
    return Printed(float(plain), _half(plain))


def _half(plain: str) -> float:
    mantissa, _, exponent = plain.partition("e")
    digits = len(mantissa.partition(".")[2]) - int(exponent or 0)
    return 0.5 * 10.0**-digits
