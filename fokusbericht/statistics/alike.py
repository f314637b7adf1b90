"""When two figures are alike, in a rule that one can say to anyone.

They are at most a tenth apart, or half a percentage point.
"""


def is_alike(own: int, other: int, digits: int, in_percent: bool) -> bool:
    """Say whether another figure is like one's own; both in whole last digits, of so many."""
    apart = abs(other - own)
    return apart * 10 <= abs(own) or (in_percent and apart * 2 <= 10**digits)
