"""How a command ends that cannot go on: with a sentence and 1, never with a traceback.

What is no fault of an editor is ours; the sentence then names the file that was being worked on
and the place in the program, but never what the error says: that may be a figure nobody may see.
`FOKUSBERICHT_TRACEBACK=1` shows all of it to whoever mends the program.
"""

import io
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType, TracebackType

from fokusbericht.building.recipe import OURS
from fokusbericht.building.write import Unwritable, reason_of
from fokusbericht.cli.telling import SITE_STAYS, tell_fault
from fokusbericht.problems import Place, one_line

WHOLE = "FOKUSBERICHT_TRACEBACK"
STOPPED = 130  # what a shell calls the end by Strg+C
REPORT = (
    "Das ist ein Fehler im Programm. Bitte melden Sie ihn mit dieser Zeile. Bis er behoben ist, "
    "hilft meist, die letzte Änderung dort zurückzunehmen."
)


class Terminated(BaseException):
    """The system asks for the end, as it does of services and in containers."""


def ended(command: Callable[[], int], form: str = "text") -> int:
    """Run a command; whatever stops it becomes a sentence. Return the code to end with."""
    with _tidy_ends():
        try:
            return _flushed(_called(command))
        except KeyboardInterrupt:
            _say("Abgebrochen.")
            return STOPPED
        except Terminated:
            _say("Abgebrochen, weil das System es verlangt.")
            return 1
        except BrokenPipeError:  # whoever read our lines has read enough
            _close_output()
            return 1
        except Exception as error:
            return _told(error, form)


def _called(command: Callable[[], int]) -> int:
    """Return the code of a command, also where a wrong call ends it early."""
    try:
        return command()
    except SystemExit as end:
        if isinstance(end.code, str):
            _say(end.code)
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _told(error: Exception, form: str) -> int:
    """Tell an error in one sentence, where that can still be told."""
    if os.environ.get(WHOLE):
        traceback.print_exception(error)
    try:
        tell_fault(sentence_of(error), form)
        sys.stdout.flush()
    except (OSError, ValueError):
        _say(sentence_of(error))
        _close_output()
    return 1


def sentence_of(error: Exception) -> str:
    """Return what an editor is told of an error."""
    if isinstance(error, Unwritable):
        return str(error)
    if isinstance(error, ChildProcessError):
        return (
            "Ein Teil des Baus ist unerwartet zu Ende gegangen; meist reicht dann der "
            f"Arbeitsspeicher nicht. {SITE_STAYS}"
        )
    if isinstance(error, OSError):
        return f"{reason_of(error)} {SITE_STAYS}"
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("fokusbericht"):
        return (
            f"Die Bibliothek „{error.name}“ fehlt. Bitte das Programm einrichten, wie es das "
            "README beschreibt."
        )
    if isinstance(error, MemoryError):
        return f"Der Arbeitsspeicher reicht nicht{_of(file_at_work(error))}. {SITE_STAYS}"
    file, kind = file_at_work(error), type(error).__name__
    start = f"{file}: Hier kommt" if file else "Hier kommt"
    return f"{start} das Programm nicht weiter ({kind}, {_spot(error)}). {REPORT} {SITE_STAYS}"


def _of(file: str) -> str:
    return f" für {file}" if file else ""


# --- Where it happened --------------------------------------------------------------------------


def file_at_work(error: BaseException) -> str:
    """Return the file that was being worked on: the innermost that any function knew of."""
    for frame in reversed(_frames(error.__traceback__)):
        for value in reversed(list(frame.f_locals.values())):
            if path := _path_of(value):
                return path
    return ""


def _path_of(value: object) -> str:
    """Return the file that a thing, a row, a page or an output comes from."""
    if isinstance(value, Place):
        return value.path
    with suppress(Exception):  # what half-made things answer
        for name in ("place", "source"):
            found = getattr(value, name, None)
            if isinstance(found, Place):
                return found.path
    return ""


def _spot(error: BaseException) -> str:
    """Return the line of our code where it happened: "statistics/classify.py:88"."""
    package = OURS / "fokusbericht"
    spots = (
        (Path(frame.f_code.co_filename), line)
        for frame, line in reversed(list(traceback.walk_tb(error.__traceback__)))
    )
    ours = next((one for one in spots if one[0].is_relative_to(package)), None)
    return f"{ours[0].relative_to(package).as_posix()}:{ours[1]}" if ours else "Ort unbekannt"


def _frames(trace: TracebackType | None) -> list[FrameType]:
    return [frame for frame, _ in traceback.walk_tb(trace)]


# --- The terminal -------------------------------------------------------------------------------


@contextmanager
def _tidy_ends() -> Iterator[None]:
    """See to it that all letters can be printed, and that the end asked for is an orderly one.

    Warnings are for whoever mends the program.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    before = {}
    with suppress(ValueError):  # only the main thread may ask
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                before[number] = signal.signal(number, _terminate)
    try:
        with warnings.catch_warnings():
            if not os.environ.get(WHOLE):
                warnings.simplefilter("ignore")
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _terminate(number: int, frame: FrameType | None) -> None:
    raise Terminated


def _flushed(code: int) -> int:
    """Write out what was printed, as long as it can be told that this fails."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _say(sentence: str) -> None:
    with suppress(OSError, ValueError):
        print(one_line(sentence), file=sys.stderr, flush=True)


def _close_output() -> None:
    """Give up the output: else Python tries once more at the end, and complains."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
