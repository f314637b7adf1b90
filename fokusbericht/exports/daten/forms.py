"""The forms in which all figures of an indicator can be taken along."""

from collections.abc import Callable
from dataclasses import dataclass

from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.messung import Messung


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, its file beside the page of an indicator, and what readers are told."""

    name: str
    file: str
    title: str
    make: Callable[[Kreis, Messung], bytes]
    note: str = ""  # what it is for, where few know it
