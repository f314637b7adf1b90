"""Handouts: a Kommune, a Handlungsfeld or a body on two pages A4, from what its page knows.

make_pdf(report, Key(Kind.KOMMUNE, "elmshorn")) → the bytes of its PDF
"""

from fokusbericht.hefte.choice import chosen, every_key
from fokusbericht.hefte.frame import file_name
from fokusbericht.hefte.printed import is_heft, make_pdf, printable

__all__ = ["chosen", "every_key", "file_name", "is_heft", "make_pdf", "printable"]
