"""What a request to the endpoint puts, by the clauses of the protocol."""

import pytest

from api.problems import Problem
from api.sparql import FORM, QUERY, UPDATE, forms, read


@pytest.mark.parametrize(
    ("method", "parameters", "content_type", "body", "kind", "text"),
    [
        ("GET", b"", None, b"", "description", ""),
        ("GET", b"query=ASK%20%7B%7D", None, b"", "query", "ASK {}"),
        ("POST", b"", FORM, b"query=ASK+%7B%7D", "query", "ASK {}"),
        ("POST", b"", f"{FORM}; charset=UTF-8", "query=ASK {<urn:đ> ?p ?o}".encode().replace(b" ", b"+"), None, None),
        ("POST", b"", FORM, b"query=%C4%91", "query", "đ"),
        ("POST", b"", QUERY, "ASK {?s ?p 'đ'}".encode(), "query", "ASK {?s ?p 'đ'}"),
        ("POST", b"", f'{QUERY};charset="utf-8"', b"ASK {}", "query", "ASK {}"),
        ("POST", b"", UPDATE, b"CLEAR ALL", "update", "CLEAR ALL"),
        ("POST", b"", FORM, b"update=CLEAR+ALL", "update", "CLEAR ALL"),
    ],
)
def test_operations(method, parameters, content_type, body, kind, text):
    if kind is None:
        with pytest.raises(Problem, match="percent-encoded"):
            read(method, parameters, content_type, body)
        return
    operation = read(method, parameters, content_type, body)
    assert (operation.kind, operation.text) == (kind, text)
    assert operation.default is operation.named is None


@pytest.mark.parametrize(
    ("method", "parameters", "content_type", "body", "kind"),
    [
        ("GET", b"query=ASK%7B%7D&query=ASK%7B%7D", None, b"", "bad-request"),
        ("GET", b"update=CLEAR%20ALL", None, b"", "bad-request"),
        ("POST", b"query=ASK%7B%7D", QUERY, b"ASK {}", "bad-request"),
        ("POST", b"", FORM, b"update=CLEAR+ALL&update=CLEAR+ALL", "bad-request"),
        ("POST", b"", FORM, b"update=CLEAR+ALL&query=ASK%7B%7D", "bad-request"),
        ("POST", b"", FORM, b"query=%FF", "bad-request"),
        ("POST", b"", "text/plain", b"ASK {}", "media-type"),
        ("POST", b"", None, b"ASK {}", "media-type"),
        ("POST", b"", f"{QUERY}; charset=UTF-16", b"ASK {}", "media-type"),
        ("POST", b"", QUERY, b"\xff\xfe", "bad-request"),
    ],
)
def test_refusals(method, parameters, content_type, body, kind):
    with pytest.raises(Problem) as refused:
        read(method, parameters, content_type, body)
    assert refused.value.kind == kind


def test_the_data_set_of_a_query_and_of_an_update():
    query = read("POST", b"default-graph-uri=urn%3Aa&named-graph-uri=urn%3Ab", FORM, b"query=q&default-graph-uri=urn:c")
    assert (query.default, query.named) == (("urn:a", "urn:c"), ("urn:b",))
    named = read("GET", b"query=q&named-graph-uri=urn%3Ab", None, b"")
    assert (named.default, named.named) == ((), ("urn:b",))
    update = read("POST", b"using-graph-uri=urn%3Aa&default-graph-uri=urn%3Az", UPDATE, b"u")
    assert (update.default, update.named) == (("urn:a",), ())


@pytest.mark.parametrize(
    ("accept", "wanted", "solutions", "graph"),
    [
        (None, None, "json", "turtle"),
        ("application/json", None, "json", "jsonld"),
        ("text/turtle", None, None, "turtle"),
        ("text/csv", None, "csv", None),
        ("text/csv, application/n-triples;q=0.5", None, "csv", "ntriples"),
        ("image/png", None, None, None),
        ("image/png", "csv", "csv", None),
        (None, "trig", None, "trig"),
        ("application/sparql-results+xml, application/rdf+xml", None, "xml", "rdfxml"),
    ],
)
def test_forms(accept, wanted, solutions, graph):
    found = forms(accept, wanted)
    assert (found.solutions, found.graph) == (solutions, graph)


def test_an_unknown_format_lists_those_there_are():
    with pytest.raises(Problem, match="json, xml, csv"):
        forms(None, "yaml")
