"""The made-up world: the same each time, true to its own rules, and named as the register names things."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice

import numpy as np
import pytest

from ontology.registers import load
from ontology.terms import KINDS, PREDICATES, TYPES
from tests.benchmarks import generate
from tests.benchmarks.world import CHANCES, LEVELS, World

SIZE = 1000


@pytest.fixture(scope="module")
def documents():
    return list(generate.documents(SIZE))


@pytest.fixture(scope="module")
def pages():
    return list(generate.extractions(SIZE))


def test_the_same_seed_gives_the_same_world_and_another_another(documents):
    assert list(generate.documents(SIZE)) == documents
    assert list(generate.documents(SIZE, seed=8)) != documents


def test_documents_stream():
    first = list(islice(generate.documents(1_000_000), 3))
    assert [one.index for one in first] == [0, 1, 2]


def test_there_are_as_many_as_asked_for_at_every_level(documents):
    assert [one.index for one in documents] == list(range(SIZE))
    counts = Counter(one.level for one in documents)
    assert [counts[level] for level in LEVELS] == [30, 70, 250, 250, 400]


def test_every_edge_leads_to_another_document_of_before(documents):
    for one in documents:
        tails = [tail for _, tail in one.edges]
        assert len(set(tails)) == len(tails)
        assert one.index not in tails
        assert all(documents[tail].date <= one.date for tail in tails)


def test_no_purpose_leads_downwards(documents):
    order = {level: rank for rank, level in enumerate(LEVELS)}
    for one in documents:
        for predicate, tail in one.edges:
            if predicate in {"implements", "details", "guides", "continues"}:
                assert order[documents[tail].level] <= order[one.level]


def test_a_number_names_one_document_in_its_series_and_period():
    register = load()
    seen: Counter[tuple[str, ...]] = Counter()
    for one in generate.documents(30_000):
        base, _, place = one.body.partition(":")
        series = f"{register.bodies.bodies[base].series or base}:{place}"
        period = register.term_on("party", one.date).id if one.party else one.date[:4]
        seen[one.type, one.number, series, period] += 1
    assert [key for key, times in seen.items() if times > 1] == []


def test_issuers_are_those_of_the_register(documents):
    register = load()
    for one in documents:
        found = register.body_of(one.issuer, place=one.place, date=one.date)
        assert found is not None, one.issuer
        assert found.key == one.body
        assert found.exists
        assert found.place == one.place
        assert one.body.partition(":")[0] in {body.id for body in register.issuers_of(one.number)}


def test_types_and_predicates_are_those_of_the_ontology():
    documents = list(generate.documents(20_000))
    assert {one.type for one in documents} < set(TYPES)
    counts = Counter(predicate for one in documents for predicate, _ in one.edges)
    assert set(counts) == set(PREDICATES) - {"promulgates", "consolidates"}
    assert counts.most_common(2)[0][0] == "basedOn"
    assert 2.5 < sum(counts.values()) / len(documents) < sum(CHANCES)


def test_pages_state_what_is_true(documents, pages):
    by_number = {(one.type, one.number, one.issuer, one.date): one.index for one in documents}
    for one, page in zip(documents, pages, strict=True):
        content, read = page.text.content, page.extraction
        index = {d.id: by_number[d.type, d.number, d.issuer, d.date] for d in read.documents}
        assert index["d1"] == one.index
        edges = {(r.predicate, index[r.tail]) for r in read.relations if r.head == "d1"}
        assert edges == set(one.edges)
        for document in read.documents:
            assert all(document.number in content[span.start : span.end] for span in document.mentions)
        for relation in read.relations:
            tail = next(d for d in read.documents if d.id == relation.tail)
            quote = content[relation.evidence.start : relation.evidence.end]
            assert tail.number in quote
            assert relation.cue in quote


def test_some_pages_tell_of_conferences_and_some_are_the_text_itself(pages):
    held = [one for page in pages for one in page.extraction.activities]
    assert 50 < len(held) < 200
    assert {one.kind for one in held} <= set(KINDS)
    assert 200 < sum(page.extraction.documents[0].own for page in pages) < 400
    assert len({page.source.sha256 for page in pages}) == SIZE


def test_arrays_hold_the_truth(documents):
    heads, codes, tails = (np.concatenate(column) for column in zip(*generate.edge_arrays(SIZE), strict=True))
    names = list(PREDICATES)
    told = list(zip(heads.tolist(), [names[code] for code in codes], tails.tolist(), strict=True))
    assert told == list(generate.truth(SIZE))
    assert codes.dtype == np.int8


def test_chains_run_from_the_commune_to_the_centre(documents):
    edges = list(generate.truth(SIZE))
    purpose = frozenset({"implements", "continues", "guides", "details", "reviews", "disseminates"})
    reached = [generate.closure(edges, one.index, purpose) for one in documents]
    assert max(map(len, reached)) >= 4
    assert any({documents[tail].level for tail in tails} >= set(LEVELS[:3]) for tails in reached)
    assert generate.closure(edges, 0) == set()


def test_a_chain_keeps_its_topic(documents):
    same = [
        documents[one.edges[0][1]].title == one.title
        for one in documents
        if one.edges and one.edges[0][0] == "implements"
    ]
    assert same
    assert all(same)


def test_closure_goes_round_a_cycle_once():
    assert generate.closure([(1, "cites", 2), (2, "cites", 1), (2, "amends", 3)], 1) == {1, 2, 3}
    assert generate.closure([(1, "cites", 2), (2, "amends", 3)], 1, frozenset({"cites"})) == {2}


def test_indices_can_be_asked_for_in_any_order():
    world = World(5000)
    some = np.array([4999, 3, 1700, 3])
    assert (world.targets(some) == world.targets(np.arange(5000))[some]).all()


def test_it_writes_lines_of_json(capfdbinary):
    generate.main(["1000", "--form", "extractions", "--limit", "2"])
    lines = capfdbinary.readouterr().out.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])[2]["source"] == "page-0000000.txt"
