"""Sites of counties, built in this process; each file is made when it is opened."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from fokusbericht.building.output import Output
from fokusbericht.load import load_report
from fokusbericht.problems import Problem
from fokusbericht.site import plan_site
from secrecy.county import County

PACKED = "sozialbericht/kreisdaten."


class Built(Mapping[str, bytes]):
    """A site as bytes by path, without the pixels of its pictures."""

    def __init__(self, outputs: list[Output], problems: list[Problem]) -> None:
        self.problems = problems
        self._outputs = {one.path: one for one in outputs if not one.path.endswith(".png")}
        self._made: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made:
            self._made[path] = self._outputs[path].make()
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __len__(self) -> int:
        return len(self._outputs)

    def packed(self) -> str:
        """Return the path of the packed file, whose name carries a hash."""
        return next(path for path in self if path.startswith(PACKED))


_SITES: dict[int, tuple[County, Built]] = {}


def built(county: County) -> Built:
    """Return the site of a county; of the same county the same one."""
    if id(county) not in _SITES:
        with TemporaryDirectory() as folder:
            report, problems = load_report(county.write(Path(folder) / "kreis"))
            _SITES[id(county)] = county, Built(plan_site(report)[0], problems)
    return _SITES[id(county)][1]
