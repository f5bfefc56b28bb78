"""What was acknowledged is there: for the pages, the API, SPARQL and the commands, whoever wrote it and however."""

import time

import pytest

from api import control, keys, pipeline
from api.app import create_app
from api.settings import Settings
from tests.api.live import client_of

EVERYBODY = 5.0
"""Seconds after which everybody sees what was acknowledged."""


@pytest.fixture
def home(tmp_path):
    path = tmp_path / "data"
    path.mkdir()
    return path


@pytest.fixture
def server(home):
    """A server asked by somebody who may load and review."""
    headers = {"Authorization": f"Bearer {keys.create(home, ('load', 'review'), label='An')[1]}"}
    with client_of(create_app(Settings(data=home, workers=1)), headers=headers) as client:
        yield client


@pytest.fixture
def other(server, home):
    """Another server over the same data directory, which hears of nothing."""
    with client_of(create_app(Settings(data=home, workers=1))) as client:
        yield client


def plan(count):
    return (
        f"Kế hoạch số {count}/KH-UBND ngày 0{count}/02/2021 của UBND tỉnh Thái Bình thực hiện Quyết định số 489/QĐ-TTg."
    )


def sees(client, number):
    """Whether a server's search, SPARQL and page of results all know of a number."""
    ask = f'ASK {{ ?d <http://data.europa.eu/eli/ontology#id_local> "{number}" }}'
    found = client.get("/api/v1/search", params={"q": number})
    asked = client.get("/sparql", params={"query": ask})
    if not (found.status_code == asked.status_code == 200):
        return False
    hits = [hit["node"]["number"] for hit in found.json()["hits"]]
    return number in hits and asked.json()["boolean"] and number in client.get("/", params={"q": number}).text


def test_a_load_over_http_is_seen_by_pages_queries_and_commands(server, home, phahe):
    for count in (1, 2):
        sent = {"texts": [{"text": plan(count), "name": f"{count}.txt"}]}
        report = server.post("/api/v1/loads?wait=60", json=sent).json()["report"]
        assert server.get("/readyz").json()["version"] == report["version"]
        assert sees(server, f"{count}/KH-UBND")
        shown = phahe("search", f"{count}/KH-UBND", on=home)
        assert shown.exit_code == 0
        assert f"{count}/KH-UBND" in shown.stdout


def test_a_load_by_command_is_seen_by_the_server_that_did_it(server, home, phahe, tmp_path):
    source = tmp_path / "plan.txt"
    source.write_text(plan(3), encoding="utf-8")
    assert phahe("load", source, on=home).exit_code == 0
    assert sees(server, "3/KH-UBND")


def test_a_verdict_is_seen_by_the_next_request(server):
    server.post("/api/v1/loads?wait=60", json={"texts": [{"text": plan(4), "name": "4.txt"}]})
    (claim,) = server.get("/api/v1/claims").json()["items"]
    digest = claim["assertion"].rsplit("/", 1)[1]
    sent = {"act": "reject", "claim": digest, "why": "sai"}
    version = server.post("/api/v1/verdicts", json=sent).json()["version"]
    left = server.get("/api/v1/claims")
    assert (left.json()["items"], left.headers["x-data-version"]) == ([], version)
    edge = "ASK { ?a <https://w3id.org/phahe/ontology#implements> ?b }"
    assert server.get("/sparql", params={"query": edge}).json()["boolean"] is False


def test_everybody_else_sees_it_soon(server, other):
    sent = {"texts": [{"text": plan(5), "name": "5.txt"}]}
    report = server.post("/api/v1/loads?wait=60", json=sent).json()["report"]
    deadline = time.monotonic() + EVERYBODY
    while not sees(other, "5/KH-UBND"):
        assert time.monotonic() < deadline, "another server does not see what was acknowledged"
        time.sleep(0.05)
    assert other.get("/api/v1/stats").headers["x-data-version"] == report["version"]


def test_a_server_that_nobody_asked_for_long_answers_though_its_copy_was_pruned(server, home):
    """Five versions are kept: what was handed out before them is gone when the next question comes."""
    for count in range(1, 9):
        source = home.parent / f"{count}.txt"
        source.write_text(plan(count), encoding="utf-8")
        control.load([pipeline.Item(source.name, str(source))], home)
        if count == 1:
            assert sees(server, "1/KH-UBND")
    assert sees(server, "8/KH-UBND")
