"""Every documented query: documented, portable, and answered."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import queries
from graph.queries import NamedQuery, term
from graph.reader import Reader
from graph.store import Change, EndpointStore
from ontology import identity
from ontology.errors import Ambiguous, NotFound, WrongUse

ALL = queries.catalogue()
DOCS = Path(__file__).resolve().parents[2] / "docs" / "queries.md"
FILES = pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode())))


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 12


@FILES
def test_it_says_what_it_is_in_both_languages(query: NamedQuery) -> None:
    assert query.title_vi != query.title_en
    assert query.description.endswith(".")
    assert query.description_vi.endswith(".")
    assert all(param.description and param.description_vi for param in query.params)


@FILES
def test_it_stands_in_the_documentation(query: NamedQuery) -> None:
    documentation = DOCS.read_text(encoding="utf-8")
    assert f"### `{query.name}`" in documentation
    assert query.title_en in documentation
    assert all(f"`{param.name}`" in documentation for param in query.params)


@FILES
def test_it_keeps_to_what_every_store_can_do(query: NamedQuery) -> None:
    text = re.sub(r"#.*", "", query.text)
    assert "GRAPH" in text
    assert re.search(r"WHERE \{\s*(VALUES \?\w+ \{[^}]*\}\s*)*GRAPH", text), "graphs are named first"
    assert "<<" not in text
    assert "[]" not in text
    assert "_:" not in text
    for path in re.findall(r"(\?\w+|<[^>]*>)\s+\([^)]*\)\+\s+(\?\w+|<[^>]*>)", text):
        assert any(f"VALUES {end} " in text for end in path), "one end of a path is bound"
    if "SELECT" in text:
        assert "ORDER BY" in text


@FILES
def test_it_is_answered_as_it_stands_and_by_name(query: NamedQuery, reader: Reader) -> None:
    accept = "turtle" if "CONSTRUCT" in query.text else "csv"
    assert reader.query(query.text, accept=accept).body == reader.named(query.name, accept=accept).body


@pytest.fixture(scope="module")
def elsewhere(reader: Reader, address: str) -> Iterator[EndpointStore]:
    """The same graph in a SPARQL server."""
    out = io.BytesIO()
    reader.export("nquads", out)
    store = EndpointStore(f"{address}/query", f"{address}/update")
    store.apply(Change((), (), tuple(out.getvalue().decode().splitlines(keepends=True))))
    yield store
    for graph in {line.rsplit(b"<", 1)[1].split(b">")[0] for line in out.getvalue().splitlines()}:
        store.drop(graph.decode())
    store.close()


@FILES
def test_it_is_answered_alike_by_a_server(query: NamedQuery, reader: Reader, elsewhere: EndpointStore) -> None:
    accept = "application/n-triples" if "CONSTRUCT" in query.text else "text/csv"
    here = reader.query(query.text, accept=accept).body.splitlines()
    there = elsewhere.query(query.text, accept=accept).splitlines()
    assert (sorted(here) == sorted(there)) if "CONSTRUCT" in query.text else (here == there)


def test_it_answers_for_the_document_that_is_asked_about(reader: Reader) -> None:
    def heads(document: str) -> list[str]:
        return [row["label"] for row in rows(reader.named("implementers", {"document": document}, accept="csv").body)]

    assert heads("49-KL/TW") == ["Quyết định 489/QĐ-TTg (2020)"]
    assert heads("https://w3id.org/phahe/id/doc/vn/ttg/qd/2020-04-08/489-qd-ttg") == [
        "Kế hoạch 211/KH-UBND (Hải Phòng, 2020)"
    ]


def test_the_chain_of_the_plan_reaches_the_directive(reader: Reader) -> None:
    found = [row["label"] for row in rows(reader.named("chain-up", {"document": "211/KH-UBND"}, accept="csv").body)]
    assert found == ["Chỉ thị 11-CT/TW (2007)", "Kết luận 49-KL/TW (2019)", "Quyết định 489/QĐ-TTg (2020)"]


def test_evidence_is_quoted(reader: Reader) -> None:
    found = rows(reader.named("evidence", {"document": "211/KH-UBND"}, accept="csv").body)
    assert [row["quote"] for row in found] == ["211/KH-UBND implements 489/QĐ-TTg."]


def test_documents_of_a_type_and_year(reader: Reader) -> None:
    found = rows(reader.named("documents", {"type": "QĐ", "year": "2020"}, accept="csv").body)
    assert [row["number"] for row in found] == ["489/QĐ-TTg", "489/QĐ-TTg"]


def test_what_is_wrong_with_a_question_is_told(reader: Reader) -> None:
    with pytest.raises(NotFound, match="there are: activities"):
        reader.named("nothing")
    with pytest.raises(WrongUse, match="it takes: document"):
        reader.named("implementers", {"documents": "49-KL/TW"})
    with pytest.raises(NotFound, match="no document answers"):
        reader.named("implementers", {"document": "999/XYZ"})
    with pytest.raises(Ambiguous):
        reader.named("implementers", {"document": "489/QĐ-TTg"})


TERMS = [
    ("type", "qd", f"<{identity.document_type('QĐ')}>"),
    ("year", "2019", '"2019"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ("text", 'a" } DROP ALL #', '"a\\" } DROP ALL #"'),
    ("predicate", "implements", "<https://w3id.org/phahe/ontology#implements>"),
    ("body", "bbt", "<https://w3id.org/phahe/id/body/bbt>"),
    ("document", "x> } DROP ALL #", "<https://w3id.org/phahe/id/x%3E%20%7D%20DROP%20ALL%20#>"),
]


@pytest.mark.parametrize(("kind", "value", "written"), TERMS)
def test_values_become_terms(kind: str, value: str, written: str) -> None:
    assert term(kind, value) == written


@pytest.mark.parametrize(
    ("kind", "value"), [("type", "XX"), ("year", "năm"), ("year", "²"), ("date", "1/2/2020"), ("predicate", "x")]
)
def test_what_is_no_value_of_its_kind_is_refused(kind: str, value: str) -> None:
    with pytest.raises(WrongUse):
        term(kind, value)


@given(st.text())
def test_no_text_gets_out_of_its_term(value: str) -> None:
    filled = queries.get("places").filled({"name": value})
    before, _, after = queries.get("places").text.partition('"Hải Phòng"')
    assert filled.startswith(before)
    assert filled.endswith(after)
    inside = filled[len(before) : len(filled) - len(after)]
    assert re.fullmatch(r'"(?:[^"\\\n\r]|\\.)*"', inside)
