"""The five seed pages, end to end: what they state is there, from every page that states it, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.library import Library
from graph.reader import Reader
from graph.values import Kept

SEEDS = Path(os.environ.get("PHAHE_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages lie beside the project, and are not here")


@pytest.fixture(scope="module")
def seeds(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    from loaders.extraction.extract import extract
    from loaders.sources.registry import read

    path = tmp_path_factory.mktemp("seeds") / "data"
    with Library(path) as library:
        for page in sorted(SEEDS.glob("*.txt")):
            found = read(page.read_bytes(), name=page.name, location=str(page))
            extraction = extract(
                found.text, name=page.name, published=found.source.published, publisher=found.source.publisher
            )
            library.keep(Kept(found.source, found.text), page.read_bytes(), extraction)
        library.publish()
    with Reader.open(path) as reader:
        yield reader


def edges(reader: Reader) -> set[tuple[str, str, str]]:
    rows = reader.catalogue.db.execute("SELECT DISTINCT head, predicate, tail FROM claims")
    return {
        (reader.node(head).number or reader.node(head).type, name, reader.node(tail).number or "-")
        for head, name, tail in rows
    }


def test_the_edges_are_those_that_the_pages_state(seeds: Reader) -> None:
    assert edges(seeds) == {
        ("211/KH-UBND", "implements", "489/QĐ-TTg"),
        ("489/QĐ-TTg", "implements", "49-KL/TW"),
        ("49-KL/TW", "continues", "11-CT/TW"),
        ("211/KH-UBND", "alignedWith", "-"),
        ("KH", "implements", "628/QĐ-TTg"),
        ("628/QĐ-TTg", "implements", "51-KL/TW"),
        ("51-KL/TW", "continues", "29-NQ/TW"),
        ("141-KH/BTGTU", "reviews", "37-CT/TW"),
        ("dissemination", "disseminates", "49-KL/TW"),
        ("review", "reviews", "12-CTr/TU"),
        ("implementation", "implements", "12-CTr/TU"),
        ("review", "reviews", "36-NQ/TW"),
        ("review", "reviews", "37-CT/TW"),
        ("review", "reviews", "38-CT/TW"),
    }


@pytest.mark.parametrize("number", ["49-KL/TW", "11-CT/TW", "37-CT/TW"])
def test_what_two_pages_name_is_one_node_with_evidence_from_both(seeds: Reader, number: str) -> None:
    dossier = seeds.dossier(seeds.pick(number).iri)
    assert len({mention.source for mention in dossier.mentions}) == 2
    assert not dossier.node.ambiguous


def test_nothing_else_is_merged(seeds: Reader) -> None:
    query = "SELECT iri FROM refs GROUP BY iri HAVING count(DISTINCT source) > 1"
    shared = {seeds.node(row[0]).number for row in seeds.catalogue.db.execute(query)}
    assert shared == {"49-KL/TW", "11-CT/TW", "37-CT/TW"}
    assert seeds.stats()["documents"] == 14


def test_the_plenum_is_resolved_by_the_register(seeds: Reader) -> None:
    node = seeds.pick("29-NQ/TW")
    assert node.date == "2013-11-04"
    assert node.iri.endswith("/bchtw/nq/2013/29-nq-tw")


def test_nothing_is_gravely_wrong_and_every_quote_matches(seeds: Reader) -> None:
    assert [finding for finding in seeds.check(evidence=True) if finding.severity == "high"] == []
