"""Fetching: what is had from a server on this machine, and what is refused before or while it is asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from loaders import fetch as module
from loaders.fetch import fetch
from ontology.errors import SourceError


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/page":
            self.answer(200, "Kế hoạch".encode(), {"Content-Type": "text/html; charset=utf-8"})
        elif self.path.startswith("/hop/"):
            left = int(self.path.removeprefix("/hop/"))
            self.answer(302, b"", {"Location": f"/hop/{left - 1}" if left else "/page"})
        elif self.path == "/away":
            self.answer(301, b"", {"Location": "file:///etc/hostname"})
        elif self.path == "/nowhere":
            self.answer(302, b"", {})
        elif self.path == "/large":
            self.answer(200, b"x" * 5000, {})
        elif self.path == "/host":
            self.answer(200, self.headers["Host"].encode(), {})
        else:
            self.answer(404, b"", {})

    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_a_page_with_its_media_type(server):
    got = fetch(f"{server}/page", private=True)
    assert (got.data.decode(), got.media_type, got.url) == ("Kế hoạch", "text/html", f"{server}/page")


def test_redirects_are_followed_to_a_limit(server):
    assert fetch(f"{server}/hop/4", private=True).url == f"{server}/page"
    with pytest.raises(SourceError, match="more than 5 redirects"):
        fetch(f"{server}/hop/5", private=True)


def test_the_host_is_named_though_the_address_is_asked(server):
    port = server.rpartition(":")[2]
    assert fetch(f"http://localhost:{port}/host", private=True).data.decode() == f"localhost:{port}"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "answers 404"),
        ("/away", "only http and https"),
        ("/nowhere", "redirects"),
        ("/large", "larger than 4000"),
    ],
)
def test_what_a_server_can_do_wrong(server, path, words):
    with pytest.raises(SourceError, match=words):
        fetch(f"{server}{path}", private=True, limit=4000)


def test_slowness_ends(server):
    with pytest.raises(SourceError, match=r"took too long|cannot be fetched"):
        fetch(f"{server}/large", private=True, seconds=0.0)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[2002:7f00:1::]/",
    ],
)
def test_the_own_machine_and_network_are_refused(url):
    with pytest.raises(SourceError, match=r"own machine or network|not known"):
        fetch(url, seconds=2)


def test_a_redirect_into_the_own_network_is_refused(server, monkeypatch):
    port = int(server.rpartition(":")[2])
    monkeypatch.setattr(module, "_is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(Handler, "do_GET", lambda self: self.answer(302, b"", {"Location": f"http://[::1]:{port}/"}))
    with pytest.raises(SourceError, match="own machine or network"):
        fetch(f"{server}/hop/0")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "ftp://example.org/a",
        "http://",
        "nonsense",
        "http://user:word@example.org/",
        "http://a:bad/",
    ],
)
def test_other_addresses_are_refused(url):
    with pytest.raises(SourceError, match=r"only http and https|password|no address"):
        fetch(url)


def test_an_unknown_host_is_said():
    with pytest.raises(SourceError, match="not known"):
        fetch("http://no-such-host.invalid/")
