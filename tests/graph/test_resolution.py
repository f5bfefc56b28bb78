"""Which references are one document: what identity says, and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.recognition import known, recogniser, references
from graph.references import Reference, likeness
from graph.resolution import Identity, resolve, resolve_loose
from ontology import registers
from ontology.model import Document, Extraction, Resolved, Source

REGISTER = registers.load()
TITLE = "nâng cao chất lượng nguồn nhân lực cán bộ lãnh đạo trẻ"


def resolved(*pages: tuple[Document, ...], provinces: tuple[str | None, ...] = ()) -> dict[tuple[str, str], Identity]:
    """The identities of the documents of some pages; the pages are called p0, p1..."""
    blocks: dict[str, list[Reference]] = {}
    for number, documents in enumerate(pages):
        province = provinces[number] if number < len(provinces) else None
        source = Source(f"p{number}", "text/plain", province=province)
        extraction = Extraction(f"p{number}", documents)
        found = references(extraction, source, REGISTER, recogniser(source, extraction, REGISTER))
        for one, _ in found:
            blocks.setdefault(one.block, []).append(one)
    return identified(blocks)


def identified(blocks: dict[str, list[Reference]]) -> dict[tuple[str, str], Identity]:
    """The identities of the references of some blocks, in the order of a build: those that ask a shelf come last."""
    identities: dict[tuple[str, str], Identity] = {}
    for name in sorted(blocks, key=lambda name: ("~" in name, name)):
        if blocks[name][0].loose:
            all_ = (one for block in blocks.values() for one in block)
            shelved = [(one, identities[one.source, one.id].iri) for one in all_ if one.shelf == name and one.series]
            identities |= resolve_loose(blocks[name], shelved)
        else:
            identities |= resolve(blocks[name], known(blocks[name][0], REGISTER))
    return identities


def named(
    type_: str, number: str | None, date: str | None = None, issuer: str | None = None, title: str | None = None
) -> Document:
    return Document("d", type_, number, date, issuer, title)


ONE = [
    ("aliases of one body", named("KL", "49-KL/TW", "2019-05-10", "Ban Bí thư"), named("KL", "49-KL/TW", "2019-05-10", "Ban Bí thư Trung ương Đảng")),
    ("term in the issuer", named("CT", "37-CT/TW", "2014-06-06", "Ban Bí thư khóa XI"), named("CT", "37-CT/TW", "2014-06-06", "Ban Bí thư")),
    ("term against date", named("CT", "11-CT/TW", None, "Bộ Chính trị khóa X"), named("CT", "11-CT/TW", "2007-04-13", "Bộ Chính trị khóa X")),
    ("year against date", named("QĐ", "489/QĐ-TTg", "2020", "Thủ tướng Chính phủ"), named("QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng")),
    ("issuer by the symbol alone", named("NĐ", "30/2020/NĐ-CP"), named("NĐ", "30/2020/ND-CP", "2020-03-05", "Chính phủ")),
    ("dashes, case and accents", named("QĐ", "489/QĐ-TTg", "2020-04-08"), named("QĐ", "489 / QD – TTG", "2020-04-08")),
    ("no issuer at the centre of the Party", named("KL", "49-KL/TW", "2019-05-10"), named("KL", "49-KL/TW", "2019-05-10", "Ban Bí thư")),
    ("a body in capitals and short", named("KH", "77/KH-UBND", "2020-02-01", "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"), named("KH", "77/KH-UBND", "2020-02-01", "UBND TP Hải Phòng")),
    ("a ministry and its minister", named("TT", "9/2021/TT-BGDĐT", None, "Bộ Giáo dục và Đào tạo"), named("TT", "09/2021/TT-BGDĐT", "2021-03-30", "Bộ trưởng Bộ Giáo dục và Đào tạo")),
    ("a plenum's resolution and its number", named("NQ", None, None, "Hội nghị Trung ương 8 khóa XI", "Đổi mới căn bản, toàn diện giáo dục và đào tạo, đáp ứng yêu cầu công nghiệp hóa, hiện đại hóa"), named("NQ", "29-NQ/TW", "2013-11-04", "Ban Chấp hành Trung ương")),
    ("one day, two bodies of one series", named("KL", "49-KL/TW", "2019-05-10", "Bộ Chính trị"), named("KL", "49-KL/TW", "2019-05-10", "Ban Bí thư")),
    ("a committee and its chairman", named("QĐ", "77/QĐ-UBND", "2020-02-01", "Chủ tịch UBND tỉnh Cao Bằng"), named("QĐ", "77/QĐ-UBND", "2020-02-01", "UBND tỉnh Cao Bằng")),
    ("a law by its name and day", named("L", None, "2003-11-26", None, "Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"), named("L", None, "2003-11-26", "Quốc hội", "tổ chức Hội đồng nhân dân và Uỷ ban nhân dân")),
    ("a joint circular, its issuers named or not", named("TTLT", "19/2012/TTLT-BTC-BKHĐT", "2012-02-15", "Bộ Tài chính, Bộ Kế hoạch và Đầu tư"), named("TTLT", "19/2012/TTLT-BTC-BKHĐT")),
    ("two days of a number that holds its year", named("NĐ", "14/2023/NĐ-CP", "2023-04-20"), named("NĐ", "14/2023/NĐ-CP", "2023-04-22")),
    ("a law by number, name and day, and by name and day", named("L", "99/2031/QH16", "2031-03-02", None, "Thư viện số"), named("L", None, "2031-03-02", None, "thư viện số")),
    ("a law's name spelled out and not", named("L", None, "2003-11-26", None, "Tổ chức HĐND và UBND"), named("L", None, "2003-11-26", None, "Tổ chức Hội đồng nhân dân và Ủy ban nhân dân")),
    ("a code called a law", named("L", "99/2031/QH16"), named("BL", "99/2031/QH16", None, None, "Hàng không")),
    ("an ordinance's symbol with and without its type", named("PL", "9/2031/UBTVQH16"), named("PL", "09/2031/PL-UBTVQH16", "2031-03-02")),
    ("a congress's resolution", named("NQ", None, None, "Đại hội Đảng lần thứ X"), named("NQ", None, None, "Đại hội đại biểu toàn quốc lần thứ X của Đảng")),
    ("a province unknown to the register", named("KH", "96/KH-UBND", "2020-06-15", "UBND tỉnh Sông Lam"), named("KH", "96/KH-UBND", "2020-06-15", "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM")),
    ("its committee and chairman", named("QĐ", "97/QĐ-UBND", "2020-06-15", "UBND tỉnh Sông Lam"), named("QĐ", "97/QĐ-UBND", "2020-06-15", "Chủ tịch UBND tỉnh Sông Lam")),
    ("a district of an unknown province", named("KH", "9/KH-UBND", "2020-06-15", "UBND huyện Đông Buổi, tỉnh Sông Lam"), named("KH", "9/KH-UBND", "2020-06-15", "Ủy ban nhân dân huyện Đông Buổi tỉnh Sông Lam")),
    ("an association unknown to the register", named("KH", "3/KH-HHC", "2020-06-15", "Hiệp hội Chè tỉnh Sông Lam"), named("KH", "03/KH-HHC", "2020-06-15", "HIỆP HỘI CHÈ TỈNH SÔNG LAM")),
    ("a university", named("QĐ", "31/QĐ-ĐHSM", "2020-06-15", "Trường Đại học Sao Mai"), named("QĐ", "31/QĐ-ĐHSM", "2020-06-15", "Trường Đại học Sao Mai")),
    ("a number without its symbol, its issuer known", named("KL", "49", "2019-05-10", "Ban Bí thư"), named("KL", "49-KL/TW", "2019-05-10", "Ban Bí thư")),
]  # fmt: skip
APART = [
    ("terms", named("CT", "5-CT/TW", None, "Ban Bí thư khóa XI"), named("CT", "05-CT/TW", None, "Ban Bí thư khóa XII")),
    ("years", named("QĐ", "490/QĐ-TTg", "2019-04-08"), named("QĐ", "490/QĐ-TTg", "2020-04-08")),
    ("provinces", named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng"), named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Hà Giang")),
    ("regulation and decision", named("QyĐ", "69-QĐ/TW", "2022-07-06", "Bộ Chính trị"), named("QĐ", "69-QĐ/TW", "2022-07-06", "Bộ Chính trị")),
    ("law and resolution", named("L", "88/2014/QH13"), named("NQ", "88/2014/QH13")),
    ("series with and without the year", named("QĐ", "33/2023/QĐ-TTg"), named("QĐ", "33/QĐ-TTg", "2023-02-01")),
    ("two days in one year", named("QĐ", "491/QĐ-TTg", "2020-04-08"), named("QĐ", "491/QĐ-TTg", "2020-04-18")),
    ("districts of one name", named("KH", "5/KH-UBND", "2020-02-01", "UBND huyện An Lão, thành phố Hải Phòng"), named("KH", "5/KH-UBND", "2020-02-01", "UBND huyện An Lão, tỉnh Bình Định")),
    ("a district and its province", named("KH", "5/KH-UBND", "2020-02-01", "UBND huyện An Lão, thành phố Hải Phòng"), named("KH", "5/KH-UBND", "2020-02-01", "UBND thành phố Hải Phòng")),
    ("two places not stated", named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy"), named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy")),
    ("a place not stated and one stated", named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy"), named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng")),
    ("no year", named("QĐ", "492/QĐ-TTg"), named("QĐ", "492/QĐ-TTg", "2020-04-08")),
    ("unnumbered plans", named("KH", None, None, "UBND thành phố Hải Phòng", TITLE), named("KH", None, None, "UBND thành phố Hải Phòng", TITLE)),
    ("laws of one name", named("L", None, "2015-06-19", None, "Tổ chức Chính phủ"), named("L", None, "2025-02-18", None, "Tổ chức Chính phủ")),
    ("the year in a number and another day", named("L", "99/2031/QH16", "2041-03-02", None, "Thư viện số"), named("L", None, "2041-03-02", None, "Thư viện số")),
    ("a number without its year and its type", named("NĐ", "51/CP", "1996-08-29"), named("NĐ", "51/NĐ-CP", "1997-05-10")),
    ("congresses", named("NQ", None, None, "Đại hội Đảng lần thứ X"), named("NQ", None, None, "Đại hội Đảng lần thứ XI")),
    ("two resolutions laid to a congress", named("NQ", None, None, "Đại hội Đảng lần thứ X", TITLE), named("NQ", None, None, "Đại hội Đảng lần thứ X", TITLE)),
    ("unknown provinces", named("KH", "96/KH-UBND", "2020-06-15", "UBND tỉnh Sông Lam"), named("KH", "96/KH-UBND", "2020-06-15", "UBND tỉnh Sông Đà")),
    ("an unknown province, another day", named("KH", "96/KH-UBND", "2020-06-15", "UBND tỉnh Sông Lam"), named("KH", "96/KH-UBND", "2020-06-16", "UBND tỉnh Sông Lam")),
    ("an unknown province, a year only", named("KH", "96/KH-UBND", "2020", "UBND tỉnh Sông Lam"), named("KH", "96/KH-UBND", "2020", "UBND tỉnh Sông Lam")),
    ("districts of one unknown province", named("KH", "9/KH-UBND", "2020-06-15", "UBND huyện Đông Buổi, tỉnh Sông Lam"), named("KH", "9/KH-UBND", "2020-06-15", "UBND huyện Tây Buổi, tỉnh Sông Lam")),
    ("a district without its province", named("KH", "9/KH-UBND", "2020-06-15", "UBND huyện Đông Buổi"), named("KH", "9/KH-UBND", "2020-06-15", "UBND huyện Đông Buổi")),
    ("schools of one name", named("QĐ", "4/QĐ-TH", "2020-06-15", "Trường Tiểu học Sao Mai"), named("QĐ", "4/QĐ-TH", "2020-06-15", "Trường Tiểu học Sao Mai")),
    ("schools of one name in one province", named("QĐ", "4/QĐ-TH", "2020-06-15", "Trường Tiểu học Sao Mai, tỉnh Sông Lam"), named("QĐ", "4/QĐ-TH", "2020-06-15", "Trường Tiểu học Sao Mai, tỉnh Sông Lam")),
    ("a sort of body alone", named("QĐ", "31/QĐ-ĐHSM", "2020-06-15", "Trường Đại học"), named("QĐ", "31/QĐ-ĐHSM", "2020-06-15", "Trường Đại học")),
    ("a college and whose symbol it bears", named("QĐ", "77/QĐ-CĐN", "2021-07-01", "Trường Cao đẳng nghề Sao Mai"), named("QĐ", "77/QĐ-CĐN", "2021-07-01", "Trường Cao đẳng nghề Ánh Dương")),
    ("a committee of a place not stated", named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy"), named("CTr", "12-CTr/TU", "2016-05-09", "TỈNH ỦY")),
    ("a law's name without a year", named("L", None, None, None, "Đất đai"), named("L", "45/2013/QH13")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_document(one: Document, other: Document) -> None:
    found = resolved((one,), (other,))
    assert found["p0", "d"].iri == found["p1", "d"].iri
    assert not found["p0", "d"].ambiguous


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_two_documents(one: Document, other: Document) -> None:
    found = resolved((one,), (other,))
    assert found["p0", "d"].iri != found["p1", "d"].iri


def test_a_partial_reference_says_what_it_lacks_and_what_it_may_be() -> None:
    found = resolved(
        (named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy"),),
        (named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng"),),
    )
    partial = found["p0", "d"]
    assert partial.ambiguous
    assert partial.lacks == ("place",)
    assert partial.candidates == (found["p1", "d"].iri,)


def test_a_title_joins_a_partial_reference_and_says_so() -> None:
    full = named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng", TITLE)
    found = resolved((named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy", TITLE.upper()),), (full,))
    assert found["p0", "d"] == Identity(found["p1", "d"].iri, "title", entry=None)


def test_a_title_that_two_documents_bear_joins_nothing() -> None:
    places = [named("CTr", "12-CTr/TU", "2016-05-09", f"Tỉnh ủy {place}", TITLE) for place in ("Cao Bằng", "Hà Giang")]
    found = resolved((named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy", TITLE),), (places[0],), (places[1],))
    assert found["p0", "d"].ambiguous
    assert len(found["p0", "d"].candidates) == 2


def test_the_province_of_the_page_completes_a_local_body() -> None:
    found = resolved(
        (named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy"),),
        (named("CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng"),),
        provinces=("cao-bang", None),
    )
    assert found["p0", "d"].iri == found["p1", "d"].iri


PUBLISHERS = [
    ("a portal", ("https://langson.gov.vn/tin/1",), None, "UBND tỉnh", "ubnd:lang-son"),
    ("a part of a portal", ("https://sgd.langson.gov.vn/tin/1",), None, "UBND tỉnh", "ubnd:lang-son"),
    ("a province renamed since", ("https://thuathienhue.gov.vn/",), None, "UBND tỉnh", "ubnd:thua-thien-hue"),
    ("its city is not the later one", ("https://thuathienhue.gov.vn/",), None, "UBND thành phố", None),
    ("a newspaper", ("http://baocaobang.vn/a.html",), None, "Tỉnh ủy", "tu:cao-bang"),
    ("a publisher's name", (), "Báo Cao Bằng", "Tỉnh ủy", "tu:cao-bang"),
    ("a portal's name", (), "Cổng thông tin điện tử thành phố Hải Phòng", "UBND thành phố", "ubnd:hai-phong"),
    ("the text against the portal", ("https://langson.gov.vn/",), None, "UBND tỉnh Bắc Giang", "ubnd:bac-giang"),
    ("a host that only ends alike", ("https://xlangson.gov.vn/",), None, "UBND tỉnh", None),
    ("a file of that name", ("langson.gov.vn/1.txt",), None, "UBND tỉnh", None),
    ("two portals", ("https://langson.gov.vn/", "https://caobang.gov.vn/"), None, "UBND tỉnh", None),
    ("a portal and another's name", ("https://langson.gov.vn/",), "Báo Cao Bằng", "UBND tỉnh", None),
    ("a national newspaper", ("https://nhandan.vn/1",), "Báo Nhân Dân", "UBND tỉnh", None),
]


@pytest.mark.parametrize(
    ("locations", "publisher", "name", "key"), [case[1:] for case in PUBLISHERS], ids=[case[0] for case in PUBLISHERS]
)
def test_a_publisher_completes_a_name(
    locations: tuple[str, ...], publisher: str | None, name: str, key: str | None
) -> None:
    source = Source("p", "text/html", locations, publisher=publisher)
    body = recogniser(source, Extraction("p"), REGISTER)(name, "2021-05-14")
    assert body is not None
    assert body.key == key


def test_text_and_publisher_that_tell_of_two_provinces_complete_nothing() -> None:
    source = Source("p", "text/html", ("https://langson.gov.vn/",))
    page = Extraction("p", (named("KH", "5/KH-UBND", "2021-05-14", "UBND tỉnh Bắc Giang"),))
    body = recogniser(source, page, REGISTER)("UBND tỉnh", "2021-05-14")
    assert body is not None
    assert body.key is None


BODIES = [
    ("UBND TP Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng", True),
    ("UBND TP. HẢI PHÒNG", "Uỷ ban Nhân dân Thành phố Hải Phòng", True),
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "UBND thành phố Hải Phòng", True),
    ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh", True),
    ("UBND tỉnh Thanh Hoá", "UBND tỉnh Thanh Hóa", True),
    ("HĐND tỉnh Đắk Lắk", "Hội đồng nhân dân tỉnh Đăk Lăk", True),
    ("Thành ủy Hải Phòng", "Thành uỷ thành phố Hải Phòng", True),
    ("BTV Tỉnh ủy Cao Bằng", "Ban Thường vụ Tỉnh uỷ Cao Bằng", True),
    ("Bộ GD&ĐT", "Bộ trưởng Bộ Giáo dục và Đào tạo", True),
    ("Ban Bí thư TW", "Ban Bí thư Trung ương Đảng khóa XI", True),
    ("Thủ tướng", "THỦ TƯỚNG CHÍNH PHỦ", True),
    ("UBND thành phố Hải Phòng", "UBND thành phố Hà Nội", False),
    ("UBND thành phố Hải Phòng", "HĐND thành phố Hải Phòng", False),
    ("UBND thành phố Hải Phòng", "Thành ủy Hải Phòng", False),
    ("UBND tỉnh Hà Tĩnh", "UBND tỉnh Hà Tây", False),
    ("Bộ Tài chính", "Sở Tài chính thành phố Hải Phòng", False),
    ("UBND huyện An Lão, thành phố Hải Phòng", "UBND huyện An Lão, tỉnh Bình Định", False),
    ("Bộ Chính trị", "Chính phủ", False),
]


@pytest.mark.parametrize(("one", "other", "same"), BODIES)
def test_names_of_bodies(one: str, other: str, same: object) -> None:
    bodies = [REGISTER.body_of(name, date="2020-02-01") for name in (one, other)]
    assert all(body and body.key for body in bodies)
    assert (bodies[0].key == bodies[1].key) == same


TERMS = [
    ("CT", "91-CT/TW", "Ban Bí thư khóa XI", "2014-06-06", True),
    ("CT", "91-CT/TW", "Ban Bí thư khóa 11", "2014-06-06", True),
    ("CT", "91-CT/TW", "Bộ Chính trị khoá X", "2007-04-13", True),
    ("CT", "91-CT/TW", "Bộ Chính trị khóa VIII", "2000-08-18", True),
    ("CT", "91-CT/TW", "Ban Bí thư khóa XI", "2016-05-15", False),
    ("CT", "91-CT/TW", "Ban Bí thư khóa XII", "2014-06-06", False),
    ("CT", "91-CT/TW", "Bộ Chính trị khóa X", "2011-11-06", False),
]


@pytest.mark.parametrize(("type_", "number", "issuer", "day", "same"), TERMS)
def test_a_term_is_the_span_of_its_years(type_: str, number: str, issuer: str, day: str, same: object) -> None:
    found = resolved(
        (named(type_, number, None, issuer),),
        (named(type_, number, day, issuer.partition(" khó")[0].partition(" khoá")[0]),),
    )
    assert (found["p0", "d"].iri == found["p1", "d"].iri) == same


def test_a_symbol_of_every_level_is_not_completed_by_the_province() -> None:
    found = resolved((named("KH", "5/KH-UBND", "2020-02-01"),), provinces=("hai-phong",))
    assert found["p0", "d"].ambiguous


def test_the_same_source_completes_a_short_form() -> None:
    full = Document("d1", "CT", "37-CT/TW", "2014-06-06", "Ban Bí thư")
    found = resolved((full, Document("d2", "CT", "37-CT/TW"), Document("d3", "CT", "37")))
    assert {found["p0", key].iri for key in ("d1", "d2", "d3")} == {found["p0", "d1"].iri}
    assert found["p0", "d3"].reason == "same source"


def test_another_source_does_not_complete_it() -> None:
    found = resolved((named("CT", "37-CT/TW", "2014-06-06", "Ban Bí thư"),), (named("CT", "37-CT/TW"),))
    assert found["p1", "d"].ambiguous
    assert found["p0", "d"].iri in found["p1", "d"].candidates


def test_a_misprinted_day_is_one_document_where_the_titles_agree() -> None:
    days = [named("QĐ", "491/QĐ-TTg", f"2020-04-{day}", None, TITLE) for day in ("08", "18")]
    found = resolved((days[0],), (days[1],))
    assert found["p0", "d"].iri == found["p1", "d"].iri


def test_two_days_in_one_year_have_names_that_tell_them_apart() -> None:
    found = resolved((named("QĐ", "491/QĐ-TTg", "2020-04-08"),), (named("QĐ", "491/QĐ-TTg", "2020-04-18"),))
    assert found["p0", "d"].iri.endswith("/ttg/qd/2020-04-08/491-qd-ttg")


def test_a_repaired_number_identifies_and_the_printed_one_stays() -> None:
    misprint = Document(
        "d",
        "QĐ",
        "489/QĐ-TT9",
        "2020-04-08",
        "Thủ tướng Chính phủ",
        resolved=Resolved(number="489/QĐ-TTg", reason="repair"),
    )
    found = resolved((misprint,), (named("QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ"),))
    assert found["p0", "d"].iri == found["p1", "d"].iri


def test_a_constitution_is_known_by_its_year() -> None:
    found = resolved((named("HP", None, "2013", None, None),), (named("HP", None, "1992", None, None),))
    assert found["p0", "d"].iri != found["p1", "d"].iri
    assert found["p0", "d"].iri.endswith("/qh/hp/2013/_")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("tăng cường sự lãnh đạo của Đảng", "TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG", True),
        ("tăng cường sự lãnh đạo của Đảng đối với công tác", "tăng cường sự lãnh đạo của Đảng", True),
        ("tăng cường sự lãnh đạo của Đảng", "phê duyệt Đề án xây dựng xã hội học tập", False),
        ("Đất đai", "Đất", False),
    ],
)
def test_titles_are_alike_or_not(one: str, other: str, alike: object) -> None:
    assert (likeness(one, other) >= 0.8) == alike


DOCUMENTS = st.builds(
    named,
    st.sampled_from(["CT", "QĐ", "L", "BL"]),
    st.sampled_from(["5-CT/TW", "5/QĐ-TTg", "5-CT/TU", "5", "5/2014/QH13", None]),
    st.sampled_from([None, "2014", "2014-06-06", "2014-06-07", "2016-03-01"]),
    st.sampled_from(
        [
            None,
            "Ban Bí thư",
            "Bộ Chính trị khóa XI",
            "Thủ tướng Chính phủ",
            "Tỉnh ủy",
            "Tỉnh ủy Cao Bằng",
            "Tỉnh ủy Sông Lam",
            "Trường Đại học Sao Mai",
        ]
    ),
    st.sampled_from([None, TITLE, "tăng cường công tác khuyến học, khuyến tài"]),
)


@settings(max_examples=150)
@given(st.lists(DOCUMENTS, min_size=1, max_size=6), st.randoms())
def test_the_order_of_pages_changes_no_identity(documents: list[Document], random) -> None:
    pages = {f"p{number}": (document,) for number, document in enumerate(documents)}
    order = list(range(len(documents)))
    random.shuffle(order)
    # A page keeps its name, so only the order in which references are given differs.
    straight = resolved(*pages.values())
    blocks: dict[str, list[Reference]] = {}
    for number in order:
        source = Source(f"p{number}", "text/plain")
        extraction = Extraction("x", (documents[number],))
        for one, _ in references(extraction, source, REGISTER, recogniser(source, extraction, REGISTER)):
            blocks.setdefault(one.block, []).append(one)
    assert identified(blocks) == straight


@settings(max_examples=150)
@given(st.lists(DOCUMENTS, min_size=2, max_size=7))
def test_no_two_references_that_state_different_years_or_provinces_are_one(documents: list[Document]) -> None:
    found = resolved(*((document,) for document in documents))
    groups: dict[str, list[Document]] = {}
    for number, document in enumerate(documents):
        groups.setdefault(found[f"p{number}", "d"].iri, []).append(document)
    for members in groups.values():
        assert len({one.type.replace("BL", "L") for one in members}) == 1
        # A number that holds its year is one document beside any day.
        assert len({one.date[:4] for one in members if one.date and "/2014/" not in (one.number or "")}) <= 1
