"""Loads as jobs: what is sent, how it is watched, what a dry run tells, and that keeping one does what it said."""

import asyncio
import json
import threading
from pathlib import Path

import pytest

from api import control, keys, loads
from api.app import create_app
from api.control import Writer
from api.pipeline import LoadReport
from api.settings import Settings
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import client_of

FILE = EXAMPLES / LOADED[3]
PLAN = "Kế hoạch số 12/KH-UBND ngày 03/02/2021 của UBND tỉnh Thái Bình thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020."


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "data"
    path.mkdir()
    return path


@pytest.fixture
def server(home):
    """A server over an empty data directory, asked by somebody who may load."""
    key = keys.create(home, ("load",), label="An")[1]
    settings = Settings(data=home, workers=1, upload_size=200_000, body_size=100_000)
    with client_of(create_app(settings), headers={"Authorization": f"Bearer {key}"}) as client:
        yield client


def files(*paths):
    return [("files", (path.name, path.read_bytes(), "application/octet-stream")) for path in paths]


def events(server, address):
    with server.stream("GET", f"{address}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in stream.iter_lines() if line and not line.startswith(":")]
    names = [line.removeprefix("event: ") for line in lines[::2]]
    return list(zip(names, [json.loads(line.removeprefix("data: ")) for line in lines[1::2]], strict=True))


def test_a_load_is_a_job_that_can_be_watched_to_its_version(server):
    begun = server.post("/api/v1/loads", files=files(FILE))
    assert begun.status_code == 202
    address = begun.headers["location"]
    told = events(server, address)
    assert [name for name, _ in told][-1] == "done"
    assert {name for name, _ in told[:-1]} <= {"progress"}
    job = server.get(address).json()
    assert told[-1][1] == job
    assert (job["state"], job["read"], job["total"], job["by"]) == ("done", 1, 1, "An")
    assert job["report"]["version"] == server.get("/readyz").json()["version"]
    assert [one["id"] for one in server.get("/api/v1/loads").json()] == [job["id"]]


def test_what_is_written_is_seen_by_the_next_request_of_anybody(server):
    """Acknowledged means there: no reader that asks afterwards misses it, by any way of asking."""
    for count in range(1, 6):
        text = f"Kế hoạch số {count}/KH-UBND ngày 0{count}/02/2021 của UBND tỉnh Thái Bình về công tác văn thư."
        sent = {"texts": [{"text": text, "name": f"{count}.txt"}]}
        version = server.post("/api/v1/loads?wait=60", json=sent).json()["report"]["version"]
        found = server.get("/api/v1/search", params={"q": f"{count}/KH-UBND"}, headers={"Authorization": ""})
        assert found.headers["x-data-version"] == version
        assert [hit["node"]["number"] for hit in found.json()["hits"]][:1] == [f"{count}/KH-UBND"]
        ask = f'ASK {{ ?d <http://data.europa.eu/eli/ontology#id_local> "{count}/KH-UBND" }}'
        assert server.get("/sparql", params={"query": ask}).json()["boolean"] is True
        assert f"{count}/KH-UBND" in server.get("/", params={"q": f"{count}/KH-UBND"}).text


def test_a_dry_run_says_what_would_change_and_changes_nothing(server, home):
    run = server.post("/api/v1/loads?dry_run=true&wait=60", files=files(FILE)).json()
    assert run["state"] == "done"
    assert run["keepable"]
    assert run["report"]["version"] is None
    assert server.get("/readyz").status_code == 503
    assert not (home / "records").exists()
    found = run["rehearsal"]
    (source,) = found["sources"]
    assert source["state"] == "new"
    for document in source["extraction"]["documents"]:
        assert document["id"] in source["ends"]
        for mention in document["mentions"]:
            assert source["content"][mention["start"] : mention["end"]].strip()
    assert {one["state"] for one in found["nodes"]} == {"new"}
    assert {one["state"] for one in found["edges"]} == {"new"}


def test_keeping_a_dry_run_makes_what_it_said(server):
    run = server.post("/api/v1/loads?dry_run=true&wait=60", files=files(FILE)).json()
    kept = server.post(f"/api/v1/loads/{run['id']}/keep?wait=60").json()
    assert [one["state"] for one in kept["report"]["loaded"]] == ["new"]
    for one in run["rehearsal"]["nodes"]:
        card = server.get(f"/api/v1/documents/{one['node']['iri'].split('/id/')[1]}").json()["node"]
        assert card == one["node"]
    for edge in run["rehearsal"]["edges"]:
        head = server.get(f"/api/v1/documents/{edge['head'].split('/id/')[1]}").json()
        assert (edge["predicate"], edge["tail"]) in [(one["predicate"], one["tail"]) for one in head["out"]]
    again = server.post(f"/api/v1/loads/{run['id']}/keep")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/conflict")


def test_a_dry_run_on_what_is_there_tells_new_from_known(server):
    server.post("/api/v1/loads?wait=60", files=files(FILE))
    same = server.post("/api/v1/loads?dry_run=true&wait=60", files=files(FILE)).json()["rehearsal"]
    assert [one["state"] for one in same["sources"]] == ["known"]
    assert {one["state"] for one in same["nodes"]} == {"known"}
    assert {one["state"] for one in same["edges"]} == {"known"}
    plan = {"texts": [{"text": PLAN, "name": "plan"}]}
    more = server.post("/api/v1/loads?dry_run=true&wait=60", json=plan).json()["rehearsal"]
    states = {one["node"]["number"]: one["state"] for one in more["nodes"]}
    assert states["12/KH-UBND"] == "new"
    assert states["30/2020/NĐ-CP"] == "known"
    assert ("new", "implements") in [(one["state"], one["predicate"]) for one in more["edges"]]
    assert more["sources"][0]["source"]["locations"] == ["plan.txt"]


def test_what_cannot_be_read_is_reported_and_the_rest_kept(server, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    sent = server.post("/api/v1/loads?wait=60", files=files(empty, FILE), data={"address": "http://127.0.0.1:9/x"})
    report = sent.json()["report"]
    assert [one["name"] for one in report["failed"]] == ["empty.txt", "http://127.0.0.1:9/x"]
    assert "own machine" in report["failed"][1]["reason"]
    assert [one["name"] for one in report["loaded"]] == [FILE.name]
    assert str(tmp_path) not in sent.text
    assert "/tmp" not in sent.text


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"files": [("files", ("..", b"x"))]}, 422, "invalid"),
        ({"files": [("files", ("x" * 300, b"x"))]}, 422, "invalid"),
        ({"data": {"text": "  "}}, 422, "invalid"),
        ({"data": {"address": "/etc/passwd"}}, 422, "invalid"),
        ({"data": {"address": "https://example.org/" + "x" * 3000}}, 422, "invalid"),
        ({"json": {}}, 422, "invalid"),
        ({"json": {"addresses": 1}}, 422, "invalid"),
        ({"json": {"texts": [{"name": "x"}]}}, 422, "invalid"),
        ({"json": {"addresses": ["https://example.org/"] * 201}}, 422, "invalid"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400, "bad-request"),
        ({"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415, "media-type"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=y"}}, 400, "bad-request"),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400, "bad-request"),
        ({"files": [("files", (f"{at}.txt", b"x")) for at in range(600)]}, 400, "bad-request"),
        ({"files": [("files", ("big.txt", b"x" * 300_000))]}, 413, "too-large"),
    ],
)
def test_what_is_sent_is_bounded(server, body, status, kind):
    response = server.post("/api/v1/loads", **body)
    assert (response.status_code, response.json()["type"]) == (status, f"/problems/{kind}"), response.text


def test_an_upload_may_be_larger_than_other_bodies(server):
    large = [("files", ("large.txt", b"x" * 150_000))]
    assert server.post("/api/v1/loads?dry_run=true", files=large).status_code == 202


@pytest.mark.parametrize("path", ["", "/events", "/keep"])
def test_a_load_that_is_none(server, path):
    method = "POST" if path == "/keep" else "GET"
    assert server.request(method, f"/api/v1/loads/0123456789abcdef{path}").status_code == 404
    assert server.request(method, f"/api/v1/loads/none{path}").status_code == 422


def test_only_so_many_wait(server, monkeypatch):
    monkeypatch.setattr(loads, "WAITING", 0)
    full = server.post("/api/v1/loads", files=files(FILE))
    assert (full.status_code, full.json()["type"]) == (503, "/problems/busy")
    assert int(full.headers["retry-after"]) > 0


def test_files_of_old_dry_runs_are_let_go(server, monkeypatch):
    monkeypatch.setattr(loads, "DRY", 1)
    first, second = (
        server.post("/api/v1/loads?dry_run=true&wait=60", files=files(FILE)).json()["id"] for _ in range(2)
    )
    assert server.post(f"/api/v1/loads/{first}/keep").status_code == 409
    assert server.post(f"/api/v1/loads/{second}/keep").status_code == 202


def test_the_oldest_jobs_are_forgotten(server, monkeypatch):
    monkeypatch.setattr(loads, "FINISHED", 2)
    ids = [server.post("/api/v1/loads?wait=60", files=files(FILE)).json()["id"] for _ in range(4)]
    assert [one["id"] for one in server.get("/api/v1/loads").json()] == ids[:1:-1]


def test_a_server_that_stops_ends_what_has_begun_and_forgets_what_waits(home, monkeypatch):
    begun, go = threading.Event(), threading.Event()

    def work(job, data, progress):
        begun.set()
        assert go.wait(10)
        assert Path(job.items[0].path).is_file()
        return LoadReport((), (), "v")

    monkeypatch.setattr(control, "work", work)

    async def scenario():
        jobs = loads.Loads(Writer(home, lambda _: None))
        first, second = [await jobs.start([loads.Upload("a.txt", b"x")], by="An") for _ in range(2)]
        await asyncio.to_thread(begun.wait, 10)
        closing = asyncio.create_task(jobs.close())
        await asyncio.sleep(0.05)
        assert not closing.done()
        go.set()
        await closing
        return jobs.get(first.id), jobs.get(second.id)

    first, second = asyncio.run(scenario())
    assert (first.state, first.report.version) == ("done", "v")
    assert (second.state, second.failure) == ("failed", "the server was stopped")


def test_files_that_cannot_be_written_leave_no_folder(home, tmp_path, monkeypatch):
    def full(_uploads, _folder):
        raise OSError(28, "No space left on device")

    places = tmp_path / "places"
    places.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(places))
    monkeypatch.setattr(loads, "_written", full)
    with pytest.raises(OSError, match="No space"):
        asyncio.run(loads.Loads(Writer(home, lambda _: None)).start([loads.Upload("a.txt", b"x")], by="An"))
    assert list(places.iterdir()) == []
