"""What changed is made, the rest kept, what is gone removed; the swap that publishes.

The only room that writes to disk. A site is made in a folder aside and swapped in whole. What was
made is remembered in one file beside the site:

    {"format": 2, "recipe": "9f…", "inputs": "77…", "complete": true,
     "files": {"index.html": {"key": "3b…", "size": 5120}, …}, "notes": {…}}

`notes` are for whoever builds: what was reckoned for this site and holds as long as it stands.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp

import orjson

from fokusbericht.output import Output
from fokusbericht.problems import Problem, Severity
from fokusbericht.processes import count_helpers, share_out

FORMAT = 2
ASIDE = ".neu-"
MANY = 100  # so many files are worth another process
OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS


class ForeignFolder(Exception):
    """The folder to write to holds files, and nothing says that they are ours."""


class Refused(Exception):
    """Files were made that must not be published; `problems` tells why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Diary:
    """What a build did; paths sorted. `hints` are what the look at the new site found."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    hints: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build left behind: fingerprint and size of each file we wrote."""

    recipe: str
    inputs: str
    complete: bool
    files: Mapping[str, tuple[str, int]]
    notes: Mapping[str, object] = field(default_factory=dict)


Progress = Callable[[int, int], None]
Inspect = Callable[[Path, Sequence[str]], Sequence[Problem]]
"""Looks at the folder of a new site and the paths that were made, before it is published."""


def fingerprint(recipe: str, output: Output) -> str:
    """Return a name for what an output is made of; equal names mean equal bytes."""
    ingredients = orjson.dumps(output.ingredients, default=_plain, option=OPTIONS)
    return blake2b(recipe.encode() + ingredients, digest_size=12).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):  # named tuples
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be an ingredient")


def find_unchanged(out: Path, recipe: str, inputs: str) -> Diary | None:
    """Return the diary of a build that has nothing to do; None if there may be something.

    The site is then whole and was made by the same program from the same files.
    """
    memory = read_memory(out.resolve())
    if memory is None or not memory.complete:
        return None
    if (memory.recipe, memory.inputs) != (recipe, inputs):
        return None
    whole = all(_is_kept(out / path, known[0], known) for path, known in memory.files.items())
    return Diary((), tuple(sorted(memory.files)), ()) if whole else None


def write_site(
    outputs: Iterable[Output],
    out: Path,
    recipe: str,
    inputs: str = "",
    fresh: bool = False,
    progress: Progress = lambda done, total: None,
    inspect: Inspect = lambda folder, made: (),
    notes: Mapping[str, object] | None = None,
) -> Diary:
    """Make `out` hold exactly the outputs, besides files that are not ours.

    Raises ForeignFolder when `out` has content that no build of ours is known to have written, and
    Refused when what was made does not pass inspection; the published site stays as it is.
    """
    notes = notes or {}
    out = out.resolve()
    planned = {output.path: output for output in outputs}
    memory = read_memory(out)
    if memory is None and out.is_dir() and any(out.iterdir()):
        raise ForeignFolder(str(out))
    keys = {path: fingerprint(recipe, output) for path, output in planned.items()}
    known = {} if memory is None or fresh or not memory.complete else memory.files
    kept = {path for path in keys if _is_kept(out / path, keys[path], known.get(path))}
    ours = set(memory.files) if memory else set()
    gone = {path for path in ours - set(planned) if (out / path).is_file()}
    missing = [path for path in sorted(planned) if path not in kept]
    diary = Diary(tuple(missing), tuple(sorted(kept)), tuple(sorted(gone)))
    if not missing and not gone and memory is not None and memory.complete:
        if (memory.recipe, memory.inputs, memory.notes) != (recipe, inputs, notes):
            _write_memory(out, Memory(recipe, inputs, True, memory.files, notes))
        return diary
    _remove_leftovers(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(mkdtemp(prefix=f".{out.name}{ASIDE}{os.getpid()}-", dir=out.parent))
    try:
        _link_all(out, aside, without={*missing, *gone})
        _make_all(planned, missing, aside, progress)
        found = tuple(inspect(aside, missing))
        if any(one.severity is Severity.ERROR for one in found):
            raise Refused(found)
        aside.chmod(0o755)
        sizes = {path: (keys[path], (aside / path).stat().st_size) for path in planned}
        # Between the two writes a crash leaves a memory that trusts nothing but knows what is ours.
        all_ours = dict.fromkeys(ours, ("", 0)) | sizes
        _write_memory(out, Memory(recipe, inputs, complete=False, files=all_ours))
        swap(aside, out)
        _write_memory(out, Memory(recipe, inputs, complete=True, files=sizes, notes=notes))
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return replace(diary, hints=found)


def _is_kept(file: Path, key: str, known: tuple[str, int] | None) -> bool:
    if known is None or known[0] != key:
        return False
    try:
        return file.stat().st_size == known[1]
    except OSError:
        return False


def _link_all(old: Path, new: Path, without: set[str]) -> None:
    """Bring over what stays as hard links: no bytes are copied, and the old site is untouched."""
    for folder, _, names in os.walk(old):
        below = Path(folder).relative_to(old)
        staying = [name for name in names if (below / name).as_posix() not in without]
        if staying:
            (new / below).mkdir(parents=True, exist_ok=True)
        for name in staying:
            source, target = f"{folder}/{name}", f"{new}/{below}/{name}"
            try:
                os.link(source, target)
            except OSError:  # file systems without hard links
                shutil.copy2(source, target)


def _make_all(
    planned: Mapping[str, Output], missing: Sequence[str], aside: Path, progress: Progress
) -> None:
    """Make files, many of them by all processors at once."""
    helpers = count_helpers() if len(missing) >= MANY else 1
    done = 0

    def make(path: str) -> None:
        nonlocal done
        write_file(aside / path, planned[path].make())
        done += 1
        progress(min(done * helpers, len(missing)), len(missing))

    # What lies in one folder often shares a drawing that is made once, so it stays together.
    groups = [list(paths) for _, paths in groupby(missing, key=_folder)]
    share_out(groups, helpers, make)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def swap(new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `old`; what was there is then at `new`.

    On Linux the two change places in one step, so that there is no moment without a site.
    Elsewhere there are two renames; a crash between them is mended by the next build.
    """
    if not old.exists():
        new.rename(old)
        return
    if _exchange(new, old):
        return
    parked = new.with_name(f".{old.name}.alt")
    shutil.rmtree(parked, ignore_errors=True)
    old.rename(parked)
    new.rename(old)
    parked.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    done = renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange)
    return bool(done == 0)


def _remove_leftovers(out: Path) -> None:
    """Remove what killed builds left aside, and bring back a site parked between two renames."""
    parked = out.with_name(f".{out.name}.alt")
    if parked.is_dir() and not out.exists():
        parked.rename(out)
    prefix = f".{out.name}{ASIDE}"
    for leftover in out.parent.glob(f"{prefix}*"):
        owner = leftover.name.removeprefix(prefix).partition("-")[0]
        if not (owner.isdigit() and _is_running(int(owner))):
            shutil.rmtree(leftover, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def memory_path(out: Path) -> Path:
    """Return the file that remembers a site: beside it, never in it."""
    return out.with_name(f".{out.name}.cache.json")


def read_memory(out: Path) -> Memory | None:
    """Return what the last build left behind; None if there is nothing to trust.

    What another version of the program has written is not trusted, but known to be ours.
    """
    try:
        data = orjson.loads(memory_path(out).read_bytes())
        if data["format"] != FORMAT:
            return Memory("", "", False, dict.fromkeys(map(str, data["files"]), ("", 0)))
        files = {path: (str(one["key"]), int(one["size"])) for path, one in data["files"].items()}
        notes = dict(data.get("notes", {}))
        is_complete = data["complete"] is True
        return Memory(str(data["recipe"]), str(data["inputs"]), is_complete, files, notes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write_memory(out: Path, memory: Memory) -> None:
    files = {path: {"key": key, "size": size} for path, (key, size) in memory.files.items()}
    data = {
        "format": FORMAT,
        "recipe": memory.recipe,
        "inputs": memory.inputs,
        "complete": memory.complete,
        "files": files,
        "notes": memory.notes,
    }
    aside = memory_path(out).with_suffix(".neu")
    aside.write_bytes(orjson.dumps(data, option=OPTIONS))
    aside.chmod(0o600)  # fingerprints of raw figures are nobody else's business
    aside.replace(memory_path(out))
