"""What is set on paper: plain data, a template and pictures → a PDF that all can read.

Editions with their slides, and handouts. Same content, same bytes.
"""

from fokusbericht.exports.print.manuscript import Manuscript, PrintFault
from fokusbericht.exports.print.typeset import typeset

__all__ = ["Manuscript", "PrintFault", "typeset"]
