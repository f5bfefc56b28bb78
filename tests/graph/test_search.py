"""Numbers and words find what they mean, however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import search
from graph.catalogue import Catalogue
from graph.reader import Reader
from graph.values import Node
from ontology.errors import Ambiguous, NotFound, WrongUse

CARDS = [
    Node("urn:1", "document", "KL", "Kết luận 49-KL/TW (2019)", "49-KL/TW", "2019-05-10", "tiếp tục thực hiện Chỉ thị số 11-CT/TW về khuyến học", "Ban Bí thư Trung ương Đảng", level="central", sphere="party"),
    Node("urn:2", "document", "KL", "Kết luận 149-KL/TW (2020)", "149-KL/TW", "2020-05-10", "công tác cán bộ", "Bộ Chính trị", level="central", sphere="party"),
    Node("urn:3", "document", "QĐ", "Quyết định 489/QĐ-TTg (2020)", "489/QĐ-TTg", "2020-04-08", "ban hành Kế hoạch thực hiện Kết luận số 49-KL/TW", "Thủ tướng Chính phủ", level="central", sphere="state"),
    Node("urn:4", "document", "QĐ", "Quyết định 489/QĐ-TTg (2019)", "489/QĐ-TTg", "2019-02-01", "phê duyệt quy hoạch đường bộ", "Thủ tướng Chính phủ", level="central", sphere="state"),
    Node("urn:5", "document", "KH", "Kế hoạch 211/KH-UBND (Hải Phòng, 2020)", "211/KH-UBND", "2020-08-20", "xây dựng xã hội học tập, đất đai", "Ủy ban nhân dân thành phố Hải Phòng", level="province", sphere="state", place="hai-phong", seen=True),
    Node("urn:6", "document", "NĐ", "Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP", "2020-03-05", "công tác văn thư", "Chính phủ", level="central", sphere="state"),
    Node("urn:7", "document", "CT", "Chỉ thị 14/CT-TTg (2021)", "14/CT-TTg", "2021-05-25", "đẩy mạnh công tác khuyến học, khuyến tài", "Thủ tướng Chính phủ"),
    Node("urn:8", "activity", "dissemination", "Quán triệt – Đảng ủy phường", None, "2023-05-18", None, "Đảng ủy phường"),
]  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    found = Catalogue(tmp_path / "catalogue.sqlite")
    for card in CARDS:
        found.put_node(card)
    return found


FIRST = [
    ("49-KL/TW", "urn:1"), ("49 kl tw", "urn:1"), ("KL 49", "urn:1"), ("kết luận 49", "urn:1"), ("kết luận số 49", "urn:1"),
    ("ket luan 49 ban bi thu", "urn:1"), ("kết luận 49 ban bí thư", "urn:1"), ("489 ttg 2020", "urn:3"), ("489 ttg 2019", "urn:4"),
    ("489/QĐ-TTg 2020", "urn:3"), ("QĐ 489 thủ tướng 2019", "urn:4"), ("quyết định 489 năm 2020", "urn:3"),
    ("dat dai", "urn:5"), ("đất đai", "urn:5"), ("ĐẤT ĐAI", "urn:5"), ("xa hoi hoc tap", "urn:5"), ("211 hai phong", "urn:5"),
    ("duong bo", "urn:4"), ("30/2020", "urn:6"), ("nghị định 30/2020/NĐ-CP", "urn:6"), ("văn thư", "urn:6"),
    ("khuyến tài", "urn:7"), ("quán triệt đảng ủy phường", "urn:8"), ("khuyen ta", "urn:7"), ("30/2020/nd-cp", "urn:6"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "iri"), FIRST)
def test_the_first_hit_is_the_one_that_is_meant(catalogue: Catalogue, query: str, iri: str) -> None:
    found = search.find(catalogue.db, query)
    assert found.hits, query
    assert found.hits[0].node.iri == iri


@pytest.mark.parametrize("query", ["xyz", "49-KL/TW Hà Nội", "???", '"', "* OR *", "NEAR(a b)", "a' OR 1=1 --"])
def test_what_is_not_there_is_not_found(catalogue: Catalogue, query: str) -> None:
    assert search.find(catalogue.db, query).hits == ()


def test_nothing_asked_is_everything_newest_first(catalogue: Catalogue) -> None:
    found = search.find(catalogue.db, "", limit=3)
    assert found.total == len(CARDS)
    assert [hit.node.iri for hit in found.hits] == ["urn:8", "urn:7", "urn:5"]
    assert dict(found.facets["type"])["QĐ"] == 2


def test_pages_do_not_overlap(catalogue: Catalogue) -> None:
    pages = [search.find(catalogue.db, "2020", limit=2, offset=offset).hits for offset in (0, 2, 4)]
    iris = [hit.node.iri for page in pages for hit in page]
    assert len(iris) == len(set(iris)) == search.find(catalogue.db, "2020").total


def test_filters_narrow_and_facets_follow(catalogue: Catalogue) -> None:
    found = search.find(catalogue.db, "", filters={"level": "central", "year": "2020"})
    assert {hit.node.iri for hit in found.hits} == {"urn:2", "urn:3", "urn:6"}
    assert dict(found.facets["year"]) == {"2020": 3, "2019": 2}
    assert search.find(catalogue.db, "", filters={"seen": "true"}).total == 1
    assert search.find(catalogue.db, "hoc tap", filters={"province": "hai-phong"}).total == 1


@pytest.mark.parametrize("filters", [{"nothing": "x"}, {"seen": "maybe"}, {"1=1; --": "x"}])
def test_a_filter_that_is_none_is_told(catalogue: Catalogue, filters: dict[str, str]) -> None:
    with pytest.raises(WrongUse):
        search.find(catalogue.db, "x", filters=filters)


def test_a_card_that_changes_or_goes_is_found_no_more_by_its_old_words(catalogue: Catalogue) -> None:
    from msgspec.structs import replace

    catalogue.put_node(replace(CARDS[4], title="chuyển đổi số"))
    assert search.find(catalogue.db, "đất đai").total == 0
    assert search.find(catalogue.db, "chuyển đổi số").total == 1
    catalogue.forget_node("urn:5")
    assert search.find(catalogue.db, "chuyển đổi số").total == 0


PICKED = [
    ("211/KH-UBND", "ubnd-hai-phong/kh/2020/211-kh-ubnd"),
    ("kế hoạch 211", "ubnd-hai-phong/kh/2020/211-kh-ubnd"),
    ("Kế hoạch 211/KH-UBND (Hải Phòng, 2020)", "ubnd-hai-phong/kh/2020/211-kh-ubnd"),
    ("49-KL/TW", "bbt/kl/2019/49-kl-tw"),
    ("12-CTr/TU Cao Bằng", "tu-cao-bang/ctr/2016/12-ctr-tu"),
    ("https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw", "bbt/kl/2019/49-kl-tw"),
]


@pytest.mark.parametrize(("name", "path"), PICKED)
def test_one_document_is_picked(reader: Reader, name: str, path: str) -> None:
    assert reader.pick(name).iri.endswith(path)


def test_a_number_of_several_documents_lists_them(reader: Reader) -> None:
    with pytest.raises(Ambiguous, match="2 documents answer") as failure:
        reader.pick("12-CTr/TU")
    assert [label for label, _ in failure.value.candidates] == [
        "Chương trình 12-CTr/TU (Hà Giang, 2016)",
        "Chương trình 12-CTr/TU (Cao Bằng, 2016)",
    ] or len(failure.value.candidates) == 2


@pytest.mark.parametrize("name", ["1-KL/TW", "không có", "https://w3id.org/phahe/id/doc/vn/none"])
def test_what_nobody_names_is_not_found(reader: Reader, name: str) -> None:
    with pytest.raises(NotFound):
        reader.pick(name)
