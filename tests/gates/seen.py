"""Gates over a page in a real browser: what axe, the console, a narrow screen, large text show."""

from collections.abc import Iterator

from playwright.sync_api import Page
from support import REPOSITORY

AXE = (REPOSITORY / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
# All rules, but without fetching the styles again, which no rule that runs by default reads.
AXE_OPTIONS = """{resultTypes: ['violations'], preload: {assets: ['media']},
  rules: {'target-size': {enabled: true}}}"""
# Listens before any script of the page runs; the page's own policy is left as it is.
LISTEN = """window.verstoesse = [];
addEventListener('securitypolicyviolation', (event) => {
  window.verstoesse.push(`${event.effectiveDirective} refuses ${event.blockedURI || 'inline'}`);
});"""
# The rules that look at colours, which are all that another theme changes.
COLOURS_ALONE = """{resultTypes: ['violations'], preload: {assets: ['media']},
  runOnly: ['color-contrast', 'link-in-text-block']}"""
# What sticks out, outermost first; what scrolls by itself is allowed to.
STICKING_OUT = """() => {
  const root = document.documentElement, wide = root.clientWidth;
  if (root.scrollWidth <= wide) return [];
  const scrolls = (one) => one && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX)
    || scrolls(one.parentElement));
  const found = [...document.body.querySelectorAll('*')].filter((one) =>
    one.getBoundingClientRect().right > wide + 1 && !scrolls(one.parentElement));
  const names = found.map((one) => `<${one.localName} class="${one.getAttribute('class') || ''}">`);
  return [`${root.scrollWidth - wide} px too wide: ${[...new Set(names)].slice(0, 3).join(' ')}`];
}"""
CLIPPED = """() => [...document.body.querySelectorAll('*')].filter((one) => {
  if (!one.checkVisibility() || !one.textContent.trim()
    || one.closest('svg, .leaflet-container, .nur-vorgelesen')) return false;
  const style = getComputedStyle(one);
  if (style.position === 'absolute' && one.clientWidth <= 1) return false;
  const x = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
  const y = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
  return (x || y) && one.localName !== 'select' && one.localName !== 'input';
}).map((one) => `cut off in <${one.localName} class="${one.getAttribute('class') || ''}">`)"""
MOVING = """() => [
  ...document.getAnimations().map((one) => `moves: ${one.animationName || one.transitionProperty}`),
  ...[...document.querySelectorAll('*')].filter((one) => {
    const style = getComputedStyle(one);
    if (!style.animationName) return false; // a source of a film has no look at all
    return style.scrollBehavior === 'smooth' || /[1-9]/.test(style.transitionDuration)
      && style.transitionProperty !== 'none' || style.animationName !== 'none';
  }).map((one) => `would move: <${one.localName} class="${one.getAttribute('class') || ''}">`),
]"""
PRINTED = """() => {
  const shown = (one) => one && one.checkVisibility({visibilityProperty: true});
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const sum = (colour) => light(colour).reduce((a, b) => a + b, 0);
  const found = [];
  if (!shown(document.querySelector('h1'))) found.push('the h1 is not printed');
  for (const name of ['.menue', '.krumen', '.sprung', 'main form', 'main :is(p, div) > button'])
    if ([...document.querySelectorAll(name)].some(shown)) found.push(`${name} is printed`);
  if (!/^rgba.*, 0\\)$/.test(getComputedStyle(document.body).backgroundColor)
    && sum(getComputedStyle(document.body).backgroundColor) < 700) found.push('paper is not white');
  for (const one of document.querySelectorAll('main p, main h2, main td'))
    if (shown(one) && sum(getComputedStyle(one).color) > 420)
      found.push(`pale on paper: „${one.textContent.trim().slice(0, 40)}“`);
  return [...new Set(found)].slice(0, 5);
}"""
# Compared without and with focus: something must be drawn anew, and be seen.
UNFOCUSED = """() => {
  const look = (one) => { const s = getComputedStyle(one);
    const outline = s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor;
    return [outline, s.boxShadow, s.backgroundColor, s.borderColor, s.fill, s.stroke,
      s.textDecorationLine].join('|'); };
  const found = [];
  for (const one of document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, div[tabindex="0"]')) {
    if (!one.checkVisibility({visibilityProperty: true}) || one.disabled
        || one.getAttribute('tabindex') === '-1') continue;
    const inner = one.querySelector('path') || one;
    one.blur(); const before = look(one) + look(inner);
    one.focus(); const after = look(one) + look(inner), style = getComputedStyle(one);
    if (document.activeElement !== one) found.push(`takes no focus: ${one.outerHTML.slice(0, 70)}`);
    else if (before === after) found.push(`focus is not seen: ${one.outerHTML.slice(0, 70)}`);
    else if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) < 2)
      found.push(`focus is too thin: ${one.outerHTML.slice(0, 70)}`);
  }
  return found.slice(0, 5);
}"""
WITHOUT_INK = """() => [...document.querySelectorAll(
  'main p, main li, main td, main th, main a, button')].filter((one) => {
    if (!one.checkVisibility() || !one.textContent.trim()) return false;
    let ground = one;
    while (ground && /^rgba.*, 0\\)$/.test(getComputedStyle(ground).backgroundColor))
      ground = ground.parentElement;
    const paper = ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)';
    return getComputedStyle(one).color === paper;
  }).map((one) => `cannot be read in forced colours: „${one.textContent.trim().slice(0, 40)}“`)"""


def axe(page: Page, options: str = AXE_OPTIONS) -> list[str]:
    """Return what axe finds, each with its first culprit."""
    if not page.evaluate("Boolean(window.axe?.run)"):
        # Evaluated over the debugger, so that the page's own policy need not be loosened.
        page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {options})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]


def listen(page: Page) -> None:
    """Note all that pages opened from now on say, ask for and are refused."""
    page.said = []  # type: ignore[attr-defined]
    page.asked = []  # type: ignore[attr-defined]
    page.add_init_script(LISTEN)
    page.on("console", lambda message: page.said.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.said.append(str(error)))  # type: ignore[attr-defined]
    page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]


def noise(page: Page) -> Iterator[str]:
    """Yield what the page said, whom it asked and what its policy refused since it was opened."""
    host = page.evaluate("location.origin")
    yield from (f"says: {one}" for one in page.said)  # type: ignore[attr-defined]
    yield from page.evaluate("window.verstoesse")
    for one in page.asked:  # type: ignore[attr-defined]
        if not one.startswith((f"{host}/", "data:")):
            yield f"asks {one}"
    page.said.clear()  # type: ignore[attr-defined]
    page.asked.clear()  # type: ignore[attr-defined]


def overflow(page: Page) -> list[str]:
    """Return what is wider than the screen."""
    return list(page.evaluate(STICKING_OUT))


def reflow(page: Page) -> list[str]:
    """Return what is wider than a screen of 320 px."""
    page.set_viewport_size({"width": 320, "height": 900})
    return overflow(page)


def large_text(page: Page) -> list[str]:
    """Return what sticks out or is cut off in letters of double size."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = overflow(page) + list(page.evaluate(CLIPPED))
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def forced_colours(page: Page) -> list[str]:
    """Return what cannot be read in the reader's own colours."""
    page.emulate_media(forced_colors="active")
    found = list(page.evaluate(WITHOUT_INK))
    page.emulate_media(forced_colors="none")
    return found


def motion(page: Page) -> list[str]:
    """Return what moves though the reader asked for calm."""
    page.emulate_media(reduced_motion="reduce")
    return list(page.evaluate(MOVING))


def printed(page: Page) -> list[str]:
    """Return what is wrong with the page on paper."""
    page.emulate_media(media="print")
    # A4 within its margins. What is wider makes browsers print the whole page smaller.
    page.set_viewport_size({"width": 642, "height": 1000})
    found = list(page.evaluate(PRINTED)) + overflow(page)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def focus(page: Page) -> list[str]:
    """Return what takes no focus, or does not show it to who uses the keyboard."""
    page.keyboard.press("Tab")
    return list(page.evaluate(UNFOCUSED))
