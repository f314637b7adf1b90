"""Templates run in a sandbox: they see data, neither the program nor what lies elsewhere.

Whoever may propose a template shall not run anything by it, and who errs in one shall be told
instead of waiting: only plain methods can be called, and what is reckoned has an end.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import wraps
from hashlib import blake2b
from pathlib import Path

from jinja2 import (
    BaseLoader,
    FileSystemBytecodeCache,
    FileSystemLoader,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2 import Environment as Plain
from jinja2.bccache import Bucket
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer

# A list of 10,000 recommendations takes some 750,000 steps and 20 MB.
MOST_STEPS = 2_000_000  # calls and rounds of loops, a page
LARGEST = 100_000_000  # letters of a page
LONGEST = 10_000_000  # of a text or list in it
SMALL = 50  # constants in a list, and letters in each of them
WIDEST = 100_000  # what a text may be padded to, and of a number's binary digits
DATA = (str, int, float, date, Mapping, list, tuple, frozenset, set)
OF_JINJA = (LoopContext, Cycler, Joiner, Namespace, Undefined)
OF_LOOPS = ("index", "index0", "first", "last")  # plain values
CALLABLE = (Macro, BlockReference, LoopContext, Joiner, Undefined)
NOT_THE_SAME_TWICE = {"filters": ("random",), "globals": ("lipsum",)}
PADDING_METHODS = ("center", "ljust", "rjust", "zfill", "expandtabs")
PADDING_FILTERS = ("center", "indent", "batch", "slice", "wordwrap", "truncate")
WIDE_FORMAT = re.compile(r"[0-9]{6,}|\*|\{[^{}]*\{")
NOT_UTF8 = "Hier steht ein Zeichen, das nicht UTF-8 ist. Bitte die Datei als UTF-8 sichern."


class TooMuch(Exception):
    """A template wants more than a page can need."""


class Compiled(FileSystemBytecodeCache):
    """Templates as they were compiled, kept for the next build; where that fails, done without."""

    @classmethod
    def open(cls) -> "Compiled | None":
        """Return what was kept; nothing where no folder for it is safe.

        What others have compiled, or other guards than these, lies apart: it would run without.
        """
        guards = blake2b(Path(__file__).read_bytes(), digest_size=6).hexdigest()
        try:
            return cls(pattern=f"__fokusbericht_{guards}_%s.cache")
        except (OSError, RuntimeError):
            return None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template, if it was kept."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if there is room."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


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
        self.filters |= {ROUNDS: pass_context(_rounds), MEASURED: pass_context(_measured)}
        for kind, names in NOT_THE_SAME_TWICE.items():
            for name in names:
                del getattr(self, kind)[name]
        for name in PADDING_FILTERS:
            self.filters[name] = _narrow(self.filters[name])
        for name, check in GROWING.items():
            self.filters[name] = _careful(self.filters[name], check)

    def concat(self, parts: Iterable[str]) -> str:
        """Return a page, a block or what a macro says, unless it is endless."""
        if isinstance(parts, list):  # of a macro, which has them all
            if sum(map(len, parts)) > LARGEST:
                raise TooMuch
            return "".join(parts)
        found, length = [], 0
        for part in parts:
            length += len(part)
            if length > LARGEST:
                raise TooMuch
            found.append(part)
        return "".join(found)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        return super()._generate(_Guarded().visit(source), name, filename, defer_init)

    def begin(self) -> None:
        """Give a new page its steps."""
        self.left = MOST_STEPS

    def numbers(self, *ends: int) -> range:
        """Return a range, which takes as many steps as it has numbers."""
        found = range(*ends)
        self.spend(len(found))
        return found

    def rounds(self, found: Iterable[object]) -> Iterable[object]:
        """Return what a loop goes through, which takes a step a round."""
        try:
            self.spend(len(found))  # type: ignore[arg-type]
        except TypeError:
            return self._counted(found)
        return found

    def _counted(self, found: Iterable[object]) -> Iterator[object]:
        for one in found:
            self.spend(1)
            yield one

    def measure(self, made: object) -> None:
        """Take as many steps as there are things in a list or text when it is written out."""
        self.spend(1 + _length(made) // 100)
        if isinstance(made, str):
            _check_length(len(made))
        elif isinstance(made, (list, tuple, dict)):
            for one in made.items() if isinstance(made, dict) else made:
                self.measure(one)

    def spend(self, steps: int) -> None:
        """Take steps from those of the page."""
        self.left -= steps
        if self.left < 0:
            raise TooMuch

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a field of a view, or where a loop is, at once; all else is looked at closely."""
        kind = type(obj)
        if attribute in getattr(kind, "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        if kind is LoopContext and attribute in OF_LOOPS:
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
        if isinstance(__obj, LoopContext):
            args = tuple(__self.rounds(one) for one in args)  # type: ignore[arg-type]
        elif __obj is dict:
            __self.measure(named)
        elif name in PADDING_METHODS:
            _check_widths(args)
        elif name in GROWING or name == "format_map":
            text = getattr(getattr(__obj, "__wrapped__", __obj), "__self__", "")
            ordered = (*args, text) if name == "join" else (text, *args)
            GROWING.get(name, _check_format)(*ordered, **named)
        return super().call(__context, __obj, *args, **named)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Reckon, unless the result would be endless."""
        if operator == "%" and isinstance(left, str):
            _check_format(left, *(right if isinstance(right, tuple) else (right,)))
        elif operator == "**":
            _check_power(left, right)
        elif operator == "*":
            _check_length(_length(left) * _times(right), _length(right) * _times(left))
            _check_digits(_digits(left) + _digits(right))
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


def _digits(value: object) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def _check_length(*lengths: int) -> None:
    if max(lengths) > LONGEST:
        raise TooMuch


def _check_digits(count: int) -> None:
    if count > WIDEST:
        raise TooMuch


def _check_power(base: object, exponent: object) -> None:
    if isinstance(base, int) and isinstance(exponent, int):
        _check_digits(base.bit_length() * exponent)


def _check_widths(values: object) -> None:
    """Raise TooMuch where a text would be padded to an endless one."""
    for value in values if isinstance(values, tuple) else ():
        if isinstance(value, int) and value > WIDEST:
            raise TooMuch


def _check_format(text: object, *values: object, **named: object) -> None:
    """Raise TooMuch where a format has a huge width, one only known later, or huge values."""
    if isinstance(text, str):
        if WIDE_FORMAT.search(text):
            raise TooMuch
        given = [*values, *named.values()]
        given += [one for value in values if isinstance(value, dict) for one in value.values()]
        longest = max((_length(one) for one in given), default=0)
        _check_length(len(text) + (text.count("%") + text.count("{")) * longest)


def _check_replacing(
    text: object, old: object = "", new: object = "", *_: object, **__: object
) -> None:
    """Raise TooMuch where a text would become endless."""
    if isinstance(text, str) and isinstance(old, str):
        _check_length(len(text) + text.count(old) * _length(new))


def _check_joining(parts: object, between: object = "", *_: object, **__: object) -> None:
    """Raise TooMuch where parts would become an endless text."""
    if isinstance(parts, (list, tuple)):
        _check_length(sum(map(_length, parts)) + len(parts) * _length(between))


GROWING: Mapping[str, Callable[..., None]] = {
    "format": _check_format,
    "replace": _check_replacing,
    "join": _check_joining,
}


def _narrow(pad: Callable[..., object]) -> Callable[..., object]:
    @wraps(pad)
    def checked(*args: object, **named: object) -> object:
        _check_widths((*args[1:], *named.values()))
        return pad(*args, **named)

    return checked


def _careful(grow: Callable[..., object], check: Callable[..., None]) -> Callable[..., object]:
    @wraps(grow)
    def checked(*args: object, **named: object) -> object:
        # Jinja gives some filters itself or what it knows of the page before their text.
        given = args[1:] if hasattr(grow, "jinja_pass_arg") else args
        check(*given, **named)
        return grow(*args, **named)

    return checked


# --- What is put into each template before it is compiled ---------------------------------------

ROUNDS, MEASURED = " rounds", " measured"  # no template can write these names


def _rounds(context: Context, found: Iterable[object]) -> Iterable[object]:
    return _of(context).rounds(found)


def _measured(context: Context, made: object) -> object:
    _of(context).measure(made)
    return made


def _of(context: Context) -> Sandbox:
    assert isinstance(context.environment, Sandbox)
    return context.environment


class _Guarded(NodeTransformer):
    """Lets each round of a loop take a step, and measures what is put together."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        self.generic_visit(node)
        assert isinstance(node.iter, nodes.Expr)
        node.iter = _filtered(node.iter, ROUNDS)
        return node

    def visit_Concat(self, node: nodes.Expr) -> nodes.Expr:
        if _is_small(node):
            return node
        self.generic_visit(node)
        is_target = getattr(node, "ctx", "load") != "load"
        return node if is_target else _filtered(node, MEASURED)

    visit_List = visit_Tuple = visit_Dict = visit_Concat


def _is_small(node: nodes.Expr) -> bool:
    """Say whether a list or dict holds a handful of short constants: as cheap as any step."""
    found = list(node.find_all((nodes.Expr, nodes.Pair)))
    return len(found) <= SMALL and all(
        isinstance(one, (nodes.Pair, nodes.Tuple, nodes.List))
        or (isinstance(one, nodes.Const) and _length(one.value) <= SMALL)
        for one in found
    )


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
