"""vl-convert with its own fonts alone, so that a drawing has the same bytes on every machine."""

import os
from functools import lru_cache
from pathlib import Path
from types import ModuleType

FONTS = Path(__file__).with_name("fonts.conf")  # names no folder: fonts of the machine stay out
NAME = "FONTCONFIG_FILE"
SPECK = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@lru_cache(maxsize=1)
def converter() -> ModuleType:
    """Return vl-convert, loaded when it is first asked for: it brings a whole script engine."""
    import vl_convert

    # It looks for fonts on the first drawing, and at no other time; those of the machine would
    # also take it longer. What other programs find is none of our business.
    before = os.environ.get(NAME)
    os.environ[NAME] = str(FONTS)
    vl_convert.svg_to_png(SPECK)
    if before is None:
        del os.environ[NAME]
    else:
        os.environ[NAME] = before
    module: ModuleType = vl_convert
    return module
