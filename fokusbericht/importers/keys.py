"""Official keys in all their spellings; never names, for a name is in Schleswig-Holstein twice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType

from fokusbericht.importers.sheets import text_of
from fokusbericht.model.places import Umstieg
from fokusbericht.sources.numbers import INVISIBLE, CellValue

GERMANY = "D"
EXCEL_TEXT = re.compile(r"""^(?:'|=")([0-9 ]+)"?$""")
GERMAN_KEYS = ("D", "DG", "0", "00")
NOT_NAMED = "?"  # what an area is called whose own key no guide names
# Widths of a key that comes in parts, by their number: Land, RB, Kreis, VB, Gemeinde.
WIDTHS: Mapping[int, tuple[int, ...]] = {
    2: (5, 3),
    3: (2, 3, 3),
    4: (2, 1, 2, 3),
    5: (2, 1, 2, 4, 3),
}


class KeySpelling(Enum):
    """How a file spells its keys; what is plain by its length needs no saying."""

    AMTLICH = "amtlich"
    KREIS_GEMEINDE = "kreis-gemeinde"
    STIMMBEZIRK = "stimmbezirk"
    KREIS = "kreis"  # as long as one of a Gemeinde, with noughts behind: 1056000
    GEMEINDEVERBAND = "gemeindeverband"  # of an Amt, or of a Kommune that belongs to none
    EIGENE = "eigene"  # no official ones: only those that the guide names count


class Keys:
    """The areas that figures are kept for, and how to know them in any file."""

    def __init__(
        self,
        kreis: str,
        names: Mapping[str, str],
        umsteiger: Sequence[Umstieg] = (),
        aemter: Mapping[str, Sequence[str]] = MappingProxyType({}),
        own: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.kreis = kreis
        self.names = names
        self.umsteiger = tuple(umsteiger)
        self.former = frozenset(one.alt for one in umsteiger)
        self.aemter = {key: frozenset(kommunen) for key, kommunen in aemter.items()}
        self.in_an_amt = frozenset(kommune for every in aemter.values() for kommune in every)
        self.own = own

    def with_own(self, own: Mapping[str, str]) -> "Keys":
        """Return them for a file that has keys of its own, each with the area that is meant."""
        aemter = {key: sorted(kommunen) for key, kommunen in self.aemter.items()}
        return Keys(self.kreis, self.names, self.umsteiger, aemter, own)

    def find(self, text: str, spelling: KeySpelling = KeySpelling.AMTLICH) -> str | None:
        """Return the key as our tables have it, whether it is ours or not; None if it is none.

        >>> keys = Keys("01056", {})
        >>> [keys.find(text) for text in ("01056015", "1056015", "10560015015", "010560015015")]
        ['01056015', '01056015', '01056015', '01056015']
        >>> [keys.find("56 015"), keys.find("56015001", KeySpelling.STIMMBEZIRK), keys.find("DG")]
        ['01056015', '01056015', 'D']
        >>> [keys.find(text) for text in ("1056", "1", "56015001", "Elmshorn", "10,56")]
        ['01056', '01', None, None, None]
        """
        text = _bare(text)
        if text in self.own:
            return self.own[text]
        if spelling is KeySpelling.EIGENE:
            return NOT_NAMED if text else None
        if text in GERMAN_KEYS:
            return GERMANY
        if spelling is KeySpelling.KREIS:
            return _official(_without_noughts(text.replace(" ", "")))
        if spelling is KeySpelling.GEMEINDEVERBAND:
            return self.verband(text.replace(" ", ""))
        if spelling is KeySpelling.STIMMBEZIRK:
            return self._local(text.replace(" ", "").zfill(8)[:-3], full=len(text) in (7, 8))
        if spelling is KeySpelling.KREIS_GEMEINDE or re.fullmatch(r"[0-9]{2} [0-9]{3}", text):
            return self._local(text.replace(" ", "").zfill(5), full=True)
        return _official(text.replace(" ", ""))

    def _local(self, text: str, full: bool) -> str | None:
        """Return the key of a Kommune written without its Land and government region."""
        digits = self.kreis[:3] + text
        return digits if full and re.fullmatch(r"[0-9]{8}", digits) else None

    def verband(self, digits: str) -> str | None:
        """Return an Amt, or the Kommune that belongs to none, in both spellings of such keys.

        >>> keys = Keys("01056", {"01056015": "Elmshorn"}, aemter={"010565616": ()})
        >>> [keys.verband(text) for text in ("010565616", "10565616", "01056916", "1056916")]
        ['010565616', '010565616', '010565616', '010565616']
        >>> [keys.verband(text) for text in ("010560015", "10560015", "01056015", "1056015")]
        ['01056015', '01056015', '01056015', '01056015']
        >>> keys.verband("10515163"), keys.verband("1056999"), keys.verband("10")
        ('010515163', '010569990', None)
        """
        if not re.fullmatch(r"[0-9]{7,9}", digits):
            return None
        short = digits.zfill(8)
        if short in self.names:
            return short
        # The old spelling counts Ämter from 900, with the last digits of their key.
        if match := re.fullmatch(rf"{self.kreis}9([0-9]{{2}})", short):
            fitting = [key for key in self.aemter if key[:5] == self.kreis and key[7:] == match[1]]
            return fitting[0] if len(fitting) == 1 else f"{short}0"
        return _official(digits.zfill(9))

    def is_ours(self, key: str) -> bool:
        """Tell whether figures are kept for this area."""
        return key in self.names

    def is_former(self, key: str) -> bool:
        """Tell whether it is a Kommune that is no more and whose successor is known."""
        return key in self.former

    def is_lost(self, key: str) -> bool:
        """Tell whether it is a Kommune or an Amt of our own county that nobody knows."""
        is_local = len(key) in (8, 9) and key.startswith(self.kreis)
        return is_local and key not in self.names and key not in self.former

    def ends(self, key: str) -> int:
        """Return the last year in which there was a Kommune that is no more; 0 for all others."""
        return next((one.ab.year for one in self.umsteiger if one.alt == key), 0)

    def goals(self, key: str) -> Iterator[str]:
        """Yield which of our Kommunen a former one belongs to today."""
        for one in self.umsteiger:
            if one.alt == key:
                yield from self.goals(one.neu)
        if self.is_ours(key):
            yield key

    def name(self, key: str) -> str:
        """Return an area as an editor knows it: „Elmshorn (01056015)“."""
        return f"{self.names[key]} ({key})" if key in self.names else key


def joined(cells: Sequence[CellValue]) -> str:
    """Return a key that comes in one cell or in parts; Excel drops the zeros in front of them.

    >>> joined(["01", "0", "56", "5642", "1"]), joined(["1056015"])
    ('010565642001', '1056015')
    """
    texts = [text_of(cell) for cell in cells]
    if len(texts) == 1:
        return texts[0]
    if not all(texts):
        return ""
    widths = WIDTHS.get(len(texts), (0,) * len(texts))
    return "".join(text.zfill(width) for text, width in zip(texts, widths, strict=True))


def _bare(text: str) -> str:
    """Return a key without what nobody sees, and without what makes Excel take it for a text.

    >>> [_bare(text) for text in ("'01056015", '="01056015"', "01056015\u200b")]
    ['01056015', '01056015', '01056015']
    """
    return EXCEL_TEXT.sub(r"\1", INVISIBLE.sub("", text).strip())


def _official(digits: str) -> str | None:
    """Return Land, Kreis, Kommune or Amt by the number of digits; one may be lost in front.

    The key of an Amt keeps its nought: without it, it looks like that of a Kommune elsewhere.
    """
    if not re.fullmatch(r"[0-9]{1,2}|[0-9]{4,5}|[0-9]{7,9}|[0-9]{11,12}", digits):
        return None
    width = next(width for width in (2, 5, 8, 9, 12) if len(digits) <= width)
    full = digits.zfill(width)
    if not "01" <= full[:2] <= "16":
        return None
    # Nine digits that go on with a nought are those of a Kommune that belongs to no Amt.
    is_kommune = width == 12 or (width == 9 and full[5] == "0")
    return full[:5] + full[-3:] if is_kommune else full


def _without_noughts(digits: str) -> str:
    """Return the key of a Kreis that is written as long as that of a Gemeinde.

    >>> [_without_noughts(text) for text in ("1056000", "01056000", "01056", "01056015")]
    ['01056', '01056', '01056', '']
    """
    if len(digits) < 7:
        return digits
    full = digits.zfill(8)
    return full[:5] if full.endswith("000") else ""
