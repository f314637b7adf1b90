"""Soft hyphens in long words where lines are short: titles, heads of tables, lists, marks.

A browser cuts at a soft hyphen as soon as the rest of the word has no room on the line. So only
words bear them that are too long for a line of a phone, in tables those that make them wide.
"""

import re

from fokusbericht.text.hyphenation import soften

PLACE = re.compile(
    r"<(h[1-4]|th|dt|summary)\b[^>]*>.*?</\1>"
    r"|<li>\s*<a\b[^>]*>.*?</a>"
    r"|<span class=\"marker\b[^>]*>.*?</span>",
    re.DOTALL,
)
IN_TABLES, IN_TITLES, IN_TEXTS = 12, 15, 25  # letters
TEXT = re.compile(r">[^<]+<")
HUGE = re.compile(rf"[A-Za-zÄÖÜäöüß]{{{IN_TEXTS}}}")
SLASH = re.compile(r"(?<=\w{4})/(?=\w{4})")  # „Uetersen/Tornesch“
DRAWN = ("<svg", "<code")  # where a soft hyphen would be drawn or copied


def softened(page: str) -> str:
    """Return a page whose content may be cut at the seams of long words; attributes stay whole."""
    start, end = page.find("<main"), page.rfind("</main>")
    if start < 0:
        return page  # no page that readers see whole: a feed
    content = PLACE.sub(_softened, page[start:end])
    if HUGE.search(content):  # on few pages; what all others would cost is spared
        content = TEXT.sub(lambda text: soften(text[0], IN_TEXTS), content)
    return page[:start] + content + page[end:]


def _softened(match: re.Match[str]) -> str:
    found = match[0]
    if any(mark in found for mark in DRAWN):
        return found
    shortest = IN_TABLES if match[1] == "th" else IN_TITLES
    return TEXT.sub(lambda text: SLASH.sub("/<wbr>", soften(text[0], shortest)), found)
