"""The pages on the ontology and the registers: complete, and their queries run."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest
from rdflib import Dataset

from ontology import tables
from ontology.registers import load
from ontology.terms import KINDS, LEVELS, PREDICATES, STATUSES, TYPES, WORDS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "ontology.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
EXAMPLE = """
@prefix : <https://w3id.org/phahe/id/test/> .
@prefix phahe: <https://w3id.org/phahe/ontology#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
GRAPH <https://w3id.org/phahe/id/graph/lineage> {
  :a a phahe:Document ; eli:id_local "211/KH-UBND" ; phahe:implements :b ; eli:type_document :kh ; phahe:seen true .
  :b eli:id_local "489/QĐ-TTg" ; eli:date_document "2020-04-08"^^xsd:date ; phahe:implements :c ; phahe:seen false .
  :c eli:id_local "49-KL/TW" ; phahe:continues :d ; phahe:seen false .
  :d eli:id_local "11-CT/TW" .
  :m a phahe:Activity ; phahe:disseminates :c ; prov:startedAtTime "2023-05-18"^^xsd:date ; phahe:kind <https://w3id.org/phahe/id/kind/dissemination> .
}
GRAPH <https://w3id.org/phahe/id/graph/source/1> {
  :s rdf:subject :a ; rdf:predicate phahe:implements ; rdf:object :b ; phahe:evidence :e ; phahe:rule "r" ; phahe:confidence 0.9 .
  :e oa:hasSource :p ; oa:hasSelector :x, :y . :x oa:start 1 . :y oa:exact "quote" .
  :o a phahe:Obligation ; dcterms:description "báo cáo" ; phahe:due "2020-09-10"^^xsd:date .
}
GRAPH <https://w3id.org/phahe/id/graph/register> {
  :kh skos:prefLabel "Kế hoạch"@vi .
  :change org:originalOrganization <https://w3id.org/phahe/id/place/hai-duong> ; org:resultingOrganization :hp ;
    prov:startedAtTime "2025-07-01"^^xsd:date .
}
"""


def test_every_word_is_explained():
    assert [word for word in WORDS if f"`phahe:{word}`" not in PAGE] == []


def test_every_entry_of_a_list_is_named():
    assert [code for code in TYPES if f"`{code}`" not in PAGE] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in PAGE] == []
    assert all(code in PAGE for code in (*LEVELS, *STATUSES))


@pytest.mark.parametrize("predicate", PREDICATES.values(), ids=lambda p: p.name)
def test_the_table_of_relations_says_what_the_ontology_says(predicate):
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `phahe:{predicate.name}`"))
    assert predicate.inverse_en in row
    assert predicate.label_en in row
    assert (f"`{predicate.eli}`" if predicate.eli else "none has it") in row


def test_the_table_stands_in_the_order_of_strength():
    table = PAGE.partition("## The sixteen relations")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `phahe:(\w+)`", table, re.MULTILINE) == list(PREDICATES)


def test_there_are_queries():
    assert len(QUERIES) >= 8


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.splitlines()[0].strip("# "))
def test_a_query_of_the_page_finds_something(query):
    data = Dataset(default_union=True)
    data.parse(data=EXAMPLE, format="trig")
    assert list(data.query(query))


def test_every_table_of_the_register_is_described():
    page = (DOCS / "registers.md").read_text(encoding="utf-8")
    assert [path.name for path in tables.HERE.glob("*.csv") if f"`{path.name}`" not in page] == []
    assert [key for key in load().origins if f"`{key}`" not in page] == []


def test_the_examples_of_the_register_are_true():
    failed, tried = doctest.testfile(str(DOCS / "registers.md"), module_relative=False, encoding="utf-8")
    assert tried > 8
    assert failed == 0


@pytest.mark.parametrize("name", ["folding", "places", "sittings", "terms", "registers", "known", "bodies", "changes"])
def test_the_examples_of_a_module_are_true(name):
    assert doctest.testmod(importlib.import_module(f"ontology.{name}")).failed == 0


def test_the_table_of_tables_counts_right():
    page = (DOCS / "registers.md").read_text(encoding="utf-8")
    for path in tables.HERE.glob("*.csv"):
        row = next(line for line in page.splitlines() if line.startswith(f"| `{path.name}`"))
        assert int(row.split("|")[2].replace(",", "")) == sum(1 for _ in tables.rows(path.name)), path.name
