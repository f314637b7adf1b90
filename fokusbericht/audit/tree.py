"""HTML as a tree, as small as reading needs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "rect",
        "circle",
        "line",
    ]
)
CUT = re.compile("\u00ad|<wbr>")  # where a word may be cut; read is the whole word


@dataclass(slots=True, eq=False)
class HtmlElement:
    """An element with its attributes and what is in it: elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["HtmlElement | str"] = field(default_factory=list)

    def text(self) -> str:
        """Return all text in it, elements set apart by a space."""
        return " ".join(" ".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style"):
                yield from child._texts()

    def elements(self) -> Iterator["HtmlElement"]:
        """Yield all elements in it, in their order."""
        for child in self.children:
            if isinstance(child, HtmlElement):
                yield child
                yield from child.elements()

    def all(self, *tags: str) -> Iterator["HtmlElement"]:
        """Yield all elements of these kinds in it."""
        return (one for one in self.elements() if one.tag in tags)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = HtmlElement("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = HtmlElement(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID or (tag == "path" and not self.is_closed()):
            self.open.append(element)

    def is_closed(self) -> bool:
        """Say whether the tag just read closes itself: only a path with a title does not."""
        return (self.get_starttag_text() or "").endswith("/>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = HtmlElement(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(text: str) -> HtmlElement:
    """Return HTML (or SVG) as a tree; what is not closed ends with what holds it."""
    builder = _Builder()
    builder.feed(CUT.sub("", text))
    builder.close()
    return builder.root
