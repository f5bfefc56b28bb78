"""The W3C's query cases through the endpoint of a plain store: data in by the graph store, the answer out over HTTP."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.plugins.sparql.results.rdfresults import RDFResult
from rdflib.query import Result

from api import keys
from api.plain import create_plain_app
from api.settings import Settings
from tests.api import w3c
from tests.api.live import client_of

MF = w3c.MF
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
FOLDERS = [
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "csv-tsv-res",
    "exists",
    "functions",
    "grouping",
    "json-res",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
    "syntax-query",
]
TYPES = {".ttl": "text/turtle", ".rdf": "application/rdf+xml", ".nt": "application/n-triples"}
ANSWERS = {
    ".srx": ("application/sparql-results+xml", "xml"),
    ".srj": ("application/sparql-results+json", "json"),
    ".csv": ("text/csv", "csv"),
    ".tsv": ("text/tab-separated-values", "tsv"),
    ".ttl": ("text/turtle", "turtle"),
}


UNKNOWN = {"syntax-query/test_4"}
"""Cases that call a function which no engine knows: well formed, and refused with the name of the function."""

ENGINE = {
    "aggregates/agg-empty-group-count-graph": "the engine leaves the graph unbound where no triple of it is asked for",
    "bindings/graph": "the same",
    "aggregates/agg-groupconcat-04": "the engine keeps a common language tag of what it joins",
    "aggregates/agg-groupconcat-06": "the engine keeps the language tag of a single value",
    "csv-tsv-res/tsv03": "the engine stores derived integers as integers",
    "functions/strlang02": "the engine writes language tags in small letters",
    "negation/graph-minus": "the engine looks for MINUS inside GRAPH in all graphs at once",
    "property-path/zero_or_more_set_start": "the engine finds no path of length zero at a term that is in no triple",
    "property-path/zero_or_more_set_end": "the same",
    "property-path/zero_or_one_set_start": "the same",
    "property-path/zero_or_one_set_end": "the same",
}
"""The cases that fail in Oxigraph itself, whoever asks it; each must go on failing, or be taken from this list."""


@dataclass
class Case:
    name: str
    kind: str
    query: Path
    default: list
    named: list
    result: Path | None


def cases():
    for folder in FOLDERS:
        manifest = w3c.SPARQL11 / folder / "manifest.ttl"
        if manifest.exists():
            graph = rdflib.Graph().parse(manifest, format="turtle", publicID=manifest.absolute().as_uri())
            for listed in graph.objects(None, MF.entries):
                yield from (case(graph, entry, folder) for entry in Collection(graph, listed))


def case(graph, entry, folder):
    action = graph.value(entry, MF.action)
    query = graph.value(action, QT.query) or action
    result = graph.value(entry, MF.result)
    return Case(
        f"{folder}/{str(entry).rpartition('#')[2]}",
        str(graph.value(entry, rdflib.RDF.type)).rpartition("#")[2],
        path_of(query),
        [path_of(one) for one in graph.objects(action, QT.data)],
        [path_of(one) for one in graph.objects(action, QT.graphData)],
        path_of(result) if result else None,
    )


def path_of(iri):
    return Path(str(iri).removeprefix("file://"))


ALL = list(cases())
SYNTAX = [one for one in ALL if "Syntax" in one.kind]
EVALUATION = [one for one in ALL if one.kind in ("QueryEvaluationTest", "CSVResultFormatTest")]


def marked(listed):
    for one in listed:
        fails = pytest.mark.xfail(reason=ENGINE.get(one.name, ""), raises=AssertionError)
        yield pytest.param(one, id=one.name, marks=[fails] if one.name in ENGINE else [])


pytestmark = [
    pytest.mark.skipif(not w3c.SPARQL11.exists(), reason=w3c.ABSENT),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    _, key = keys.create(folder / "data", ("load",))
    settings = Settings(data=folder / "data", plain=folder / "store", workers=1, short_lane=20)
    with client_of(create_plain_app(settings), headers={"Authorization": f"Bearer {key}"}) as made:
        yield made


def based(path, text):
    """The text of a file as if it were read from its own place."""
    if path.suffix == ".rq":
        return f"BASE <{path.as_uri()}> {text}"
    return f"@base <{path.as_uri()}> . {text}" if path.suffix == ".ttl" else text


def put(client, path, graph):
    data = based(path, path.read_text(encoding="utf-8")).encode()
    where = {"graph": graph} if graph else {"default": ""}
    done = client.post("/graph-store", params=where, content=data, headers={"Content-Type": TYPES[path.suffix]})
    assert done.status_code in (201, 204), done.text


def ask(client, path, accept):
    query = based(path, path.read_text(encoding="utf-8"))
    headers = {"Content-Type": "application/sparql-query", "Accept": accept}
    return client.post("/sparql", content=query.encode(), headers=headers)


def rows(result):
    """The solutions as a bag; what a blank node is called does not matter."""
    return Counter(tuple(sorted((str(name), key(term)) for name, term in row.items())) for row in result.bindings)


def plain(result):
    """The solutions of a CSV answer, which has no types: a number is the same however it is written (1.0E6, 1000000)."""

    def value(term):
        if isinstance(term, rdflib.BNode):
            return "_:"
        try:
            return float(term)
        except ValueError:
            return str(term)

    return Counter(tuple(sorted((str(name), value(term)) for name, term in row.items())) for row in result.bindings)


def key(term):
    if isinstance(term, rdflib.BNode):
        return "_:"
    if (
        isinstance(term, rdflib.Literal)
        and isinstance(term.value, (int, float, Decimal))
        and not isinstance(term.value, bool)
    ):
        return f"{float(term.value):.6g}^^{term.datatype}"
    return term.n3()


def evaluated(client, one):
    assert client.post("/sparql", data={"update": "DROP ALL"}).status_code == 204
    for path in one.default:
        put(client, path, None)
    for path in one.named:
        put(client, path, path.as_uri())
    of_graph = "construct" in one.query.read_text(encoding="utf-8").casefold()
    accept, form = ANSWERS[one.result.suffix if of_graph or one.result.suffix != ".ttl" else ".srx"]
    response = ask(client, one.query, accept)
    assert response.status_code == 200, response.text
    return response, form


def stated(path):
    """The solutions that a case expects; some are written in RDF, in the vocabulary for results."""
    if path.suffix == ".ttl":
        return RDFResult(BytesIO(based(path, path.read_text(encoding="utf-8")).encode()), format="turtle")
    return Result.parse(BytesIO(path.read_bytes()), format=ANSWERS[path.suffix][1])


def test_all_cases_are_there():
    assert (len(EVALUATION), len(SYNTAX)) == (235, 103)
    assert len(EVALUATION) - len(ENGINE) == 224


@pytest.mark.parametrize("one", list(marked(EVALUATION)))
def test_evaluation(client, one):
    response, form = evaluated(client, one)
    if form == "turtle":
        expected = rdflib.Graph().parse(one.result, publicID=one.result.as_uri())
        assert isomorphic(rdflib.Graph().parse(data=response.text, format="turtle"), expected)
        return
    found = Result.parse(BytesIO(response.content), format=form)
    expected = stated(one.result)
    if form == "csv":
        assert plain(found) == plain(expected)
        return
    if expected.type == "ASK":
        assert found.askAnswer == expected.askAnswer
    else:
        assert rows(found) == rows(expected)


@pytest.mark.parametrize("one", SYNTAX, ids=lambda one: one.name)
def test_syntax(client, one):
    response = ask(client, one.query, "*/*")
    if "Negative" in one.kind:
        assert response.status_code == 400, response.text
    elif one.name in UNKNOWN:
        assert response.status_code == 400
    else:
        assert response.status_code == 200, response.text
