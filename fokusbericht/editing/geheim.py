"""A folder outside the repository that holds raw tables: where it may lie, what is in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.load.figures import tables_in
from fokusbericht.problems import did_you_mean


@dataclass(frozen=True, slots=True)
class Source:
    """A protected folder; `wanted` names those of its tables that are to be written."""

    folder: Path
    tables: Mapping[str, str]
    """The path of each table below the folder, by the name of its indicator."""
    wanted: frozenset[str]
    twice: tuple[tuple[str, str], ...] = ()
    """Tables whose indicator has another one here, each with that other one."""

    def without(self, names: Collection[str]) -> "Source":
        """Return the folder as if it did not hold the tables of some indicators."""
        tables = {name: path for name, path in self.tables.items() if name not in names}
        return replace(self, tables=tables, wanted=self.wanted.difference(names))


def open_source(root: Path, quelle: str, geheim: Path | None) -> Source | str:
    """Return the protected folder that is meant, or the sentence why it cannot be."""
    folder = geheim or Path(quelle)
    if not folder.is_dir():
        return f"{folder} ist kein Ordner. Bitte den Ordner nennen, in dem die Rohtabellen liegen."
    if wrong := _misplaced(root.resolve(), folder):
        return wrong
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.csv"))
    if not paths:
        return f"In {folder} liegt keine Tabelle (.csv)."
    tables = {name: one.path for name, one in tables_in(folder).items()}
    twice = tuple((path, tables[Path(path).stem]) for path in paths if path not in tables.values())
    wanted = _wanted(folder, tables, quelle) if geheim and quelle else frozenset(tables)
    if not wanted:
        hint = did_you_mean(quelle, tables)
        return f"Eine Tabelle „{quelle}“ gibt es in {folder} nicht.{hint}"
    return Source(folder, tables, wanted, twice)


def _misplaced(root: Path, folder: Path) -> str:
    """Return why raw tables must not lie here; nothing if they may."""
    place = folder.resolve()
    repository = _work_tree(root)
    if root.is_relative_to(place) and root != place:
        return (
            f"{folder} enthält das Repository. Bitte einen Ordner nennen, in dem nur die "
            "Rohtabellen liegen."
        )
    inside = (folder, *folder.rglob("*.csv"))
    wrong = next((one for one in inside if one.resolve().is_relative_to(repository)), None)
    if wrong is None:
        return ""
    return (
        f"{wrong} liegt im Repository. Rohtabellen gehören in einen Ordner außerhalb, sonst werden "
        "sie mit ihm öffentlich."
    )


def _work_tree(root: Path) -> Path:
    """Return the outermost folder around the county that is under git; else the county itself."""
    under_git = [one for one in (root, *root.parents) if (one / ".git").exists()]
    return under_git[-1] if under_git else root


def _wanted(folder: Path, tables: Mapping[str, str], quelle: str) -> frozenset[str]:
    """Return the tables that are meant by a name, or by a path to a file or folder."""
    if quelle in tables:
        return frozenset({quelle})
    places = {(folder / quelle).resolve(), Path(quelle).resolve()}
    return frozenset(
        name
        for name, path in tables.items()
        if any((folder / path).resolve().is_relative_to(place) for place in places)
    )
