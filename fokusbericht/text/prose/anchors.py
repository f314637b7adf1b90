"""Names of headings and notes as addresses: readable, and each once on a page."""

import re
import unicodedata
from collections.abc import Iterable, Set

UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
NAMELESS = "abschnitt"
# Private use: names of one text are marked until all of its page is known.
MARKED = re.compile("\ue004([0-9]*)\ue005([^\ue004-\ue006]*)\ue006")
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
ID = re.compile(r'\sid="([^"\ue004]+)"')


def slug(title: str) -> str:
    """Return a title as a key: "Zahlen, Daten und Fakten" → "zahlen-daten-und-fakten"."""
    whole = unicodedata.normalize("NFKC", INVISIBLE.sub("", title))
    return re.sub(r"[^a-z0-9]+", "-", whole.lower().translate(UMLAUTS)).strip("-")


def anchor(title: str) -> str:
    """Return the name of a heading; one without letters has a name, too."""
    return slug(title) or NAMELESS


def unique(name: str, taken: Set[str]) -> str:
    """Return a name that is not taken: "zahlen", "zahlen_1", "zahlen_2"."""
    number, found = 0, name
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    return found


def marked(name: str, scope: str = "") -> str:
    """Return a name of a text that is to become one of its page; `scope` tells texts apart."""
    return f"\ue004{scope}\ue005{name}\ue006"


def mark_ids(html: str, scope: str) -> str:
    """Return a figure whose ids, and what refers to them, are marked: it may stand there twice."""
    names = sorted(set(ID.findall(html)), key=len, reverse=True)
    if not names:
        return html
    any_of = re.compile(rf'(?<=[\s"#])(?:{"|".join(map(re.escape, names))})(?=[\s")])')

    def marked_in(tag: re.Match[str]) -> str:
        return any_of.sub(lambda name: marked(name[0], scope), tag[0])

    return TAG.sub(marked_in, html)


def settle(page: str, reserved: Iterable[str] = ()) -> str:
    """Return a page in which all marked names are settled: what its template owns comes first."""
    if "\ue004" not in page:
        return page
    taken = {*reserved, *ID.findall(page)}
    names: dict[tuple[str, str], str] = {}
    for match in MARKED.finditer(page):
        key = (match[1], match[2])
        if key not in names:
            names[key] = unique(match[2], taken)
            taken.add(names[key])
    return MARKED.sub(lambda match: names[match[1], match[2]], page)
