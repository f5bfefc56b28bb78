"""What those who run a server need: readiness, figures, logs without secrets, settings, an end that cuts nobody off."""

import contextlib
import json
import os
import re
import signal
import socket
import threading
import time

import httpx
import psutil
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api import keys, logs
from api.app import create_app
from api.settings import Settings
from ontology.errors import WrongUse
from tests.api import hostile
from tests.api.live import client_of
from tests.api.process import served, settled

HEAVY = hostile.QUERIES["all paths"][0]


def figures(client):
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {(one.name, tuple(sorted(one.labels.items()))): one.value for family in families for one in family.samples}


def named(found, name, **labels):
    return sum(value for (one, had), value in found.items() if one == name and labels.items() <= dict(had).items())


def test_ready_when_a_query_is_answered(client):
    ready = client.get("/readyz")
    assert ready.json() == {"status": "ok", "version": client.get("/api/v1/stats").headers["x-data-version"]}


def test_not_ready_without_data(tmp_path):
    with client_of(create_app(Settings(data=tmp_path / "none"))) as client:
        assert client.get("/healthz").status_code == 200
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/not-ready")
        assert client.get("/metrics").status_code == 200


def test_not_ready_with_a_damaged_store(data, tmp_path):
    import shutil

    shutil.copytree(data, tmp_path / "data", ignore=shutil.ignore_patterns("*.sock"))
    for path in (tmp_path / "data" / "published").glob("*/store/*"):
        path.write_bytes(b"x")
    with client_of(create_app(Settings(data=tmp_path / "data"))) as client:
        assert client.get("/readyz").status_code == 503


def test_figures_count_what_was_answered(data):
    with client_of(create_app(Settings(data=data, workers=1, long_lane=0.3))) as client:
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        assert client.post("/sparql", data={"query": HEAVY}).status_code == 503
        client.get("/api/v1/documents/doc/vn/bbt/kl/2019/49-kl-tw")
        client.get("/no/such/page")
        found = figures(client)
        version = client.get("/readyz").json()["version"]
    count = "phahe_request_seconds_count"
    assert named(found, count, route="/sparql", method="GET", status="200") == 1
    assert named(found, count, route="/sparql", method="POST", status="503") == 1
    assert named(found, count, route="/api/v1/documents/{path:path}") == 1
    assert named(found, count, status="404") == 1
    assert named(found, "phahe_request_seconds_bucket", route="/sparql", status="503", le="0.25") == 0
    assert named(found, "phahe_query_kills_total", reason="time") == 1
    assert named(found, "phahe_snapshot_info", version=version) == 1
    assert named(found, "phahe_snapshot_age_seconds") >= 0
    assert ("phahe_queries_waiting", (("lane", "long"),)) in found
    assert named(found, "process_resident_memory_bytes") > 0


def test_addresses_and_methods_make_no_new_figures(client):
    for n in range(5):
        client.get(f"/made/up/{n}")
        client.request(f"MADEUP{n}", "/healthz")
    text = client.get("/metrics").text
    assert "made/up" not in text
    assert "MADEUP" not in text


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("abc-1.2:3_4", True), ("x" * 64, True), ("x" * 65, False), ('a"b', False), ("a b", False), ("", False)],
)
def test_the_id_of_a_request(client, sent, kept):
    for path in ("/healthz", "/sparql?query=ASK%7B%7D", "/no/such/page", "/static/site.css"):
        answer = client.get(path, headers={"X-Request-Id": sent})
        told = answer.headers.get_list("x-request-id")
        assert len(told) == 1
        assert (told[0] == sent) is kept
        assert re.fullmatch(r"[\w.:-]{1,64}", told[0])


@pytest.fixture(scope="module")
def logged(data, tmp_path_factory):
    """The lines of a server's log, after it was asked with secrets in every place."""
    path = tmp_path_factory.mktemp("logs") / "log"
    _, key = keys.create(data, ("load",))
    secret = "s3cr3t-of-the-query"
    with path.open("w") as log, served(data, stderr=log, log="info") as server:
        with httpx.Client(base_url=server.address, trust_env=False, timeout=60) as client:
            client.get("/sparql", params={"query": f"ASK {{ ?s ?p '{secret}' }}"}, headers={"X-Request-Id": "one"})
            client.get("/api/v1/loads", headers={"Authorization": f"Bearer {key}"})
            client.get("/api/v1/loads", headers={"Authorization": f"Bearer {key}x"})
            client.get(f"/{key}")
            client.post("/login", data={"key": key})
            client.get(f"/api/v1/search?q={secret}", headers={"Cookie": f"phahe_session={key[6:]}"})
        server.stop()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    return path.read_text(encoding="utf-8"), lines, key, secret


def test_each_answer_is_a_line_with_its_request(logged):
    _, lines, _, _ = logged
    (one,) = [line for line in lines if line["request"] == "one"]
    assert {"time", "level", "logger", "message", "method", "path", "status", "ms", "bytes"} <= set(one)
    assert (one["method"], one["path"], one["status"], one["level"]) == ("GET", "/sparql", 200, "info")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", one["time"])
    assert len(lines) >= 6


def test_no_secret_is_logged(logged):
    text, _, key, secret = logged
    assert key not in text
    assert key[6:] not in text
    assert secret not in text


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer phahe_" + "a" * 43,
        "the key phahe_" + "B-_" * 14 + " is not valid",
        "bearer abcdefgh12345678",
        "cookie " + "x" * 43,
    ],
)
def test_what_looks_like_a_secret_is_concealed(text):
    found = logs.concealed(text)
    assert "***" in found
    assert not re.search(r"a{43}|B-_B|abcdefgh|x{43}", found)
    assert logs.concealed("49-KL/TW of version 71d55e260ea4929a") == "49-KL/TW of version 71d55e260ea4929a"


def test_answers_under_way_are_finished(data):
    with served(data, workers=1, long_lane=2, stop=30) as server:
        got = []

        def ask():
            got.append(httpx.post(f"{server.address}/sparql", data={"query": HEAVY}, timeout=60, trust_env=False))

        asking = threading.Thread(target=ask)
        asking.start()
        assert settled(lambda: 19 in [one.nice() for one in server.children()])
        children = server.children()
        started = time.monotonic()
        assert server.stop() == 0
        asking.join()
        assert got[0].status_code == 503
        assert got[0].json()["type"] == "/problems/query-limit"
        assert time.monotonic() - started < 25
        assert psutil.wait_procs(children, timeout=10)[1] == []


def test_who_asks_nothing_does_not_hold_up_the_end(data):
    with served(data, patience=60, stop=60) as server, hostile.connected(server.address):
        started = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - started < 20


def test_when_the_server_is_killed_its_processes_end_too(data):
    with served(data) as server:
        httpx.get(f"{server.address}/readyz", trust_env=False, timeout=30)
        children = server.children()
        assert children
        os.kill(server.process.pid, signal.SIGKILL)
        server.popen.wait()
        assert psutil.wait_procs(children, timeout=10)[1] == []


def test_a_worker_that_is_killed_is_replaced(data):
    with (
        served(data, workers=1) as server,
        httpx.Client(base_url=server.address, trust_env=False, timeout=30) as client,
    ):
        for _ in range(3):
            assert client.get("/readyz").status_code == 200
            for child in server.children():
                with contextlib.suppress(psutil.NoSuchProcess):
                    child.kill()
            assert settled(lambda: client.get("/readyz").status_code == 200)


FILE = 'port = 9000\nworkers = 3\nlog_form = "json"\n'


def test_settings_of_the_file_the_environment_and_the_command(tmp_path, monkeypatch):
    (tmp_path / "mine.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.setenv("PHAHE_SETTINGS", str(tmp_path / "mine.toml"))
    monkeypatch.setenv("PHAHE_WORKERS", "4")
    found = Settings.load(port=9001, host=None)
    assert (found.port, found.workers, found.log_form, found.host) == (9001, 4, "json", "127.0.0.1")


def test_settings_of_the_file_where_the_command_is_given(tmp_path, monkeypatch):
    monkeypatch.delenv("PHAHE_SETTINGS", raising=False)
    monkeypatch.chdir(tmp_path)
    assert Settings.load().workers == 2
    (tmp_path / "phahe.toml").write_text(FILE, encoding="utf-8")
    assert Settings.load().workers == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("prot = 1", "sets prot, which is no setting"),
        ("port = 'x'", "port is not valid"),
        ("port = 99999", "port is not valid"),
        ("port =", "cannot be read"),
        ("workers = 0", "workers is not valid"),
        ('log = "loud"', "log is not valid"),
    ],
)
def test_a_wrong_setting_is_told_in_a_line(tmp_path, monkeypatch, text, says):
    (tmp_path / "phahe.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongUse, match=says) as failure:
        Settings.load()
    assert "\n" not in str(failure.value)


def test_a_file_that_is_named_must_be_there(monkeypatch):
    monkeypatch.setenv("PHAHE_SETTINGS", "no-such.toml")
    with pytest.raises(WrongUse, match=r"there is no file no-such\.toml"):
        Settings.load()


def test_worker_processes_have_no_network(data, tmp_path):
    """The kernel refuses, whatever the text of a query says: here the guard is not even asked."""
    import asyncio
    import struct

    import msgspec

    from graph.answers import Limits
    from graph.crew import Hand, reaped
    from graph.publication import Published

    published = Published(data)
    path = published.path(published.current()) / "store"
    reached = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take():
            with contextlib.suppress(OSError):
                server.accept()
                reached.append(1)

        taker = threading.Thread(target=take)
        taker.start()
        query = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
        header = {"query": query, "solutions": "text/csv", "graph": "text/turtle", "rows": 9, "bytes": 999}
        text = msgspec.json.encode(header)

        async def ask():
            hand = await Hand.start(path, Limits().memory_bytes)
            reply, _ = await hand.ask(struct.pack("!I", len(text)) + text)
            hand.end()
            await reaped()
            return reply

        reply = asyncio.run(ask())
        server.shutdown(socket.SHUT_RDWR)
        taker.join()
    assert reply["error"] == "failed"
    assert reached == []
