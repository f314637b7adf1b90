"""Scripts: data that one sets, as the search reads it; else line by line."""

import re
from collections.abc import Iterator

from fokusbericht.audit.feeds import read_text
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.records import read_json
from fokusbericht.audit.sightings import Sighting

_SET = re.compile(rb"window\.\w+=(.*);\s*", re.DOTALL)


def read_script(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a script."""
    found = _SET.fullmatch(data)
    yield from (read_json(lexicon, path, found[1]) if found else read_text(lexicon, path, data))
