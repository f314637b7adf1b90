"""What is wrong with a template, in German: a sentence for whatever was raised, and where."""

import re
import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from fokusbericht.building.sandbox import TooMuch

QUOTED = r"['\"]([^'\"]*)['\"]"
# What Jinja says of what it cannot read or find, and the same in German.
SENTENCES = (
    (rf"Encountered unknown tag {QUOTED}.*", "„{}“ ist hier keine Anweisung."),
    (rf"No (?:filter|test) named {QUOTED}.*", "„{}“ gibt es weder als Filter noch als Prüfung."),
    (rf"Could not load (?:filter|test) {QUOTED}.*", "„{}“ gibt es hier nicht."),
    (r"Unexpected end of template.*", "Die Vorlage endet, ehe eine Anweisung geschlossen ist."),
    (r"[Uu]nexpected 'end of .*", "Diese Anweisung endet zu früh."),
    (r"[Uu]nexpected end of .*", "Die Vorlage endet, ehe eine Anweisung geschlossen ist."),
    (r"Missing end of (?:comment|raw).*", "Die Vorlage endet, ehe eine Anweisung geschlossen ist."),
    (rf"expected token {QUOTED}, got {QUOTED}.*", "Hier steht „{1}“, erwartet wird „{0}“."),
    (r"[Uu]nexpected (?:char )?'(.+?)'.*", "„{}“ ist hier nicht verständlich."),
    (rf"{QUOTED} is undefined", "„{}“ gibt es hier nicht."),
    (rf"{QUOTED} has no attribute {QUOTED}", "„{0}“ hat kein „{1}“."),
    (rf"access to attribute {QUOTED} .* is unsafe.*", "„{}“ darf eine Vorlage nicht benutzen."),
)
PATTERNS = tuple((re.compile(pattern, re.DOTALL), german) for pattern, german in SENTENCES)


def describe(error: Exception) -> str:
    """Return the sentence for what was raised while a template was filled."""
    if isinstance(error, TemplateNotFound):
        return f"Die Vorlage „{error.name}“ gibt es nicht."
    if isinstance(error, ZeroDivisionError):
        return "Hier wird durch null geteilt."
    if isinstance(error, UnicodeEncodeError):
        code = f"U+{ord(error.object[error.start]):04X}"
        return f"Hier entsteht ein Zeichen, das es nicht gibt ({code})."
    if isinstance(error, SyntaxError):  # of what a template became; its lines are no help
        return f"Hier ist zu viel ineinander verschachtelt, oder etwas doppelt ({error.msg})."
    if isinstance(error, RecursionError):
        return "Hier ruft sich etwas ohne Ende selbst auf."
    if isinstance(error, (TooMuch, MemoryError, OverflowError)):
        return "Hier wird mehr verlangt, als eine Seite braucht: eine riesige Zahl oder Liste."
    return _in_german(error)


def _in_german(error: Exception) -> str:
    text = str(getattr(error, "message", None) or error)
    for pattern, german in PATTERNS:
        if match := pattern.fullmatch(text):
            return german.format(*match.groups())
    if isinstance(error, SecurityError):
        return "Das darf eine Vorlage nicht aufrufen."
    if isinstance(error, TemplateSyntaxError):
        return text if text.endswith(".") else f"Die Anweisung ist nicht verständlich ({text})."
    if isinstance(error, UndefinedError):
        return f"Hier fehlt ein Wert ({text})."
    return f"Hier geht etwas schief ({type(error).__name__}: {text})."


def place_of(error: Exception, folders: Iterable[Path], template: str) -> tuple[str, int]:
    """Return template and line: those of the last frame that is in a template, else its name."""
    if isinstance(error, TemplateSyntaxError):
        return f"templates/{error.name or template}", error.lineno
    found = f"templates/{template}", 1
    roots = [f"{folder}/" for folder in folders]
    for frame, line in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        for root in roots:
            if name.startswith(root):
                found = f"templates/{name.removeprefix(root)}", line
    return found
