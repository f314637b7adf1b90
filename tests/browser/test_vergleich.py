"""Two figures against each other: any two, by mouse, touch and keyboard, and as a shared link."""

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from gates.seen import axe
from looking import opened, whereabouts
from playwright.sync_api import Browser, Locator, Page, Route

from fokusbericht.model.report import Report
from fokusbericht.statistics.pairs import Pair, pairs_of
from fokusbericht.statistics.relate import bivariate
from fokusbericht.words.pairs import answer, caveats

URL = "/sozialbericht/vergleich/"
PAIR = f"{URL}eigentuemerquote-und-nettokaltmiete/"
LINK = f"{URL}?x=eigentuemerquote&y=nettokaltmiete&raum=99001006"
FIKTUM, SUEDERENTWURF = "99001014", "99001011"
AT_MOST = 120_000  # bytes over the wire, with all data


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the comparison with Norderbeispiel chosen; afterwards nothing may have been said."""
    found = opened(browser, address + LINK, 1280, "light")
    found.wait_for_selector("#vergleich:not([hidden])")
    yield found
    assert found.said == []  # type: ignore[attr-defined]
    found.context.close()


def answered(page: Page) -> str:
    return page.locator(".vergleich-antwort").inner_text()


def chosen(page: Page) -> tuple[str, str, str, int]:
    """Return what is marked in list, plot and table, and how many outlines the map has."""
    return (
        page.locator("#vergleich-ort option:checked").inner_text(),
        page.locator("[role=option][aria-selected=true]").get_attribute("aria-label") or "",
        page.locator("#vergleich tr.gewaehlt th").text_content() or "",
        page.locator(".vergleich-karte .gewaehlt").count(),
    )


def middle(one: Locator) -> tuple[float, float]:
    """Return where the middle of an element is on the screen."""
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_shared_link_shows_the_same(page: Page) -> None:
    assert page.locator("#vergleich-x").input_value() == "eigentuemerquote"
    assert page.locator("#vergleich-y").input_value() == "nettokaltmiete"
    name, option, row, outlines = chosen(page)
    assert (name, row, outlines) == ("Norderbeispiel", "Norderbeispiel", 1)
    assert option.startswith("Norderbeispiel: Eigentümerquote 40,6\u202f% (unteres Drittel)")
    assert page.locator(".vergleich-auskunft").inner_text().startswith("Norderbeispiel: ")


def test_the_script_says_what_the_pages_say(page: Page, muster_report: Report) -> None:
    pairs = pairs_of(muster_report)
    assert len(pairs) == len(muster_report.kreis.vergleiche) >= 10
    for pair in pairs:
        x, y = pair.x.indikator, pair.y.indikator
        page.select_option("#vergleich-x", "leerstandsquote")  # so that no choice is a swap
        page.select_option("#vergleich-y", "wohnungen")
        page.select_option("#vergleich-x", x.key.name)
        page.select_option("#vergleich-y", y.key.name)
        names = [muster_report.geografie.kommunen[ags].name for ags in pair.areas]
        assert answered(page) == answer(x.titel, y.titel, pair.relation)
        said = page.locator("#vergleich .vorbehalte li").all_inner_texts()
        assert said == list(caveats(pair, names))
        assert drawn_classes(page) == expected_classes(pair)


def drawn_classes(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[role=option]')].map((one) =>"
        "[one.id.slice(-8), one.firstChild.getAttribute('class')]))"
    )
    return found


def expected_classes(pair: Pair) -> dict[str, str]:
    classes = bivariate(pair.xs, pair.ys)
    return {ags: f"b{x}{y}" for ags, (x, y) in zip(pair.areas, classes, strict=True)}


def test_a_page_of_a_pair_says_what_the_overview_says(
    page: Page, address: str, muster_report: Report
) -> None:
    for pair in pairs_of(muster_report)[:4]:
        x, y = pair.x.indikator, pair.y.indikator
        page.goto(f"{address}{URL}{x.key.name}-und-{y.key.name}/")
        assert page.locator("h1").inner_text() == pair.vergleich.frage
        assert page.locator(".vorspann").inner_text() == answer(x.titel, y.titel, pair.relation)


def test_by_mouse_a_dot_marks_its_place_and_the_map_marks_its_dot(page: Page) -> None:
    page.mouse.click(*middle(page.locator(f"#vergleich-punkt-{SUEDERENTWURF} circle")))
    assert chosen(page)[0] == "Süderentwurf"
    assert f"raum={SUEDERENTWURF}" in whereabouts(page)
    vorlagen = page.locator(".vergleich-karte path[data-number]").filter(has_text="Vorlagen:")
    page.mouse.move(*middle(vorlagen))
    assert page.locator(".vergleich-auskunft").inner_text().startswith("Vorlagen: ")
    assert page.locator(".vergleich-karte .gewaehlt").count() == 2
    assert chosen(page)[0] == "Süderentwurf"
    page.mouse.click(*middle(vorlagen))
    assert chosen(page)[0] == "Vorlagen"


def test_pointing_at_a_dot_shows_its_name(page: Page) -> None:
    names = page.locator(".schild")
    before = names.all_text_contents()
    unnamed = page.locator("[role=option]").evaluate_all(
        "(all, named) => all.map((one) => [one.id, one.getAttribute('aria-label').split(':')[0]])"
        ".find(([, name]) => !named.includes(name))",
        before,
    )
    page.mouse.move(*middle(page.locator(f"#{unnamed[0]} circle")))
    after = names.all_text_contents()
    shown = set(after) - set(before)
    assert len(shown) == 1 and len(set(before) - set(after)) <= 3
    assert page.locator(".vergleich-auskunft").inner_text().startswith(f"{shown.pop()}: ")
    assert chosen(page)[0] == "Norderbeispiel"


def test_near_a_dot_is_near_enough(page: Page) -> None:
    x, y = middle(page.locator(f"#vergleich-punkt-{FIKTUM} circle"))
    page.mouse.click(x - 11, y + 11)  # the corner of a target of 24 px
    assert chosen(page)[0] == "Fiktum"


def test_a_click_beside_all_dots_marks_nothing(page: Page) -> None:
    page.locator(".vergleich-punkte svg").scroll_into_view_if_needed()
    box = page.locator(".vergleich-punkte svg").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.15)
    assert page.locator("#vergleich-ort").input_value() == ""
    assert "raum=" not in whereabouts(page)


def test_by_keyboard_arrows_go_from_dot_to_dot(page: Page, muster_report: Report) -> None:
    pair = next(one for one in pairs_of(muster_report) if one.y.indikator.key.name in LINK)
    names = [muster_report.geografie.kommunen[ags].name for ags in pair.areas]
    sideways = [name for _, _, name in sorted(zip(pair.xs, pair.ys, names, strict=True))]
    upwards = [name for _, _, name in sorted(zip(pair.ys, pair.xs, names, strict=True))]
    page.locator("#vergleich-ort").focus()
    page.keyboard.press("Tab")
    plot = page.locator(".vergleich-punkte svg")
    assert plot.evaluate("one => one === document.activeElement")
    page.keyboard.press("Home")
    first = page.locator("#vergleich-ort option:checked").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator("#vergleich-ort option:checked").inner_text()
    assert [first, second] == sideways[:2]
    active = plot.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    third = upwards[upwards.index(second) + 1]
    assert page.locator("#vergleich [role=status]").inner_text().startswith(f"{third}: ")
    assert plot.evaluate("one => one === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator("#vergleich-ort").input_value() == ""


def test_back_returns_to_the_pair_before(page: Page) -> None:
    before = answered(page)
    page.select_option("#vergleich-y", "haushaltsgroesse")
    assert "y=haushaltsgroesse" in whereabouts(page) and answered(page) != before
    page.click("#vergleich-tausch")
    assert "x=haushaltsgroesse&y=eigentuemerquote" in whereabouts(page)
    page.go_back()
    assert "y=haushaltsgroesse" in whereabouts(page)
    page.go_back()
    assert "y=nettokaltmiete" in whereabouts(page) and answered(page) == before
    assert page.locator("#vergleich-y").input_value() == "nettokaltmiete"


def test_the_same_figure_twice_turns_the_pair_round(page: Page) -> None:
    page.select_option("#vergleich-x", "nettokaltmiete")
    assert page.locator("#vergleich-x").input_value() == "nettokaltmiete"
    assert page.locator("#vergleich-y").input_value() == "eigentuemerquote"


def test_rooms_are_few_and_that_is_said(page: Page) -> None:
    page.select_option("#vergleich-y", "haushaltsgroesse")
    page.check("input[name=ebene][value=raeume]")
    assert "ebene=raeume" in whereabouts(page)
    assert page.locator("[role=option]").count() == 4
    assert answered(page) == (
        "Aus vier Werten lässt sich kein Zusammenhang ablesen: Mindestens zehn müssten es sein."
    )


def test_any_two_figures_can_be_compared(page: Page) -> None:
    figures = page.locator("#vergleich-x option").evaluate_all("all => all.map((one) => one.value)")
    url = next(one for one in page.asked if "/kreisdaten." in one)  # type: ignore[attr-defined]
    data = page.request.get(url).json()["kennzahlen"]
    assert sorted(figures) == sorted(one["id"] for one in data if "kommunen" in one["werte"])
    for x, y in pairwise(figures):
        for level in ("kommunen", "raeume"):
            page.evaluate(
                "([x, y, level]) => { history.pushState(null, '', `?x=${x}&y=${y}&ebene=${level}`);"
                "dispatchEvent(new PopStateEvent('popstate')); }",
                [x, y, level],
            )
            assert not re.search(r"undefined|NaN|null", page.locator("#vergleich").inner_text())


def test_no_name_lies_on_another_or_outside(page: Page) -> None:
    for width in (1280, 768, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(120)
        for y in ("haushaltsgroesse", "leerstandsquote", "abfahrten-am-werktag"):
            page.select_option("#vergleich-y", y)
            boxes = page.locator(".schild").evaluate_all(
                "all => all.map((one) => { const box = one.getBoundingClientRect();"
                "return [box.left, box.top, box.right, box.bottom]; })"
            )
            assert len(boxes) > 2
            for number, one in enumerate(boxes):
                assert one[0] >= 0 and one[2] <= width
                for other in boxes[number + 1 :]:
                    apart = one[2] <= other[0] or other[2] <= one[0]
                    # Boxes of text are higher than its letters.
                    assert apart or one[3] <= other[1] + 3 or other[3] <= one[1] + 3


def test_the_table_follows_and_can_be_sorted(page: Page) -> None:
    page.locator("#vergleich summary").click()
    page.get_by_role("button", name="Eigentümerquote, %").click()
    rows = page.locator(".vergleich-tabelle tbody tr")
    assert rows.count() == 14
    assert (rows.first.locator("td").first.inner_text()) == "80,2"
    head = page.locator(".vergleich-tabelle th").nth(1)
    assert head.get_attribute("aria-sort") == "descending"
    with page.expect_navigation():
        rows.first.locator("a").click()
    assert "/kommunen/lueckenbuell/" in whereabouts(page)


@pytest.mark.parametrize(
    ("link", "width", "scheme"),
    [
        (LINK, 1280, "light"),
        (f"{URL}?x=verkehrsflaeche&y=frauenanteil-raete&ebene=raeume", 360, "dark"),
        (f"{URL}?x=gibt-es-nicht&y=auch-nicht&raum=99999999", 360, "light"),
        (PAIR, 360, "dark"),
        (PAIR, 1280, "light"),
    ],
)
def test_axe_is_content(browser: Browser, address: str, link: str, width: int, scheme: str) -> None:
    page = opened(browser, address + link, width, scheme)
    page.wait_for_timeout(400)
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    said = page.said  # type: ignore[attr-defined]
    assert (said, overflow, axe(page)) == ([], 0, [])
    page.context.close()


def without_two(route: Route) -> None:
    """Answer with the figures, but for a secret one of Musterstadt and one that is missing."""
    data = route.fetch().json()
    figure = next(one for one in data["kennzahlen"] if one["id"] == "eigentuemerquote")
    years = len(figure["jahre"])
    figure["werte"]["kommunen"][years - 1] = "x"
    figure["werte"]["kommunen"][2 * years - 1] = "."
    route.fulfill(json=data)


def test_what_is_missing_is_hatched_and_left_out(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.route("**/kreisdaten.*.json", without_two)
    page.goto(f"{address}{URL}?x=eigentuemerquote&y=haushaltsgroesse&raum=99001001")
    page.wait_for_selector("#vergleich:not([hidden])")
    assert page.locator("[role=option]").count() == 12
    for kind, words in (("geheim", "geheim gehalten"), ("fehlt", "keine Angabe")):
        area = page.locator(f".vergleich-karte path.{kind}")
        assert area.get_attribute("fill") == f"url(#vergleich-{kind})"
        assert words in (area.text_content() or "")
        assert words in page.locator("#vergleich .quadrat").inner_text()
    told = page.locator(".vergleich-auskunft").inner_text()
    assert told.startswith("Musterstadt: Eigentümerquote geheim gehalten, Haushaltsgröße ")
    assert page.locator(".vergleich-karte .gewaehlt").count() == 1
    page.locator("#vergleich summary").click()
    row = page.locator(".vergleich-tabelle tr", has_text="Musterstadt")
    assert "geheim gehalten" in row.inner_text()
    why = page.locator(".vergleich-geheim")
    assert why.inner_text().startswith("Geheim gehalten heißt: Hier geht es um so wenige Menschen")
    page.locator("#vergleich-x").select_option("nettokaltmiete")
    assert why.is_hidden()
    page.close()


def test_by_touch_a_tap_chooses(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + LINK)
    page.wait_for_selector("#vergleich:not([hidden])")
    page.touchscreen.tap(*middle(page.locator(f"#vergleich-punkt-{SUEDERENTWURF} circle")))
    assert chosen(page)[0] == "Süderentwurf"
    blankoau = page.locator(".vergleich-karte path[data-number]").filter(has_text="Blankoau:")
    page.touchscreen.tap(*middle(blankoau))
    assert chosen(page)[0] == "Blankoau"
    assert chosen(page)[3] == 1
    context.close()


def test_on_phones_what_a_tap_chose_is_in_sight(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address + LINK)
    page.wait_for_selector("#vergleich:not([hidden])")
    told = page.locator(".vergleich-auskunft")
    for target in (
        page.locator(f"#vergleich-punkt-{SUEDERENTWURF} circle"),
        page.locator(".vergleich-karte path[data-number]").filter(has_text="Blankoau:"),
    ):
        page.touchscreen.tap(*middle(target))
        box = told.bounding_box() or {}
        assert box["y"] >= 0 and box["y"] + box["height"] <= 741
    assert told.inner_text().startswith("Blankoau: ")
    context.close()


def test_paper_holds_the_pair_that_was_chosen(page: Page) -> None:
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert len(sheets) <= 2
    page.emulate_media(media="print")
    for shown in ("#vergleich-beide", ".vergleich-antwort", ".vergleich-punkte svg"):
        assert page.locator(shown).is_visible(), shown
    assert page.locator(".vergleich-karte svg").is_visible()
    for gone in (".vergleich-wahl", "#fragen", "#vergleich details"):
        assert page.locator(gone).is_hidden(), gone


def test_paper_holds_the_questions_where_nothing_was_chosen(browser: Browser, address: str) -> None:
    page = opened(browser, address + URL, 1280, "light")
    page.wait_for_selector("#vergleich:not([hidden])")
    page.emulate_media(media="print")
    assert page.locator("#fragen").is_visible() and page.locator("#vergleich").is_hidden()
    page.context.close()


def test_without_javascript_the_questions_are_there(browser: Browser, address: str) -> None:
    page = opened(browser, address + URL, 360, "light", script=False)
    assert page.locator("#vergleich").is_hidden()
    with page.expect_navigation():
        page.get_by_role("link", name="Ist Miete teurer, wo wenige im Eigentum wohnen?").click()
    assert whereabouts(page).endswith(PAIR)
    assert page.locator("svg.karte .b20").count() > 0
    assert page.locator("main table").count() == 2
    page.context.close()


def test_the_page_is_light(browser: Browser, address: str, muster_site: Path) -> None:
    page = opened(browser, address + LINK, 1280, "light")
    page.wait_for_selector("#vergleich:not([hidden])")
    asked = {url.split("?")[0].removeprefix(address) for url in page.asked}  # type: ignore[attr-defined]
    files = [
        muster_site / (f"{one[1:]}index.html" if one.endswith("/") else one[1:]) for one in asked
    ]
    size = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    assert len(files) >= 7 and size <= AT_MOST
    page.context.close()
