"""Views poured into templates: the Jinja environment and its filters."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from fokusbericht.building.assets import Asset, find_assets
from fokusbericht.building.recipe import template_folders
from fokusbericht.building.scripts import ALL_PARTS
from fokusbericht.building.softened import softened
from fokusbericht.building.templates import own_ids, parts_in, source_of
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import walk
from fokusbericht.text import prose
from fokusbericht.text.blocks import Runs
from fokusbericht.text.formatting import format_date, format_number, format_quantity
from fokusbericht.text.inline import inline
from fokusbericht.text.set_out import set_out
from fokusbericht.urls import relative
from fokusbericht.views import Explanation, PlainText, ProseView

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from fokusbericht.building.sandbox import Sandbox

ONE_LINE = 22  # letters of a term that has room on one line of a phone, also in larger text
UNUSED_PART = "Diese Datei benutzt niemand: Sie ersetzt keinen Teil eines mitgelieferten Skripts."


class TemplateFault(Exception):
    """A template that cannot be filled: path, line, and why."""

    def __str__(self) -> str:
        path, line, sentence = self.args
        return f"{path}:{line}: {sentence}"

    def as_problem(self) -> Problem:
        """Return it as an editor is told all else."""
        path, line, sentence = self.args
        return Problem(Place(path, line), sentence, "vorlage")


def find_faults(report: Report) -> Iterator[Problem]:
    """Yield what can be seen of a county's own templates before they are filled."""
    root = report.root
    own, *others = template_folders(Path(root))
    if not others:
        return
    paths = [one.path for one in walk(Path(root), own.name, []) if not one.is_folder]
    yield from _unused_parts(paths, own.name)
    files = [path for path in paths if path.endswith(".html")]
    names = [path.removeprefix(f"{own.name}/") for path in files]
    called = {part for name in names for part in parts_in(source_of(root, name))}
    for path, name in zip(files, names, strict=True):
        if not (others[0] / name).is_file() and name not in called:
            yield Problem(Place(path), _unused(others[0], name), "vorlage")
        try:
            environment_of(report).get_template(name)
        except Exception as error:
            yield _fault(error, root, name).as_problem()


def _unused_parts(paths: list[str], folder: str) -> Iterator[Problem]:
    """Yield the files meant as parts of a script that has no such part."""
    for path in paths:
        _, inside, part = path.partition(f"{folder}/assets/")
        if inside and "/" in part and part not in ALL_PARTS:
            known = ", ".join(f"„{one}“" for one in sorted(ALL_PARTS))
            yield Problem(Place(path), f"{UNUSED_PART} Möglich sind: {known}.", "vorlage")


def _unused(ours: Path, name: str) -> str:
    """Return that nobody uses a template, and which one may be meant."""
    leaf = name.rpartition("/")[2]
    meant = sorted(path.relative_to(ours).as_posix() for path in ours.rglob(leaf))
    hint = f" Gemeint ist vielleicht „{ours.name}/{meant[0]}“." if meant else ""
    return f"Diese Vorlage benutzt niemand: Sie ersetzt keine der mitgelieferten.{hint}"


def render(report: Report, template: str, path: str, context: Mapping[str, object]) -> bytes:
    """Return the page in the file `path` as bytes. Raises TemplateFault."""
    page = softened(filled(report, template, path, context))
    try:
        return page.encode()
    except UnicodeEncodeError as error:  # half a letter, as a template may put one
        raise _fault(error, report.root, template) from error


def filled(report: Report, template: str, path: str, context: Mapping[str, object]) -> str:
    """Return a view poured into its template. Raises TemplateFault."""
    environment = environment_of(report)
    everything = {
        **context,
        "path": path,
        "assets": find_assets(report),
        "texts": partial(next, count(1)),
        "explained": set(),
    }
    try:
        environment.begin()
        page = environment.get_template(template).render(everything)
        return prose.settle(page, own_ids(report, template))
    # Whatever is raised in a template is told with its line; what is wrong is seen there.
    except Exception as error:
        if isinstance(error, OSError) and not isinstance(error, LookupError):
            raise  # the system's, no fault of a template
        raise _fault(error, report.root, template) from error


def _fault(error: Exception, root: str, template: str) -> TemplateFault:
    from fokusbericht.building.template_faults import describe, place_of

    path, line = place_of(error, template_folders(Path(root)), template)
    return TemplateFault(path, line, f"Die Vorlage ist fehlerhaft: {describe(error)}")


@query
def environment_of(report: Report) -> "Sandbox":
    """Return what templates run in: each is read once for a report, and not looked at again."""
    # Loaded here, as builds in which nothing changed need none of it.
    from jinja2 import StrictUndefined, pass_context

    from fokusbericht.building.sandbox import Compiled, Loader, Sandbox

    environment = Sandbox(
        loader=Loader(template_folders(Path(report.root))),
        auto_reload=False,
        bytecode_cache=Compiled.open(),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "anchor": prose.marked,
        "asset": pass_context(asset),
        "date": format_date,
        "explained": pass_context(to_explained),
        "inline": pass_context(to_inline),
        "integrity": pass_context(integrity),
        "kilobytes": pass_context(kilobytes),
        "number": format_number,
        "prose": pass_context(to_prose),
        "quantity": format_quantity,
        "set_out": set_out,
        "url": pass_context(url),
    }
    # Data in a page is read by programs: as short as it may be, in the order of its view.
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "sort_keys": False,
    }
    return environment


def url(context: "Context", address: str) -> str:
    """Return an address from the site's root as the current page writes it."""
    return relative(address, context["path"])


def to_inline(context: "Context", runs: Runs) -> Markup:
    """Return runs of text as HTML, their links as the current page writes them."""
    return Markup(inline(runs, lambda address: relative(address, context["path"])))


def asset(context: "Context", name: str) -> str:
    """Return the address of an asset as the current page writes it."""
    assets: Mapping[str, Asset] = context["assets"]
    return relative(assets[name].url, context["path"])


def integrity(context: "Context", name: str) -> str:
    """Return what a browser shall find an asset to be, else refuse it: `integrity="sha384-…"`."""
    assets: Mapping[str, Asset] = context["assets"]
    return assets[name].integrity()


def kilobytes(context: "Context", name: str) -> int:
    """Return what an asset weighs, which a reader is told before it is loaded."""
    assets: Mapping[str, Asset] = context["assets"]
    return assets[name].kilobytes()


def to_prose(context: "Context", view: ProseView) -> Markup:
    """Return a text as HTML, its links relative to the page and its figures drawn."""

    def link(target: str, label: str) -> str:
        address, title = view.links[target]
        return prose.as_markdown_link(label or title, relative(address, context["path"]))

    def embed(name: str, argument: str) -> str:
        figure = view.embeds[f"{name}: {argument}"]
        template = context.environment.get_template(f"components/{figure.component}.html")
        own = {"data": figure.data, "path": context["path"], "assets": context["assets"]}
        return prose.mark_ids(template.render(own), str(context["texts"]()))

    explain = _explaining(context, view.terms).explained if view.terms else str
    # Several texts of a page tell their ids apart by a number.
    return Markup(prose.to_html(view.source, link, embed, str(context["texts"]()), explain))


def to_explained(context: "Context", view: PlainText) -> Markup:
    """Return a paragraph whose terms are explained."""
    html = f"<p>{escape(view.text)}</p>"
    return Markup(_explaining(context, view.terms).explained(html) if view.terms else html)


def _explaining(context: "Context", found: tuple[Explanation, ...]) -> prose.Explaining:
    """Return what explains the terms of a text that no text above it has explained."""
    terms = {term.id: term for term in found}

    def part(name: str, key: str, **more: object) -> str:
        template = context.environment.get_template(f"components/{name}.html")
        return template.render({"term": terms[key], "path": context["path"], **more}).strip()

    def word(key: str, label: str) -> str:
        return part("begriff", key, label=Markup(label), is_long=len(label) > ONE_LINE)

    return prose.Explaining(
        words={word: term.id for term in found for word in term.words},
        addresses={relative(term.href, context["path"]): term.id for term in found},
        word=word,
        card=lambda key: part("erklaerung", key),
        done=context["explained"],
    )
