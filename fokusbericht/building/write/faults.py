"""Why nothing was written, in words."""

import errno
from collections.abc import Sequence

from fokusbericht.problems import Problem

OTHER = "Bitte mit --out einen anderen Ordner nennen."


class Unwritable(Exception):
    """Nothing may or can be written there; the message is the sentence that says why."""


class ForeignFolder(Unwritable):
    """The folder to write to holds what no build of ours is known to have written."""


class Refused(Exception):
    """Files were made that must not be published; `problems` tells why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


REASONS = {
    errno.ENOSPC: "auf dem Datenträger ist kein Platz mehr",
    errno.EDQUOT: "der zugeteilte Speicherplatz ist verbraucht",
    errno.EFBIG: "die Datei würde größer, als hier erlaubt ist",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.EACCES: "der Zugriff ist nicht erlaubt",
    errno.EPERM: "der Zugriff ist nicht erlaubt",
    errno.ENOENT: "das gibt es nicht (mehr)",
    errno.ENOTDIR: "ein Teil des Pfads ist eine Datei und kein Ordner",
    errno.EISDIR: "das ist ein Ordner",
    errno.ENOTEMPTY: "der Ordner ist nicht leer",
    errno.EEXIST: "dort steht schon etwas",
    errno.EBUSY: "das ist eingehängt (mount) oder in Gebrauch",
    errno.EXDEV: "das liegt auf einem anderen Datenträger",
    errno.ELOOP: "das ist ein Link, und Links folgt das Programm nicht",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EMFILE: "zu viele Dateien sind zugleich offen",
    errno.ENFILE: "zu viele Dateien sind zugleich offen",
    errno.ENOMEM: "der Arbeitsspeicher reicht nicht",
    errno.EAGAIN: "es laufen zu viele Programme zugleich",
    errno.EIO: "der Datenträger meldet einen Fehler",
    errno.ESTALE: "das Netzlaufwerk antwortet nicht mehr",
    errno.ENOTCONN: "das Netzlaufwerk antwortet nicht mehr",
    errno.EADDRINUSE: "die Nummer (--port) ist schon vergeben",
}


def reason_of(error: OSError) -> str:
    """Return what a system says, as a German sentence that names the file."""
    reason = REASONS.get(error.errno or 0, f"das System meldet „{error.strerror or error}“")
    names = [str(name) for name in (error.filename, error.filename2) if isinstance(name, str)]
    where = " → ".join(names)
    return f"{where}: {reason[0].upper()}{reason[1:]}." if where else f"Das geht nicht: {reason}."
