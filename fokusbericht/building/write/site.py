"""A site made in a folder aside and swapped in whole: what changed is made, the rest kept."""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from fokusbericht.building.ahead import Ahead
from fokusbericht.building.output import EarlyGroup, Others, Output
from fokusbericht.building.processes import count_helpers, share_out
from fokusbericht.building.write.bringing import Brought, bring_over, look_alike
from fokusbericht.building.write.faults import ForeignFolder, Refused, Unwritable
from fokusbericht.building.write.memory import Memory, memory_path, read_memory, shelf_path
from fokusbericht.building.write.places import why_no_folder
from fokusbericht.building.write.swap import swap
from fokusbericht.building.write.turns import clear, folder_aside, remove, spare_of, turn
from fokusbericht.building.write.whole import write_file, write_new
from fokusbericht.problems import Problem, Severity

MANY = 100  # so many files are worth another process; to start the script engine takes as long


@dataclass(frozen=True, slots=True)
class Diary:
    """What a build did; paths sorted. `hints` are what the look at the new site found."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    hints: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Files that stay as they are, by a plan that rests on what the last build left behind."""

    paths: Collection[str]
    memory: Memory


class Overtaken(Exception):
    """The site is no longer what a plan rests on: another build, or somebody's hand, was there."""


TellProgress = Callable[[int, int], None]
Inspect = Callable[[Path, Sequence[str]], Sequence[Problem]]
"""Looks at the folder of a new site and the paths that were made, before it is published."""


def fingerprint(recipe: str, output: Output) -> str:
    """Return a name for what an output is made of; equal names mean equal bytes."""
    made_of = f"{recipe}{output.recipe}".encode() + output.plain()
    return blake2b(made_of, digest_size=12).hexdigest()


def find_unchanged(out: Path, recipe: str, inputs: str) -> Diary | None:
    """Return the diary of a build that has nothing to do; None if there may be something.

    The site is then whole and was made by the same program from the same files. What killed builds
    have left is removed all the same.
    """
    if why_no_folder(out):
        return None
    out = out.resolve()
    memory = read_memory(out)
    if memory is None or not memory.complete:
        return None
    if (memory.recipe, memory.inputs) != (recipe, inputs):
        return None
    if not all(_is_kept(f"{out}/{path}", known[0], known) for path, known in memory.files.items()):
        return None
    clear(out)
    return Diary((), tuple(sorted(memory.files)), ())


def keep_shelf(out: Path, content: bytes) -> None:
    """Keep what the next build need not make again; where that is not possible, it makes it."""
    with suppress(OSError):
        write_file(shelf_path(out.resolve()), content, 0o600)


def write_site(
    outputs: Iterable[Output],
    out: Path,
    recipe: str,
    inputs: str = "",
    fresh: bool = False,
    progress: TellProgress = lambda done, total: None,
    inspect: Inspect = lambda folder, made: (),
    notes: Mapping[str, object] | None = None,
    kept: Kept | None = None,
    program: str = "",
    keeps_spare: bool = False,
    ahead: Ahead | None = None,
) -> Diary:
    """Make `out` hold exactly the outputs and what is kept, besides what others have put there.

    `recipe` names what the site as a whole is made of besides the inputs; `program`, where it is
    given, what each of its files is. Who `keeps_spare` keeps what the site was before beside it, so
    that the next build has less to bring over. What is made `ahead` is taken from there.

    Raises Unwritable when no site may be put there, ForeignFolder when `out` has content that no
    build of ours is known to have written, Overtaken when what shall be kept is not there, Refused
    when what was made does not pass inspection, and OSError; the published site stays as it is.
    """
    if reason := why_no_folder(out):
        raise Unwritable(reason)
    out = out.resolve()
    planned = {output.path: output for output in outputs}
    keys = {path: fingerprint(program or recipe, output) for path, output in planned.items()}
    with _parents(out), turn(out, keeps_spare=keeps_spare):
        before = _Before(out, read_memory(out))
        if kept:
            if before.memory != kept.memory:
                raise Overtaken
            keys |= {path: kept.memory.files[path][0] for path in kept.paths}
        keys |= with_parts(planned, keys)
        keys |= _closing_keys(planned, keys)
        plan = _plan(before, keys, fresh)
        if not planned.keys() >= {*plan.made}:
            raise Overtaken
        now = Memory(recipe, inputs, True, before.files(), notes or {})
        if not plan.made and not plan.removed and before.is_whole:
            if now != before.memory:
                write_file(memory_path(out), now.to_bytes(), 0o600)
            return plan
        return _publish(before, planned, keys, plan, now, progress, inspect, keeps_spare, ahead)


def with_parts(planned: Mapping[str, Output], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of files that hold others, which change with those of their parts."""
    found = dict(keys)
    for path in _holding(planned, planned):
        parts = (found.get(part, "") for part in planned[path].parts)
        told = "".join((found[path], *parts)).encode()
        found[path] = blake2b(told, digest_size=12).hexdigest()
    return found


def _holding(planned: Mapping[str, Output], paths: Iterable[str]) -> list[str]:
    """Return those of some files that hold others, each after those it holds."""
    parts = {path: planned[path].parts for path in paths if planned[path].parts}
    order = TopologicalSorter(parts).static_order()
    return [path for path in order if path in parts]


@contextmanager
def _parents(out: Path) -> Iterator[None]:
    """Make the folders above a site; those that stay empty are removed again."""
    missing = [one for one in out.parents if not one.exists()]
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for one in missing:
            with suppress(OSError):
                one.rmdir()


@dataclass(frozen=True, slots=True)
class _Before:
    """A site as the build finds it."""

    out: Path
    memory: Memory | None

    def __post_init__(self) -> None:
        if self.memory is None and self.out.is_dir() and any(self.out.iterdir()):
            raise ForeignFolder(
                f"{self.out} enthält Dateien, die nicht von hier stammen. Bitte den Ordner leeren "
                "oder mit --out einen anderen nennen."
            )

    @property
    def is_whole(self) -> bool:
        return self.memory is not None and self.memory.complete

    def files(self) -> Mapping[str, tuple[str, int]]:
        return self.memory.files if self.memory else {}


def _closing_keys(planned: Mapping[str, Output], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the fingerprints of what is made of all other files: these count as well."""
    closing = {path for path, output in planned.items() if output.closing}
    if not closing:
        return {}
    digest = blake2b(digest_size=12)
    for path, key in sorted(keys.items()):
        if path not in closing:
            digest.update(f"{path}:{key};".encode())
    return {path: keys[path][:12] + digest.hexdigest()[:12] for path in closing}


def _plan(before: _Before, keys: Mapping[str, str], fresh: bool) -> Diary:
    ours = before.files()
    known = ours if before.is_whole and not fresh else {}
    out = before.out
    kept = {path for path in keys if _is_kept(f"{out}/{path}", keys[path], known.get(path))}
    gone = {path for path in set(ours) - set(keys) if _size(f"{out}/{path}") >= 0}
    made = (path for path in sorted(keys) if path not in kept)
    return Diary(tuple(made), tuple(sorted(kept)), tuple(sorted(gone)))


def _is_kept(file: str, key: str, known: tuple[str, int] | None) -> bool:
    return known is not None and known[0] == key and _size(file) == known[1]


def _size(file: str) -> int:
    """Return the size of a file; -1 where there is none, but perhaps a link or a folder."""
    try:
        status = os.lstat(file)
    except OSError:
        return -1
    return status.st_size if stat.S_ISREG(status.st_mode) else -1


def _publish(
    before: _Before,
    planned: Mapping[str, Output],
    keys: Mapping[str, str],
    plan: Diary,
    now: Memory,
    progress: TellProgress,
    inspect: Inspect,
    keeps_spare: bool,
    ahead: Ahead | None,
) -> Diary:
    """Make what is missing beside the site, look at it, and swap."""
    out, ours = before.out, set(before.files())
    aside = folder_aside(out)
    try:
        new, half, whole = aside / "neu", aside / "halb.json", aside / "ganz.json"
        if keeps_spare:
            with suppress(OSError):  # there is none yet
                spare_of(out).rename(new)
        folders = _begin(out, new, {*plan.made, *plan.removed} & ours)
        _refuse_foreign(out, new, plan.made)
        _make_all(planned, plan.made, new, keys, progress, ahead)
        _close(planned, plan, new, out, keys)
        found = tuple(inspect(new, plan.made))
        if any(one.severity is Severity.ERROR for one in found):
            raise Refused(found)
        sizes = {path: before.files()[path] for path in plan.kept}
        sizes |= {path: (keys[path], (new / path).stat().st_size) for path in plan.made}
        # Between the two moves a crash leaves a memory that trusts nothing but knows what is ours.
        # Both are written before, so that a full disk stops nothing halfway.
        all_ours = dict.fromkeys(ours, ("", 0)) | sizes
        write_new(half, replace(now, complete=False, files=all_ours, notes={}).to_bytes(), 0o600)
        write_new(whole, replace(now, files=sizes).to_bytes(), 0o600)
        look_alike(folders)
        half.replace(memory_path(out))
        swap(new, out)
        with suppress(OSError):  # the site is whole; the next build makes all anew
            whole.replace(memory_path(out))
        if keeps_spare:
            with suppress(OSError):
                new.chmod(0o700)
                new.rename(spare_of(out))
    except OSError as error:
        if error.errno is None:  # not the system's, but of a process of ours
            raise
        raise _named(error, new, out) from error
    finally:
        remove(aside)
    return replace(plan, hints=found)


def _named(error: OSError, new: Path, out: Path) -> OSError:
    """Return an error that names a file of the site, not of the folder aside, which is gone."""
    name = str(error.filename or out).replace(str(new), str(out)).replace(str(new.parent), str(out))
    return OSError(error.errno, error.strerror, name)


def _begin(out: Path, new: Path, without: set[str]) -> list[Brought]:
    """Begin the new site with what stays of the old one; return the folders that were there."""
    if not out.is_dir():
        remove(new)
        new.mkdir(0o755)
        return []
    has_spare = new.is_dir()
    try:
        folders = bring_over(out, new, without)
    except OSError:
        if not has_spare:
            raise
        remove(new)  # begin with nothing
        folders = bring_over(out, new, without)
    new.chmod(stat.S_IMODE(out.stat().st_mode) | 0o700)
    return folders


def _refuse_foreign(out: Path, new: Path, made: Iterable[str]) -> None:
    """Raise ForeignFolder where something that others have put there is in the way."""
    clear_ways: set[str] = set()
    for path in made:
        ways = [path[:at] for at, sign in enumerate(path) if sign == "/"]
        for name in (*(way for way in ways if way not in clear_ways), path):
            there = new / name
            is_folder = name != path and there.is_dir() and not there.is_symlink()
            if os.path.lexists(there) and not is_folder:
                raise ForeignFolder(
                    f"{out / name} stammt nicht von hier, und der Bau will dort "
                    f"„{path}“ schreiben. Bitte wegräumen oder umbenennen."
                )
        clear_ways.update(ways)


def _make_all(
    planned: Mapping[str, Output],
    missing: Sequence[str],
    new: Path,
    ours: Mapping[str, str],
    progress: TellProgress,
    ahead: Ahead | None,
) -> None:
    """Make files, many of them by all processors at once; what holds others comes after them."""
    is_much = len(missing) >= MANY or any(_is_chart(planned[path]) for path in missing)
    helpers = count_helpers() if is_much else 1
    done = 0
    folders: set[str] = set()  # that are there

    def make(path: str) -> None:
        nonlocal done
        made = ahead.content(ours[path]) if ahead else None
        content = _content(planned[path], new, ours) if made is None else made
        folder = _folder(path)
        if folder not in folders:
            (new / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        # Begun again by another process, where the first one failed.
        (new / path).unlink(missing_ok=True)
        write_new(new / path, content)
        done += 1
        progress(min(done * helpers, len(missing)), len(missing))

    paths = [path for path in missing if not (planned[path].parts or planned[path].closing)]
    if ahead:
        paths = _make_beside(ahead, planned, paths, new, helpers - 1, make)
    share_out(_groups(planned, paths), helpers, make)
    # What holds others is soon made, and by now this process may no longer be forked.
    for path in _holding(planned, missing):
        make(path)


def _close(
    planned: Mapping[str, Output], plan: Diary, new: Path, out: Path, ours: Iterable[str]
) -> None:
    """Make what is made of all other files, in the order in which it is planned."""
    closing = [path for path, output in planned.items() if output.closing]

    def last(path: str) -> bytes:
        file = out / path
        return file.read_bytes() if file.is_file() and not file.is_symlink() else b""

    paths = sorted(set(ours) - set(closing))
    others = Others(paths, frozenset(plan.kept), lambda path: (new / path).read_bytes(), last)
    for path in closing:
        make = planned[path].closing
        if make and path in plan.made:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            write_new(new / path, make(others))


def _make_beside(
    ahead: Ahead,
    planned: Mapping[str, Output],
    missing: Sequence[str],
    new: Path,
    helpers: int,
    make: Callable[[str], None],
) -> list[str]:
    """Make what is not made ahead, then what is not begun there; return what then lies ready."""
    early = [path for path in missing if planned[path].early]
    groups: dict[EarlyGroup | None, list[str]] = {}
    for path in early:
        groups.setdefault(planned[path].early, []).append(path)

    def not_begun() -> Iterator[str]:
        for group in ahead.left():
            yield from groups.get(group, ())

    others = (path for path in missing if not planned[path].early)
    share_out(_folders(others), max(1, helpers), make, not_begun)
    ahead.finish()
    return [path for path in early if not (new / path).exists()]


def _groups(planned: Mapping[str, Output], paths: Sequence[str]) -> list[list[str]]:
    """Return files that should be made by one process: of few all charts, else by folder."""
    if len(paths) >= MANY:
        return _folders(paths)
    charts = [path for path in paths if _is_chart(planned[path])]
    others = (path for path in paths if not _is_chart(planned[path]))
    return [charts, *_folders(others)]


def _is_chart(output: Output) -> bool:
    return output.early is not None and output.early.is_chart


def _folders(paths: Iterable[str]) -> list[list[str]]:
    """Return files by folder: those in one often share a drawing that is made once."""
    return [list(group) for _, group in groupby(paths, key=_folder)]


def _content(output: Output, new: Path, ours: Collection[str]) -> bytes:
    """Return what a file holds; from its parts, if the site has them all."""
    if output.assemble and all(part in ours for part in output.parts):
        return output.assemble(_FilesOfSite(new, output.parts))
    return output.make()


@dataclass(frozen=True, slots=True)
class _FilesOfSite(Mapping[str, bytes]):
    """The files that another holds, each read when it is asked for."""

    folder: Path
    paths: tuple[str, ...]

    def __getitem__(self, path: str) -> bytes:
        if path not in self.paths:
            raise KeyError(path)
        return (self.folder / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
