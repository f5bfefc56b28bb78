"""Strangers' queries: answered in every form, bounded in every way, and one that dies costs only the one who asked."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import threading
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from graph import guard
from graph.answers import FORMATS, Busy, Limits, negotiate
from graph.reader import Reader
from graph.workers import Pool
from ontology.errors import QueryError, QueryTimeout, WrongUse

EVERYTHING = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
SLOW = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } GRAPH ?i { ?j ?k ?l } }"


@pytest.fixture(scope="module")
def pool(reader: Reader) -> Iterator[Pool]:
    found = Pool(reader.path / "store", size=2)
    yield found
    found.close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_is_well_formed(pool: Pool, form: str) -> None:
    graph = FORMATS[form] in {FORMATS[name] for name in ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")}
    text = (
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
        if graph
        else "SELECT ?s ?o { ?s <http://purl.org/dc/terms/title> ?o }"
    )
    answer = pool.ask(text, accept=form)
    assert answer.media_type == FORMATS[form]
    assert answer.kind == ("graph" if graph else "select")
    body = answer.body.decode()
    if form == "json":
        assert json.loads(body)["results"]["bindings"]
    elif form == "xml":
        assert ET.fromstring(body) is not None
    elif form == "csv":
        assert len(list(csv.reader(io.StringIO(body)))) > 1
    elif form == "tsv":
        assert body.startswith("?s\t?o\n")
    else:
        kinds = {"ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
        parsed = rdflib.Graph().parse(
            data=body, format=kinds.get(form, "turtle" if form in {"nquads", "trig"} else form)
        )
        assert len(parsed) > 10


def test_a_question_with_no_dataset_sees_lineage_and_register(pool: Pool) -> None:
    answer = pool.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", accept="csv")
    graphs = "<https://w3id.org/phahe/id/graph/lineage> <https://w3id.org/phahe/id/graph/register>"
    named = pool.ask(f"SELECT (COUNT(*) AS ?n) {{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ ?s ?p ?o }} }}", accept="csv")
    assert answer.body == named.body
    assert pool.ask("ASK { ?a a <https://w3id.org/phahe/ontology#Assertion> }", accept="csv").body.strip() == b"false"
    assert (
        pool.ask("ASK { GRAPH ?g { ?a a <https://w3id.org/phahe/ontology#Assertion> } }", accept="csv").body.strip()
        == b"true"
    )


def test_a_dataset_that_is_named_holds(pool: Pool) -> None:
    lineage = "https://w3id.org/phahe/id/graph/lineage"
    by_text = pool.ask(f"SELECT (COUNT(*) AS ?n) FROM <{lineage}> {{ ?s ?p ?o }}", accept="csv")
    by_request = pool.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", accept="csv", default_graphs=[lineage])
    assert by_text.body == by_request.body
    nothing = pool.ask("SELECT * { ?s ?p ?o }", accept="csv", named_graphs=[lineage])
    assert nothing.body.split() == [b"s,p,o"] or nothing.body.count(b"\n") == 1


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_are_bounded_and_the_answer_says_so(pool: Pool, form: str) -> None:
    answer = pool.ask(EVERYTHING, accept=form, limits=Limits(rows=7))
    assert answer.truncated
    body = answer.body.decode()
    rows = {
        "json": lambda: len(json.loads(body)["results"]["bindings"]),
        "xml": lambda: len(ET.fromstring(body)[1]),
        "csv": lambda: len(list(csv.reader(io.StringIO(body)))) - 1,
        "tsv": lambda: len(body.splitlines()) - 1,
    }[form]()
    assert rows == 7


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv", "turtle", "jsonld", "ntriples"])
def test_bytes_are_bounded_and_what_is_left_is_well_formed(pool: Pool, form: str) -> None:
    text = EVERYTHING if form in {"json", "xml", "csv", "tsv"} else "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    answer = pool.ask(text, accept=form, limits=Limits(result_bytes=20_000))
    assert answer.truncated
    assert 1_000 < len(answer.body) < 21_000
    body = answer.body.decode()
    if form in {"json", "jsonld"}:
        json.loads(body)
    elif form == "xml":
        ET.fromstring(body)
    elif form == "csv":
        assert {len(row) for row in csv.reader(io.StringIO(body))} == {4}


def test_an_answer_that_fits_is_whole(pool: Pool) -> None:
    whole = pool.ask(EVERYTHING, accept="tsv")
    rows = whole.body.count(b"\n") - 1
    assert not whole.truncated
    assert not pool.ask(EVERYTHING, accept="tsv", limits=Limits(rows=rows)).truncated


def test_a_query_that_never_ends_is_stopped_and_the_next_is_answered(pool: Pool) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"longer than 0\.5 s"):
        pool.ask(SLOW, limits=Limits(seconds=0.5))
    assert time.monotonic() - started < 5
    assert pool.ask("ASK {}", accept="csv").body.strip() == b"true"


def test_a_query_that_fills_memory_is_stopped(reader: Reader) -> None:
    pool = Pool(reader.path / "store", size=1)
    limits = Limits(seconds=60, memory_bytes=1200 << 20)
    sorting = "SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } } ORDER BY ?c ?f"
    with pytest.raises(QueryTimeout, match="1200 MB of memory"):
        pool.ask(sorting, limits=limits)
    assert pool.ask("ASK {}", accept="csv", limits=limits).kind == "ask"
    pool.close()


def test_text_that_kills_the_engine_costs_only_its_own_answer(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_LINKS", 100_000)
    nested = "SELECT * { ?s ?p ?o FILTER(" + "!" * 15_000 + "true) }"
    with pytest.raises(QueryError, match="ended the process"):
        pool.ask(nested)
    assert pool.ask("ASK {}", accept="csv").kind == "ask"


BAD = [
    ("SELECT", "cannot be read"),
    ("SELECT * { ?s ?p }", "cannot be read"),
    ("hello", "cannot be read"),
    ("", "cannot be read"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_query_is_told_in_one_line(pool: Pool, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as failure:
        pool.ask(text)
    assert "\n" not in str(failure.value)
    assert len(str(failure.value)) < 300


def test_a_form_that_does_not_fit_is_refused(pool: Pool) -> None:
    with pytest.raises(WrongUse, match="no result in the format"):
        pool.ask("SELECT * { ?s ?p ?o }", accept="image/png")
    with pytest.raises(WrongUse, match="no result in the format"):
        pool.ask("ASK {}", accept="turtle")


ACCEPTS = [
    (None, ("application/sparql-results+json", "text/turtle")),
    ("*/*", ("application/sparql-results+json", "text/turtle")),
    ("csv", ("text/csv", None)),
    ("text/csv;q=0.3, application/sparql-results+xml", ("application/sparql-results+xml", None)),
    ("application/json", ("application/sparql-results+json", None)),
    ("text/*", ("text/csv", "text/turtle")),
    ("application/ld+json, */*;q=0.1", ("application/sparql-results+json", "application/ld+json")),
    ("text/turtle;q=0", (None, None)),
    ("text/turtle;q=x", (None, None)),
    ("image/png", (None, None)),
]


@pytest.mark.parametrize(("accept", "expected"), ACCEPTS)
def test_what_is_asked_for_is_negotiated(accept: str | None, expected: tuple[str | None, str | None]) -> None:
    assert negotiate(accept) == expected


def test_many_ask_at_once_and_a_full_pool_says_so(reader: Reader) -> None:
    pool = Pool(reader.path / "store", size=1)
    answers: list[str] = []

    def ask() -> None:
        answers.append(pool.ask("ASK {}", accept="csv").kind)

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["ask"] * 12

    def hold() -> None:
        with pytest.raises(QueryTimeout):
            pool.ask(SLOW, limits=Limits(seconds=2))

    holder = threading.Thread(target=hold)
    holder.start()
    time.sleep(0.3)
    with pytest.raises(Busy):
        pool.ask("ASK {}", limits=Limits(wait=0.1))
    holder.join()
    pool.close()


def test_no_process_is_left_when_a_pool_is_closed(reader: Reader) -> None:
    pool = Pool(reader.path / "store", size=2)
    pool.ask("ASK {}")
    (worker,) = pool._all
    pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker.process.pid, 0)


def test_a_worker_that_was_killed_from_outside_is_replaced(reader: Reader) -> None:
    pool = Pool(reader.path / "store", size=1)
    pool.ask("ASK {}")
    (worker,) = pool._all
    worker.process.kill()
    worker.process.wait()
    assert pool.ask("ASK {}").kind == "ask"
    pool.close()


def test_workers_answer_where_more_files_are_open_than_select_knows(reader: Reader) -> None:
    most, top = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(most, min(4096, top)), top))
    opened = []
    try:
        with Path(os.devnull).open("rb") as nothing:
            opened = [os.dup(nothing.fileno()) for _ in range(1100)]
        pool = Pool(reader.path / "store", size=1)
        try:
            assert pool.ask(EVERYTHING, accept="csv").body
        finally:
            pool.close()
    finally:
        for handle in opened:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, top))
