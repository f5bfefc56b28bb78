"""Strangers who mean harm, against a real server: each of `hostile` costs only the one who does it."""

import threading
import time

import httpx
import psutil
import pytest

from tests.api import hostile, siege
from tests.api.process import served, settled

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def server(data):
    with served(data, patience=1, long_lane=0.3, workers=2) as running:
        yield running


@pytest.fixture(scope="module")
def client(server):
    with httpx.Client(base_url=server.address, timeout=60, trust_env=False) as made:
        yield made


def well(client):
    return client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_there_are_many_of_them():
    assert len(hostile.QUERIES) + len(hostile.LINES) >= 40


@pytest.mark.parametrize("name", hostile.QUERIES)
def test_a_hostile_query(client, name):
    text, statuses = hostile.QUERIES[name]
    response = client.post("/sparql", data={"query": text})
    assert response.status_code in statuses, response.text[:300]
    if response.status_code != 200:
        assert response.headers["content-type"] == "application/problem+json"
        problem = response.json()
        assert len(problem["detail"]) < 400
        assert "Traceback" not in response.text
        assert response.status_code != 503 or problem["type"] in ("/problems/query-limit", "/problems/busy")
    assert well(client)


@pytest.mark.parametrize(("way", "ended"), [("silence", 20), ("half_a_request", 20), ("half_a_body", 20)])
def test_a_line_that_does_not_get_on_is_ended(server, client, way, ended):
    assert getattr(hostile, way)(server.address, 20) == ended
    assert well(client)


@pytest.mark.parametrize("way", hostile.LINES, ids=lambda way: way.__name__)
def test_others_are_answered_meanwhile(server, client, way):
    holding = threading.Thread(target=way, args=(server.address, 2))
    holding.start()
    time.sleep(0.2)
    assert well(client)
    holding.join()
    assert well(client)


def test_connections_without_number_push_out_the_idle_ones(data):
    with served(data, connections=20, patience=30) as server:
        lines = [hostile.connected(server.address) for _ in range(60)]
        assert httpx.get(f"{server.address}/healthz", trust_env=False).status_code == 200
        for line in lines:
            line.close()


def test_the_long_lane_is_last_in_line(data):
    """What is long runs at the lowest priority, and is the only thing that does."""
    with served(data, workers=2, long_lane=5) as server:
        asking = threading.Thread(
            target=httpx.post,
            args=(f"{server.address}/sparql",),
            kwargs={"data": {"query": hostile.QUERIES["all paths"][0]}, "timeout": 60, "trust_env": False},
        )
        asking.start()
        assert settled(lambda: 19 in [one.nice() for one in server.children()])
        assert httpx.get(f"{server.address}/sparql", params={"query": "ASK {}"}, trust_env=False).status_code == 200
        assert sum(one.nice() == 19 for one in server.children()) == 1
        asking.join()


def afterwards(server, before):
    """Healthy, memory back, no process too many; and none left when the server has ended."""
    assert httpx.get(f"{server.address}/readyz", timeout=30, trust_env=False).status_code == 200
    assert settled(lambda: server.memory() < before + (256 << 20)), (before, server.memory())
    assert settled(lambda: len(server.children()) <= 4)
    children = server.children()
    assert server.stop() == 0
    assert psutil.wait_procs(children, timeout=10)[1] == []


def test_after_a_siege_all_is_well(data):
    with served(data, patience=1, long_lane=1) as server:
        httpx.get(f"{server.address}/readyz", timeout=30, trust_env=False)
        before = server.memory()
        siege.besieged(server.address, 5)
        afterwards(server, before)


@pytest.mark.long
def test_an_honest_client_is_served_during_a_siege(data):
    """p99 of a client without a key, from the same address: under thrice its quiet one, or 100 ms."""
    with served(data, patience=3) as server:
        httpx.get(f"{server.address}/readyz", timeout=30, trust_env=False)
        before = server.memory()
        quiet, under = siege.besieged(server.address, 60)
        assert under <= max(3 * quiet, 0.1), (quiet, under)
        afterwards(server, before)
