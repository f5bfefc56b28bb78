"""Queries that would kill, never end or fill memory cost only the one who asks."""

import contextlib
import threading
import time
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from tests.api.live import client_of

ANY = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HOSTILE = {
    "counting everything with everything": (f"SELECT (COUNT(*) AS ?n) {ANY}", (503,)),
    "sorting everything with everything": (f"SELECT * {ANY} ORDER BY ?l ?a", (503,)),
    "all distinct": (f"SELECT DISTINCT * {ANY}", (503,)),
    "all paths": ("SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:x>|^!<urn:x>)* ?c }", (503,)),
    "concatenating": (f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?l))) AS ?n) {ANY}", (503,)),
    "brackets": ("ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }", (400, 414)),
    "groups": ("ASK " + "{" * 5_000 + "}" * 5_000, (400, 414)),
    "exclamation marks": ("ASK { FILTER(" + "!" * 30_000 + "true) }", (200, 400, 503)),
    "unions": ("ASK {" + " UNION ".join(["{ ?s ?p ?o }"] * 3_000) + "}", (200, 400, 503)),
    "a long path": ("ASK { ?s " + "/".join(["<urn:p>"] * 5_000) + " ?o }", (200, 400, 503)),
    "values": ("SELECT * { VALUES ?x {" + " 1" * 30_000 + "} } LIMIT 1", (200, 400, 503)),
    "a regular expression": (
        'ASK { ?s ?p ?o FILTER REGEX("' + "a" * 5_000 + '", "(a*)*(a*)*(a*)*b") }',
        (200, 400, 503),
    ),
    "another server": ("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", (400,)),
}


@pytest.fixture(scope="module")
def server(data):
    settings = Settings(data=data, workers=1, short_lane=0.25, long_lane=0.5, query_memory=1 << 30)
    with client_of(create_app(settings)) as client:
        yield client


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_query_ends_and_the_server_goes_on(server, name):
    query, statuses = HOSTILE[name]
    started = time.monotonic()
    response = server.post("/sparql", data={"query": query})
    assert response.status_code in statuses, response.text[:300]
    if response.status_code != 200:
        assert response.headers["content-type"] == "application/problem+json"
        assert len(response.json()["detail"]) < 400
    assert time.monotonic() - started < 30
    assert server.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_a_full_long_lane_says_when_to_come_back(server):
    heavy = HOSTILE["counting everything with everything"][0]
    answers = []

    def ask():
        answers.append(httpx.post(f"{server.base_url}/sparql", data={"query": heavy}, timeout=60, trust_env=False))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {503}
    busy = [answer for answer in answers if answer.json()["type"] == "/problems/busy"]
    assert busy
    assert all(int(answer.headers["retry-after"]) > 0 for answer in busy)
    assert server.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_an_answer_that_is_cut_says_so(data):
    with client_of(create_app(Settings(data=data, workers=1, answer_rows=3))) as client:
        cut = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        assert cut.headers["x-answer-truncated"] == "true"
        assert len(cut.json()["results"]["bindings"]) == 3
        whole = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 3"})
        assert "x-answer-truncated" not in whole.headers


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
def test_no_process_is_left_over(data):
    def children():
        found = set()
        for task in Path("/proc/self/task").iterdir():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # a thread that ended since it was listed
                found.update((task / "children").read_text().split())
        return found

    before = children()
    with client_of(create_app(Settings(data=data, workers=2, short_lane=0.25, long_lane=0.25))) as client:
        client.post("/sparql", data={"query": HOSTILE["counting everything with everything"][0]})
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        assert children() - before
    deadline = time.monotonic() + 10
    while children() - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children() - before == set()
