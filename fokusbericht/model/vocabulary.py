"""The words people use: what means the same, what a word is put together from."""

from dataclasses import dataclass, replace

from fokusbericht.model.base import Key, Ref
from fokusbericht.model.kreis import Menupunkt
from fokusbericht.problems import Place

SYNONYME = "content/synonyme.yml"
WORTTEILE = "content/wortteile.yml"
POSTLEITZAHLEN = "geo/postleitzahlen.csv"


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that mean the same, as people type them, and where they lead first."""

    worte: tuple[str, ...]
    ziele: tuple[Ref, ...]
    place: Place
    adressen: tuple[Menupunkt, ...] = ()  # pages that have no key, by their address in a menu

    def leads(self) -> bool:
        """Say whether it leads anywhere, or only holds words together."""
        return bool(self.ziele or self.adressen)

    def without(self, gone: frozenset[Key]) -> "Synonym":
        """Return it without ways to what is not on the site."""
        return replace(self, ziele=tuple(ref for ref in self.ziele if ref.key not in gone))
