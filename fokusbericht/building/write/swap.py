"""Two folders that change places, so that no moment is without a site."""

import os
import sys
from pathlib import Path

from fokusbericht.building.write.turns import PARKED


def swap(new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `old`; what was there stays beside `new`.

    On Linux the two change places in one step, so that there is no moment without a site.
    Elsewhere there are two renames; a crash between them is mended by the next build.
    """
    if not os.path.lexists(old):
        new.rename(old)
        return
    if exchange(new, old):
        return
    parked = new.with_name(PARKED)
    old.rename(parked)
    try:
        new.rename(old)
    except OSError:
        parked.rename(old)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    here, swapping = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    done = renameat2(here, os.fsencode(one), here, os.fsencode(other), swapping)
    return bool(done == 0)
