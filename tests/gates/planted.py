"""Faults planted into a sound site: each gate must find its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Plant = Callable[[Path, str], None]

START = "index.html"
FIGURE = "sozialbericht/leerstand/index.html"
ITEM = "handlungsempfehlungen/2021-01/index.html"
LISTING = "handlungsempfehlungen/index.html"
EXAMPLE = "handlungsempfehlungen/2022-01/index.html"
FORM = "kommunen/index.html"
DATA = "daten/index.html"
MAIN = '<main id="inhalt"'
END = "</main>"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its name, the gate that must find it, how it gets in, what is then said."""

    name: str
    gate: str
    put: Plant
    says: str

    def plant(self, site: Path, page: str = "") -> None:
        """Put the fault into a site; what may stand in any page, into the page that is named."""
        self.put(site, page or ITEM)


def _in_page(name: str, gate: str, path: str, old: str, new: str, says: str = "") -> Fault:
    """Return a fault that replaces the first place of a passage in a file."""
    return Fault(name, gate, lambda site, _: _replace(site / path, old, new), says or path)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _at_end(name: str, gate: str, html: str, says: str = "") -> Fault:
    """Return a fault that stands at the end of the content of any page."""

    def plant(site: Path, page: str) -> None:
        _replace(site / page, END, f"{html}\n{END}")

    return Fault(name, gate, plant, says or ITEM)


def _without(name: str, gate: str, lost: str, says: str) -> Fault:
    """Return a fault that takes a file away."""
    return Fault(name, gate, lambda site, _: (site / lost).unlink(), says)


def _lonely(site: Path, _: str) -> None:
    """Copy a page to where no link leads."""
    (site / "einsam").mkdir()
    (site / "einsam" / START).write_bytes((site / "impressum" / START).read_bytes())


def _no_pdf(site: Path, _: str) -> None:
    (site / "bericht.pdf").write_bytes(b"%PDF-1.7")


def _no_book(site: Path, _: str) -> None:
    (site / "bericht.epub").write_bytes(b"PK")


def _heavy(site: Path, page: str) -> None:
    """Make a page of text heavy with what packs badly."""
    noise = "".join(f"{number * 2654435761 % 4294967291:x} " for number in range(12_000))
    _replace(site / page, END, f"<p>{noise}</p>{END}")


def _in_styles(name: str, gate: str, css: str, says: str) -> Fault:
    """Return a fault in a style sheet that any page loads after all others."""

    def plant(site: Path, page: str) -> None:
        (site / "assets" / "gepflanzt.css").write_text(css, encoding="utf-8")
        sheet = f"{'../' * page.count('/')}assets/gepflanzt.css"
        _replace(site / page, "</head>", f'<link rel="stylesheet" href="{sheet}"></head>')

    return Fault(name, gate, plant, says)


# Seen in the files, without a browser.
IN_FILES = (
    _at_end("a link to a page that is not there", "links", '<a href="../2099-99/">Nirgends</a>'),
    _at_end("an anchor that is not there", "links", '<a href="#nirgends">Nirgends</a>'),
    _without("a page others link to is gone", "links", "impressum/index.html", "impressum/"),
    Fault("a book that is none", "epub", _no_book, "bericht.epub: readable"),
    Fault("a PDF that is none", "pdf", _no_pdf, "bericht.pdf: cannot be read"),
    Fault("a page nothing leads to", "orphans", _lonely, "einsam/index.html: no page names it"),
    _in_page(
        "a file of data that is not listed",
        "orphans",
        DATA,
        'href="verlauf.csv"',
        'href="beschluesse.csv"',
        "daten/verlauf.csv: no page names it",
    ),
    _in_page(
        "a card that is not there",
        "orphans",
        DATA,
        '/teilen.png"',
        '/karte-teilen.png"',
        "daten/index.html: its card karte-teilen.png is not there",
    ),
    _at_end("a picture from elsewhere", "loads", '<img src="https://a.example/a.png" alt="Bild">'),
    _in_page(
        "a script from elsewhere",
        "loads",
        ITEM,
        "</head>",
        '<script src="//cdn.example/a.js" defer></script></head>',
    ),
    _in_styles(
        "a font from elsewhere",
        "loads",
        "@font-face{src:url(https://a.example/a.woff2)}",
        "gepflanzt.css",
    ),
    _at_end("an inline style", "inline", '<p style="color: red">Rot.</p>'),
    _at_end("a handler", "inline", '<p onclick="alert(1)">Drücken.</p>'),
    _at_end("an inline script", "inline", "<script>alert(1)</script>"),
    _at_end("a style element", "inline", "<style>p { color: red }</style>"),
    _at_end("a javascript: address", "inline", '<a href="javascript:void(0)">Öffnen</a>'),
    _at_end("a second h1", "headings", "<h1>Noch einmal</h1>"),
    _at_end("a level skipped", "headings", "<h2>Zwei</h2><h4>Vier</h4>"),
    _at_end("an empty heading", "headings", "<h2></h2>"),
    _in_page("no language", "language", ITEM, '<html lang="de">', "<html>"),
    _in_page("a page said to be English", "language", ITEM, 'lang="de"', 'lang="en"'),
    _at_end("a name in English", "language", '<nav aria-label="Main menu"></nav>'),
    _at_end("a picture without alt", "pictures", '<img src="../../assets/x.svg">'),
    _at_end("a file name as alt", "pictures", '<img src="karte.svg" alt="karte.svg">'),
    _in_page(
        "a map without a name",
        "pictures",
        FIGURE,
        'aria-labelledby="karte-titel karte-text"',
        'aria-label="."',
    ),
    _in_page("a named drawing without role", "pictures", FIGURE, 'role="img" aria-l', "aria-l"),
    _at_end("a field without label", "forms", '<input type="text" name="q">'),
    _at_end("a button without a name", "forms", '<button type="button"></button>'),
    _at_end("a choice without label", "forms", "<select><option>eins</option></select>"),
    _at_end("an id twice", "ids", '<p id="inhalt">Zweimal.</p>'),
    _at_end("a description that is not there", "ids", '<p aria-describedby="nirgends">Text.</p>'),
    _at_end("a table without caption", "tables", '<table><tr><th scope="col">A</th></tr></table>'),
    _at_end(
        "a head without scope",
        "tables",
        "<table><caption>Zahlen</caption><tr><th>A</th></tr></table>",
    ),
    _at_end(
        "a table without heads",
        "tables",
        "<table><caption>Zahlen</caption><tr><td>A</td></tr></table>",
    ),
    _at_end("a nav without a name", "landmarks", "<nav></nav>"),
    _at_end("two navs of one name", "landmarks", '<nav aria-label="Hauptmenü"></nav>'),
    _in_page("no main", "landmarks", ITEM, MAIN, '<div id="inhalt"'),
    _in_page(
        "a title that says nothing", "titles", ITEM, "<title>", "<title>Neue Seite</title><title>"
    ),
    _in_page(
        "a title that two pages share",
        "titles",
        ITEM,
        "<title>Leer stehende Wohnungen erfassen",
        "<title>Wohnungen tauschen",
    ),
    _in_page("no description", "titles", ITEM, '<meta name="description"', '<meta name="keywords"'),
    _in_page("no policy", "policy", ITEM, "Content-Security-Policy", "X-Nothing"),
    _in_page("a loose policy", "policy", ITEM, "style-src 'self'", "style-src 'unsafe-inline'"),
    _in_page("a policy that lets others in", "policy", ITEM, "img-src 'self'", "img-src *"),
    _in_page(
        "a policy after what it is for",
        "policy",
        ITEM,
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><script src="../../assets/x.js"></script>',
    ),
    _in_page("an example to be found", "examples", EXAMPLE, 'content="noindex"', 'content="all"'),
    _in_page("an example that does not say so", "examples", EXAMPLE, "hinweis beispiel", "meta"),
    _in_page(
        "an example among what is real",
        "examples",
        LISTING,
        '<details class="beispiele">\n<summary>Ein ',
        "<details>\n<summary>Ein ",
    ),
    _in_page("a page that hides that it shows one", "examples", LISTING, "auch-beispiele", "x"),
    _in_page(
        "an example in the site map",
        "examples",
        "sitemap.xml",
        "</urlset>",
        "<url><loc>https://muster.example/handlungsempfehlungen/2022-01/</loc></url></urlset>",
        EXAMPLE,
    ),
    _at_end("a passage still to be written", "unfinished", "<p>Hier folgt Text, TODO.</p>"),
    _at_end("a template that was not filled", "unfinished", "<p>{{ page.title }}</p>"),
    _at_end("a link that was not resolved", "unfinished", "<p>Siehe [[wohnen]].</p>"),
    _at_end("a value that is none", "unfinished", "<td>None</td>"),
    _at_end("a path of the machine", "machine_paths", "<p>Aus /home/anna/bericht/x.csv.</p>"),
    _at_end("an address of the machine", "machine_paths", "<p>http://localhost:8000/</p>"),
    _at_end("somebody's mail address", "foreign_mail", "<p>anna.muster@web.example</p>"),
    _at_end("a link called „hier“", "linktexts", '<p>Mehr <a href="../">hier</a>.</p>'),
    _at_end(
        "a link called by its address", "linktexts", '<a href="../">https://muster.example</a>'
    ),
    _at_end("a link without words", "linktexts", '<a href="../"></a>'),
    _at_end(
        "one name for two goals",
        "linktexts",
        '<ul><li><a href="../">Liste</a></li><li><a href="../../">Liste</a></li></ul>',
    ),
    _at_end("an order of its own for Tab", "order", '<a href="../" tabindex="3">Liste</a>'),
    _in_page("the foot before the content", "order", ITEM, "<main", "<footer></footer><main"),
    _in_page(
        "text before the h1", "order", ITEM, 'class="kopf">', f'class="kopf"><p>{"Wort " * 20}</p>'
    ),
    _in_page("no skip link", "order", ITEM, '<a class="sprung" href="#inhalt">', '<a href="../">'),
    _at_end("a point for a comma", "numbers", "<p>Es sind 3.5\u202f%.</p>"),
    _at_end("a unit that may be torn off", "numbers", "<p>Es sind 3,5 %.</p>"),
    _at_end("a hyphen for a minus", "numbers", "<p>Das sind -0,3\u202f% im Jahr.</p>"),
    _at_end("a sentence twice", "repeats", f"<p>{'Das gilt seit 2021. ' * 3}</p>" * 2),
    _in_page(
        "figures without their level",
        "levels",
        "sozialbericht/leerstand/karte.csv",
        "ebene;raum_schluessel;",
        "raum_schluessel;",
    ),
    Fault("a page of text too heavy", "weight", _heavy, ITEM),
    _in_page("a feed without a day", "follow", "aktuelles/feed.xml", "<updated>2", "<updated>x"),
    _in_page(
        "a step twice",
        "follow",
        "handlungsempfehlungen/feed.xml",
        "2021-01/kreistag</id>",
        "2021-01/eingeschaetzt</id>",
        "2 times",
    ),
    _in_page("a meeting that never ends", "follow", "termine/termine.ics", "20210508", "20210507"),
    _in_page(
        "a day that is none in the site map", "feeds", "sitemap.xml", "<lastmod>2", "<lastmod>x"
    ),
    _without("no site map", "feeds", "sitemap.xml", "sitemap.xml: missing"),
    _in_page("a feed cut off", "feeds", "aktuelles/feed.xml", "</feed>", ""),
    _in_page(
        "an address that is another page's",
        "feeds",
        ITEM,
        '2021-01/">\n<link rel="icon',
        '2021-02/">\n<link rel="icon',
    ),
    _in_page(
        "a page missing in the site map", "feeds", "sitemap.xml", "/glossar/", "/glossar-alt/"
    ),
    _in_page(
        "pale letters in a chart",
        "drawn",
        "sozialbericht/leerstand/verlauf.svg",
        'fill="#56646a"',
        'fill="#a2b0b3"',
    ),
    _in_page(
        "no word of what this site is",
        "notice",
        ITEM,
        "Dies ist ein erdachter Kreis",
        "Dies ist ein Kreis",
    ),
)

# Seen only in a browser.
IN_BROWSER = (
    _in_styles("letters too pale", "axe", "main p { color: #aaa }", "color-contrast"),
    _in_styles(
        "a target too small",
        "axe",
        ".menue :is(ul, li, a) { display: block; font-size: 8px; line-height: 9px; padding: 0 }",
        "target-size",
    ),
    _at_end("a role that is none", "axe", '<p role="knopf">Text.</p>', "aria-roles"),
    _at_end("a list of what are no entries", "axe", "<ul><p>Text.</p></ul>", "list"),
    _at_end("a script refused", "noise", "<script>window.x = 1</script>", "script-src"),
    _at_end(
        "a picture refused",
        "noise",
        '<img src="https://a.example/a.png" alt="Bild">',
        "img-src",
    ),
    _at_end("a style refused", "noise", '<p style="color: red">Rot.</p>', "style-src"),
    _at_end("a script that is not there", "noise", '<script src="weg.js"></script>', "404"),
    _in_styles("a box wider than a phone", "reflow", "h1 { width: 30rem }", "too wide: <h1"),
    _in_styles("a line that does not break", "reflow", "h1 { white-space: nowrap }", "too wide"),
    _in_styles(
        "letters cut off when large",
        "large_text",
        "h1 { height: 70px; overflow: hidden }",
        "cut off in <h1",
    ),
    _in_styles("a box that bursts", "large_text", "main { min-width: 45rem }", "too wide: <main"),
    _in_styles(
        "letters lost in forced colours",
        "forced_colours",
        "main p { forced-color-adjust: none; color: #000 !important; background: #000 }",
        "cannot be read",
    ),
    _in_styles(
        "what moves on and on",
        "motion",
        "@keyframes x { to { opacity: 0 } } h1 { animation: x 1s infinite !important }",
        "moves: x",
    ),
    _in_styles(
        "scrolling that glides",
        "motion",
        "html { scroll-behavior: smooth !important }",
        "would move: <html",
    ),
    _in_styles(
        "a menu on paper",
        "printed",
        "@media print { .menue { display: block !important } }",
        ".menue is",
    ),
    _in_styles(
        "pale letters on paper", "printed", "@media print { main p { color: #ccc } }", "pale on"
    ),
    _in_styles(
        "a box wider than paper", "printed", "@media print { h1 { width: 60rem } }", "too wide"
    ),
    _at_end(
        "a table wider than paper",
        "printed",
        f"<table><tbody><tr>{'<td>100.000</td>' * 30}</tr></tbody></table>",
        "too wide: <table",
    ),
    _in_styles("focus unseen", "focus", ":focus-visible { outline: 0 !important }", "not seen"),
    _in_styles("focus too thin", "focus", "a:focus-visible { outline-width: 1px }", "too thin"),
    _at_end("a link without focus", "focus", '<a href="../" inert>Liste</a>', "takes no focus"),
    _in_styles("an accent too pale", "theme", ":root { --akzent: #7fb2c0 }", "akzent on papier"),
    _in_styles("letters on tone too pale", "theme", ":root { --leise: #848f94 }", "leise on ton"),
    _in_styles("two classes alike", "theme", ":root { --k1: var(--k0) }", "k0 and k1"),
    _in_styles("two poles alike", "theme", ":root { --d3: var(--d2) }", "d2 and d3"),
    _in_styles(
        "a border too pale", "theme", ":root { --linie-stark: #c0c4c6 }", "linie-stark on papier"
    ),
)
