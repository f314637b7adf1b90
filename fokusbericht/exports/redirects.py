"""Former addresses as servers read them, so that programs, too, are led on, by an answer 301.

`_redirects` is for GitLab Pages, Netlify and their like, the two others are included by nginx (in
a `map`) and Apache:

    /alt/ /neu/ 301
    "/alt/" "/neu/";
    RedirectMatch 301 "^/alt/$" "/neu/"

The pages at these addresses (pages/texte/weiterleitungen.py) lead on wherever no server does.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from fokusbericht.building.output import Output
from fokusbericht.exports.atom import NAME
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.urls import path_of

HEAD = (
    "# Alte Adressen und ihre neuen, aus content/weiterleitungen.yml; jeder Bau schreibt sie neu.\n"
)
FILES = ("_redirects", "_weiterleitungen.nginx.conf", "_weiterleitungen.apache.conf")
SOURCE = Place("content/weiterleitungen.yml")


def plan_server_files(
    report: Report, taken: Collection[str], paths: Collection[str]
) -> Iterator[Output]:
    """Plan the three files; `taken` are addresses with a page again, `paths` all files there are.

    They are there also where nothing has moved, as servers include them.
    """
    base = urlsplit(report.kreis.basis_url).path.rstrip("/")
    moves = [(base + old, base + new) for old, new in _moves(report, taken, paths)]
    for path, text in server_files(moves).items():
        yield Output(path, text, text.encode, SOURCE)


def server_files(moves: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return the text of each file, by its path."""
    lines = [
        (
            f"{old} {new} 301\n",
            f'"{old}" "{new}";\n',
            f'RedirectMatch 301 "^{re.escape(old)}$" "{new}"\n',
        )
        for old, new in moves
    ]
    return {
        path: HEAD + "".join(line[number] for line in lines) for number, path in enumerate(FILES)
    }


def _moves(
    report: Report, taken: Collection[str], paths: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield old and new addresses: of pages, and of the feeds beside them."""
    for old, one in report.weiterleitungen.items():
        if path_of(old) in taken:
            continue
        yield old, one.neu
        feed = one.neu.partition("#")[0] + NAME
        if feed.lstrip("/") in paths and (old + NAME).lstrip("/") not in paths:
            yield old + NAME, feed
