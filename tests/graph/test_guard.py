"""What is seen in a stranger's text before any engine reads it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import guard
from ontology.errors import QueryError

FORMS = [
    ("SELECT * { ?s ?p ?o }", "select"),
    ("# comment SELECT\nPREFIX select: <http://x/ask>\nASK { ?s ?p ?o }", "ask"),
    ("BASE <http://select/> construct where { ?s ?p ?o }", "construct"),
    ("describe <http://x>", "describe"),
    ("INSERT DATA { <a:b> <c:d> <e:f> }", "update"),
    ("PREFIX a: <http://x> DELETE WHERE { ?s ?p ?o }", "update"),
    ("LOAD <http://x>", "update"),
    ("", "unknown"),
    ("hello", "unknown"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_the_form_of_a_text(text: str, form: str) -> None:
    assert guard.form(text) == form


REFUSED = [
    ("SELECT * { SERVICE <http://x> { ?s ?p ?o } }", "SERVICE is refused"),
    ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE is refused"),
    ("SELECT * { ?s ?p ?o }" + " " * 70_000, "70,021 bytes long"),
    ("SELECT * { " + "(" * 300 + ")" * 300 + " }", "301 brackets deep"),
    ("PREFIX ex: <http://x/> SELECT * { ?a ex:it\\'s ?b . SERVICE <http://x> { ?s ?p ?o } } #'", "SERVICE is refused"),
    ("PREFIX ex: <http://x/> SELECT * { ?a ex:it\\# ?b . SERVICE <http://x> { ?s ?p ?o } }", "SERVICE is refused"),
    ('SELECT * { ?a ?b "x" . SERVICE <http://x> { } } #"', "SERVICE is refused"),
    ("SELECT * { ?a ?b 'x\\\\' . SERVICE <http://x> { } } #'", "SERVICE is refused"),
    ("DROP ALL", "updates are refused"),
    ("PREFIX x: <http://load/> LOAD <http://x>", "LOAD is refused"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_refused_and_why(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        guard.admitted(text, longest=65_536, deepest=200)


ADMITTED = [
    'SELECT * { ?s ?p "SERVICE <http://x> { ( ( ( (" }',
    "SELECT * { ?s ?p '''SERVICE ' '' {''' }",
    "SELECT * { ?service ?from ?load }",
    "SELECT * { <http://x/SERVICE> ?p ?o } # SERVICE <http://x>",
    "PREFIX service: <http://x/> SELECT * { ?s service:load ?o }",
    'SELECT * { ?s ?p "a\\"SERVICE" }',
    "SELECT * { ?s ?p ?o FILTER(?a < 3 && ?b > 4) }",
]


@pytest.mark.parametrize("text", ADMITTED)
def test_words_in_strings_names_and_comments_are_no_words(text: str) -> None:
    found = guard.admitted(text, longest=65_536, deepest=200)
    assert found.form == "select"
    assert not found.dataset


def test_a_dataset_clause_is_seen() -> None:
    assert guard.survey("SELECT * FROM <urn:g> { ?s ?p ?o }").dataset
    assert guard.survey("SELECT * FROM NAMED <urn:g> { ?s ?p ?o }").dataset
    assert not guard.survey('SELECT * { ?s ?p "FROM" }').dataset


@given(st.text())
def test_any_text_is_surveyed(text: str) -> None:
    assert guard.survey(text).tokens >= 0


@pytest.mark.parametrize("unit", ['"', "'''", "<", "(", "a:", "\\", "# ", '"\\'])
def test_the_time_grows_with_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        guard.survey(unit * times)
        return time.process_time() - started

    seconds(1000)
    assert seconds(60_000) < max(0.2, 6 * seconds(20_000))
