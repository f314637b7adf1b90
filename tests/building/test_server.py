"""Headers: what the preview, nginx and Apache really send is what the program says they should."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import pytest
from building.asking import FILES, MOVES, asked, free_port, site_in
from support import IN_CI, REPOSITORY

from fokusbericht.building.headers import POLICY, TRANSPORT, headers_for
from fokusbericht.building.preview import serving

SERVER = REPOSITORY / "docs" / "server"
META = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
Server = tuple[str, int]
USER = "nobody" if os.geteuid() == 0 else f"#{os.geteuid()}"  # Apache never serves as root


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """Run a server until the block ends; wait until it answers."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        until = monotonic() + 10
        while process.poll() is None and monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            sleep(0.05)
        assert process.poll() is None, process.communicate()[0]
        yield
    finally:
        process.terminate()
        process.wait(10)


def program(*names: str) -> Path:
    """Return where a server is installed; skip where there is none."""
    folders = f"{os.environ.get('PATH', '')}:/usr/sbin"  # which is not in everybody's path
    found = next(filter(None, (shutil.which(name, path=folders) for name in names)), None)
    if not found:
        assert not IN_CI, f"no {names[0]} here"
        pytest.skip(f"no {names[0]} here")
    return Path(found).resolve()


@contextmanager
def nginx(site: Path, folder: Path, port: int) -> Iterator[None]:
    """Serve with docs/server/nginx.conf, without the encryption that needs a certificate."""
    binary = program("nginx")
    text = (SERVER / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"^ *ssl_certificate.*\n", "", text, flags=re.MULTILINE)
    for old, new in (
        ("listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("/srv/fokusbericht/site", str(site)),
    ):
        assert old in text
        text = text.replace(old, new)
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n"
        f"include {binary.parents[2]}/etc/nginx/mime.types;\naccess_log off;\n{paths}{text}\n}}\n"
    )
    command = [str(binary), "-c", str(config), "-p", str(folder), "-e", "stderr"]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    with running(command, port):
        yield


@contextmanager
def apache(site: Path, folder: Path, port: int) -> Iterator[None]:
    """Serve with docs/server/htaccess in the folder of the site."""
    binary = program("apache2", "httpd")
    modules = binary.parents[1] / "lib" / "apache2" / "modules"
    if not modules.is_dir():
        assert not IN_CI, "no modules of Apache here"
        pytest.skip("no modules of Apache here")
    shutil.copy(SERVER / "htaccess", site / ".htaccess")
    names = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers", "filter", "deflate")
    loads = "".join(f"LoadModule {one}_module {modules}/mod_{one}.so\n" for one in names)
    types = folder / "mime.types"
    types.write_text(
        "text/html html\ntext/css css\ntext/plain txt\napplication/json json\n"
        "image/svg+xml svg\nimage/png png\napplication/xml xml\n"
    )
    config = folder / "apache.conf"
    config.write_text(
        f"{loads}ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/apache.pid\n"
        f'ErrorLog "{folder}/error.log"\nTypesConfig {types}\nDocumentRoot "{site}"\n'
        f'Include "{site}/_weiterleitungen.apache.conf"\n'
        f'DefaultRuntimeDir "{folder}"\nUser {USER}\n'
        f'<Directory "{site}">\nAllowOverride All\nRequire all granted\n</Directory>\n'
    )
    with running([str(binary), "-f", str(config), "-DFOREGROUND"], port):
        yield


@contextmanager
def preview(site: Path, folder: Path, port: int) -> Iterator[None]:
    """Serve as `build.py vorschau` does."""
    with serving(site, port):
        yield


@pytest.fixture(scope="module", params=[preview, nginx, apache], ids=lambda one: one.__name__)
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Return a running server: its name and its port."""
    with TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        folder.chmod(0o755)  # servers read it as a user of their own
        with request.param(site_in(folder), folder, port):
            yield request.param.__name__, port


@pytest.mark.parametrize("path", FILES)
def test_server_sends_the_headers(server: Server, path: str) -> None:
    name, port = server
    status, headers, _ = asked(port, path)
    wanted = dict(headers_for(path)) | ({} if name == "preview" else TRANSPORT)
    assert status == 200
    assert {one: headers[one] for one in wanted} == wanted
    assert ("Access-Control-Allow-Origin" in headers) is ("Access-Control-Allow-Origin" in wanted)


@pytest.mark.parametrize("path", FILES)
def test_server_names_the_kind_of_file(server: Server, path: str) -> None:
    _, headers, _ = asked(server[1], path)
    kind, _, letters = headers["Content-Type"].partition(";")
    assert kind in FILES[path]
    if kind.startswith("text/"):
        assert letters.strip().lower() == "charset=utf-8"


def test_server_answers_unknown_addresses_with_the_page_for_them(server: Server) -> None:
    status, headers, text = asked(server[1], "/gibt/es/nicht/")
    assert (status, text) == (404, "Gibt es nicht")
    assert headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_server_lists_no_folders(server: Server) -> None:
    status, _, text = asked(server[1], "/assets/")
    assert status in (403, 404)
    assert "stil" not in text


def test_pages_and_headers_agree() -> None:
    base = (REPOSITORY / "templates" / "frame" / "base.html").read_text(encoding="utf-8")
    policy = META.findall(base)[0]
    assert re.sub(r"\{%.*?%\}", "", policy) == POLICY


def test_policy_of_frames_is_no_looser_than_that_of_pages() -> None:
    framed = (REPOSITORY / "templates" / "sozialbericht" / "einbetten.html").read_text(
        encoding="utf-8"
    )
    own = dict(part.split(" ", 1) for part in META.findall(framed)[0].split("; "))
    general = dict(part.split(" ", 1) for part in POLICY.split("; "))
    loose = {
        name: sources
        for name, sources in own.items()
        if not set(sources.split()) <= set(general[name].split())
    }
    assert loose == {}


def test_policy_trusts_nothing_unsafe_and_no_stranger() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'; ")
    sources = {word for part in POLICY.split("; ") for word in part.split()[1:]}
    assert sources == {"'none'", "'self'", "data:"}


def test_only_frames_may_be_framed() -> None:
    for path in ("/", "/einbetten", "/kommunen/einbetten/", "/assets/einbetten.0123456789.css"):
        assert "frame-ancestors 'none'" in headers_for(path)["Content-Security-Policy"]
    assert "frame-ancestors *" in headers_for("/einbetten/leerstand/")["Content-Security-Policy"]


@pytest.mark.parametrize("old", MOVES)
def test_server_leads_on_from_former_addresses(server: Server, old: str) -> None:
    name, port = server
    if name == "preview":
        return  # where the page at the old address leads on
    status, headers, _ = asked(port, old)
    assert (status, headers["Location"]) == (301, f"http://127.0.0.1:{port}{MOVES[old]}")
    assert asked(port, f"{old}weiter/")[0] == 404
