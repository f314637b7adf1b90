"""One mistake in one file of a county, by chance: the same number makes the same mistake."""

import json
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from random import Random
from zipfile import BadZipFile, ZipFile

from fuzz.nasty import CELLS, DATA, IN_TAGS, NAMES, VALUES

Files = Mapping[str, bytes]
KEYED = re.compile(r"^(\s*(?:- )?)([\w-]+):(.*)$")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
NUMBERS = ("0", "1", "2", "7", "100", "1000", "0,001", "999999999", "12345678901234567890")
CLASSED = ("quantile", "gleich", "natuerlich")
POOLS = (
    *(("0",), ("1", "2"), (".", "x", "-"), ("0", "5"), ("7,5",), ("100", ".", "0", "1")),
    tuple(str(10**power) for power in range(0, 16, 3)),
    tuple(map(str, range(50))),
    tuple(f"{0.1 + number / 7919:.16f}".replace(".", ",") for number in range(500)),
    ("9007199254740993", "9007199254740992", "9007199254740994"),
)
SHOWN = (
    ("", *(f"klassen: {{verfahren: {one}, anzahl: {n}}}" for one in CLASSED for n in (2, 5, 7))),
    ("", "rang: {mindestens: 1}", "rang: {mindestens: 1000000}", "unsicherheit: true"),
    tuple(f"dezimalstellen: {number}" for number in range(4)),
    tuple(f"art: {one}" for one in ("anzahl", "anteil", "rate", "mittelwert", "index")),
    ("", "geheimhaltung: {mindestzahl: 3}", "geheimhaltung: {keine: Es sind keine Menschen.}"),
)
HEAVY = ("jpg", "jpeg", "png", "svg", "mp4", "webp")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is done to which file; None means that the file is gone."""

    what: str
    path: str
    content: bytes | None


def mistake(random: Random, files: Files) -> Mistake:
    """Return a mistake in one of the files."""
    path = random.choice(sorted(files))
    if random.random() < 0.04:
        return _of_files(random, files, path)
    kind = path.rpartition(".")[2].lower()
    ways = WAYS.get(kind, WAYS[""])
    way = random.choice(ways) if random.random() < 0.85 else random.choice(BYTES)
    return Mistake(way.__name__.strip("_"), path, way(random, files[path]))


def _of_files(random: Random, files: Files, path: str) -> Mistake:
    """Lose a file, or put its content or another's where it does not belong."""
    other = random.choice(sorted(files))
    folder = other.rpartition("/")[0]
    deeds = (
        Mistake("gone", path, None),
        Mistake("emptied", path, b""),
        Mistake("content of another", path, files[other]),
        Mistake("misplaced", f"{folder}/{random.choice(NAMES)}", files[path]),
        Mistake("misplaced", f"{folder}/{path.rpartition('/')[2]}", files[path]),
        Mistake("deeper", f"{folder}/sub/{path.rpartition('/')[2]}", files[path]),
    )
    return random.choice(deeds)


# --- Bytes --------------------------------------------------------------------------------------


def _flipped(random: Random, data: bytes) -> bytes:
    found = bytearray(data or b"x")
    for _ in range(random.choice((1, 1, 1, 4, 20))):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _cut(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _encoded(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return random.choice(
        (
            text.encode("utf-16"),
            text.encode("latin-1", "replace"),
            text.encode("utf-8-sig"),
            text.replace("\n", "\r\n").encode(),
            text.replace("\n", "\r").encode(),
            b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
            b"\x00" * 64,
            data * 3,
        )
    )


def _spliced(random: Random, data: bytes) -> bytes:
    start, end = sorted(random.randrange(len(data) + 1) for _ in range(2))
    there = random.randrange(len(data) + 1)
    return data[:there] + data[start : min(end, start + 300)] + data[there:]


# --- Lines --------------------------------------------------------------------------------------


def _lines_changed(random: Random, data: bytes) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    deed = random.randrange(6)
    if deed == 0:
        del lines[one]
    elif deed == 1:
        lines.insert(other, lines[one])
    elif deed == 2:
        lines[one], lines[other] = lines[other], lines[one]
    elif deed == 3:
        del lines[min(one, other) : max(one, other)]
    elif deed == 4:
        lines[one] = " " * random.choice((1, 2, 4)) + lines[one]
    else:
        lines.insert(one, random.choice(VALUES))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _letters_put_in(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    place = random.randrange(len(text) + 1)
    return (text[:place] + random.choice(VALUES) + text[place:]).encode("utf-8", "surrogatepass")


def _number_changed(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    found = list(NUMBER.finditer(text))
    if not found:
        return _letters_put_in(random, data)
    one = random.choice(found)
    new = random.choice((random.choice(NUMBERS), random.choice(found)[0]))
    return (text[: one.start()] + new + text[one.end() :]).encode()


# --- YAML ---------------------------------------------------------------------------------------


def _value_changed(random: Random, data: bytes) -> bytes:
    return _keyed(random, data, lambda head, key, value: f"{head}{key}: {random.choice(VALUES)}")


def _ways_of_showing(random: Random, data: bytes) -> bytes:
    """Let an indicator be classed, ranked or protected otherwise."""
    lines = [
        line
        for line in data.decode("utf-8", "replace").split("\n")
        if not line.startswith(("klassen:", "rang:", "dezimalstellen:", "art:", "geheimhaltung:"))
    ]
    return "\n".join((*lines[:-1], *(random.choice(one) for one in SHOWN), "")).encode()


def _key_renamed(random: Random, data: bytes) -> bytes:
    return _keyed(random, data, lambda head, key, value: f"{head}{key[:-1]}:{value}")


def _value_made_list(random: Random, data: bytes) -> bytes:
    forms = ("[{}]", "[[{}]]", "{{a: {}}}", "[{}, {}]", "'{}'", "[{{titel: {}}}]")
    form = random.choice(forms)
    return _keyed(random, data, lambda head, key, v: f"{head}{key}: " + form.format(v, v))


def _value_of_another(random: Random, data: bytes) -> bytes:
    values = [m[3] for m in map(KEYED.match, data.decode("utf-8", "replace").split("\n")) if m]
    other = random.choice(values or [""])
    return _keyed(random, data, lambda head, key, value: f"{head}{key}:{other}")


def _keyed(random: Random, data: bytes, change: Callable[[str, str, str], str]) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    found = [(i, match) for i, line in enumerate(lines) if (match := KEYED.match(line))]
    if not found:
        return _letters_put_in(random, data)
    place, match = random.choice(found)
    lines[place] = change(match[1], match[2], match[3])
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _block_removed(random: Random, data: bytes) -> bytes:
    """Remove a key with all that is indented below it."""
    lines = data.decode("utf-8", "replace").split("\n")
    found = [i for i, line in enumerate(lines) if KEYED.match(line)]
    if not found:
        return b""
    start = random.choice(found)
    depth = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and lines[end][: depth + 1].isspace():
        end += 1
    return "\n".join(lines[:start] + lines[end:]).encode()


# --- Tables -------------------------------------------------------------------------------------


def _cells_changed(random: Random, data: bytes) -> bytes:
    rows = [line.split(";") for line in data.decode("utf-8", "replace").split("\n")]
    column = random.randrange(max(map(len, rows)))
    content = random.choice(CELLS)
    every = random.random() < 0.3
    chosen = range(1, len(rows)) if every else [random.randrange(len(rows))]
    for row in chosen:
        if column < len(rows[row]):
            rows[row][column] = content
    return "\n".join(";".join(row) for row in rows).encode("utf-8", "surrogatepass")


def _figures_changed(random: Random, data: bytes) -> bytes:
    """Put other numbers in the place of all: equal, spread, missing, huge."""
    pool = random.choice(POOLS)
    rows = [line.split(";") for line in data.decode("utf-8", "replace").split("\n")]
    for row in rows[1:]:
        row[2:] = [random.choice(pool) for _ in row[2:]]
    return "\n".join(";".join(row) for row in rows).encode()


def _rows_thinned(random: Random, data: bytes) -> bytes:
    head, *rows = data.decode("utf-8", "replace").split("\n")
    kept = [row for row in rows if random.random() < 0.4]
    return "\n".join((head, *kept, "")).encode()


def _years_moved(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    years = sorted(set(re.findall(r"\b(?:19|20)\d\d\b", text)))
    if not years:
        return data
    return text.replace(random.choice(years), str(random.choice((1950, 2015, 2024, 2099)))).encode()


# --- JSON ---------------------------------------------------------------------------------------


def _node_changed(random: Random, data: bytes) -> bytes:
    try:
        tree = json.loads(data)
    except ValueError:
        return _flipped(random, data)
    spots: list[tuple[object, object]] = []
    _collect(tree, spots)
    if spots:
        holder, key = random.choice(spots)
        if isinstance(holder, dict) and random.random() < 0.2:
            del holder[key]
        else:
            holder[key] = random.choice(DATA)  # type: ignore[index]
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def _collect(node: object, spots: list[tuple[object, object]]) -> None:
    pairs = node.items() if isinstance(node, dict) else enumerate(node)  # type: ignore[arg-type]
    for key, value in list(pairs):
        spots.append((node, key))
        if isinstance(value, dict | list):
            _collect(value, spots)


def _coordinates_moved(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    new = random.choice(("[9.7,53.6]", "[53.6,9.7]", "[560000,5930000]", "[9.7,53.6,12]", "[0,0]"))
    pairs = list(re.finditer(r"\[\s*-?[\d.]+\s*,\s*-?[\d.]+\s*\]", text))
    for one in reversed(random.sample(pairs, min(len(pairs), random.choice((1, 2, 1000))))):
        text = text[: one.start()] + new + text[one.end() :]
    return text.encode()


# --- Workbooks ----------------------------------------------------------------------------------


def _member_changed(random: Random, data: bytes) -> bytes:
    """Change what stands in one of the files that a workbook is made of."""
    try:
        with ZipFile(BytesIO(data)) as book:
            members = {name: book.read(name) for name in book.namelist()}
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, zlib.error):
        return _flipped(random, data)
    if not members:
        return data
    name = random.choice(sorted(members))
    sheets = [one for one in sorted(members) if "sheet1" in one or "shared" in one]
    name = random.choice([name, *sheets])
    members[name] = random.choice((*BYTES, _tag_changed, _tag_changed, _number_changed))(
        random, members[name]
    )
    into = BytesIO()
    with ZipFile(into, "w") as book:
        for one, content in members.items():
            book.writestr(one, content)
    return into.getvalue()


def _tag_changed(random: Random, data: bytes) -> bytes:
    """Put something else between two tags, or into an attribute."""
    text = data.decode("utf-8", "replace")
    found = list(re.finditer(r'(?<=>)[^<>]+(?=<)|(?<=")[^"<>]*(?=")', text))
    if not found:
        return _spliced(random, data)
    one = random.choice(found)
    return (text[: one.start()] + random.choice(IN_TAGS) + text[one.end() :]).encode()


Way = Callable[[Random, bytes], bytes]
BYTES: tuple[Way, ...] = (_flipped, _cut, _encoded, _spliced)
TEXT: tuple[Way, ...] = (_lines_changed, _letters_put_in, _number_changed)
YAML: tuple[Way, ...] = (
    *(_value_changed, _value_changed, _value_of_another, _key_renamed, _block_removed),
    *(_value_made_list, _number_changed, _ways_of_showing, *TEXT),
)
TABLE: tuple[Way, ...] = (_cells_changed, _figures_changed, _rows_thinned, _years_moved, *TEXT)
WAYS: Mapping[str, tuple[Way, ...]] = {
    "md": (*YAML, *TEXT),
    "yml": YAML,
    "csv": TABLE,
    "geojson": (_node_changed, _node_changed, _coordinates_moved, *BYTES),
    "xlsx": (_member_changed, _member_changed, _member_changed, *BYTES),
    "": BYTES,
}
