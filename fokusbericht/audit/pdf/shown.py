"""The texts a page shows: each with its mark, where it stands, and where it ends."""

import math
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from fokusbericht.audit.pdf.fonts import CodeMap, code_map
from fokusbericht.audit.pdf.objects import Dictionary, clean, dictionary, entry, text_of

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"  # a text
    rb"|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s()<>\[\]{}/%]*|%[^\r\n]*|[^\s()<>\[\]{}/%]+",
    re.DOTALL,
)
_PICTURE = re.compile(rb"\bBI\s.*?\sEI\b", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\n|\r)|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WIDE = 0.25  # of the size: from here on a gap is a space
_DEEP = 12  # forms in forms


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text as one operator shows it; `mark` is that of its content, -1 where it has none."""

    text: str
    mark: int
    x: float
    y: float
    end: float
    size: float


@dataclass(slots=True)
class _TextState:
    """What q saves and Q brings back."""

    matrix: Matrix = _UNIT
    font: CodeMap | None = None
    size: float = 0.0
    leading: float = 0.0


@dataclass(slots=True)
class _StreamReader:
    """Where the reader of a content stream stands."""

    resources: Dictionary
    fonts: dict[str, CodeMap]
    depth: int = 0
    state: _TextState = field(default_factory=_TextState)
    saved: list[_TextState] = field(default_factory=list)
    marks: list[tuple[int | None, str | None]] = field(default_factory=list)  # and ActualText
    text: Matrix = _UNIT
    line: Matrix = _UNIT
    unsaid: str = ""
    found: list[ShownText] = field(default_factory=list)

    def mark(self) -> int:
        """Return the mark of the content that is open."""
        return next((mark for mark, _ in reversed(self.marks) if mark is not None), -1)


def texts_of(page: Dictionary, data: bytes) -> list[ShownText]:
    """Return all texts a page shows, those of its forms in their places."""
    reader = _StreamReader(dictionary(entry(page, "/Resources")), {})
    _run(reader, data)
    return reader.found


def _run(reader: _StreamReader, data: bytes) -> None:
    operands: list[Any] = []
    for token in _tokens(_PICTURE.sub(b"", data)):
        if not isinstance(token, _Operator):
            operands.append(token)
            continue
        act = _OPERATORS.get(token.name)
        if act is not None:
            with suppress(IndexError, TypeError, ValueError):  # too few, or of another kind
                act(reader, operands)
        operands = []


@dataclass(frozen=True, slots=True)
class _Operator:
    name: str


def _tokens(data: bytes) -> Iterator[Any]:
    """Yield numbers, names, texts, arrays and dictionaries, and operators."""
    stack: list[list[Any]] = []
    for found in _TOKEN.finditer(data):
        token = found[0]
        value: Any
        if token in (b"[", b"<<"):
            stack.append([])
            continue
        if token in (b"]", b">>"):
            inner = stack.pop() if stack else []
            value = inner if token == b"]" else dict(zip(inner[::2], inner[1::2], strict=False))
        elif token[:1] == b"%":
            continue
        else:
            value = _value(token)
        if stack:
            stack[-1].append(value)
        else:
            yield value


def _value(token: bytes) -> Any:
    first = token[:1]
    if first == b"(":
        return _ESCAPE.sub(_unescaped, token[1:-1])
    if first == b"<":
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    if first == b"/":
        return token.decode("latin-1")
    try:
        return float(token)
    except ValueError:
        return _Operator(token.decode("latin-1"))


def _unescaped(found: re.Match[bytes]) -> bytes:
    octal, end, plain = found.groups()
    if octal:
        return bytes((int(octal, 8) & 255,))
    return b"" if end else _ESCAPED.get(plain, plain)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    first = (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j)
    return *first, e * g + f * i + k, e * h + f * j + m


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands[-6:])
    return a, b, c, d, e, f


def _save(reader: _StreamReader, _: list[Any]) -> None:
    reader.saved.append(replace(reader.state))


def _restore(reader: _StreamReader, _: list[Any]) -> None:
    if reader.saved:
        reader.state = reader.saved.pop()


def _concat(reader: _StreamReader, operands: list[Any]) -> None:
    reader.state.matrix = _times(_matrix(operands), reader.state.matrix)


def _begin(reader: _StreamReader, operands: list[Any]) -> None:
    found = operands[1] if len(operands) > 1 else {}
    if isinstance(found, str):
        found = dictionary(entry(dictionary(entry(reader.resources, "/Properties")), found))
    number, actual = found.get("/MCID"), found.get("/ActualText")
    said = None if actual is None else _said(actual)
    reader.marks.append((None if number is None else int(number), said))
    reader.unsaid = said or ""
    if said and number is not None:  # what is said for all of it may have no letter of its own
        reader.found.append(ShownText("", int(number), 0, 0, 0, 0))


def _said(actual: Any) -> str:
    if isinstance(actual, bytes):
        wide = actual.startswith(b"\xfe\xff")
        return actual[2:].decode("utf-16-be", "ignore") if wide else actual.decode("latin-1")
    return text_of(actual)


def _end(reader: _StreamReader, _: list[Any]) -> None:
    if reader.marks:
        reader.marks.pop()


def _begin_text(reader: _StreamReader, _: list[Any]) -> None:
    reader.text = reader.line = _UNIT


def _font(reader: _StreamReader, operands: list[Any]) -> None:
    name, size = operands[0], operands[1]
    if name not in reader.fonts:
        source = entry(dictionary(entry(reader.resources, "/Font")), name)
        reader.fonts[name] = code_map(dictionary(source))
    reader.state.font, reader.state.size = reader.fonts[name], float(size)


def _place(reader: _StreamReader, operands: list[Any]) -> None:
    reader.text = reader.line = _matrix(operands)


def _next(reader: _StreamReader, operands: list[Any]) -> None:
    reader.line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), reader.line)
    reader.text = reader.line


def _next_leading(reader: _StreamReader, operands: list[Any]) -> None:
    reader.state.leading = -float(operands[1])
    _next(reader, operands)


def _next_plain(reader: _StreamReader, _: list[Any]) -> None:
    _next(reader, [0.0, -reader.state.leading])


def _leading(reader: _StreamReader, operands: list[Any]) -> None:
    reader.state.leading = float(operands[0])


def _show(reader: _StreamReader, operands: list[Any]) -> None:
    _show_array(reader, [[operands[-1]]])


def _show_next(reader: _StreamReader, operands: list[Any]) -> None:
    _next_plain(reader, operands)
    _show(reader, operands)


def _show_array(reader: _StreamReader, operands: list[Any]) -> None:
    font = reader.state.font
    if font is None:
        return
    text, wide = "", 0.0
    for one in operands[0]:
        if isinstance(one, bytes):
            said, width = font.read(one)
            text, wide = text + said, wide + width
        else:
            wide -= float(one) / 1000
            text += " " if -float(one) / 1000 > _WIDE else ""
    _tell(reader, text, wide * reader.state.size)


def _tell(reader: _StreamReader, text: str, wide: float) -> None:
    if any(actual is not None for _, actual in reader.marks):
        text, reader.unsaid = reader.unsaid, ""
    here = _times(reader.text, reader.state.matrix)
    reader.text = _times((1, 0, 0, 1, wide, 0), reader.text)
    end = _times(reader.text, reader.state.matrix)[4]
    size = reader.state.size * math.hypot(here[2], here[3])
    reader.found.append(ShownText(clean(text), reader.mark(), here[4], here[5], end, size))


def _form(reader: _StreamReader, operands: list[Any]) -> None:
    form = entry(dictionary(entry(reader.resources, "/XObject")), operands[0])
    if entry(form, "/Subtype") != "/Form" or reader.depth >= _DEEP:
        return
    own = entry(form, "/Resources")
    inner = _StreamReader(dictionary(own) if own else reader.resources, {}, reader.depth + 1)
    inner.state = replace(reader.state)
    matrix = entry(form, "/Matrix")
    if matrix:
        inner.state.matrix = _times(_matrix(list(matrix)), inner.state.matrix)
    inner.marks, inner.found = list(reader.marks), reader.found
    _run(inner, form.get_data())


_OPERATORS: dict[str, Callable[[_StreamReader, list[Any]], None]] = {
    "q": _save,
    "Q": _restore,
    "cm": _concat,
    "BDC": _begin,
    "BMC": _begin,
    "EMC": _end,
    "BT": _begin_text,
    "Tf": _font,
    "Tm": _place,
    "Td": _next,
    "TD": _next_leading,
    "T*": _next_plain,
    "TL": _leading,
    "Tj": _show,
    "TJ": _show_array,
    "'": _show_next,
    '"': _show_next,
    "Do": _form,
}


def joined(texts: list[ShownText]) -> Iterator[ShownText]:
    """Yield texts that stand close on one line as one; a halo tells its letter a second time."""
    before: ShownText | None = None
    seen: set[tuple[str, int, int]] = set()
    for one in texts:
        place = one.text, round(one.x * 2), round(one.y * 2)
        if not one.text or (place in seen and one.text.strip()):
            continue
        seen.add(place)
        if before and _is_close(before, one):
            space = " " if one.x - before.end > _WIDE * one.size else ""
            before = replace(before, text=f"{before.text}{space}{one.text}", end=one.end)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _is_close(before: ShownText, one: ShownText) -> bool:
    is_level = abs(before.y - one.y) < 0.2 * one.size
    return is_level and -0.3 * one.size < one.x - before.end < 0.4 * one.size
