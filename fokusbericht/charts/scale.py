"""A straight scale between values and px, both ways."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AxisScale:
    """Values from `low` to `high` lie on `length` px; upright ones rise from the bottom."""

    low: float
    high: float
    length: float
    upright: bool = False

    def px(self, value: float) -> float:
        """Return where a value lies."""
        share = (value - self.low) / (self.high - self.low)
        return (1 - share if self.upright else share) * self.length

    def value(self, px: float) -> float:
        """Return the value that lies there."""
        share = px / self.length
        return self.low + (1 - share if self.upright else share) * (self.high - self.low)
