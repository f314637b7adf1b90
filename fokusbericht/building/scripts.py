"""Scripts joined from parts: one concept a file, one file a page, one scope for all of it."""

from collections.abc import Callable

PHRASES = "shared/phrases.js"
MEANT = "shared/meant.js"
COLLECTION = "mein/collection.js"
SHARED = ("shared/elements.js", PHRASES, "shared/figures.js")
# What a part names when it is read must stand above it; what it names later may stand anywhere.
PARTS = {
    "kreiskarte.js": (
        *SHARED,
        "shared/csv.js",
        MEANT,
        "kreiskarte/amounts.js",
        "kreiskarte/areas.js",
        "kreiskarte/beside.js",
        "kreiskarte/choice.js",
        "kreiskarte/course.js",
        "kreiskarte/downloads.js",
        "kreiskarte/later.js",
        "kreiskarte/legend.js",
        "kreiskarte/over_years.js",
        "kreiskarte/panel.js",
        "kreiskarte/paper.js",
        "kreiskarte/sentences.js",
        "kreiskarte/table.js",
        "kreiskarte/state.js",
        "kreiskarte/years.js",
        "kreiskarte/kreiskarte.js",
    ),
    "vergleich.js": (
        *SHARED,
        "vergleich/relation.js",
        "vergleich/sentences.js",
        "vergleich/map.js",
        "vergleich/dots.js",
        "vergleich/table.js",
        "vergleich/vergleich.js",
    ),
    "ortsvergleich.js": (
        *SHARED,
        "shared/csv.js",
        "ortsvergleich/told.js",
        "ortsvergleich/sentences.js",
        "ortsvergleich/table.js",
        "ortsvergleich/ortsvergleich.js",
    ),
    "suchwerk.js": (
        "foreign/minisearch.js",
        PHRASES,
        "shared/figures.js",
        "suchwerk/normal.js",
        "suchwerk/damerau.js",
        "suchwerk/loading.js",
        "suchwerk/packed_index.js",
        "suchwerk/compounds.js",
        "suchwerk/meanings.js",
        "suchwerk/places.js",
        "suchwerk/typos.js",
        "suchwerk/question.js",
        "suchwerk/hits.js",
        "suchwerk/facets.js",
        "suchwerk/answers.js",
        "suchwerk/suchwerk.js",
    ),
    "ansichten.js": ("small/ansichten.js",),
    "app.js": ("small/app.js",),
    "beispiele.js": ("small/beispiele.js",),
    "filter.js": (PHRASES, MEANT, "small/filter.js"),
    "mein-bericht.js": (
        PHRASES,
        "shared/elements.js",
        COLLECTION,
        "mein/sending.js",
        "mein/rows.js",
        "mein/mein-bericht.js",
    ),
    "heft.js": (
        PHRASES,
        "shared/elements.js",
        "heft/taking.js",
        "heft/pages.js",
        "heft/saving.js",
        "heft/heft.js",
    ),
    "heft-karte.js": (
        *SHARED,
        "kreiskarte/amounts.js",
        "kreiskarte/legend.js",
        "kreiskarte/over_years.js",
        "kreiskarte/paper.js",
        "kreiskarte/sentences.js",
        "kreiskarte/state.js",
        "kreiskarte/table.js",
        "heft/karte.js",
    ),
    "heft-ortsvergleich.js": (
        *SHARED,
        "shared/csv.js",
        "ortsvergleich/told.js",
        "ortsvergleich/sentences.js",
        "ortsvergleich/table.js",
        "ortsvergleich/ortsvergleich.js",
        "heft/ortsvergleich.js",
    ),
    "heft-vergleich.js": (
        *SHARED,
        "vergleich/relation.js",
        "vergleich/sentences.js",
        "vergleich/map.js",
        "vergleich/dots.js",
        "vergleich/table.js",
        "vergleich/vergleich.js",
        "heft/vergleich.js",
    ),
    "meldung.js": ("app/meldung.js",),
    "merken.js": ("shared/elements.js", COLLECTION, "mein/merken.js"),
    "mitnehmen.js": (PHRASES, "app/mitnehmen.js"),
    "ortswahl.js": (PHRASES, "small/ortswahl.js"),
    "reise.js": ("small/reise.js",),
    "suche.js": ("small/suche.js", "mein/merkzettel.js"),  # all pages have both: one is lighter
    "suchliste.js": (PHRASES, "shared/elements.js", "suche/hits.js", "suche/suchliste.js"),
    "suchseite.js": (
        PHRASES,
        "shared/elements.js",
        "suche/hits.js",
        "suche/choice.js",
        "suche/facets.js",
        "suche/suchseite.js",
    ),
    "tabelle.js": (PHRASES, "small/tabelle.js"),
    "trennung.js": ("small/trennung.js",),
}

# Scripts of their own, which are no assets: they stand at an address that never changes.
STANDING = ("app/farewell.js", "app/paket.js", "app/worker.js")
ALL_PARTS = frozenset((*STANDING, *(part for parts in PARTS.values() for part in parts)))


def join(name: str, read: Callable[[str], bytes]) -> bytes:
    """Return a script made of its parts, each under its name, so that a line is found again.

    >>> print(join("vergleich.js", lambda part: b"start();").decode()[:52])
    (() => {
    "use strict";
    // --- shared/elements.js
    start
    """
    parts = (b"// --- " + part.encode() + b"\n" + read(part) for part in PARTS[name])
    return b'(() => {\n"use strict";\n' + b"".join(parts) + b"})();\n"
