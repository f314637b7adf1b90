"""The commands that editors and CI call; the only room that prints."""

import sys
from collections.abc import Sequence

from fokusbericht.cli.arguments import parsed
from fokusbericht.cli.building import build, check
from fokusbericht.cli.guarding import keep_record, protect
from fokusbericht.cli.services import import_file, list_parts, preview, propose_rooms, set_up

COMMANDS = {
    "bauen": build,
    "pruefen": check,
    "vorschau": preview,
    "stueckliste": list_parts,
    "einrichten": set_up,
    "raeume": propose_rooms,
    "schuetzen": protect,
    "festhalten": keep_record,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all went well, 1 with problems."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == ["einlesen"]:
        return import_file(words[1:])
    arguments = parsed(words)
    if not (arguments.root / "content").is_dir():
        print(f"Im Ordner {arguments.root} gibt es keinen Ordner content/.", file=sys.stderr)
        return 1
    return int(COMMANDS[arguments.befehl](arguments))
