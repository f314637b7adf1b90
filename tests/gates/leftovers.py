"""Nothing unfinished and nothing of the machine stands in any file: blanks, paths, foreign mail."""

import re
from collections.abc import Iterator

from .site import Site

UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|XXX|xxx+|[Ll]orem [Ii]psum|hier einfügen|Platzhaltertext|tbd|TBD)\b"
)
MARKUP = re.compile(r"\{\{|\}\}|\{%|\[\[|\]\]")
BLOCK = re.compile(r"<script type=\"application/ld\+json\">[^<]*</script>")  # has braces of its own
MACHINE_WORDS = re.compile(
    r">\s*(?:None|nan|NaN|undefined|null|True|False)\s*<|\[object Object\]"
    r"|\b\w+\.\w+ object at 0x|Undefined"
)
MACHINE = re.compile(
    r"(?<![\w.])/(?:home|tmp|root|work|Users|var|usr)/\w[\w/.-]*|\b[A-Z]:\\\w+|file://"
    r"|localhost|127\.0\.0\.1|Traceback \(most"
)
UID = re.compile(r"^UID:.*$", re.MULTILINE)  # names of events, which only look like mail
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DATA = (".json", ".geojson", ".jsonld", ".ttl", ".csv", ".ics", ".txt")


def unfinished(site: Site) -> Iterator[str]:
    """Yield words that say that something is still to be written."""
    for path, text in site.texts(".html", ".svg", ".xml", *DATA):
        read = BLOCK.sub("", text) if path.endswith(".html") else text
        for pattern in _patterns(path):
            yield from (f"{path}: „{one.group()}“" for one in pattern.finditer(read))


def machine_paths(site: Site) -> Iterator[str]:
    """Yield places of the machine that the site was made on."""
    for path, text in site.texts(".html", ".css", ".svg", ".xml", *DATA):
        yield from (f"{path}: „{one.group()}“" for one in MACHINE.finditer(text))


def foreign_mail(site: Site, allowed: frozenset[str]) -> Iterator[str]:
    """Yield mail addresses that are not the office's own."""
    for path, text in site.texts(".html", ".svg", ".xml", *DATA):
        found = sorted(set(MAIL.findall(UID.sub("", text))) - allowed)
        yield from (f"{path}: {one}" for one in found)


def _patterns(path: str) -> tuple[re.Pattern[str], ...]:
    """Return what would be unfinished in such a file; braces are at home in styles and data."""
    if path.endswith((".html", ".xml")):
        return UNFINISHED, MACHINE_WORDS, MARKUP
    return (UNFINISHED, MACHINE_WORDS) if path.endswith(".svg") else (UNFINISHED,)
