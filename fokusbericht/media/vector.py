"""SVG drawings of editors, built anew from a list of what a drawing needs.

Scripts, handlers, foreign content and addresses are told; what drawing programs write for
themselves alone (their own elements and attributes, comments, metadata) is left out in silence.
Document types are refused before anything in them is read, so there are no entities to unfold.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from fokusbericht.media.faults import Fault
from fokusbericht.text.markup import escaped, quoted

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
MOST_BYTES = 2_000_000
MOST_SIZE = 20_000
DEEPEST = 60


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan "
    "textPath linearGradient radialGradient stop clipPath mask pattern marker style switch"
)
SILENT = frozenset(("metadata", "namedview", "view"))  # and all elements of other namespaces
ATTRIBUTES = _words(
    "id class x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height viewBox transform "
    "preserveAspectRatio pathLength rotate offset orient markerWidth markerHeight markerUnits refX "
    "refY gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits "
    "patternTransform clipPathUnits maskUnits maskContentUnits textLength lengthAdjust startOffset "
    "role aria-label aria-hidden lang version"
)
LOOKS = _words(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display "
    "visibility stop-color stop-opacity clip-path clip-rule mask marker-start marker-mid "
    "marker-end font-family font-size font-weight font-style font-stretch text-anchor "
    "dominant-baseline alignment-baseline baseline-shift letter-spacing word-spacing "
    "text-decoration writing-mode vector-effect paint-order shape-rendering text-rendering "
    "mix-blend-mode overflow"
)
HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
INSIDE = re.compile(r"#[\w.-]+")  # an address within the drawing
OWN_URL = re.compile(r"url\(\s*(['\"]?)#[\w.-]+\1\s*\)")
# Whatever in a style can fetch or run something, or hide that it does.
FETCHING = re.compile(
    r"url\s*\(|src\s*\(|image-set|@|\\|expression|javascript|behavior|-moz-binding|<|/\*",
    re.IGNORECASE,
)
LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(?:px)?\s*")
COORDINATES = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True)
class CleanVector:
    """A clean SVG with its measures."""

    svg: bytes
    width: int
    height: int


@dataclass(slots=True)
class _SvgReader:
    parser: expat.XMLParserType
    parts: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    silent: int = 0  # how deep within what is left out
    style: str = ""
    width: float = 0
    height: float = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if len(self.open) + self.silent >= DEEPEST:
            raise _Unreadable("Die Zeichnung ist zu tief verschachtelt.")
        if self.silent or space != SVG or tag in SILENT:
            self.silent += 1
            return
        if not self.open:
            self.size(tag, attributes)
        if tag not in ELEMENTS:
            self.fault(f"„{tag}“ ist in Zeichnungen nicht erlaubt.")
            self.silent += 1
            return
        kept = "".join(self.attributes(attributes))
        self.parts.append(f"<{tag}{kept}")
        if not self.open:
            self.parts.append(f' xmlns="{SVG}"')
        self.parts.append(">")
        self.open.append(tag)

    def end(self, name: str) -> None:
        if self.silent:
            self.silent -= 1
            return
        tag = self.open.pop()
        if tag == "style":
            self.parts.append(self.sheet())
        self.parts.append(f"</{tag}>")

    def text(self, data: str) -> None:
        if self.silent or not self.open:
            return
        if self.open[-1] == "style":
            self.style += data
        elif self.open[-1] in ("title", "desc", "text", "tspan", "textPath"):
            self.parts.append(escaped(data))

    def doctype(self, *_: object) -> None:
        raise _Unreadable("Eine Angabe „<!DOCTYPE“ ist nicht erlaubt. Bitte die Zeile streichen.")

    def sheet(self) -> str:
        sheet, self.style = self.style, ""
        if FETCHING.search(OWN_URL.sub("", sheet)):
            self.fault("Formate in „style“ laden nichts nach: kein url(…), kein @import.")
            return ""
        return escaped(sheet)

    def attributes(self, written: Mapping[str, str]) -> Iterator[str]:
        """Yield what stays of an element's attributes; a style goes before an attribute."""
        kept: dict[str, str] = {}
        for full, value in written.items():
            space, _, name = full.rpartition(" ")
            if not space and HANDLER.fullmatch(name):
                self.fault(f"„{name}“ ist in Zeichnungen nicht erlaubt.")
            elif name == "href" and space in ("", XLINK):
                kept |= self.link(value)
            elif (space, name) == (XML, "space"):
                kept["xml:space"] = value
            elif not space and name in LOOKS | ATTRIBUTES and self.is_harmless(name, value):
                kept[name] = value
        return (
            f" {name}={quoted(value)}"
            for name, value in (kept | self.declarations(written.get("style", ""))).items()
        )

    def link(self, value: str) -> dict[str, str]:
        if INSIDE.fullmatch(value):
            return {"href": value}
        self.fault(f"„{value[:60]}“: Zeichnungen verweisen nur auf Teile ihrer selbst (#…).")
        return {}

    def declarations(self, style: str) -> dict[str, str]:
        parted = (one.partition(":") for one in style.split(";"))
        looks = {name.strip(): value.strip() for name, _, value in parted if value}
        harmless = {name: value for name, value in looks.items() if self.is_harmless(name, value)}
        return {name: value for name, value in harmless.items() if name in LOOKS}

    def is_harmless(self, name: str, value: str) -> bool:
        if not FETCHING.search(OWN_URL.sub("", value)):
            return True
        self.fault(f"„{name}“ lädt etwas nach; erlaubt ist nur url(#…).")
        return False

    def size(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag != "svg":
            raise _Unreadable("Das ist keine SVG-Datei: Sie beginnt mit „<svg“.")
        box = COORDINATES.split(attributes.get("viewBox", "").strip())
        width, height = (LENGTH.fullmatch(attributes.get(one, "")) for one in ("width", "height"))
        try:
            if len(box) == 4:
                self.width, self.height = float(box[2]), float(box[3])
            elif width and height:
                self.width, self.height = float(width[1]), float(height[1])
        except ValueError:
            pass
        if not (1 <= self.width <= MOST_SIZE and 1 <= self.height <= MOST_SIZE):
            raise _Unreadable(
                "Der Zeichnung fehlt eine brauchbare Größe: „viewBox“, oder Breite und Höhe."
            )

    def fault(self, sentence: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        self.faults.append(Fault(line, column + 1, sentence))


class _Unreadable(Exception):
    """A drawing that is not read any further; the message says why."""


def clean(data: bytes) -> CleanVector | list[Fault]:
    """Return the drawing with all that it may hold, or what is wrong with it."""
    if len(data) > MOST_BYTES:
        return [Fault(1, 1, f"Die Datei ist größer als {MOST_BYTES // 1_000_000} MB.")]
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _SvgReader(parser)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(data, True)
    except _Unreadable as refusal:
        reader.fault(str(refusal))
    except expat.ExpatError as error:
        return [Fault(error.lineno, error.offset + 1, "Hier ist die SVG-Datei nicht lesbar.")]
    except (ValueError, LookupError):  # an encoding that nobody knows
        return [Fault(1, 1, "Die SVG-Datei ist nicht lesbar. Bitte als UTF-8 speichern.")]
    if reader.faults or not reader.width:
        return reader.faults or [Fault(1, 1, "Das ist keine SVG-Datei: Sie beginnt mit „<svg“.")]
    return CleanVector(_scaled("".join(reader.parts), reader), *_whole(reader))


def _whole(reader: _SvgReader) -> tuple[int, int]:
    return round(reader.width), round(reader.height)


def _scaled(svg: str, reader: _SvgReader) -> bytes:
    """Return the drawing with a viewBox, so that it grows and shrinks as a whole."""
    head, _, rest = svg.partition(">")
    if " viewBox=" not in head:
        head += f' viewBox="0 0 {reader.width:g} {reader.height:g}"'
    return f"{head}>{rest}".encode()
