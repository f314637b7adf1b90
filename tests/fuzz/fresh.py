"""One value changed in a county: what is kept must be what would be made anew."""

import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path

from support import loaded

from fokusbericht import model
from fokusbericht.building.output import Output
from fokusbericht.building.recipe import ON_ALL_PAGES
from fokusbericht.building.write import fingerprint, with_parts
from fokusbericht.site import plan_site

LINE = re.compile(r"^(?P<head>\s*(?:- )*(?:[\w-]+:)?\s*)(?P<value>\S.*)?$")
INLINE = re.compile(r"(?<=: )[^,{}\[\]]+(?=[,}])")
# Of what stands in the program itself, nothing changes; a PNG is made of an SVG beside it.
DRAWN_OR_WRITTEN = re.compile(r"^(?!assets/).*(?<!\.png)$")
DAY = re.compile(r"\b((?:19|20)\d\d-\d\d-)(\d\d)\b")


@dataclass(frozen=True, slots=True)
class Edit:
    """A file with one value changed, as an editor would."""

    path: str
    what: str
    content: str


def edits(files: Mapping[str, str]) -> Iterator[Edit]:
    """Yield edits of each value in each file that does not make all anew anyway."""
    for path, text in sorted(files.items()):
        if path in ON_ALL_PAGES:
            continue
        lines = text.split("\n")
        for number, line in enumerate(lines):
            for new in dict.fromkeys(_others(path, line)):
                if new != line:
                    changed = [
                        *lines[:number],
                        *([] if new is None else [new]),
                        *lines[number + 1 :],
                    ]
                    yield Edit(path, f"{number + 1}: {line!r} → {new!r}", "\n".join(changed))


def _others(path: str, line: str) -> Iterator[str | None]:
    """Yield what a line could be instead; None: it is left out."""
    if not line.strip() or line == "---":
        return
    yield None
    if path.endswith(".csv"):
        yield from _other_cells(line)
        return
    match = LINE.match(line)
    if match is None or not match["value"]:
        return
    head, value = match["head"], match["value"]
    for other in _other_values(value):
        yield head + other
    for inner in INLINE.finditer(line):
        for other in _other_values(inner[0]):
            yield line[: inner.start()] + other + line[inner.end() :]


def _other_values(value: str) -> Iterator[str]:
    if value in ("true", "false"):
        yield "false" if value == "true" else "true"
    elif DAY.search(value):
        yield DAY.sub(lambda day: f"{day[1]}{int(day[2]) % 28 + 1:02}", value)
    elif re.fullmatch(r"-?\d+([.,]\d+)?", value):
        yield from (str(int(float(value.replace(",", "."))) + more) for more in (1, -1, 40))
    else:
        yield from _siblings(value)
        yield f'{value[:-1]} anders"' if value.endswith('"') else f"{value} anders"


def _siblings(value: str) -> Iterator[str]:
    """Yield the other words where only some are allowed."""
    for words in WORDS:
        if value in words:
            yield from words


def _other_cells(line: str) -> Iterator[str]:
    head, _, last = line.rpartition(";")
    if re.fullmatch(r"\d+([.,]\d+)?", last):
        number = int(float(last.replace(",", ".")))
        yield from (f"{head};{other}" for other in (number + 3, 1, number * 100))
    yield f"{head};."


def _enums() -> Iterator[tuple[str, ...]]:
    for module in pkgutil.iter_modules(model.__path__):
        for one in vars(import_module(f"fokusbericht.model.{module.name}")).values():
            if isinstance(one, type) and issubclass(one, Enum) and one is not Enum:
                yield tuple(str(member.value) for member in one)


WORDS = tuple(_enums())


class Watch:
    """A county as it was built, against which changed ones are held."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.before = planned(root)
        assert self.before
        self.keys = keys_of(self.before)
        self.bytes: dict[str, bytes] = {}

    def now(self) -> dict[str, Output]:
        """Return what would be built of the county as it is now; nothing with problems."""
        return planned(self.root)

    def stale(self, only: re.Pattern[str] = DRAWN_OR_WRITTEN) -> Iterator[str]:
        """Yield what a build of the county, as it is now, would keep though it is different."""
        now = self.now()
        keys = keys_of(now)
        for path, output in now.items():
            if not only.search(path) or self.keys.get(path) != keys[path]:
                continue
            if path not in self.bytes:
                self.bytes[path] = self.before[path].make()
            if output.make() != self.bytes[path]:
                yield path


def keys_of(outputs: Mapping[str, Output]) -> dict[str, str]:
    """Return the key of each file that is made of nothing but itself and its parts."""
    own = {path: fingerprint("", one) for path, one in outputs.items()}
    keys = with_parts(outputs, own)
    # What is made of all others is made whenever one of them is.
    told = "".join(keys.values())
    return {path: told if one.closing else keys[path] for path, one in outputs.items()}


def planned(root: Path) -> dict[str, Output]:
    """Return what would be built; nothing with problems."""
    report, problems = loaded(root)
    outputs, more = ([], []) if problems else plan_site(report)
    return {} if more else {output.path: output for output in outputs}
