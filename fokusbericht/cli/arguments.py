"""The words of the command line, in German: what may be asked for, and how."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from fokusbericht.building.recipe import OURS
from fokusbericht.cli.telling import FORMATS

HELP = """Erzeugt den digitalen Fokusbericht aus den Dateien eines Ordners.

Befehle:
  bauen        prüft und baut die Seite (das geschieht auch ohne Befehl)
  pruefen      prüft nur; Ende mit 1, wenn etwas zu berichtigen ist
  vorschau     baut die Seite, zeigt sie auf diesem Rechner und baut bei jeder Änderung neu
  stueckliste  schreibt, aus welchen Bibliotheken das Programm besteht (CycloneDX)
  einrichten   lädt einmalig, was die Seite von anderen braucht (Leaflet)
  einlesen     übernimmt eine amtliche Datei in die Tabellen; „einlesen“ allein zeigt, wie
  raeume vorschlagen
               druckt einen Zuschnitt nach dem Gravitationsmodell, zum Einfügen in geo/raeume.yml
  schuetzen QUELLE
               macht aus Rohtabellen in einem Ordner außerhalb des Repositorys geschützte Tabellen
  festhalten [ORDNER]
               hält fest, welche Zahlen eine gebaute Website (sonst site/) zeigt
  paket [ORDNER]
               baut die Website (sonst site/) und packt sie in eine ZIP-Datei, die sich ohne Server
               und ohne Netz aus einem Ordner lesen lässt
  einfrieren JAHR
               hält eine Ausgabe des Berichts mit Texten, Zahlen, Bildern und PDF fest, wie sie ist
  heft WOVON   setzt ein Heft von zwei Seiten A4 als PDF nach hefte/: „kommune:elmshorn“,
               „handlungsfeld:wohnen“ oder „gremium:kreistag“, kurz auch „elmshorn“; mit --alle alle
  umstellen    bringt einen Ordner in das heutige Format; zeigt erst, was sich ändern würde
"""
COMMANDS = (
    *("bauen", "pruefen", "vorschau", "stueckliste", "einrichten", "raeume"),
    *("schuetzen", "festhalten", "paket", "einfrieren", "heft", "umstellen"),
)
DEEDS = {"raeume": "vorschlagen"}  # what follows a command
# What may be followed by a name or a folder.
FREE = ("schuetzen", "festhalten", "paket", "einfrieren", "heft")
# Switches of some commands alone.
OWN = {
    "geheim": ("schuetzen",),
    "schreiben": ("umstellen",),
    "alle": ("heft",),
    "tag": (
        *("bauen", "pruefen", "vorschau", "schuetzen", "festhalten", "paket"),
        *("einfrieren", "heft"),
    ),
}


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


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for; ends the program where that cannot be understood."""
    parser = _Parser(
        prog="build.py",
        description=HELP,
        formatter_class=_Help,
        add_help=False,
        usage="build.py [bauen|pruefen|vorschau|stueckliste|einrichten|raeume vorschlagen|"
        "schuetzen|festhalten|paket|einfrieren|heft|umstellen] …",
    )
    parser._positionals.title = "Befehl"
    parser._optionals.title = "Schalter"
    parser.add_argument("befehl", nargs="?", default="bauen", choices=COMMANDS, help="siehe oben")
    parser.add_argument(
        "tat",
        nargs="?",
        default="",
        help="bei „raeume“: vorschlagen; bei „schuetzen“ die QUELLE, bei „festhalten“ und „paket“ "
        "der ORDNER, bei „einfrieren“ das JAHR, bei „heft“, wovon es handelt",
    )
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
        help="wohin die Seite gebaut wird (sonst site/ im Ordner) oder die Hefte kommen (sonst "
        "hefte/), oder die Datei der Stückliste oder des Pakets",
    )
    parser.add_argument(
        "--port",
        type=_port,
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
    parser.add_argument(
        "--schreiben",
        action="store_const",
        const=True,
        help="bei „umstellen“ und „einlesen“: schreibt, was sonst nur gezeigt wird",
    )
    parser.add_argument(
        "--alle",
        action="store_const",
        const=True,
        help="bei „heft“: alle Kommunen, Handlungsfelder und Gremien",
    )
    parser.add_argument(
        "--geheim",
        type=Path,
        metavar="ORDNER",
        help="bei „schuetzen“: der Ordner mit den Rohtabellen; QUELLE sagt dann, welche davon",
    )
    parser.add_argument(
        "--tag",
        type=_day,
        metavar="JJJJ-MM-TT",
        help="welcher Tag für Sperrfristen („ab“) gilt (sonst „stichtag“); bei „festhalten“, wann "
        "die Website veröffentlicht wurde (sonst heute)",
    )
    arguments = parser.parse_intermixed_args(argv)
    _check_fit(parser, arguments)
    return arguments


def _check_fit(parser: _Parser, arguments: argparse.Namespace) -> None:
    """End the program where what is asked for does not fit together."""
    befehl, tat = arguments.befehl, arguments.tat
    expected = DEEDS.get(befehl, "")
    if expected and not tat:
        parser.error(f"zu „{befehl}“ gehört „{expected}“")
    if tat != expected and befehl not in FREE:
        parser.error(f"unrecognized arguments: {tat}")
    for switch, commands in OWN.items():
        if getattr(arguments, switch) is not None and befehl not in commands:
            parser.error(f"--{switch} gehört zu {_listed(commands)}")
    if befehl == "einfrieren" and not tat:
        parser.error("zu „einfrieren“ gehört das Jahr der Ausgabe")
    if befehl == "schuetzen" and not (tat or arguments.geheim):
        parser.error("zu „schuetzen“ gehört der Ordner mit den Rohtabellen")
    _check_heft(parser, arguments)


def _check_heft(parser: _Parser, arguments: argparse.Namespace) -> None:
    """End the program where it is not told of what there shall be a handout."""
    if arguments.befehl == "heft" and bool(arguments.tat) == bool(arguments.alle):
        parser.error("zu „heft“ gehört, wovon es handelt, zum Beispiel „wohnen“, oder --alle")


def _port(text: str) -> int:
    """Return the number that is meant."""
    if text.isascii() and text.isdigit() and int(text[:6]) <= 65_535:
        return int(text)
    raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl von 0 bis 65535")


def _listed(words: Sequence[str]) -> str:
    *first, last = [f"„{word}“" for word in words]
    return f"{', '.join(first)} und {last}" if first else last


def _day(text: str) -> date:
    """Return the day that is meant."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag der Form JJJJ-MM-TT") from None
