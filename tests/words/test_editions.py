"""Editions say nothing but their own words: a frozen one keeps them, whatever templates say."""

import re

import pytest
from support import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
# The content of the page alone: its frame moves on.
OWN = re.compile(r"\{% block start %\}(.*?)\{% endblock %\}", re.DOTALL)
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
HEARD = re.compile(r'\s(?:alt|aria-label|data-heft|title|placeholder|value)="([^"]*)"')
TAG = re.compile(r"<[^>]*>|&#?\w+;")
LETTERS = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")
OF_EDITIONS = (
    "planung/reise.html",
    "components/reise_bild.html",
    "components/reise_zahlen.html",
    "components/blocks.html",
    "components/printed_picture.html",
    "planung/druckfassung.html",
    *(f"components/book_{name}.html" for name in ("figures", "picture")),
    *(path.relative_to(TEMPLATES).as_posix() for path in sorted(TEMPLATES.glob("buch/*.html"))),
)


def said_by(template: str) -> list[str]:
    """Return the words that a template itself has for those who see or hear it."""
    text = CODE.sub(" ", template)
    heard = " ".join(HEARD.findall(text))
    return LETTERS.findall(f"{TAG.sub(' ', text)} {heard}")


@pytest.mark.parametrize("name", OF_EDITIONS)
def test_templates_of_editions_have_no_words_of_their_own(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    own = OWN.search(text)
    assert said_by(own[1] if own else text) == []


@pytest.mark.parametrize(
    "planted",
    [
        "<p>{{ one }} heute</p>",
        '<img alt="Karte von {{ one }}">',
        '<nav aria-label="Inhalt">',
        "{% if one %}Stand{% endif %}",
    ],
)
def test_words_of_a_template_would_be_found(planted: str) -> None:
    assert len(said_by(planted)) in (1, 2)
