"""Many who read and one who writes, at the same time: every answer is that of the version it says it is of."""

import json
import threading
import time
from dataclasses import dataclass, field

import httpx
import pyoxigraph as ox

from api import control
from api.pipeline import Item
from graph.publication import Published
from graph.reader import Reader
from ontology.identity import LINEAGE, REGISTER

PHAHE = "https://w3id.org/phahe/ontology#"
QUESTIONS = (
    f"SELECT (COUNT(DISTINCT ?d) AS ?n) {{ ?d a <{PHAHE}Document> }}",
    f"SELECT ?a ?b {{ ?a <{PHAHE}implements> ?b }} ORDER BY ?a ?b",
    f"SELECT ?b (COUNT(?a) AS ?n) {{ ?a ?p ?b . ?b a <{PHAHE}Document> }} GROUP BY ?b ORDER BY ?b",
    f"ASK {{ ?a <{PHAHE}continues> ?b . ?b <{PHAHE}continues> ?c }}",
)
PAGE = """Ủy ban nhân dân tỉnh Cao Bằng ban hành Kế hoạch số {0}/KH-UBND ngày 04/5/2021 thực hiện Nghị quyết số 52-NQ/TW
ngày 27/9/2019 của Bộ Chính trị về chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư."""
STATS = "/api/v1/stats"


@dataclass
class Told:
    """What readers were told (question, version, answer), what is true, and what went wrong."""

    answers: list = field(default_factory=list)
    truth: dict = field(default_factory=dict)
    wrong: list = field(default_factory=list)
    writes: int = 0
    slowest: float = 0.0


def said(question, body):
    """An answer as a value."""
    found = json.loads(body)
    if question == STATS:
        return found
    if "boolean" in found:
        return found["boolean"]
    return [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]


def learn(told, data, version):
    """Ask the published copy itself, before anybody takes it away."""
    published = Published(data)
    until = time.monotonic() + 20
    while not (published.root / version).is_dir() and time.monotonic() < until:
        time.sleep(0.02)
    store = ox.Store.read_only(str(published.path(version) / "store"))
    graphs = [ox.NamedNode(LINEAGE), ox.NamedNode(REGISTER)]
    for question in QUESTIONS:
        body = store.query(question, default_graph=graphs).serialize(format=ox.QueryResultsFormat.JSON)
        told.truth[question, version] = said(question, body)
    with Reader.open(data, version) as reader:
        told.truth[STATS, version] = json.loads(json.dumps(reader.stats()))


def reading(told, address, until, start):
    with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
        at = start
        while time.monotonic() < until:
            question = (*QUESTIONS, STATS)[at % (len(QUESTIONS) + 1)]
            at += 1
            try:
                if question == STATS:
                    answer = client.get(STATS)
                else:
                    answer = client.post("/sparql", data={"query": question}, headers={"Accept": "application/json"})
                assert answer.status_code == 200, (answer.status_code, answer.text[:200])
                told.answers.append((question, answer.headers["x-data-version"], said(question, answer.content)))
            except (AssertionError, httpx.HTTPError, KeyError, ValueError) as error:
                told.wrong.append(f"{question[:40]}: {error!r}")
            time.sleep(0.002)


def writing(told, data, address, folder, until):
    """Bring pages in and take them out again; each must be there for everybody within 5 s."""
    with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
        while time.monotonic() < until:
            name = f"page-{told.writes % 7}.txt"
            path = folder / name
            path.write_text(PAGE.format(100 + told.writes % 7), encoding="utf-8")
            try:
                report = control.load([Item(str(path), str(path))], data)
                assert report.failed == (), report
                seen(told, client, data, report.version)
                seen(told, client, data, control.remove(str(path), data).version)
            except (AssertionError, httpx.HTTPError, OSError) as error:
                told.wrong.append(f"write {told.writes}: {error!r}")
            told.writes += 1
            time.sleep(0.2)


def seen(told, client, data, version):
    learn(told, data, version)
    started = time.monotonic()
    while client.get("/readyz").json().get("version") != version:
        assert time.monotonic() - started < 5, f"{version} is not served after 5 s"
        time.sleep(0.02)
    told.slowest = max(told.slowest, time.monotonic() - started)


def loaded(server, data, folder, seconds, readers=4):
    """Read and write for so many seconds; what was told."""
    told, until = Told(), time.monotonic() + seconds
    learn(told, data, Published(data).current())
    working = [threading.Thread(target=reading, args=(told, server.address, until, n)) for n in range(readers)]
    working.append(threading.Thread(target=writing, args=(told, data, server.address, folder, until)))
    for one in working:
        one.start()
    for one in working:
        one.join()
    return told


def false(told):
    """Answers that are not those of their version, and those of versions that never were."""
    return [one for one in told.answers if told.truth.get(one[:2]) != one[2]]
