"""What people type finds first what they mean: queries with the document that must come first, or nothing at all.

The graph is that of the shipped examples and of the small made-up pages of the graph's own tests.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from api import pipeline
from api.pipeline import Item
from graph.library import Library
from graph.reader import Reader
from tests.graph.pages import ALL

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("data") / "ranking.tsv"
ROWS = csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
RANKING = [(row["query"], row["first"]) for row in ROWS]

DATED = re.compile(r"\d/\d+/\d{4}$|năm \d{4}$")
TYPED = [row for row in RANKING if row[1] != "-" and len(row[0]) > 5 and not DATED.search(row[0])]


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ranking") / "data"
    files = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
    assert not pipeline.keep([Item(f"examples/{path.name}", str(path)) for path in files], folder).failed
    with Library(folder) as library:
        library.keep_many(ALL)
        library.publish()
    with Reader.open(folder) as opened:
        yield opened


def test_the_table_is_as_long_as_it_is_said_to_be() -> None:
    assert len(RANKING) >= 60
    assert len({query for query, _ in RANKING}) == len(RANKING)
    assert sum(first == "-" for _, first in RANKING) >= 8


@pytest.mark.parametrize(("query", "first"), RANKING)
def test_the_first_answer_is_the_one_that_is_meant(reader: Reader, query: str, first: str) -> None:
    found = reader.find(query)
    assert (found.hits[0].node.iri if found.hits else "-").endswith(first), [hit.node.label for hit in found.hits[:3]]
    assert bool(found.total) == (first != "-")


@pytest.mark.parametrize(("query", "first"), TYPED)
def test_it_is_suggested_before_it_is_typed_out(reader: Reader, query: str, first: str) -> None:
    found = [node.iri for node in reader.suggest(query[:-1]).documents]
    assert any(iri.endswith(first) for iri in found), query[:-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ban bí", "Ban Bí thư Trung ương Đảng"),
        ("thu tuong", "Thủ tướng Chính phủ"),
        ("bo giao duc", "Bộ Giáo dục và Đào tạo"),
    ],
)
def test_bodies_are_suggested_by_the_beginning_of_their_words(reader: Reader, text: str, name: str) -> None:
    found = reader.suggest(text).bodies
    assert name in [body.name for body in found]
    for body in found:
        assert reader.find("", filters={"body": body.iri}).total == body.count


@pytest.mark.parametrize("text", ["", " ", "k", "?", "4"])
def test_too_little_suggests_nothing(reader: Reader, text: str) -> None:
    assert reader.suggest(text).documents == ()


def test_a_figure_is_completed_while_it_is_typed_and_meant_exactly_when_it_is_sent(reader: Reader) -> None:
    assert {node.number for node in reader.suggest("48").documents[:2]} == {"489/QĐ-TTg"}
    assert reader.find("48").total == 0


@pytest.mark.parametrize(("name", "code"), [("quyết định", "QĐ"), ("chi thi", "CT"), ("kế hoạch", "KH"), ("nd", "NĐ")])
def test_the_name_of_a_type_alone_finds_documents_of_it_first(reader: Reader, name: str, code: str) -> None:
    found = reader.find(name, limit=100)
    types = [hit.node.type for hit in found.hits]
    assert types[0] == code
    assert types == sorted(types, key=lambda one: one != code)
