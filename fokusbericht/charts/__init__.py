"""Charts: plain data in, SVG out, drawn by altair and vl-convert, which load on the first drawing.

Each chart comes wide and narrow, so that its text can be read on a phone as well:

    <picture>
      <source media="(max-width: 40rem)" srcset="…-schmal.svg" width="360" height="340">
      <img src="….svg" width="720" height="400" alt="…">
    </picture>
"""
