"""The commands that editors and CI call; the only room that prints."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from fokusbericht.cli.arguments import parsed
from fokusbericht.cli.building import build, check
from fokusbericht.cli.ending import ended
from fokusbericht.cli.telling import FORMATS
from fokusbericht.later import later

bundling, freezing, guarding, handouts, services = later(
    __name__, ("bundling", "freezing", "guarding", "handouts", "services")
)
COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "bauen": build,
    "pruefen": check,
    "vorschau": lambda arguments: services.preview(arguments),
    "stueckliste": lambda arguments: services.list_parts(arguments),
    "einrichten": lambda arguments: services.set_up(arguments),
    "raeume": lambda arguments: services.propose_rooms(arguments),
    "schuetzen": lambda arguments: guarding.protect(arguments),
    "festhalten": lambda arguments: guarding.keep_record(arguments),
    "paket": lambda arguments: bundling.pack(arguments),
    "einfrieren": lambda arguments: freezing.freeze(arguments),
    "heft": lambda arguments: handouts.make_handouts(arguments),
    "umstellen": lambda arguments: services.convert_folder(arguments),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all went well, 1 with problems."""
    words = sys.argv[1:] if argv is None else list(argv)
    return ended(partial(_run, words), _form_of(words))


def _form_of(words: Sequence[str]) -> str:
    """Return the form of messages that is asked for, as far as can be told before all is read."""
    asked = " ".join(words)
    fits = (one for one in FORMATS if re.search(rf"--format[ =]{one}\b", asked))
    return next(fits, FORMATS[0])


def _import_words(words: list[str]) -> list[str] | None:
    """Return what is said to `einlesen`; only the folder may be named before it."""
    words = [part for word in words for part in _parted(word)]
    for place in (0, 2):
        if words[place : place + 1] == ["einlesen"] and words[:place][:1] in ([], ["--root"]):
            return [*words[place + 1 :], *words[:place]]
    return None


def _parted(word: str) -> list[str]:
    return word.split("=", 1) if word.startswith("--root=") else [word]


def _run(words: list[str]) -> int:
    if (after := _import_words(words)) is not None:
        return int(services.import_file(after))
    arguments = parsed(words)
    if not (arguments.root / "content").is_dir():
        print(f"Im Ordner {arguments.root} gibt es keinen Ordner content/.", file=sys.stderr)
        return 1
    return int(COMMANDS[arguments.befehl](arguments))
