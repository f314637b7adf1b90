"""Pictures of editors: described or told, freed of metadata, scaled, the same bytes each time."""

import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from support import loaded, small_county, told

from fokusbericht.building.output import Output
from fokusbericht.load import load_report
from fokusbericht.site import plan_site

PAGE = "content/seiten/verfahren.md"
HEAD = """---
titel: Das Verfahren
kurz: Wie aus einem Vorschlag ein Beschluss wird.
geaendert: 2026-01-18
bereich: grundlagen
reihenfolge: 1
---

"""
MARKET = """datei: markt.jpg
alt: Menschen stehen auf dem Marktplatz vor dem Rathaus.
urheber: Erika Muster
lizenz: CC BY 4.0
unterschrift: Der Markt am Samstag.
"""
GPS = {1: "N", 2: (53.0, 39.0, 21.0), 3: "E", 4: (9.0, 47.0, 12.0)}


def photo(form: str = "JPEG", size: tuple[int, int] = (1200, 800), turned: int = 1) -> bytes:
    """Return a picture as a camera writes it: place, device, comment, profile, orientation."""
    image = Image.radial_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    exif[0x0110] = "GeheimeKamera"
    exif[0x0112] = turned
    exif[0x8825] = GPS
    stream = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"comment": b"GeheimerKommentar"} if form == "JPEG" else {}
    image.save(stream, form, exif=exif, icc_profile=profile, xmp=b"<x>GeheimesXmp</x>", **more)
    return stream.getvalue()


def county(tmp_path: Path, data: bytes, name: str = "markt.jpg", about: str = MARKET) -> Path:
    about = about.replace("markt.jpg", name)
    text = HEAD + "Vor dem Bild.\n\n{{ bild: markt }}\n\nNach dem Bild.\n"
    root = small_county(tmp_path, {PAGE: text, "content/bilder/markt.yml": about})
    (root / "content/bilder" / name).write_bytes(data)
    return root


def outputs_of(root: Path) -> dict[str, Output]:
    report, problems = load_report(root)
    outputs, more = plan_site(report)
    assert (problems, more) == ([], [])
    return {output.path: output for output in outputs}


def pictures_of(root: Path) -> dict[str, bytes]:
    found = outputs_of(root)
    return {path: one.make() for path, one in found.items() if path.startswith("bilder/")}


@pytest.mark.parametrize(("form", "name"), [("JPEG", "markt.jpg"), ("WEBP", "markt.webp")])
def test_a_photograph_becomes_small_files_without_any_metadata(
    tmp_path: Path, form: str, name: str
) -> None:
    data = photo(form)
    assert b"GeheimeKamera" in data
    root = county(tmp_path, data, name)
    assert told(root) == []
    files = pictures_of(root)
    widths = sorted((int(path.split("-")[1].split(".")[0]), path[-4:]) for path in files)
    kinds = (".jpg", "webp")
    assert widths == [(width, kind) for width in (480, 960, 1200) for kind in kinds]
    for path, made in files.items():
        with Image.open(BytesIO(made)) as image:
            assert image.width == int(path.split("-")[1].split(".")[0])
            assert image.size[1] == round(image.width * 2 / 3)
            assert not image.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & image.info.keys()
        assert b"Geheim" not in made and b"Exif" not in made and b"http" not in made


def test_equal_pictures_give_equal_bytes_and_names(tmp_path: Path) -> None:
    data = photo()
    one, other = (pictures_of(county(tmp_path / name, data)) for name in ("eins", "zwei"))
    assert one == other
    changed = pictures_of(county(tmp_path / "drei", photo(size=(1200, 810))))
    assert not set(one) & set(changed)


def test_a_picture_taken_upright_stands_upright(tmp_path: Path) -> None:
    files = pictures_of(county(tmp_path, photo(turned=6)))
    for made in files.values():
        with Image.open(BytesIO(made)) as image:
            assert image.height > image.width
    html = outputs_of(tmp_path / "kreis")["grundlagen/verfahren/index.html"].make().decode()
    assert 'width="800" height="1200"' in html


def test_a_small_picture_is_never_made_larger(tmp_path: Path) -> None:
    files = pictures_of(county(tmp_path, photo(size=(300, 200))))
    assert sorted(path.partition(".")[0] for path in files) == ["bilder/markt-300"] * 2


def test_what_lets_shine_through_stays_so(tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("RGBA", (600, 300), (200, 0, 0, 90)).save(stream, "PNG")
    files = pictures_of(county(tmp_path, stream.getvalue(), "markt.png"))
    assert {path.rpartition(".")[2] for path in files} == {"png", "webp"}
    for made in files.values():
        with Image.open(BytesIO(made)) as image:
            assert image.mode == "RGBA"


def test_the_page_shows_it_with_text_sizes_and_credit(tmp_path: Path) -> None:
    root = county(tmp_path, photo())
    html = outputs_of(root)["grundlagen/verfahren/index.html"].make().decode()
    assert 'alt="Menschen stehen auf dem Marktplatz vor dem Rathaus."' in html
    assert 'width="1200" height="800" loading="lazy"' in html
    assert html.count('<source type="image/webp"') == 1
    assert "Der Markt am Samstag." in html
    assert "Bild: Erika Muster · CC BY 4.0" in html
    for path in pictures_of(root):
        assert f"../../{path}" in html


def test_the_draft_decision_and_open_data_take_it_too(tmp_path: Path) -> None:
    name = "content/handlungsempfehlungen/2022-01-wohnraum.md"
    root = county(tmp_path, photo())
    text = (root / name).read_text(encoding="utf-8")
    (root / name).write_text(text + "\n{{ bild: markt }}\n", encoding="utf-8")
    assert told(root) == []
    outputs = outputs_of(root)
    docx = outputs["handlungsempfehlungen/2022-01/beschlussvorlage.docx"].make()
    assert b"word/media/" in docx
    data = outputs["daten/handlungsempfehlungen.json"].make().decode()
    assert "[Bild: Menschen stehen auf dem Marktplatz vor dem Rathaus.]" in data


def test_what_no_text_shows_is_not_published(tmp_path: Path) -> None:
    root = county(tmp_path, photo())
    (root / PAGE).write_text(HEAD + "Ohne Bild.\n", encoding="utf-8")
    assert told(root) == []
    assert pictures_of(root) == {}


def test_without_pictures_pillow_stays_away(tmp_path: Path) -> None:
    import subprocess

    root = small_county(tmp_path)
    code = (
        "import sys; from pathlib import Path; from fokusbericht.load import load_report;"
        "from fokusbericht.site import plan_site;"
        f"plan_site(load_report(Path({str(root)!r}))[0]); print('PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def bomb() -> bytes:
    """Return a PNG of a few bytes that says it has 4,000,000,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 40_000, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + body


TOO_SMALL = "Das Bild ist nur 90 Bildpunkte breit, nötig sind 200."
TOO_LARGE = "Das Bild hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern."
BROKEN = "Das Bild ist nicht lesbar oder unvollständig. Bitte noch einmal als {} speichern."
OTHER = "Das ist keine Datei der Art {}. Erlaubt sind JPEG, PNG, WebP und SVG."


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("markt.png", bomb(), TOO_LARGE),
        ("markt.jpg", photo()[:20_000], BROKEN.format("JPEG")),
        ("markt.png", photo("PNG")[:9_000], BROKEN.format("PNG")),
        ("markt.webp", photo("WEBP")[:3_000], BROKEN.format("WEBP")),
        ("markt.jpg", photo("PNG"), OTHER.format("JPEG")),
        ("markt.png", b"<script>alert(1)</script>", OTHER.format("PNG")),
        ("markt.webp", b"", OTHER.format("WEBP")),
        ("markt.jpg", photo(size=(90, 60)), TOO_SMALL),
    ],
)
def test_what_is_no_picture_is_told(tmp_path: Path, name: str, data: bytes, sentence: str) -> None:
    assert told(county(tmp_path, data, name)) == [f"content/bilder/{name}:1:1: {sentence} (bild)"]


ALT = "alt: Menschen stehen auf dem Marktplatz vor dem Rathaus.\n"


@pytest.mark.parametrize(
    ("alt", "ok"),
    [
        ("", False),
        ("alt: ''\n", False),
        ("alt: markt.jpg\n", False),
        ("alt: Markt\n", False),
        ("alt: Bild 3\n", False),
        ("alt: IMG_2031\n", False),
        ("alt: '...'\n", False),
        (f"{ALT}schmuck: true\n", False),
        ("schmuck: true\n", True),
        (ALT, True),
    ],
)
def test_it_says_what_it_shows(tmp_path: Path, alt: str, ok: bool) -> None:
    found = told(county(tmp_path, photo(), about=MARKET.replace(ALT, alt)))
    assert (found == []) is ok
    assert all(line.endswith("(bild)") and "content/bilder/markt.yml:" in line for line in found)


@pytest.mark.parametrize(
    ("name", "right"),
    [("DSC_0815.JPG", "dsc-0815.jpg"), ("Märkte.jpeg", "maerkte.jpeg"), ("alt stadt.png", "alt-")],
)
def test_a_name_as_cameras_give_it_is_told_with_a_better_one(
    tmp_path: Path, name: str, right: str
) -> None:
    (line,) = told(county(tmp_path, photo(), name))
    assert line.startswith(f"content/bilder/markt.yml:1:8: „{name}“: Dateinamen bestehen aus")
    assert f"in „{right}" in line


def test_a_picture_whose_description_is_torn_is_told_once(tmp_path: Path) -> None:
    (line,) = told(county(tmp_path, photo(), about=f"{MARKET}<<<<<<< HEAD\n"))
    assert line.endswith("(konflikt)")


def test_a_drawing_that_git_could_not_put_together_is_told(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg">\n<<<<<<< HEAD\n<path d="M0 0h9"/></svg>'
    (line,) = told(county(tmp_path, drawing, "markt.svg"))
    assert line.startswith("content/bilder/markt.svg:2:1: „<<<<<<< HEAD“")
    assert line.endswith("(konflikt)")


def test_names_and_missing_files_are_told(tmp_path: Path) -> None:
    root = county(tmp_path, photo())
    (root / "content/bilder/markt.jpg").rename(root / "content/bilder/anders.jpg")
    (root / "content/bilder/boese.yml").write_text(
        MARKET.replace("markt.jpg", "../../../etc/passwd.png"), encoding="utf-8"
    )
    (root / PAGE).write_text(HEAD + "{{ bild: mark }}\n", encoding="utf-8")
    assert told(root) == [
        "content/bilder/anders.jpg:1:1: Zu diesem Bild fehlt die Beschreibung, zum Beispiel "
        "„anders.yml“. (bild)",
        "content/bilder/boese.yml:1:8: „../../../etc/passwd.png“: Hier steht der Name einer Datei "
        "neben dieser, etwa markt.jpg. (bild)",
        "content/bilder/markt.yml:1:8: Die Datei „content/bilder/markt.jpg“ fehlt. (lesbar)",
        "content/seiten/verfahren.md:9:1: Das Bild „mark“ gibt es in content/bilder/ nicht. "
        "Meinten Sie „markt“? (toter-link)",
    ]
    assert loaded(root)[0].bilder.keys() == {"boese", "markt"}
