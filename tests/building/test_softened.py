"""Which places of a page bear soft hyphens, and which never do."""

import pytest

from fokusbericht.building.softened import softened


def shown(content: str) -> str:
    """Return the content of a page as it is served, its soft hyphens seen."""
    page = softened(f"<main>{content}</main>")
    return page.removeprefix("<main>").removesuffix("</main>").replace("\u00ad", "|")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<h1>Arbeitsstrukturen</h1>", "<h1>Arbeits|strukturen</h1>"),
        ('<h2 id="a">Betrachtungsraum</h2>', '<h2 id="a">Betrach|tungs|raum</h2>'),
        ('<th scope="col">Handlungsfeld</th>', '<th scope="col">Handlungs|feld</th>'),
        ('<li><a href="a/">Wohnraumagentur</a></li>', '<li><a href="a/">Wohnraum|agentur</a></li>'),
        ("<summary>Handlungsempfehlung</summary>", "<summary>Handlungs|empfehlung</summary>"),
        (
            '<span class="marker hoch">steuerungsrelevant</span>',
            '<span class="marker hoch">steuerungs|relevant</span>',
        ),
        ("<h1>Uetersen/Tornesch</h1>", "<h1>Uetersen/<wbr>Tornesch</h1>"),
        (
            "<p>Das Landesbehindertengleichstellungsgesetz</p>",
            "<p>Das Landes|behinderten|gleich|stel|lungs|gesetz</p>",
        ),
    ],
)
def test_long_words_in_narrow_places(content: str, expected: str) -> None:
    assert shown(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        "<h1>Handlungsfeld Wohnen</h1>",  # has room on any line
        "<p>In Arbeitsstrukturen beraten sie.</p>",
        '<h2 id="arbeitsstrukturen" title="Arbeitsstrukturen">Wer berät</h2>',
        '<li><a href="/grundlagen/arbeitsstrukturen/" aria-label="Arbeitsstrukturen">Wer</a></li>',
        "<h2><code>handlungsempfehlungen</code></h2>",
        "<h2><svg><title>Handlungsempfehlungen</title></svg>Karte</h2>",
        "<pre>handlungsempfehlungen</pre>",
        "<td>01/02/2024</td><h3>und/oder</h3>",
    ],
)
def test_all_else_stays_whole(content: str) -> None:
    assert shown(content) == content


def test_nothing_outside_of_the_content_is_cut() -> None:
    head = "<title>Arbeitsstrukturen</title><h2>Arbeitsstrukturen</h2>"
    page = f"{head}<main></main><footer><h2>Arbeitsstrukturen</h2></footer>"
    assert softened(page) == page
    assert softened(head) == head
