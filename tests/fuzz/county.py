"""A county laid down once, spoilt and mended again: what befalls a report with mistakes."""

import signal
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType

from support import MUSTER, REPOSITORY, SMALL

from fokusbericht.building.render import TemplateFault
from fokusbericht.checks import check_report, check_sound_report, find_hints
from fokusbericht.load import load_report
from fokusbericht.site import plan_site
from fuzz.mutations import HEAVY, Files, Mistake, mistake

FOLDERS = ("content", "indicators", "geo", "archiv")
PATIENCE = 60  # seconds of work; what takes longer hangs
OURS = str(REPOSITORY / "fokusbericht")


@dataclass(frozen=True, slots=True)
class Finding:
    """What must never be seen, and the mistakes that lead to it."""

    what: str
    trace: str
    mistakes: tuple[Mistake, ...]


def small() -> Files:
    """Return the files of the small county of the tests."""
    return _files(SMALL)


def handbook() -> Files:
    """Return the files that the handbook's examples make: every key is there."""
    from handbook import examples

    return {name: text.encode() for name, text in examples().items()}


def whole() -> Files:
    """Return the files of the Kreis Muster."""
    found: dict[str, bytes] = {}
    for folder in FOLDERS:
        found |= {f"{folder}/{path}": data for path, data in _files(MUSTER / folder).items()}
    return found


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def finding_of(deed: Callable[[], None], mistakes: Sequence[Mistake]) -> Finding | None:
    """Return what must not be seen of a deed, if so."""
    try:
        with _patience():
            deed()
    except Exception as error:
        return Finding(_name(error), traceback.format_exc(), tuple(mistakes))
    return None


class County:
    """A county in a folder, which is as it should be between two trials."""

    def __init__(self, root: Path, files: Files) -> None:
        self.root = root
        self.files = dict(files)
        self.texts = {
            path: data
            for path, data in files.items()
            if path.rpartition(".")[2].lower() not in HEAVY or len(data) < 100_000
        }
        for path, data in files.items():
            self._put(path, data)

    def trial(self, seed: int, most: int = 3, makes: int = 8) -> Finding | None:
        """Make some mistakes and look at the report; return what must not be seen, if so."""
        random = Random(seed)
        mistakes = [mistake(random, self.texts) for _ in range(random.randint(1, most))]
        found = self.look(mistakes, seed, makes)
        if found is None:
            return None
        for one in mistakes:  # one of them alone may do
            if alone := self.look([one], seed, makes):
                return alone
        return found

    def look(self, mistakes: Sequence[Mistake], seed: int, makes: int) -> Finding | None:
        """Read, check, plan and make a spoilt county; then mend it."""
        with self._spoilt(mistakes):
            return finding_of(lambda: examine(self.root, Random(seed), makes), mistakes)

    @contextmanager
    def _spoilt(self, mistakes: Sequence[Mistake]) -> Iterator[None]:
        done = []
        try:
            for one in mistakes:
                try:
                    self._put(one.path, one.content)
                except (OSError, ValueError):  # no file can have this name
                    continue
                done.append(one.path)
            yield
        finally:
            for path in done:
                self._put(path, self.files.get(path))

    def _put(self, path: str, content: bytes | None) -> None:
        file = self.root / path
        if content is None:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def examine(root: Path, random: Random, makes: int) -> None:
    """Do what a build does, short of writing; some of the files are made."""
    report, problems = load_report(root)
    problems += check_report(report)
    problems += [] if problems else check_sound_report(report)
    outputs, more = ([], []) if problems else plan_site(report)
    hints = list(find_hints(report, is_sound=not problems))
    for problem in (*problems, *more, *hints):
        str(problem).encode()
    if problems or more:
        return
    for output in random.sample(outputs, min(makes, len(outputs))):
        try:
            output.make()
        except TemplateFault as fault:
            raise AssertionError(str(fault)) from fault


@contextmanager
def _patience() -> Iterator[None]:
    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError("this takes too long")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _name(error: BaseException) -> str:
    """Return kind and place of an error, so that equal ones are told once."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if one.filename.startswith(OURS)]
    place = f"{ours[-1].filename.removeprefix(OURS)}:{ours[-1].lineno}" if ours else "?"
    return f"{type(error).__name__} {place}"


COUNTIES: Mapping[str, Callable[[], Files]] = {"klein": small, "handbuch": handbook, "kreis": whole}
