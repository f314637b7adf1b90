"""Every link and figure in a text leads somewhere."""

from collections.abc import Iterator

from fokusbericht.checks.each import Looks, each_text
from fokusbericht.checks.wording import unknown
from fokusbericht.model.base import BARE_KINDS, Key, Kind, Text
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, did_you_mean
from fokusbericht.text.prose import Mention, find_embeds, find_links
from fokusbericht.text.references import FIGURE_EMBEDS, PICTURE_EMBED, TEXT_EMBEDS, figure_of

ID = "toter-link"


def check(report: Report) -> Iterator[Problem]:
    """Yield dead links and unknown figures."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each text."""
    return each_text(report, _check)


def _check(report: Report, text: Text) -> Iterator[Problem]:
    for link in find_links(text):
        yield from _check_link(report, link)
    for embed in find_embeds(text):
        yield from _check_embed(report, embed)


def _check_link(report: Report, link: Mention) -> Iterator[Problem]:
    if report.find(link.target):
        return
    prefix, colon, name = link.target.partition(":")
    if colon and prefix not in list(Kind):
        hint = did_you_mean(prefix, list(Kind)) or f" Möglich sind: {', '.join(list(Kind))}."
        yield Problem(link.place, f"Links der Art „{prefix}:“ gibt es nicht.{hint}", ID)
        return
    kinds = [Kind(prefix)] if colon else list(BARE_KINDS)
    keys = [Key(kind, (name if colon else prefix).strip()) for kind in kinds]
    if not any(map(report.is_left_out, keys)):
        yield Problem(link.place, unknown(report, _best(report, keys)), ID)


def _best(report: Report, keys: list[Key]) -> Key:
    # A bare key may mean several kinds: speak of the one that has something close to it.
    def is_close(key: Key) -> bool:
        return bool(did_you_mean(key.name, (k.name for k in report.titles if k.kind is key.kind)))

    return next((key for key in keys if is_close(key)), keys[0])


def _check_embed(report: Report, embed: Mention) -> Iterator[Problem]:
    if embed.target in TEXT_EMBEDS:
        return
    if embed.target == PICTURE_EMBED:
        if embed.label not in (report.whole or report).bilder:
            hint = did_you_mean(embed.label, report.bilder)
            sentence = f"Das Bild „{embed.label}“ gibt es in content/bilder/ nicht.{hint}"
            yield Problem(embed.place, sentence, ID)
        return
    if embed.target not in FIGURE_EMBEDS:
        names = (*FIGURE_EMBEDS, PICTURE_EMBED, *TEXT_EMBEDS)
        hint = did_you_mean(embed.target, names) or f" Möglich sind: {', '.join(names)}."
        yield Problem(embed.place, f"Die Einbettung „{embed.target}“ gibt es nicht.{hint}", ID)
        return
    name, year = figure_of(embed.label)
    indikator = report.indikatoren.get(name)
    if indikator is None:
        key = Key(Kind.INDIKATOR, name)
        if key not in report.titles and not report.is_left_out(key):
            yield Problem(embed.place, unknown(report, key), ID)
        return
    if year and indikator.werte and year not in indikator.years():
        years = ", ".join(str(known) for known in indikator.years())
        sentence = f"Für „{name}“ gibt es das Jahr {year} nicht. Vorhanden: {years}."
        yield Problem(embed.place, sentence, ID)
