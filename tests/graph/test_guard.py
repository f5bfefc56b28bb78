"""What is seen in a stranger's text before any engine reads it."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

import pyoxigraph as ox
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
    ("SELECT * { ?s ?p ?o.SERVICE <http://x> { } }", "SERVICE is refused"),
    ('SELECT * { ?s ?p "x"@en.SERVICE <http://x> { } }', "SERVICE is refused"),
    ("SELECT * { ?s ?p 1e0.SERVICE <http://x> { } }", "SERVICE is refused"),
    ("PREFIX x: <http://x> SELECT * { ?s ?p x:.SERVICE <http://x> { } }", "SERVICE is refused"),
    ("PREFIX x: <http://x> SELECT * { ?s ?p ?o . SERVICEx: { } }", "SERVICE is refused"),
    ("SELECT * { ?s ?p ?o . SERVICESILENT<http://x>{ } }", "SERVICE is refused"),
    ("SELECT * { ?s <http://x/\\u0041#> ?o . SERVICE <http://x> { } }", "SERVICE is refused"),
    ('SELECT * { VALUES ?x { """a" } SERVICE <http://x> { } }', "never ends"),
    ("SELECT * { ?s ?p 'x }", "never ends"),
    ("ASK { FILTER(" + "!" * 3_000 + "true) }", "joins 3,000 things"),
    ("ASK { {}" + " UNION {}" * 3_000 + " }", "joins 3,000 things"),
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
    "PREFIX x: <http://x/> SELECT * { ?s x:service ?o ; x:load.from ?p }",
    "PREFIX select: <http://x/> PREFIX from-: <http://y/> SELECT * { ?s from-:from select:ask }",
    'SELECT * { ?s ?p "a\\"SERVICE" }',
    "SELECT * { ?s ?p ?o FILTER(?a < 3 && ?b > 4) }",
]


@pytest.mark.parametrize("text", ADMITTED)
def test_words_in_strings_names_and_comments_are_no_words(text: str) -> None:
    found = guard.admitted(text, longest=65_536, deepest=200)
    assert found.form == "select"
    assert not found.dataset


REACHING = [
    "SELECT * {{?s ?p ?o.SERVICE <{0}> {{?a ?b ?c}}}}",
    'SELECT * {{VALUES ?x {{"""a"}} SERVICE <{0}> {{?a ?b ?c}}}}',
    "SELECT * {{VALUES ?x {{'''a'}} SERVICE <{0}> {{?a ?b ?c}}}}",
    "SELECT * {{?s ?p ?o FILTER(1<2)SERVICE<{0}>{{?a ?b ?c}}}}",
    "SELECT * {{?s ?p ?o . #\rSERVICE<{0}>{{?a ?b ?c}}\n}}",
    "PREFIX e:<{0}> SELECT * {{?s ?p ?o . SERVICEe: {{?a ?b ?c}}}}",
    "PREFIX e:<{0}> SELECT * {{?s ?p ?o . SERVICESILENTe: {{?a ?b ?c}}}}",
    "SELECT * {{?s ?p ?o FILTER(?o != <urn:\\u0041#x>) SERVICE<{0}>{{?a ?b ?c}}}}",
    "SELECT * {{?s ?p ?o OPTIONAL{{SERVICE<{0}>{{?a ?b ?c}}}}}}",
    "SELECT * {{{{SELECT*{{SERVICE<{0}>{{?a ?b ?c}}}}}}}}",
    "ASK {{FILTER EXISTS{{service<{0}>{{?a ?b ?c}}}}}}",
]


@pytest.mark.parametrize("text", REACHING)
def test_what_the_engine_would_reach_out_for_is_seen(text: str) -> None:
    """The engine itself is asked each of these, with a server of ours to reach: what gets there must be refused."""
    reached = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            with contextlib.suppress(OSError):
                line, _ = server.accept()
                reached.append(line)
                line.close()

        taker = threading.Thread(target=take)
        taker.start()
        query = text.format(f"http://127.0.0.1:{server.getsockname()[1]}/")
        store = ox.Store()
        store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c")))
        with contextlib.suppress(OSError, RuntimeError, SyntaxError):
            answer = store.query(query)
            list(answer) if isinstance(answer, ox.QuerySolutions) else None
        server.shutdown(socket.SHUT_RDWR)
        taker.join()
    if reached:
        with pytest.raises(QueryError, match=r"SERVICE is refused|never ends"):
            guard.admitted(query, longest=65_536, deepest=200)


def test_some_of_these_do_reach() -> None:
    """The table above holds what this version of the engine follows; the plainest of them is one."""
    assert guard.survey(REACHING[0].format("http://x/")).reaches == "SERVICE"


def test_a_dataset_clause_is_seen() -> None:
    assert guard.survey("SELECT * FROM <urn:g> { ?s ?p ?o }").dataset
    assert guard.survey("SELECT * FROM NAMED <urn:g> { ?s ?p ?o }").dataset
    assert not guard.survey('SELECT * { ?s ?p "FROM" }').dataset


@given(st.text())
def test_any_text_is_surveyed(text: str) -> None:
    assert guard.survey(text).depth >= 0


@pytest.mark.parametrize("unit", ['"', "'''", "<", "(", "a:", "\\", "# ", '"\\'])
def test_the_time_grows_with_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        """The least of five: what else the machine does only ever adds."""
        taken = []
        for _ in range(5):
            started = time.process_time()
            guard.survey(unit * times)
            taken.append(time.process_time() - started)
        return min(taken)

    # Three times the text: linear is 3, quadratic 9.
    assert seconds(60_000) < max(0.2, 6 * seconds(20_000))
