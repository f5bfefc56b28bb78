"""What the page of a document shows: relations by the page, what is dated, how identity was decided, what changed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from graph import cards
from graph.columns import Columns
from graph.facetnames import facet_name
from graph.histories import history
from graph.library import Library
from graph.outcomes import END, outcome
from graph.portrait import MOMENTS, SHOWN, portrait, relations, tally
from graph.reader import Reader
from graph.review import Bench, Decision
from ontology.errors import NotFound
from ontology.model import Document
from tests.graph.pages import ALL, page

HUB = Document("d1", "QĐ", "7777/QĐ-TTg", "2021-03-03", "Thủ tướng Chính phủ", "phê duyệt đề án")
MANY = 130
PLANS = ("implements", True, "document")


def plans() -> tuple[Document, ...]:
    """Plans of one place, one for each day of some months, two of them without a date."""
    dates = [f"2022-{1 + at // 28:02}-{1 + at % 28:02}" for at in range(MANY - 2)] + [None, None]
    issuer = "Ủy ban nhân dân thành phố Hải Phòng"
    return tuple(
        Document(f"p{at}", "KH", f"{100 + at}/KH-UBND", date or "2020", issuer, f"phần {at}")
        for at, date in enumerate(dates)
    )


@pytest.fixture(scope="module")
def busy(empty, tmp_path_factory):
    import shutil

    path = shutil.copytree(empty, tmp_path_factory.mktemp("busy") / "data")
    made = plans()
    with Library(path) as library:
        library.keep_many([page("hub", (HUB, *made), tuple((one.id, "implements", "d1") for one in made))])
        library.publish()
    with Reader.open(path) as found:
        yield found


def test_relations_come_by_the_page_newest_first_and_none_twice(busy: Reader) -> None:
    hub = busy.pick("7777/QĐ-TTg").iri
    assert tally(busy, hub) == {PLANS: MANY}
    met = []
    for offset in range(0, MANY, 50):
        group = relations(busy, hub, *PLANS, limit=50, offset=offset)
        assert group.total == MANY
        assert [edge.head for edge in group.edges] == [other.iri for other in group.others]
        assert all(edge.evidence for edge in group.edges)
        met += group.others
    assert len({node.iri for node in met}) == MANY
    dates = [node.date for node in met]
    assert dates == sorted(dates, key=lambda date: date or "", reverse=True)


def test_a_portrait_shows_a_part_and_says_of_how_much(busy: Reader) -> None:
    shown = portrait(busy, busy.pick("7777/QĐ-TTg").iri)
    (group,) = shown.groups
    assert (len(group.edges), group.total) == (SHOWN, MANY)
    assert (len(shown.moments), shown.dated) == (MOMENTS, MANY)
    assert [one.date for one in shown.moments] == sorted(one.date for one in shown.moments)
    assert shown.sources == 1


def test_a_portrait_says_what_a_dossier_says(reader: Reader) -> None:
    for name in ("49-KL/TW", "489/QĐ-TTg", "211/KH-UBND"):
        iri = reader.pick(name).iri if name != "489/QĐ-TTg" else reader.find(name).hits[0].node.iri
        shown, known = portrait(reader, iri), reader.dossier(iri)
        assert shown.facts == known.facts
        assert {edge for group in shown.groups for edge in group.edges} == {*known.out, *known.into}
        assert {one.reason for one in shown.decisions} == set(known.identity.split("; "))


def test_what_is_not_there_has_no_portrait(reader: Reader) -> None:
    with pytest.raises(NotFound):
        portrait(reader, "https://w3id.org/phahe/id/doc/vn/none")


def test_a_candidate_of_the_register_alone_has_a_portrait_without_relations(reader: Reader) -> None:
    iri = next(iter(reader._candidates))
    shown = portrait(reader, iri)
    assert shown.groups == shown.moments == shown.decisions == ()


def test_the_history_tells_loads_verdicts_and_releases(data) -> None:
    with Library(data) as library:
        library.keep_many(ALL)
        library.publish()
    with Reader.open(data) as found:
        iri = found.pick("49-KL/TW").iri
        edge = found.dossier(iri).out[0]
    with Library(data) as library:
        Bench(library).decide(Decision("confirm", "An", "read it", edge.evidence[0].iri))
        library.remove("/tmp/ward.txt")
        library.publish()
    with Reader.open(data) as found:
        told = history(found, iri)
        assert [one.when for one in told] == sorted((one.when for one in told), reverse=True)
        acts = [one.act for one in told]
        assert {"load", "confirmed", "release"} <= set(acts)
        assert next(one for one in told if one.act == "confirmed").by == "An"
        assert all(one.sources for one in told if one.act == "load")
        assert history(found, found.pick("30/2020/NĐ-CP").iri) != told


def test_the_column_of_statuses_is_what_status_says_in_the_end(reader: Reader) -> None:
    columns = Columns(reader.catalogue.db)
    status = columns.texts["status"]
    codes = {iri: status.values[code] for iri, code in zip(reader._iris, status.codes, strict=True)}
    told = {"replaced": 0, "in force": 0}
    for iri, code in codes.items():
        node = reader.node(iri)
        if node.kind == "document":
            assert code == outcome(reader.catalogue.db, node).code == reader.status(iri, END).code
            told[code] = told.get(code, 0) + 1
        else:
            assert code is None
    assert told["replaced"]
    assert told["in force"]


def test_columns_count_the_same_with_and_without_the_index(reader: Reader) -> None:
    alone, beside = Columns(reader.catalogue.db), Columns(reader.catalogue.db, reader.lineage)
    for one, other in zip(alone.degrees, beside.degrees, strict=True):
        assert one.tolist() == other.tolist()


@pytest.mark.parametrize(
    ("facet", "value", "name"),
    [
        ("type", "KL", ("Kết luận", "Conclusion")),
        ("type", "dissemination", None),
        ("province", "hai-phong-2025", ("Hải Phòng (2025)", "Hai Phong (2025)")),
        ("province", "hai-phong", ("Hải Phòng", "Hai Phong")),
        ("body", "https://w3id.org/phahe/id/body/bbt", ("Ban Bí thư Trung ương Đảng",) * 2),
        ("year", "2020", ("2020", "2020")),
    ],
)
def test_values_of_facets_have_names(reader: Reader, facet: str, value: str, name: tuple[str, str] | None) -> None:
    found = facet_name(reader, facet, value)
    assert found == name if name else found[0] != value


def test_several_values_of_a_filter_are_any_of_them(reader: Reader) -> None:
    both = reader.find("", filters={"type": ("KL", "CT")}).total
    assert both == reader.find("", filters={"type": "KL"}).total + reader.find("", filters={"type": "CT"}).total
    narrowed = reader.find("", filters={"type": ("KL", "CT"), "level": "central"})
    assert dict(narrowed.facets["type"])["QĐ"] == reader.find("", filters={"type": "QĐ", "level": "central"}).total


CAPITALS = "TĂNG CƯỜNG KHUYẾN HỌC"


@pytest.mark.parametrize(
    ("title", "others", "shown"),
    [
        (CAPITALS, ["tăng cường khuyến học"], "tăng cường khuyến học"),
        (CAPITALS, ["Tăng cường khuyến học", "tăng cường khuyến học"], "Tăng cường khuyến học"),
        (CAPITALS, ["tăng cường khuyến tài", CAPITALS], CAPITALS),
        (CAPITALS, [], CAPITALS),
        ("tăng cường KHUYẾN HỌC", ["tăng cường khuyến học"], "tăng cường KHUYẾN HỌC"),
        (None, ["tăng cường"], None),
    ],
)
def test_a_title_in_capitals_is_spelt_as_another_source_spells_it_and_never_otherwise(title, others, shown) -> None:
    assert cards._spelt(title, [SimpleNamespace(title=other) for other in (title, *others)]) == shown
