"""The bill of materials: every library behind the site, with version and licence (CycloneDX 1.6).

The list and the versions are those of constraints.txt and package-lock.json, the licences those of
the packages that are installed. No address to download from, no clock, no random number: the same
libraries make the same bytes.
"""

import json
import re
import tomllib
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component
    from cyclonedx.model.license import License

PINNED = re.compile(r"^([\w.-]+)==(\S+)$", re.MULTILINE)
BUNDLED = {"vega": "BSD-3-Clause", "vega-embed": "BSD-3-Clause", "vega-lite": "BSD-3-Clause"}


@dataclass(frozen=True, slots=True)
class Library:
    """One library: "pypi" or "npm", whether the site is made of it, and what it needs."""

    registry: str
    name: str
    version: str
    licence: str
    is_needed: bool  # else only tests need it
    needs: tuple[str, ...] = ()
    sha512: str = ""

    @property
    def purl(self) -> str:
        """Return the name by which lists of weaknesses know it."""
        return f"pkg:{self.registry}/{self.name}@{self.version}"


def is_bom(data: bytes) -> bool:
    """Say whether a file is a bill of materials."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("bomFormat") == "CycloneDX"


def make_bom(root: Path) -> bytes:
    """Return the bill of materials of the program in a folder, as JSON."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (root / "constraints.txt").read_text(encoding="utf-8")
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    direct = {_requirement(text)[0] for text in project["dependencies"]}
    libraries = [*_python(pins, direct), *_browser(lock), *_bundled()]
    return _written(project["name"], project["version"], project["license"], libraries, direct)


def _python(pins: str, direct: set[str]) -> Iterator[Library]:
    versions = {_canonical(name): version for name, version in PINNED.findall(pins)}
    needs = {name: tuple(sorted(_needs(name) & versions.keys())) for name in versions}
    needed = _reached(direct, needs)
    for name, version in sorted(versions.items()):
        found = _metadata(name)
        licence = _licence(found) if found and found["Version"] == version else ""
        yield Library("pypi", name, version, licence, name in needed, needs[name])


def _reached(start: set[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    todo = set(start)
    while todo:
        name = todo.pop()
        found.add(name)
        todo |= set(needs.get(name, ())) - found
    return found


def _metadata(name: str) -> PackageMetadata | None:
    try:
        return metadata(name)
    except PackageNotFoundError:  # for another system, say
        return None


def _needs(name: str) -> set[str]:
    try:
        wanted = requires(name) or []
    except PackageNotFoundError:
        return set()
    return {found for found, is_extra in map(_requirement, wanted) if not is_extra}


def _requirement(text: str) -> tuple[str, bool]:
    """Return name of what is required, and whether only an extra asks for it."""
    found = re.match(r"[\w.-]+", text)
    return _canonical(found[0] if found else text), "extra ==" in text


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(found: PackageMetadata) -> str:
    """Return a licence as its package declares it; nothing is guessed."""
    classes = [one.split(" :: ") for one in found.get_all("Classifier") or []]
    heads = sorted({one[-1] for one in classes if one[0] == "License" and len(one) > 2})
    expression = (found.get_all("License-Expression") or [""])[0]
    written = (found.get_all("License") or [""])[0]
    short = written if len(written) < 40 else ""  # some hold the whole text
    return expression or short or ", ".join(heads)


def _browser(lock: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[Library]:
    for path, entry in sorted(lock["packages"].items()):
        if path:
            name = path.rpartition("node_modules/")[2]
            digest = b64decode(entry["integrity"].removeprefix("sha512-")).hex()
            is_needed = not entry.get("dev")
            licence = entry.get("license", "")
            yield Library("npm", name, entry["version"], licence, is_needed, sha512=digest)


def _bundled() -> Iterator[Library]:
    """Yield what comes inside vl-convert and goes out to readers: Vega."""
    import vl_convert

    versions = {
        "vega": vl_convert.get_vega_version(),
        "vega-embed": vl_convert.get_vega_embed_version(),
        "vega-lite": max(vl_convert.get_vegalite_versions(), key=_numbers),
    }
    for name, version in versions.items():
        yield Library("npm", name, version, BUNDLED[name], is_needed=True)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _written(
    name: str, version: str, licence: str, libraries: list[Library], direct: set[str]
) -> bytes:
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output import make_outputter
    from cyclonedx.schema import OutputFormat, SchemaVersion

    own = Component(
        name=name,
        version=version,
        bom_ref=name,
        type=ComponentType.APPLICATION,
        licenses=_spdx(licence),
    )
    bom = Bom(version=1)
    bom.metadata.component = own
    # An identity of its own that follows from the content, and no time of making.
    print_ = json.dumps([[one.purl, one.licence] for one in libraries])
    bom.serial_number = uuid5(NAMESPACE_URL, f"{name}@{version}:{print_}")
    components = {one.name: _component(one) for one in libraries}
    for component in components.values():
        bom.components.add(component)
    _add_needs(bom, own, components, libraries, direct)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    plain = json.loads(text)
    plain["metadata"].pop("timestamp", None)
    return (json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _component(one: Library) -> "Component":
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.component import Component, ComponentScope
    from packageurl import PackageURL

    hashes = [HashType(alg=HashAlgorithm.SHA_512, content=one.sha512)] if one.sha512 else []
    return Component(
        name=one.name,
        version=one.version,
        bom_ref=one.purl,
        purl=PackageURL.from_string(one.purl),
        scope=ComponentScope.REQUIRED if one.is_needed else ComponentScope.EXCLUDED,
        licenses=_spdx(one.licence),
        hashes=hashes,
    )


def _spdx(licence: str) -> list["License"]:
    from cyclonedx.contrib.license.factories import LicenseFactory

    return [LicenseFactory().make_from_string(licence)] if licence else []


def _add_needs(
    bom: "Bom",
    own: "Component",
    components: Mapping[str, "Component"],
    libraries: Iterable[Library],
    direct: set[str],
) -> None:
    bundled = [components[name] for name in BUNDLED]
    shipped = [components[one.name] for one in libraries if one.registry == "npm" and one.sha512]
    needed = [one for one in shipped if one.scope and one.scope.value == "required"]
    bom.register_dependency(own, [*(components[name] for name in sorted(direct)), *needed])
    for one in libraries:
        inside = bundled if one.name == "vl-convert-python" else []
        others = [components[name] for name in one.needs]
        bom.register_dependency(components[one.name], [*others, *inside])
