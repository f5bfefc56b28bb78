"""Answers that are graphs: what they state, and how that is drawn."""

from __future__ import annotations

import pytest
from lxml import etree

from api.pages.graphs import drawn, listed, picture
from api.pages.sparql import vocabulary
from api.pages.windows import LIMIT
from graph.queries import catalogue
from graph.statements import statements
from graph.values import Node
from ontology.errors import WrongUse
from ontology.namespaces import ID, PHAHE

PLAN, DECISION = f"{ID}doc/vn/x/kh/2020/1", f"{ID}doc/vn/x/qd/2020/2"
TURTLE = f"""@prefix phahe: <{PHAHE}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{PLAN}> a phahe:Document ; phahe:implements <{DECISION}> ; rdfs:seeAlso <https://example.org/a> ; phahe:level <{ID}level/province> ;
  rdfs:label "Kế hoạch 1"@vi, "Plan 1"@en ; phahe:confidence 0.5 .
<{ID}level/province> rdfs:label "cấp tỉnh"@vi .
""".encode()
CARDS = {
    PLAN: Node(PLAN, "document", "KH", "Kế hoạch 1", "1/KH", "2020-02-01", level="province"),
    DECISION: Node(DECISION, "document", "QĐ", "Quyết định 2", "2/QĐ", "2020-01-01", level="central", sphere="state"),
}


def cards(iris):
    return {iri: CARDS[iri] for iri in iris if iri in CARDS}


def test_documents_stand_by_their_cards_and_other_things_by_their_labels() -> None:
    subgraph, total = picture(statements(TURTLE), cards, "vi")
    assert total == len(subgraph.nodes) == 4
    named = {node.iri: node for node in subgraph.nodes}
    assert named[PLAN].number == "1/KH"
    assert named[f"{ID}level/province"].label == "cấp tỉnh"
    assert named["https://example.org/a"].kind == "thing"
    assert {(edge.predicate, edge.tail) for edge in subgraph.edges} == {
        ("implements", DECISION),
        ("rdfs:seeAlso", "https://example.org/a"),
        ("level", f"{ID}level/province"),
    }


def test_a_drawn_answer_links_documents_to_their_pages_and_things_to_theirs() -> None:
    found = drawn(statements(TURTLE), cards, "en")
    tree = etree.fromstring(f"<div>{found.svg}</div>".encode())
    links = {link.get("href") for link in tree.iter("{*}a")}
    assert links >= {"/d/vn/x/kh/2020/1?lang=en", "/id/level/province", "https://example.org/a"}
    assert len(found.table.rows) == 8


def test_values_alone_are_listed_and_not_drawn() -> None:
    found = drawn(statements(f'<{PLAN}> <{PHAHE}number> "1" .'.encode()), cards, "vi")
    assert found.svg == ""
    assert [cell.text for cell in found.table.rows[0]] == ["doc/vn/x/kh/2020/1", "phahe:number", "1"]


def test_a_hostile_graph_stays_text() -> None:
    evil = '</title><script>window.ran=1</script><a href=\\"javascript:x\\">'
    turtle = f'<{PLAN}> <{PHAHE}cites> <javascript:alert> . <javascript:alert> <http://www.w3.org/2000/01/rdf-schema#label> "{evil}" .'
    tree = etree.fromstring(f"<div>{drawn(statements(turtle.encode()), cards, 'vi').svg}</div>".encode())
    assert not list(tree.iter("{*}script"))
    assert all(link.get("href").startswith(("/", "https://")) for link in tree.iter("{*}a"))


def test_a_big_graph_is_cut_and_says_so() -> None:
    lines = "".join(f"<{ID}doc/{at}> <{PHAHE}cites> <{ID}doc/{at + 1}> .\n" for at in range(LIMIT + 50))
    subgraph, total = picture(statements(lines.encode()), cards, "vi")
    assert (len(subgraph.nodes), total) == (LIMIT, LIMIT + 51)


def test_numbers_are_set_as_numbers() -> None:
    cells = {row[1].text: row[2] for row in listed(statements(TURTLE), "vi").rows}
    assert cells["phahe:confidence"].numeric
    assert not cells["rdfs:seeAlso"].numeric


def test_what_is_no_turtle_is_told() -> None:
    with pytest.raises(WrongUse, match="turtle"):
        statements(b"<a> <b")


def test_completions_are_our_words_and_those_of_others_that_stand_in_the_graph() -> None:
    words = vocabulary()
    assert f"{PHAHE}Document" in words["classes"]
    assert f"{PHAHE}implements" in words["properties"]
    assert not set(words["classes"]) & set(words["properties"])
    text = " ".join(query.text for query in catalogue())
    local = {iri.rpartition("#")[2].rpartition("/")[2] for iri in words["properties"]}
    assert {"id_local", "exact", "label", "wasAssociatedWith"} <= {name for name in local if name in text}


def test_there_are_twenty_queries_with_words_in_both_languages() -> None:
    queries = catalogue()
    assert len(queries) >= 20
    for query in queries:
        said = (query.title_vi, query.title_en, query.description, query.description_vi)
        assert all(said), query.name
        assert len(set(said)) == 4, query.name
