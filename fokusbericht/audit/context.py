"""What is already said where a number stands: by the page, its headings, captions and titles."""

import re
from dataclasses import dataclass, replace
from posixpath import dirname

from fokusbericht.audit.lexicon import Lexicon

YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?!\w|[.,]\d|\u202f)")
# Maps and courses of an edition: "fokus/2025/bilder/karte-armut-2022-schmal.svg".
PICTURE = re.compile(r"fokus/[^/]+/bilder/(?:karte|verlauf)-(.+?)(?:-schmal)?[.](?:svg|csv)")
DATE_YEAR = re.compile(r"\d\d?\.\d\d?\.((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Context:
    """The indicators, areas and year that a number belongs to unless it says otherwise."""

    path: str
    indicators: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    year: int = 0

    @property
    def indicator(self) -> str:
        """Return the indicator if there is but one."""
        return self.indicators[0] if len(self.indicators) == 1 else ""

    def under(self, lexicon: Lexicon, heading: str) -> "Context":
        """Return the context below a heading, caption or title."""
        titles = [lexicon.titles[one] for one in lexicon.title_pattern.findall(heading)]
        years = years_in(lexicon.title_pattern.sub(" ", heading))  # "Hilfe seit 2022" is a name
        # The year of a piece of news is not that of the figures in it.
        about = titles or self.indicators
        areas = lexicon.areas_of(heading) or _leading_area(lexicon, heading)
        return replace(
            self,
            indicators=tuple(dict.fromkeys(titles)) or self.indicators,
            year=years[0] if len(years) == 1 and about else (0 if titles else self.year),
            areas=areas or self.areas,
        )


def page_context(lexicon: Lexicon, path: str) -> Context:
    """Return what the address of a file says: whose page it is."""
    folder = dirname(path)
    indicator = lexicon.indicator_pages.get(folder, "")
    if indicator:
        return Context(path, (indicator,))
    if folder.startswith("sozialbericht/vergleich/"):
        first, _, second = folder.rpartition("/")[2].partition("-und-")
        pair = tuple(one for one in (first, second) if one in lexicon.titles)
        return Context(path, pair)
    if picture := PICTURE.fullmatch(path):
        names = (picture[1], picture[1].rpartition("-")[0])
        return Context(path, tuple(one for one in names if one in lexicon.titles)[:1])
    area = lexicon.area_pages.get(folder, "")
    return Context(path, (), (area,) if area else ())


def years_in(text: str) -> tuple[int, ...]:
    """Return the years a text names, each once; days count by their year."""
    found = [int(year) for year in YEAR.findall(text)]
    found += [int(year) for year in DATE_YEAR.findall(text)]
    return tuple(dict.fromkeys(found))


def _leading_area(lexicon: Lexicon, heading: str) -> tuple[str, ...]:
    """Return the area a heading begins with: "Appen: Bevölkerung von 1983 bis 2023"."""
    found = lexicon.place_pattern.match(heading.strip())
    rest = heading.strip()[found.end() :] if found else ""
    return lexicon.areas_of(found[0]) if found and rest[:1] in (":", ",") else ()
