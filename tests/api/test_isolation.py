"""The bounds of strangers' queries: a full long lane, a cut answer, the processes that are started for them."""

import contextlib
import threading
import time
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from tests.api import hostile
from tests.api.live import client_of

HEAVY = hostile.QUERIES["counting everything with everything"][0]


@pytest.fixture(scope="module")
def server(data):
    settings = Settings(data=data, workers=1, short_lane=0.25, long_lane=0.5, query_memory=1 << 30)
    with client_of(create_app(settings)) as client:
        yield client


def test_a_full_long_lane_says_when_to_come_back(data):
    settings = Settings(data=data, workers=1, short_lane=0.25, long_lane=5, query_memory=1 << 30)
    with client_of(create_app(settings)) as server:
        fill(server)


def fill(server):
    """Ask more heavy queries at once than the long lane takes: one runs, longer than the others are kept waiting."""
    answers = []

    def ask():
        answers.append(httpx.post(f"{server.base_url}/sparql", data={"query": HEAVY}, timeout=60, trust_env=False))

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
        client.post("/sparql", data={"query": HEAVY})
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        assert children() - before
    deadline = time.monotonic() + 10
    while children() - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children() - before == set()
