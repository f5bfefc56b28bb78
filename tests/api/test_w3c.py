"""The plain store against the W3C's cases: SPARQL 1.1 protocol, graph store protocol, service description."""

import pytest
import rdflib
from rdflib.compare import isomorphic

from api import keys
from api.plain import create_plain_app
from api.settings import Settings
from tests.api import w3c
from tests.api.live import client_of

PROTOCOL = w3c.cases("protocol/manifest.ttl")
STORE = [
    *w3c.cases("graph-store-protocol/manifest-direct.ttl"),
    *w3c.cases("graph-store-protocol/manifest-indirect.ttl"),
]
FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}
HOST = "http://www.example"

pytestmark = pytest.mark.skipif(not w3c.SPARQL11.exists(), reason=w3c.ABSENT)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    _, key = keys.create(folder / "data", ("load",))
    settings = Settings(data=folder / "data", plain=folder / "store", workers=1, short_lane=20)
    headers = {"Authorization": f"Bearer {key}", "Host": HOST.removeprefix("http://")}
    with client_of(create_plain_app(settings), headers=headers) as client:
        yield client


@pytest.fixture
def client(server):
    cleared = server.post("/sparql", content="DROP ALL", headers={"Content-Type": "application/sparql-update"})
    assert cleared.status_code == 204
    return server


def sent(client, step, known):
    path = step.path.replace("/gsp", "/graph-store", 1).replace("/sparql/", "/sparql", 1)
    for name, value in known.items():
        path = path.replace(name, value)
    body = step.body.replace(b"/gsp/", b"/graph-store/") if step.body else None
    return client.request(step.method, path, content=body, headers=step.headers, follow_redirects=False)


def media_type(response):
    return response.headers.get("content-type", "").partition(";")[0]


def graph_of(text):
    return rdflib.Graph().parse(data=text, format="turtle", publicID=HOST)


def checked(step, response):
    assert response.status_code in step.statuses, f"{step.method} {step.path}: {response.status_code} {response.text}"
    if step.format:
        assert media_type(response) in FORMATS[step.format]
    if step.boolean is not None:
        assert response.json()["boolean"] is step.boolean
    for name, value in step.answer_headers.items():
        assert response.headers[name].replace(" ", "") == value.replace(" ", "")
    if step.answer is not None:
        assert isomorphic(graph_of(response.text), graph_of(step.answer.replace("/gsp/", "/graph-store/")))


def replayed(client, case):
    for name, path in case.data.items():
        put = client.put(
            "/graph-store",
            params={"graph": name},
            content=path.read_bytes(),
            headers={"Content-Type": "application/n-triples"},
        )
        assert put.status_code == 201
    known = {}
    for step in case.steps:
        response = sent(client, step, known)
        checked(step, response)
        if step.location:
            known[step.location] = response.headers["location"]


@pytest.mark.parametrize("case", PROTOCOL, ids=lambda case: case.name)
def test_protocol(client, case):
    replayed(client, case)


@pytest.mark.parametrize("case", STORE, ids=lambda case: case.name)
def test_graph_store(client, case):
    replayed(client, case)


def test_all_cases_are_there():
    assert (len(PROTOCOL), len(STORE)) == (34, 14)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("form", ["text/turtle", "application/rdf+xml", "application/ld+json"])
def test_service_description(client, form):
    response = client.get("/sparql", headers={"Accept": form})
    graph = rdflib.Graph().parse(data=response.text, format=media_type(response))
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = graph.subjects(rdflib.RDF.type, sd.Service)
    assert set(graph.objects(service, sd.endpoint)) == {rdflib.URIRef(f"{HOST}/sparql")}
    assert set(graph.objects(service, sd.supportedLanguage)) == {sd.SPARQL11Query, sd.SPARQL11Update}
    (dataset,) = graph.objects(service, sd.defaultDataset)
    assert (dataset, rdflib.RDF.type, sd.Dataset) in graph
    (default,) = graph.objects(dataset, sd.defaultGraph)
    assert (default, rdflib.RDF.type, sd.Graph) in graph
