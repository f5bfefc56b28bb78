"""Writing: by key over HTTP, by the local socket from commands; who may do what."""

import asyncio
import json
import socket
import stat
import threading

import pytest

from api import control, keys
from api.app import create_app
from api.control import Job, Writer
from api.pipeline import Rebuilt
from api.settings import Settings
from ontology.errors import StoreError
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import client_of

FILE = EXAMPLES / LOADED[3]
NUMBER = "30/2020/NĐ-CP"
LOADS = "/api/v1/loads?wait=60"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def server(home):
    """A server over a data directory of its own, empty at first."""
    home.mkdir()
    with client_of(create_app(Settings(data=home, workers=1))) as client:
        yield client


def bearer(home, *scopes, **options):
    return {"Authorization": f"Bearer {keys.create(home, scopes, **options)[1]}"}


def report_of(response):
    """What became of a load that was waited for."""
    assert response.status_code == 202, response.text
    assert response.json()["state"] == "done", response.text
    return response.json()["report"]


def upload(*paths):
    return [("files", (path.name, path.read_bytes(), "application/octet-stream")) for path in paths]


WRITES = [("POST", "/api/v1/loads"), ("DELETE", "/api/v1/sources/00000000")]


@pytest.mark.parametrize(("method", "path"), WRITES)
@pytest.mark.parametrize(
    ("scopes", "status"),
    [
        (None, 401),
        ("wrong", 401),
        ("lapsed", 401),
        (("read",), 403),
        (("review",), 403),
        (("load",), None),
        (("admin",), None),
    ],
    ids=str,
)
def test_who_may_write(server, home, method, path, scopes, status):
    if scopes is None:
        headers = {}
    elif scopes == "wrong":
        headers = {"Authorization": "Bearer phahe_wrong"}
    elif scopes == "lapsed":
        headers = bearer(home, "load", days=0)
    else:
        headers = bearer(home, *scopes)
    files = upload(FILE) if method == "POST" else None
    response = server.request(method, path, headers=headers, files=files)
    if status is None:
        assert response.status_code in (202, 404)
        assert "access-control-allow-origin" not in response.headers
    else:
        assert response.status_code == status
        assert ("www-authenticate" in response.headers) is (status == 401)
        assert server.get("/readyz").status_code == 503


@pytest.mark.parametrize("path", ["/api/v1/stats", "/sparql?query=ASK%7B%7D", "/api/v1/sources", "/healthz", "/"])
@pytest.mark.parametrize("scope", [None, *keys.SCOPES])
def test_everybody_reads(client, tokens, path, scope):
    headers = {"Authorization": f"Bearer {tokens[scope]}"} if scope else {}
    assert client.get(path, headers=headers).status_code == 200


def test_a_wrong_key_is_refused_where_it_would_buy_time(client):
    response = client.get("/sparql?query=ASK%7B%7D", headers={"Authorization": "Bearer nonsense"})
    assert response.status_code == 401


def test_a_load_is_seen_at_once_and_a_removal_too(server, home):
    key = bearer(home, "load")
    report = report_of(server.post(LOADS, headers=key, files=upload(FILE)))
    assert [one["state"] for one in report["loaded"]] == ["new"]
    found = server.get("/api/v1/search", params={"q": NUMBER})
    assert found.json()["hits"][0]["node"]["number"] == NUMBER
    assert found.headers["x-data-version"] == report["version"]
    sha256 = report["loaded"][0]["sha256"]
    old = report["version"]
    removed = server.delete(f"/api/v1/sources/{sha256}", headers=key).json()
    assert removed["sha256"] == sha256
    assert server.get("/api/v1/search", params={"q": NUMBER}).json()["total"] == 0
    ask = f'ASK {{ ?d <http://data.europa.eu/eli/ontology#id_local> "{NUMBER}" }}'
    assert server.get("/sparql", params={"query": ask}).json()["boolean"] is False
    assert server.get("/sparql", params={"query": ask, "version": old}).json()["boolean"] is True


def test_a_bad_file_of_a_form_is_reported(server, home, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    report = report_of(server.post(LOADS, headers=bearer(home, "load"), files=upload(empty, FILE)))
    assert [one["name"] for one in report["failed"]] == ["empty.txt"]
    assert [one["name"] for one in report["loaded"]] == [FILE.name]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt"])
def test_a_file_name_is_a_name(server, home, name):
    files = [("files", (name, FILE.read_bytes()))]
    report = report_of(server.post(LOADS, headers=bearer(home, "load"), files=files))
    assert [one["name"] for one in report["loaded"]] == ["evil.txt"]


def test_commands_hand_their_work_to_the_server(server, home, phahe):
    path = control.socket_path(home)
    assert stat.S_ISSOCK(path.stat().st_mode)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    result = phahe("load", FILE, "--format", "json", on=home)
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert server.get("/readyz").json()["version"] == report["version"]
    assert phahe("rebuild", on=home).exit_code == 0
    assert server.get("/api/v1/search", params={"q": NUMBER}).json()["total"] >= 1
    assert server.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
    assert phahe("remove", FILE, on=home).exit_code == 0
    missing = phahe("remove", FILE, on=home)
    assert missing.exit_code == 1
    assert "no source" in missing.stderr
    assert phahe("load", "absent.txt", on=home).exit_code == 3


def test_the_work_is_done_by_the_server_itself(home, monkeypatch):
    home.mkdir()
    done, made = [], Rebuilt("v", ("one record is damaged",))
    monkeypatch.setattr(control, "work", lambda job, *_: done.append((job.verb, threading.current_thread())) or made)

    async def scenario():
        writer = Writer(home, lambda job: done.append(job.verb))
        async with writer.listening():
            return await asyncio.to_thread(control.rebuild, home)

    assert asyncio.run(scenario()) == made
    assert done[0][0] == "rebuild"
    assert done[1] == "rebuild"
    assert not control.socket_path(home).exists()


def test_a_socket_that_nobody_serves_is_no_server(home, phahe):
    home.mkdir()
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(control.socket_path(home)))
    dead.close()
    assert phahe("load", FILE, on=home).exit_code == 0


def test_a_long_path_has_a_socket_elsewhere(tmp_path):
    deep = tmp_path / ("x" * 60) / ("y" * 60)
    assert len(str(control.socket_path(deep))) < 100
    assert control.socket_path(deep) == control.socket_path(deep)
    assert control.socket_path(deep) != control.socket_path(tmp_path / ("x" * 60) / ("z" * 60))


def test_an_unknown_job_is_refused(home):
    with pytest.raises(StoreError, match="another version"):
        control.work(Job("dance"), home, None)


def test_a_server_that_stops_in_the_middle_is_told(home):
    home.mkdir()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(control.socket_path(home)))
    listener.listen()

    def hang_up():
        line, _ = listener.accept()
        line.recv(100)
        line.close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    with pytest.raises(StoreError, match="stopped in the middle"):
        control.rebuild(home)
    thread.join()
    listener.close()


def test_a_second_server_leaves_the_first_its_work(server, home, phahe):
    with client_of(create_app(Settings(data=home, workers=1))) as second:
        assert second.get("/healthz").status_code == 200
    assert control.socket_path(home).exists()
    assert phahe("load", FILE, on=home).exit_code == 0
    assert server.get("/readyz").status_code == 200


def test_a_server_without_a_place_for_its_socket_still_reads(home):
    with client_of(create_app(Settings(data=home / "none", workers=1))) as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").json()["detail"] == "Nothing is loaded yet."
