"""How well references of different sources are put together, on clusters made by reading (`clusters_gold.tsv`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from graph.resolution import Identity
from ontology import registers
from tests.graph import clusters
from tests.graph.clusters import Stretch

REGISTER = registers.load()
HERE = clusters.FOLDERS["case"].is_dir()
labelled = pytest.mark.skipif(not HERE, reason="the labelled texts are not here")
# What the extractor reads short of what the passage says: the proper name of a college is cut from its issuer.
CUT_SHORT = 1
# `Hội Khuyến học cấp trên`, whose last words the extractor leaves out: the bare name is the national association's.
TAKEN_FOR_CENTRAL = {"passage/P28"}


@cache
def answers() -> dict[Stretch, Identity | None]:
    """What each mention of the list was resolved to; only passages where the labelled texts are not here."""
    truth = clusters.clusters()
    pages = list(clusters.pages({one.source for one in truth}))
    return clusters.found({one: truth[one] for one in truth}, pages, REGISTER)


def names() -> dict[Stretch, str]:
    """The document of each mention; one that was not read stands alone."""
    return {one: found.iri if found else f"unread {one}" for one, found in answers().items()}


def test_the_list_is_what_it_says() -> None:
    truth = clusters.clusters()
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for one, key in truth.items():
        sources[key].add(one.source)
    assert len(truth) >= 1000
    assert sum(len(found) > 1 for found in sources.values()) >= 300
    pairs = clusters.lookalikes()
    assert len(pairs) >= 40
    assert {key for one, other, _ in pairs for key in (one, other)} <= set(sources)
    assert all(one != other and why for one, other, why in pairs)


@labelled
def test_references_are_put_together_as_a_reader_would() -> None:
    truth, found = clusters.clusters(), names()
    assert set(found) == set(truth)
    unread = [one for one, answer in answers().items() if answer is None]
    assert len(unread) <= 0.01 * len(truth), unread
    precision, recall = clusters.shares(found, truth), clusters.shares(truth, found)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"B-cubed on {len(truth)} references: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
    assert wrong_merges(found, truth) == {}
    assert precision == 1.0
    assert f1 >= 0.99


def wrong_merges(found: dict[Stretch, str], truth: dict[Stretch, str]) -> dict[str, list[Stretch]]:
    """The documents that references of several clusters were taken for."""
    groups: defaultdict[str, list[Stretch]] = defaultdict(list)
    for one, iri in found.items():
        groups[iri].append(one)
    return {iri: group for iri, group in groups.items() if len({truth[one] for one in group}) > 1}


@pytest.mark.parametrize(("one", "other", "why"), clusters.lookalikes())
def test_documents_that_look_alike_are_kept_apart(one: str, other: str, why: str) -> None:
    truth, found = clusters.clusters(), names()
    sides = [
        {found[mention] for mention, key in truth.items() if key == side and mention in found} for side in (one, other)
    ]
    if not all(sides):
        pytest.skip("the labelled texts are not here")
    assert sides[0].isdisjoint(sides[1]), why


def test_what_the_text_does_not_tell_is_left_open() -> None:
    """A reference marked open is joined to no other source, and says that it is open."""
    found = answers()
    joined = defaultdict(set)
    for one, answer in found.items():
        if answer:
            joined[answer.iri].add(one.source)
    marked = [
        Stretch(row[0], int(row[1]), int(row[2])) for row in clusters.table("clusters_gold.tsv") if row[4] == "open"
    ]
    read = [one for one in marked if found.get(one)]
    assert read
    assert [one for one in read if len(joined[found[one].iri]) > 1] == []
    assert {one.source for one in read if not found[one].ambiguous} <= TAKEN_FOR_CENTRAL


def test_passages_are_put_together_without_the_labelled_texts() -> None:
    truth, found = clusters.clusters(), names()
    passages = [one for one in found if one.source.startswith("passage/")]
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for one in passages:
        groups[truth[one]].add(found[one])
    assert len(passages) >= 60
    split = [key for key, iris in groups.items() if len(iris) > 1]
    assert len(split) == CUT_SHORT, split
