"""The preview: for this machine alone, with the headers of a public server, always up to date."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from building.asking import asked, free_port, site_in
from support import REPOSITORY, small_county, with_site

from fokusbericht.building import preview


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Serve a small site; return the port."""
    with preview.serving(site_in(tmp_path), 0) as address:
        yield int(address.rpartition(":")[2])


def test_it_answers_under_its_own_names(port: int) -> None:
    for name in ("127.0.0.1", "localhost", "LocalHost"):
        status, _, text = asked(port, "/", f"{name}:{port}")
        assert (status, text) == (200, "Hier ist /")


@pytest.mark.parametrize(
    "host",
    ["fremd.example", "fremd.example:{port}", "localhost", "127.0.0.1:1", "127.0.0.1.x:{port}"],
)
@pytest.mark.parametrize("path", ["/", "/gibt/es/nicht/", "/einbetten/leerstand/"])
def test_it_refuses_a_foreign_name(port: int, host: str, path: str) -> None:
    status, headers, text = asked(port, path, host.format(port=port))
    assert (status, text) == (421, preview.REFUSAL)
    assert headers["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("hosts", [[], ["localhost:{port}", "fremd.example"]])
def test_it_refuses_no_name_and_two_names(port: int, hosts: list[str]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("GET", "/", skip_host=True)
    for host in hosts:
        connection.putheader("Host", host.format(port=port))
    connection.endheaders()
    assert connection.getresponse().status == 421
    connection.close()


def test_it_listens_on_this_machine_alone(port: int) -> None:
    table = Path("/proc/net/tcp")
    if not table.is_file():
        pytest.skip("no /proc here")
    listening = [line.split() for line in table.read_text().splitlines() if " 0A " in line]
    found = [row[1] for row in listening if row[1].endswith(f":{port:04X}")]
    assert found == [f"0100007F:{port:04X}"]  # 127.0.0.1, the last byte first


def test_it_leads_nobody_out_of_the_site(port: int) -> None:
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//fremd.example/"):
        status, headers, _ = asked(port, path)
        assert status in (301, 404)
        assert "fremd.example" not in headers.get("Location", "").split("?")[0].lstrip("/")


def test_heads_are_answered_without_a_text(port: int) -> None:
    assert asked(port, "/", method="HEAD")[::2] == (200, "")
    assert asked(port, "/gibt/es/nicht/", method="HEAD")[::2] == (404, "")


def test_a_changed_file_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "PAUSE", 0.05)
    root, seen = small_county(tmp_path), []
    watcher = Thread(target=lambda: seen.extend(islice(preview.changes(root), 1)), daemon=True)
    watcher.start()
    sleep(0.3)
    assert seen == []
    with (root / "content/seiten/verfahren.md").open("a", encoding="utf-8") as page:
        page.write("\nEin Satz mehr.\n")
    watcher.join(10)
    assert seen == [None]


def raw(port: int, request: bytes, timeout: float = 10) -> bytes:
    """Return all that the preview answers to some bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as client:
        client.sendall(request)
        found = b""
        while piece := client.recv(65_536):
            found += piece
    return found


STRANGE = (
    *("/%00", "/%ff", "/a%00b/", "/%0d%0aX:y", "/index.html%00.png", "/%c0%ae%c0%ae/", "/[", "/%"),
    *("/%5c..%5c..%5cetc", "/..%2f..%2fetc%2fpasswd", "/%2e%2e%2f%2e%2e%2f", "/C:%5cx", "/..%5c"),
    *(
        "/" + "a/" * 5000,
        "/" + "a" * 30_000,
        "/x" * 300,
        "http://[",
        "*",
        "///",
        "/../..",
        "/~root/",
    ),
)


@pytest.mark.parametrize("path", STRANGE)
def test_strange_addresses_are_answered_and_nothing_is_printed(
    port: int, path: str, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = raw(port, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    wanted = b"200" if path == "///" else b"404"
    assert answer.split(b" ")[1] == wanted
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"431"),
        (b"\xff\xfe\x00 x y z\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"POST / HTTP/1.1\r\nHost: x\r\n\r\n", b"501"),
        (b"GET / HTTP/1.1\r\n\r\n", b"421"),
    ],
)
def test_bad_requests_are_answered_in_a_sentence(
    port: int, request_: bytes, status: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = raw(port, request_)
    assert status in answer[:20] and b"Traceback" not in answer
    assert capfd.readouterr() == ("", "")


def test_a_hung_up_client_leaves_no_word(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = site_in(tmp_path)
    (site / "film.mp4").write_bytes(bytes(30_000_000))
    with preview.serving(site, 0) as address:
        port = int(address.rpartition(":")[2])
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", port)) as client:
                client.sendall(f"GET /film.mp4 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
                assert client.recv(10)
        assert asked(port, "/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_who_says_nothing_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PATIENCE", 0.5)
    monkeypatch.setattr(preview.Handler, "timeout", 0.5)
    with preview.serving(site_in(tmp_path), 0) as address:
        port = int(address.rpartition(":")[2])
        for begin in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX: "):
            assert raw(port, begin) == b""


def test_a_client_that_dribbles_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PATIENCE", 0.6)
    with preview.serving(site_in(tmp_path), 0) as address:
        port = int(address.rpartition(":")[2])
        client = socket.create_connection(("127.0.0.1", port), timeout=10)
        with client, pytest.raises(OSError):
            for _ in range(200):
                client.sendall(b"G")
                sleep(0.05)


def test_some_are_served_at_once_and_others_told_to_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(preview, "WAIT", 0.2)
    with preview.serving(site_in(tmp_path), 0) as address:
        port = int(address.rpartition(":")[2])
        idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
        sleep(0.3)
        assert asked(port, "/")[0] == 503
        # A crowd is told in one wait, not one after the other.
        idle += [socket.create_connection(("127.0.0.1", port)) for _ in range(30)]
        start = monotonic()
        assert asked(port, "/")[0] == 503
        assert monotonic() - start < 2
        for one in idle:
            one.close()
        sleep(0.3)
        assert asked(port, "/")[0] == 200


def test_links_lead_nobody_out_of_the_site(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "index.html").write_text("GEHEIM", encoding="utf-8")
    (site / "ordner").symlink_to(secret)
    (site / "datei.txt").symlink_to(secret / "index.html")
    (site / "kreis").symlink_to(site / "kreis")
    (site / "innen.html").symlink_to(site / "index.html")
    with preview.serving(site, 0) as address:
        port = int(address.rpartition(":")[2])
        for path in (
            "/ordner/",
            "/ordner",
            "/ordner/index.html",
            "/datei.txt",
            "/kreis",
            "/kreis/",
        ):
            assert asked(port, path)[::2] == (404, "Gibt es nicht")
        assert asked(port, "/innen.html")[::2] == (200, "Hier ist /")


@pytest.mark.parametrize(
    ("wanted", "status", "part", "content"),
    [
        ("bytes=0-3", 206, "bytes 0-3/10", "0123"),
        ("bytes=4-", 206, "bytes 4-9/10", "456789"),
        ("bytes=-2", 206, "bytes 8-9/10", "89"),
        ("bytes=8-99", 206, "bytes 8-9/10", "89"),
        ("bytes=0-", 200, None, "0123456789"),
        ("bytes=3-1", 200, None, "0123456789"),
        ("bytes=a-b", 200, None, "0123456789"),
        ("bytes=0-1,4-5", 200, None, "0123456789"),
        ("bytes=10-", 416, None, "Diesen Teil der Datei gibt es nicht.\n"),
    ],
)
def test_a_film_can_be_wound(
    tmp_path: Path, wanted: str, status: int, part: str | None, content: str
) -> None:
    site = site_in(tmp_path)
    (site / "film.mp4").write_text("0123456789", encoding="ascii")
    with preview.serving(site, 0) as address:
        port = int(address.rpartition(":")[2])
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/film.mp4", headers={"Range": wanted})
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Content-Range"]) == (status, part)
        assert answer.read().decode() == content
        connection.close()


def test_folders_without_a_page_are_no_address_and_pages_get_their_stroke(port: int) -> None:
    assert asked(port, "/assets/")[0] == asked(port, "/assets")[0] == 404
    status, headers, _ = asked(port, "/einbetten/leerstand")
    assert (status, headers["Location"]) == (301, "/einbetten/leerstand/")


def _until(port: int, path: str, words: str) -> bool:
    """Say whether words appear on a page within some minutes, as machines may be slow."""
    until = monotonic() + 180
    while monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0 and words in asked(port, path)[2]:
                return True
        sleep(0.1)
    return False


def test_the_command_builds_serves_and_builds_again(tmp_path: Path) -> None:
    root, port = small_county(tmp_path), free_port()
    command = [sys.executable, str(REPOSITORY / "build.py"), "vorschau", "--root", str(root)]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.PIPE, text=True)
    try:
        assert _until(port, "/", "Musterkreis")
        page = root / "content/seiten/verfahren.md"
        page.write_text(
            page.read_text(encoding="utf-8") + "\nEin ganz neuer Satz.\n", encoding="utf-8"
        )
        assert _until(port, "/grundlagen/verfahren/", "Ein ganz neuer Satz.")
    finally:
        process.terminate()
        said = process.communicate(timeout=10)[0]
    assert f"Vorschau: http://127.0.0.1:{port}/ – Ende mit Strg+C" in said


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_it_ends_without_a_word(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    command = [sys.executable, str(REPOSITORY / "build.py"), "vorschau", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--root", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    while not process.stdout.readline().startswith("Vorschau: "):
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does on Strg+C, to all of them
    assert process.communicate(timeout=30) == ("", "")
    assert process.returncode == 0


def test_a_taken_port_is_told(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path), small_site)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, str(REPOSITORY / "build.py"), "vorschau", "--root", str(root)]
        done = subprocess.run(
            [*command, "--port", port], capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert "Vielleicht läuft schon eine; eine andere Nummer nennt --port." in done.stderr
    assert "Traceback" not in done.stderr
