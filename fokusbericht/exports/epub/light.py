"""A drawing as it stands in a book: light on whatever ground its reader has chosen."""

import re

from fokusbericht.exports.print.drawings import AT_RULE, PAPER

BEGINNING = re.compile(
    r"(?:<\?xml[^>]*>\s*)?<svg\b[^>]*>(?:\s*<(title|desc|style)\b[^>]*>.*?</\1>)*", re.DOTALL
)
GROUND = '<rect fill="#fff" width="100%" height="100%"/>'


def light(svg: str) -> str:
    """Return a drawing in its light colours, on a ground of its own.

    Programs for reading show dark pages without telling the pictures in them, or the other way.
    """
    plain = AT_RULE.sub("", svg).replace(PAPER, "#fff")
    return BEGINNING.sub(lambda found: found[0] + GROUND, plain, count=1)
