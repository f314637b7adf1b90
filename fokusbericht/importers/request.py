"""What an editor asks for on the command line."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Request:
    """What an editor asks for."""

    art: str
    datei: Path
    indikator: str = ""
    """Empty: all that the file has figures for."""
    jahr: int | None = None
    zuordnung: str = ""
    """A guide elsewhere than beside the indicator, relative to the folder of the county."""

    @property
    def shown(self) -> str:
        """Return how the file is called in sentences."""
        return str(self.datei)

    def is_called(self, pattern: str) -> bool:
        """Say whether the file has a name of this pattern; case doesn't count.

        >>> Request("zensus2022", Path("Regionaltabelle_Demografie.csv")).is_called("*demografie*")
        True
        """
        return fnmatchcase(self.datei.name.casefold(), pattern.casefold())
