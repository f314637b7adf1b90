"""The HTML that our Markdown becomes → blocks of a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from fokusbericht.text.blocks import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    ParagraphStyle,
    Run,
    Runs,
    Table,
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = ("ul", "ol")
CELLS = ("th", "td")
DEEPEST = 4  # Word's headings that we have styles for
HIDDEN = "nur-vorgelesen"  # the class of words that only a screen reader says
NOTES = "fussnoten"
WAY_BACK = "zurueck"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # in the head of a table, which is bare text


def blocks_of_html(html: str) -> tuple[Block, ...]:
    """Return the blocks of an HTML text, as Markdown makes it."""
    reader = _HtmlReader()
    reader.feed(html)
    reader.close()
    return tuple(reader.blocks)


@dataclass(slots=True)
class _Open:
    # A list that is being read: the number of its last item, and whether that has been taken.
    ordered: bool
    number: int = 0
    is_parted: bool = False
    is_taken: bool = False


class _HtmlReader(HTMLParser):
    # Reads from tag to tag; text gathers in `runs` until the block it belongs to is closed.

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.open: list[str] = []
        self.hrefs: list[str] = []
        self.lists: list[_Open] = []
        self.items: list[Item] = []
        self.rows: list[tuple[Runs, ...]] = []
        self.cells: list[Runs] = []
        self.right: set[int] = set()
        self.number = 0  # that of the next item, where it is told
        self.silent = ""  # the element whose words are left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        form = dict(attrs).get("class")
        if self.silent or form in (HIDDEN, WAY_BACK):
            self.silent = self.silent or tag
            return
        if form == NOTES:
            self.blocks.append(Heading(DEEPEST, (Run("Fußnoten"),)))
        if tag == "br":
            self.runs.append(Run("\n"))
            return
        if tag in LISTS:
            self._end_item()  # the text of an item before the list inside of it
            self.lists.append(_Open(tag == "ol"))
        elif tag == "li":
            self.lists[-1].is_taken = False
        elif tag == "table":
            self._part_list()
        elif tag == "pre" and self.runs:
            self.runs.append(Run("\n"))
        if number := dict(attrs).get("start") or dict(attrs).get("value"):
            self.number = int(number)
        if tag == "a":
            self.hrefs.append(dict(attrs).get("href") or "")
        if tag in CELLS and dict(attrs).get("class") == "right":
            self.right.add(len(self.cells))
        if tag != "hr":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent = "" if tag == self.silent else self.silent
            return
        if tag == "a":
            self.hrefs.pop()
        elif tag == "li":
            self._end_item()
        elif tag in CELLS:
            self.cells.append(self._taken())
        elif tag == "tr":
            self.rows.append(tuple(self.cells))
            self.cells = []
        elif tag == "table":
            self._end_table()
        elif tag in (*HEADINGS, "p", "pre"):
            self._end_text(tag)
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]
        if tag in LISTS:
            self.lists.pop()
            if not self.lists:
                self._end_list()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        is_code = "pre" in self.open
        text = data if is_code else _spaced(data)
        if self.runs and self.runs[-1].text == "\n":
            text = text.lstrip(" ")  # the break of a line stands for the one in the file
        if text.strip() or (text and self.runs and not self.runs[-1].text.endswith((" ", "\n"))):
            self.runs.append(self._run(text))

    def _run(self, text: str) -> Run:
        is_note = "sup" in self.open  # its link leads within the page only
        return Run(
            text,
            bold="strong" in self.open or "th" in self.open,
            italic="em" in self.open,
            href=self.hrefs[-1] if self.hrefs and not is_note else "",
            struck="del" in self.open,
            raised=is_note,
        )

    def _taken(self) -> Runs:
        runs = tuple(_trimmed(self.runs))
        self.runs = []
        return runs

    def _end_text(self, tag: str) -> None:
        if self.lists:
            self.runs.append(Run(" "))  # paragraphs of one item become one
            return
        runs = self._taken()
        if runs and tag in HEADINGS:
            self.blocks.append(Heading(min(HEADINGS[tag], DEEPEST), runs))
        elif runs:
            style = ParagraphStyle.QUOTE if "blockquote" in self.open else ParagraphStyle.TEXT
            self.blocks.append(Paragraph(runs, style))

    def _end_item(self) -> None:
        runs = self._taken()
        if not runs or not self.lists:
            return
        depth, last = len(self.lists) - 1, self.lists[-1]
        if last.is_taken:
            self.items.append(Item(runs, depth, last.ordered, goes_on=True))
            return
        last.number = self.number or last.number + 1
        number = last.number if last.ordered and last.is_parted else self.number
        self.items.append(Item(runs, depth, last.ordered, number))
        last.is_taken, last.is_parted, self.number = True, False, 0

    def _part_list(self) -> None:
        """End a list before a table within it; behind that it goes on counting."""
        self._end_item()
        self._end_list()
        for one in self.lists:
            one.is_parted = True

    def _end_list(self) -> None:
        if self.items:
            self.blocks.append(Listing(tuple(self.items)))
        self.items = []

    def _end_table(self) -> None:
        head, *rows = self.rows
        texts = tuple("".join(map(_bare, cell)) for cell in head)
        widths = tuple(1 for _ in texts)
        self.blocks.append(Table("", texts, tuple(rows), widths, tuple(sorted(self.right))))
        self.rows, self.right = [], set()


def _bare(run: Run) -> str:
    return run.text.translate(RAISED) if run.raised else run.text


def _spaced(text: str) -> str:
    """Return a text with each line break and run of blanks as one; other spaces stay as set."""
    words = text.replace("\n", " ").replace("\t", " ").split(" ")
    inner = " ".join(word for word in words if word)
    if not inner:
        return " " if text else ""
    return f"{' ' * (not words[0])}{inner}{' ' * (not words[-1])}"


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    """Yield runs without blanks at the beginning and the end."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    for number, run in enumerate(kept):
        text = run.text.lstrip(" ") if number == 0 else run.text
        text = text.rstrip(" ") if number == len(kept) - 1 else text
        yield replace(run, text=text)
