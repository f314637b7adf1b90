"""Feeds and calendars as the programs of readers take them: without complaint, with own names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import feedparser  # type: ignore[import-untyped]
from icalendar import Calendar

from .site import Site


def check(site: Site) -> Iterator[str]:
    feeds = [path for path in site.paths if path.endswith("feed.xml")]
    names: Counter[str] = Counter()
    for path in feeds:
        found = feedparser.parse((site.folder / path).read_bytes())
        names[found.feed.get("id", "")] += 1
        yield from (f"{path}: {what}" for what in _of_feed(found))
    yield from (f"{name}: {times} feeds" for name, times in names.items() if times > 1)
    for path in site.paths:
        if path.endswith(".ics"):
            events = Calendar.from_ical((site.folder / path).read_bytes()).walk("VEVENT")
            yield from (f"{path}: {what}" for what in _of_calendar(events))


def _of_feed(found: feedparser.FeedParserDict) -> Iterator[str]:
    if found.bozo:
        yield str(found.bozo_exception)
    ids = [entry.get("id", "") for entry in found.entries]
    yield from _doubled(ids)
    if not all(one.get("updated_parsed") for one in (found.feed, *found.entries)):
        yield "does not say when it changed"
    for entry in found.entries:
        if not (entry.get("title") and entry.get("link") and entry.get("summary")):
            yield f"{entry.get('id')}: lacks a title, link or summary"


def _of_calendar(events: Iterable[Calendar]) -> Iterator[str]:
    found = [*events]
    if not found:
        yield "empty"
    yield from _doubled(str(event["UID"]) for event in found)
    for event in found:
        start, end, stamp = (event[name].dt for name in ("DTSTART", "DTEND", "DTSTAMP"))
        if not isinstance(stamp, datetime):
            yield f"{event['UID']}: its stamp is no moment"
            continue
        if end - start != timedelta(days=1) or stamp.utcoffset() or not event["SUMMARY"]:
            yield f"{event['UID']}: {start} to {end}, {stamp}"


def _doubled(names: Iterable[str]) -> Iterator[str]:
    counted = Counter(names)
    yield from (
        f"{name}: {times} times" for name, times in counted.items() if times > 1 or not name
    )
