"""What a look at a film finds: how long it is, and which bytes are to be overwritten."""

from dataclasses import dataclass, field


class Broken(Exception):
    """A film that is none, or is not whole; the message says so to an editor."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Bytes from `start` to `end` that become `head`, and then zeros."""

    start: int
    end: int
    head: bytes = b""


@dataclass(slots=True)
class Film:
    """A film that can be published once its patches are made."""

    seconds: float = 0.0  # 0 where the film does not say
    patches: list[Patch] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)  # of its tracks: what they hold


SENSORS = (
    "Der Film enthält neben Bild und Ton eine Spur „{}“, die verraten kann, wo er entstand. "
    "Bitte neu speichern, nur mit Bild und Ton."
)
