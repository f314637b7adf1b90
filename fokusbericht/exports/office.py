"""What files of Word and Excel, and books, have in common: XML in a zip without a clock."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML
LONG_AGO = (1980, 1, 1, 0, 0, 0)
PACKED = (".png", ".jpg", "mimetype")  # as small as they get, or first to be read


def zipped(parts: Mapping[str, bytes], level: int = 6) -> bytes:
    """Return parts as one file, in their order."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, LONG_AGO)
            entry.create_system = 0  # the same on all systems
            kind = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
            archive.writestr(entry, content, kind, level)
    return target.getvalue()
