"""Which indicators a file fills, and by which guide: the one that is named, or all that fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.importers import (
    deutschlandatlas,
    gemeindeverzeichnis,
    genesis,
    inkar,
    wahlen,
    zensus2022,
)
from fokusbericht.importers.change import IMPORT
from fokusbericht.importers.guide import SUFFIX, USUAL, Gebietsebene, Guide, read_guide
from fokusbericht.importers.request import Request
from fokusbericht.load.figures import indicator_files
from fokusbericht.model.figures import Ebene
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.values import Scalar, YamlMapping

# Which indicators a source fills when none is named and no guide speaks of the file.
DEFAULTS: Mapping[str, Sequence[str]] = {
    gemeindeverzeichnis.ART: tuple(gemeindeverzeichnis.INDICATORS),
    "zensus2022": (zensus2022.INDICATOR,),
}
# Sources whose columns are called so nowhere else: a guide that finds its own is meant.
BY_COLUMN = ("zensus2022", deutschlandatlas.ART)
GUIDES: Mapping[str, Guide] = {
    "zensus2022": zensus2022.GUIDE,
    "genesis": genesis.GUIDE,
    "inkar": inkar.GUIDE,
    deutschlandatlas.ART: deutschlandatlas.GUIDE,
    wahlen.ART: wahlen.GUIDE,
}


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator to be filled, and how."""

    description: str
    """Its path, relative to the folder of the county."""
    guide: Guide
    is_sure: bool = True
    """Whether the file is said to hold it; else it does so if its columns are there."""

    @property
    def indicator(self) -> str:
        """Return the name of the indicator."""
        return Path(self.description).stem


def targets(request: Request, root: Path, problems: list[Problem]) -> list[Target]:
    """Return the indicators to fill; none after a problem."""
    known = {Path(path).stem: path for path in indicator_files(root)}
    if request.indikator:
        unfit = [*_unfit(request.indikator, root, known)]
        problems.extend(unfit)
        paths = [] if unfit else [known[request.indikator]]
        found = [(path, _guide(request, root, path, problems)) for path in paths]
        return [_target(root, path, guide, request) for path, guide in found if guide]
    guided = [] if request.zuordnung else [*_guided(request, root, known, problems)]
    usual = [] if guided and request.art in BY_COLUMN else [*_usual(request, root, known, problems)]
    there = {one.description for one in guided}
    wanted = [*guided, *(one for one in usual if one.description not in there)]
    if not wanted and not problems:
        problems.append(_nobody(request))
    return wanted


def _target(root: Path, path: str, guide: Guide, request: Request, is_sure: bool = True) -> Target:
    """Return an indicator with a guide that fits its level and the year that is asked for."""
    if _text(read_yaml(root, path, []), "ebene") == Ebene.AMT.value:
        levels = tuple(Gebietsebene) if guide.ebenen == USUAL else guide.ebenen
        guide = replace(guide, je_amt=True, ebenen=levels)
    return Target(path, guide.in_year(request.jahr), is_sure)


def _guided(
    request: Request, root: Path, known: Mapping[str, str], problems: list[Problem]
) -> Iterator[Target]:
    """Yield the indicators whose guides speak of this kind of file, or of this file by name."""
    for path in known.values():
        beside = path.removesuffix(".yml") + SUFFIX
        written = read_yaml(root, beside, problems) if (root / beside).is_file() else None
        if written is None or (_text(written, "art") or "tabelle") != request.art:
            continue
        pattern = _text(written, "datei")
        if request.is_called(pattern) if pattern else request.art in BY_COLUMN:
            guide = _guide(request, root, path, problems)
            if guide:
                yield _target(root, path, guide, request, is_sure=bool(pattern))


def _usual(
    request: Request, root: Path, known: Mapping[str, str], problems: list[Problem]
) -> Iterator[Target]:
    """Yield what a source fills without any guide."""
    for name in DEFAULTS.get(request.art, ()):
        if name not in known or _is_derived(root, known[name]):
            continue
        base = _base(request.art, name)
        guide = _guide(request, root, known[name], problems) if request.zuordnung else base
        if guide:
            is_sure = request.art not in BY_COLUMN
            yield _target(root, known[name], guide, request, is_sure)


def _nobody(request: Request) -> Problem:
    """Return the problem that nothing says which indicator is meant."""
    sentence = "Bitte auch den Indikator nennen, in den die Zahlen gehören."
    if request.art not in DEFAULTS and request.art not in BY_COLUMN:
        sentence += (
            " Ohne ihn wird in alle Indikatoren gelesen, deren Zuordnung mit „datei“ zu "
            f"„{request.datei.name}“ passt; es gibt keine."
        )
    return Problem(Place(request.shown), sentence, IMPORT)


def _unfit(name: str, root: Path, known: Mapping[str, str]) -> Iterator[Problem]:
    """Tell of an indicator that no figures can be imported into."""
    if name not in known:
        sentence = f"Den Indikator „{name}“ gibt es nicht.{did_you_mean(name, known)}"
        yield Problem(Place(f"indicators/…/{name}.yml"), sentence, IMPORT)
    elif _is_derived(root, known[name]):
        sentence = "Dieser Indikator wird berechnet („ableitung“) und hat keine eigene Tabelle."
        yield Problem(Place(known[name]), sentence, IMPORT)


def _is_derived(root: Path, description: str) -> bool:
    table = read_yaml(root, description, [])
    return table is not None and "ableitung" in table.entries


def _text(table: YamlMapping | None, name: str) -> str:
    """Return a text in a file, or nothing."""
    entry = table.entries.get(name) if table else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


# --- Guides -------------------------------------------------------------------------------------


def _guide(request: Request, root: Path, description: str, problems: list[Problem]) -> Guide | None:
    """Return how to read the file: what we know of its kind, and what the editor wrote."""
    path = request.zuordnung or description.removesuffix(".yml") + SUFFIX
    base = _base(request.art, Path(description).stem)
    has_guide = bool(request.zuordnung) or (root / path).is_file()
    if not has_guide and (base is None or request.art == "tabelle"):
        problems.append(_no_guide(request, path))
        return None
    start = base or Guide(art=request.art)
    if request.zuordnung:
        guide = _named_guide(root, request.zuordnung, start, problems)
    else:
        guide = read_guide(root, path, start, problems) if has_guide else base
    if guide and guide.art != request.art:
        sentence = f"Diese Zuordnung ist für „{guide.art}“, eingelesen wird „{request.art}“."
        problems.append(Problem(Place(path), sentence, IMPORT))
        return None
    return guide


def _named_guide(root: Path, named: str, base: Guide, problems: list[Problem]) -> Guide | None:
    """Return what the file named with the command says; like the source it may lie anywhere."""
    path = Path(named)
    path = path if path.is_file() else root / named
    inner: list[Problem] = []
    guide = read_guide(path.parent, path.name, base, inner)
    problems.extend(replace(one, place=one.place._replace(path=named)) for one in inner)
    return guide


def _base(art: str, indicator: str) -> Guide | None:
    """Return what is known of a source before an editor says anything."""
    if art == gemeindeverzeichnis.ART:
        return gemeindeverzeichnis.guide_for(indicator)
    return GUIDES.get(art)


def _no_guide(request: Request, path: str) -> Problem:
    sentence = (
        f"Wie „{request.datei.name}“ zu lesen ist, steht noch nirgends. Bitte diese Datei anlegen "
        "mit „schluessel“, „jahr“ und „wert“ (oder „zaehler“ und „nenner“): den Namen der Spalten."
    )
    return Problem(Place(path), sentence, IMPORT)
