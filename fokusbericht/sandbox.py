"""Templates run in a sandbox: they see data, neither the program nor what lies elsewhere.

Whoever may propose a template shall not run anything by it, and who errs in one shall be told
instead of waiting: only plain methods can be called, and what is reckoned has an end.
"""

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path

from jinja2 import BaseLoader, FileSystemLoader, TemplateSyntaxError
from jinja2 import Environment as Plain
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

MOST_STEPS = 5_000_000  # calls and numbers of ranges, a page; our largest page has some 10,000
LONGEST = 10_000_000  # of a text or list, and of a number's digits
WIDEST = 100_000  # what a text may be padded to
DATA = (str, int, float, date, Mapping, list, tuple, frozenset, set)
OF_JINJA = (LoopContext, Cycler, Joiner, Namespace, Undefined)
CALLABLE = (Macro, BlockReference, LoopContext, Joiner, Undefined)
NOT_THE_SAME_TWICE = {"filters": ("random",), "globals": ("lipsum",)}
PADDING_METHODS = ("center", "ljust", "rjust", "zfill", "expandtabs")
PADDING_FILTERS = ("center", "indent", "batch", "slice", "wordwrap", "truncate")
WIDE_FORMAT = re.compile(r"[0-9]{6,}|\*|\{[^{}]*\{")
NOT_UTF8 = "Hier steht ein Zeichen, das nicht UTF-8 ist. Bitte die Datei als UTF-8 sichern."


class TooMuch(Exception):
    """A template wants more than a page can need."""


class Loader(FileSystemLoader):
    """Reads templates that lie in their folders, and follows no link out of them."""

    def get_source(self, environment: Plain, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text; what hinders is told with its line."""
        try:
            text, name, is_fresh = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError(NOT_UTF8, line, template) from error
        except OSError as error:
            if isinstance(error, LookupError):  # it is not there
                raise
            raise TemplateSyntaxError("Die Datei ist nicht lesbar.", 1, template) from error
        folders = (os.path.realpath(folder) for folder in self.searchpath)
        if not any(Path(os.path.realpath(name)).is_relative_to(one) for one in folders):
            sentence = "Die Datei ist ein Verweis aus dem Ordner der Vorlagen hinaus."
            raise TemplateSyntaxError(sentence, 1, template)
        return text, name, is_fresh


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates see plain data and call nothing but plain methods."""

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, loader: BaseLoader, **more: object) -> None:
        super().__init__(loader=loader, **more)
        self.left = MOST_STEPS
        self.globals["range"] = self.numbers
        for kind, names in NOT_THE_SAME_TWICE.items():
            for name in names:
                del getattr(self, kind)[name]
        for name in PADDING_FILTERS:
            self.filters[name] = _narrow(self.filters[name])
        self.filters["format"] = _careful_format(self.filters["format"])

    def begin(self) -> None:
        """Give a new page its steps."""
        self.left = MOST_STEPS

    def numbers(self, *ends: int) -> range:
        """Return a range, which takes as many steps as it has numbers."""
        found = range(*ends)
        self.spend(len(found))
        return found

    def spend(self, steps: int) -> None:
        """Take steps from those of the page."""
        self.left -= steps
        if self.left < 0:
            raise TooMuch

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field of a view at once; all else is looked at closely."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether an attribute leads to data: that of plain things, and of Jinja's own."""
        is_known = isinstance(obj, (*DATA, *OF_JINJA, Macro)) or _is_view(obj) or _is_module(obj)
        return is_known and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: object) -> bool:
        """Tell whether something is a macro, a plain method or one of the few functions we give."""
        if isinstance(obj, CALLABLE) or any(obj is one for one in self.globals.values()):
            return True
        owner = getattr(getattr(obj, "__wrapped__", obj), "__self__", None)
        return isinstance(owner, (*DATA, *OF_JINJA)) and not isinstance(obj, type)

    def call(__self, __context: Context, __obj: object, *args: object, **named: object) -> object:
        """Call what may be called, as often as a page can need."""
        __self.left -= 1
        if type(__obj) is Macro and __self.left >= 0:  # nearly always
            return __context.call(__obj, *args, **named)
        __self.spend(0)
        name = getattr(__obj, "__name__", "")
        if name in PADDING_METHODS:
            _check_widths(args)
        if name in ("format", "format_map"):
            _check_format(getattr(getattr(__obj, "__wrapped__", None), "__self__", ""))
        return super().call(__context, __obj, *args, **named)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Reckon, unless the result would be endless."""
        if operator == "%" and isinstance(left, str):
            _check_format(left)
        elif operator == "**":
            _check_power(left, right)
        elif operator == "*":
            _check_length(_length(left) * _times(right), _length(right) * _times(left))
        elif operator == "+":
            _check_length(_length(left) + _length(right))
        return super().call_binop(context, operator, left, right)


def _is_view(obj: object) -> bool:
    return hasattr(type(obj), "__dataclass_fields__")


def _is_module(obj: object) -> bool:
    """Tell whether something holds the macros of another template, or the blocks of this one."""
    return type(obj).__name__ in ("TemplateModule", "TemplateReference")


def _length(value: object) -> int:
    return len(value) if isinstance(value, (str, list, tuple)) else 0


def _times(value: object) -> int:
    return max(value, 0) if isinstance(value, int) else 0


def _check_length(*lengths: int) -> None:
    if max(lengths) > LONGEST:
        raise TooMuch


def _check_power(base: object, exponent: object) -> None:
    if isinstance(base, int) and isinstance(exponent, int):
        _check_length(base.bit_length() * exponent)


def _check_widths(values: object) -> None:
    """Raise TooMuch where a text would be padded to an endless one."""
    for value in values if isinstance(values, tuple) else ():
        if isinstance(value, int) and value > WIDEST:
            raise TooMuch


def _check_format(text: object) -> None:
    """Raise TooMuch where a format has a huge width, or one that is only known later."""
    if isinstance(text, str) and WIDE_FORMAT.search(text):
        raise TooMuch


def _narrow(pad: Callable[..., object]) -> Callable[..., object]:
    @wraps(pad)
    def checked(*args: object, **named: object) -> object:
        _check_widths((*args[1:], *named.values()))
        return pad(*args, **named)

    return checked


def _careful_format(form: Callable[..., object]) -> Callable[..., object]:
    @wraps(form)
    def checked(text: str, *args: object, **named: object) -> object:
        _check_format(text)
        return form(text, *args, **named)

    return checked
