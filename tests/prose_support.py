"""A text made into HTML, for tests."""

from fokusbericht.text.prose import as_markdown_link, to_html


def html(source: str) -> str:
    """Return the HTML of a text; a link leads to its target, an embed is told by name."""
    return to_html(
        source,
        lambda target, label: as_markdown_link(label or target, f"/{target}/"),
        "<i>{}:{}</i>".format,
    )


def paragraph(source: str) -> str:
    """Return what stands in the one paragraph of a text."""
    return html(source).removeprefix("<p>").removesuffix("</p>")
