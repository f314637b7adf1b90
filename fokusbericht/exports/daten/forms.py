"""The forms in which all figures of an indicator can be taken along."""

from collections.abc import Callable
from dataclasses import dataclass

from fokusbericht.model.base import Key
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.messung import Messung
from fokusbericht.urls import address_of


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name, its file beside the page of an indicator, and what readers are told.

    Where it has a `folder`, the file stands there under the name of the indicator.
    """

    name: str
    file: str
    title: str
    make: Callable[[Kreis, Messung], bytes]
    note: str = ""  # what it is for, where few know it
    folder: str = ""
    describes: bool = False  # no figures: what those in another form mean

    def url(self, indikator: Key) -> str:
        """Return where the file of an indicator is."""
        if self.folder:
            return f"{self.folder}{indikator.name}.{self.file.rpartition('.')[2]}"
        return f"{address_of(indikator)}{self.file}"
