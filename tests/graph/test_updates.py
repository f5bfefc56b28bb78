"""What an update may do, and where the graphs of a request go."""

import pyoxigraph as ox
import pytest

from graph.updates import DEEPEST, LONGEST, Using, checked, tokens
from ontology.errors import QueryError

ONE = Using(("urn:a",), ("urn:b",))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("LOAD <http://127.0.0.1/x>", "LOAD is refused"),
        ("CLEAR ALL ; load silent <http://127.0.0.1/x> INTO GRAPH <urn:g>", "LOAD is refused"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("INSERT DATA { <urn:s> <urn:p> " + "(" * (DEEPEST + 1), "nested"),
        ("#" * (LONGEST + 1), "characters"),
    ],
)
def test_refused(text, reason):
    with pytest.raises(QueryError, match=reason):
        checked(text)


@pytest.mark.parametrize(
    "text",
    [
        'INSERT DATA { <urn:s> <urn:p> "LOAD SERVICE WHERE {" }',
        "INSERT DATA { <urn:SERVICE> <urn:p> '''it's LOAD ''' } # SERVICE",
        "PREFIX up: <urn:x#> INSERT DATA { up:SERVICE up:load 1 }",
        "DELETE { ?where ?load ?service } WHERE { ?where ?load ?service }",
        'INSERT DATA { <urn:s> <urn:p> """a "quoted" \\""" LOAD""" }',
    ],
)
def test_words_in_strings_names_and_comments_are_none(text):
    assert checked(text) == text
    ox.Store().update(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "INSERT { ?s ?p ?o } USING <urn:a> USING NAMED <urn:b> WHERE { ?s ?p ?o }",
        ),
        (
            "DELETE WHERE # {\n{ ?s ?p 1 }",
            "DELETE { ?s ?p 1 } USING <urn:a> USING NAMED <urn:b> WHERE # {\n{ ?s ?p 1 }",
        ),
        (
            "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } where { { SELECT * WHERE { ?s ?p ?o } } } ; CLEAR ALL",
            (
                "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } USING <urn:a> USING NAMED <urn:b> where "
                "{ { SELECT * WHERE { ?s ?p ?o } } } ; CLEAR ALL"
            ),
        ),
        (
            "DELETE WHERE { ?s ?p ?o . GRAPH <urn:b> { ?s ?p ?o } } ; CLEAR ALL",
            (
                "DELETE { ?s ?p ?o . GRAPH <urn:b> { ?s ?p ?o } } USING <urn:a> USING NAMED <urn:b> "
                "WHERE { ?s ?p ?o . GRAPH <urn:b> { ?s ?p ?o } } ; CLEAR ALL"
            ),
        ),
        ("INSERT DATA { <urn:s> <urn:p> 'WHERE' }", "INSERT DATA { <urn:s> <urn:p> 'WHERE' }"),
    ],
)
def test_using(text, expected):
    assert checked(text, ONE) == expected
    ox.Store().update(expected)


@pytest.mark.parametrize("clause", ["WITH <urn:g> DELETE { ?s ?p ?o }", "DELETE { ?s ?p ?o } USING <urn:g>"])
def test_two_data_sets_conflict(clause):
    text = f"{clause} WHERE {{ ?s ?p ?o }}"
    assert checked(text) == text
    with pytest.raises(QueryError, match="using-graph-uri"):
        checked(text, ONE)


@pytest.mark.parametrize("iri", ["relative", "urn:a> WHERE {} ; CLEAR ALL #", "urn:a b", ""])
def test_a_graph_is_named_by_an_iri(iri):
    with pytest.raises(QueryError, match="not an IRI"):
        checked("DELETE WHERE { ?s ?p ?o }", Using((iri,), ()))


def test_tokens_of_broken_text_end():
    broken = "'open \" <x y> {"
    assert "".join(token for token, _ in tokens(broken)).upper().split() == broken.upper().split()
