"""EPUB: a packed folder of pages, drawings and lists, each read by its own kind."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile


def files_in_book(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an EPUB, each with its name."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            for name in sorted(parts.namelist()):
                yield name, parts.read(name)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError):
        return
