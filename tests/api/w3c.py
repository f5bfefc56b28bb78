"""The W3C's HTTP test cases as values, read from their manifests where those lie beside the project."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import rdflib
from rdflib.collection import Collection

SHARED = Path(os.environ.get("PHAHE_SHARED") or Path(__file__).resolve().parents[2] / "../shared")
SPARQL11 = SHARED / "w3c" / "sparql11"
ABSENT = f"the W3C test cases are not beside the project ({SPARQL11.name})"

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
TESTS = (MF.GraphStoreProtocolTest, MF.ProtocolTest)
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
STATUSES = {"OK": (200,), "Created": (201,), "NoContent": (204,), "NotFound": (404,)}
CLASSES = {f"StatusCode{one}xx": tuple(range(one * 100, one * 100 + 100)) for one in (2, 3, 4)}


@dataclass
class Step:
    method: str
    path: str
    headers: dict
    body: bytes | None
    statuses: tuple
    boolean: bool | None = None
    format: str | None = None
    location: str | None = None
    answer: str | None = None
    answer_headers: dict = field(default_factory=dict)


@dataclass
class Case:
    name: str
    steps: list
    data: dict


def cases(manifest):
    """The cases of a manifest (none where it is absent), in its order, and those that it defines and forgot to list."""
    path = SPARQL11 / manifest
    if not path.exists():
        return []
    graph = rdflib.Graph().parse(path, format="turtle", publicID=path.absolute().as_uri())
    (entries,) = graph.objects(None, MF.entries)
    listed = list(Collection(graph, entries))
    forgotten = {one for kind in TESTS for one in graph.subjects(rdflib.RDF.type, kind)} - set(listed)
    return [_case(graph, entry) for entry in [*listed, *sorted(forgotten)]]


def _case(graph, entry):
    requests = graph.value(graph.value(entry, MF.action), HT.requests)
    data = {
        str(graph.value(one, rdflib.RDFS.label)): Path(graph.value(one, UT.graph).removeprefix("file://"))
        for one in graph.objects(entry, UT.graphData)
    }
    name = str(entry).rpartition("#")[2]
    return Case(name, [_step(graph, one) for one in Collection(graph, requests)], data)


def _step(graph, request):
    response = graph.value(request, HT.resp)
    boolean = graph.value(response, MF.expectedBoolean)
    statuses = [str(one).rpartition("#")[2] for one in graph.objects(response, MF.expectedStatus)]
    body = _body(graph, request)
    headers = _headers(graph, request)
    return Step(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        headers,
        _encoded(body, headers.get("content-type", "")),
        tuple(code for one in statuses for code in STATUSES.get(one) or CLASSES[one]),
        None if boolean is None else bool(boolean.toPython()),
        _text(graph.value(response, MF.expectedFormat)),
        _text(graph.value(response, MF.expectedLocation)),
        _body(graph, response),
        _headers(graph, response),
    )


def _encoded(body, content_type):
    if body is None:
        return None
    if "UTF-16" in content_type:
        return body.encode("utf-16")
    return (body.replace("\r\n", "\n").replace("\n", "\r\n") if "multipart" in content_type else body).encode()


def _text(term):
    return None if term is None else str(term)


def _headers(graph, message):
    listed = graph.value(message, HT.headers)
    fields = Collection(graph, listed) if listed else []
    return {str(graph.value(one, HT.fieldName)).lower(): str(graph.value(one, HT.fieldValue)) for one in fields}


def _body(graph, message):
    body = graph.value(message, HT.body)
    return _text(graph.value(body, CNT.chars)) if body else None
