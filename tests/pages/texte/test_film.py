"""A page may have a film: its files lie beside it, with captions and what is said in words."""

from pathlib import Path

from media.filming import SECRET, UDTA, film
from support import loaded, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.site import plan_site

PAGE = "content/seiten/verfahren.md"
OWN = """film:
  film: schritte.mp4
  untertitel: schritte.vtt
  abschrift: |
    Erst der Vorschlag.
    Dann der Beschluss.
"""
ELSEWHERE = "film: {adresse: https://video.example/1}\n"
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nErst der Vorschlag.\n"
FOLDER = "grundlagen/verfahren"


def planned(folder: Path, head: str, data: bytes = b"") -> dict[str, Output]:
    """Return the files of the small county with a film on a page."""
    files = replaced(PAGE, "bereich:", f"{head}bereich:")
    root = small_county(
        folder, {**files, "content/medien/schritte.vtt": CAPTIONS} if data else files
    )
    if data:
        (root / "content/medien/schritte.mp4").write_bytes(data)
    report, problems = loaded(root)
    outputs, told = plan_site(report)
    assert [str(one) for one in (*problems, *told)] == []
    return {one.path: one for one in outputs}


def test_its_files_lie_beside_the_page(tmp_path: Path) -> None:
    data = film(UDTA)
    outputs = planned(tmp_path, OWN, data)
    html = outputs[f"{FOLDER}/index.html"].make().decode()
    assert '<video controls preload="none" aria-label="Das Verfahren">' in html
    assert '<source src="schritte.mp4" type="video/mp4">' in html
    assert '<track kind="captions" src="schritte.vtt" srclang="de"' in html
    assert '<a href="schritte.mp4" download>' in html
    made = outputs[f"{FOLDER}/schritte.mp4"].make()
    assert len(made) == len(data) and SECRET in data and SECRET not in made
    assert outputs[f"{FOLDER}/schritte.vtt"].make() == (
        b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nErst der Vorschlag.\n"
    )


def test_what_it_says_can_be_read(tmp_path: Path) -> None:
    html = planned(tmp_path, OWN, film())[f"{FOLDER}/index.html"].make().decode()
    assert "<p>Erst der Vorschlag.<br>\nDann der Beschluss.</p>" in html
    assert html.count('<h2 id="film">') == 1


def test_a_film_elsewhere_is_named_before_it_is_opened(tmp_path: Path) -> None:
    outputs = planned(tmp_path, ELSEWHERE)
    html = outputs[f"{FOLDER}/index.html"].make().decode()
    assert "<video" not in html
    before, link, _ = html.partition('<a href="https://video.example/1"')
    assert link and "video.example" in before
    assert [path for path in outputs if path.startswith(FOLDER)] == [f"{FOLDER}/index.html"]


def test_a_page_without_a_film_has_no_room_for_one(tmp_path: Path) -> None:
    html = planned(tmp_path, "")[f"{FOLDER}/index.html"].make().decode()
    assert 'class="film"' not in html
