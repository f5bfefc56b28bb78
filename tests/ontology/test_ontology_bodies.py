"""Names of bodies and places: what each means, and what is left open."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import registers
from ontology.folding import folded, tokens
from ontology.places import covers
from ontology.registers import load
from ontology.sittings import congress_ordinal, cut_term, plenum_ordinal, roman

R = load()
OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ", "òe": "oè"}


@pytest.mark.parametrize(
    ("name", "place", "key"),
    [
        ("UBND TP Hải Phòng", None, "ubnd:hai-phong"),
        ("Ủy ban nhân dân thành phố Hải Phòng", None, "ubnd:hai-phong"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", None, "ubnd:hai-phong"),
        ("UBND T.P. Hải Phòng", None, "ubnd:hai-phong"),
        ("Ủy ban nhân dân thành phố", "hai-phong", "ubnd:hai-phong"),
        ("Ủy ban nhân dân", "hai-phong", "ubnd:hai-phong"),
        ("UBND TP.HCM", None, "ubnd:ho-chi-minh"),
        ("UBND tỉnh Bà Rịa – Vũng Tàu", None, "ubnd:ba-ria-vung-tau"),
        ("UBND tỉnh", "nghe-an", "ubnd:nghe-an"),
        ("UBND tỉnh", "huyen-quynh-luu--nghe-an", "ubnd:nghe-an"),
        ("UBND tỉnh Nghệ An", "hai-phong", "ubnd:nghe-an"),
        ("Chủ tịch UBND tỉnh Nghệ An", None, "ctubnd:nghe-an"),
        ("HĐND tỉnh Gia Lai khóa XI", None, "hdnd:gia-lai"),
        ("UBND quận Bình Thạnh", None, "ubnd-huyen:quan-binh-thanh--ho-chi-minh"),
        ("UBND Q. Bình Thạnh, TP.HCM", None, "ubnd-huyen:quan-binh-thanh--ho-chi-minh"),
        ("UBND phường 15, quận Tân Bình, TP.HCM", None, "ubnd-xa:phuong-15--quan-tan-binh--ho-chi-minh"),
        ("UBND phường 15 quận Tân Bình", None, "ubnd-xa:phuong-15--quan-tan-binh--ho-chi-minh"),
        ("Ban Bí thư khóa XI", None, "bbt"),
        ("Ban Bí thư Trung ương Đảng", None, "bbt"),
        ("Ban Bí thư TW Đảng (khóa XII)", None, "bbt"),
        ("Bộ Chính trị khoá X", None, "bct"),
        ("Hội nghị Trung ương 8 khóa XI", None, "bchtw"),
        ("BCH Trung ương Đảng khóa XI", None, "bchtw"),
        ("Thủ tướng", None, "ttg"),
        ("Thủ tướng Chính phủ", None, "ttg"),
        ("Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam", None, "cp"),
        ("Quốc hội khóa XIV", None, "qh"),
        ("Uỷ ban Thường vụ Quốc hội", None, "ubtvqh"),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", None, "bgddt"),
        ("Bộ GD&ĐT", None, "bgddt"),
        ("Bộ Lao động – Thương binh và Xã hội", None, "bldtbxh"),
        ("Bộ Văn hóa, Thể thao và Du lịch", None, "bvhttdl"),
        ("Ban Tuyên giáo T.Ư", None, "btgtw"),
        ("Tỉnh ủy Cao Bằng", None, "tu:cao-bang"),
        ("Tỉnh ủy", "cao-bang", "tu:cao-bang"),
        ("Ban Thường vụ Thành ủy Hải Phòng", None, "btvtu:hai-phong"),
        ("Ban Chấp hành Đảng bộ tỉnh Cao Bằng khóa XVIII, nhiệm kỳ 2015 - 2020", None, "tu:cao-bang"),
        ("Thành ủy Vinh", None, "thu:thanh-pho-vinh--nghe-an"),
        ("Quận ủy Bình Thạnh", None, "qu:quan-binh-thanh--ho-chi-minh"),
        ("Ban Tuyên giáo Tỉnh ủy", "bac-giang", "btgtu:bac-giang"),
        ("Sở GD&ĐT Hà Nội", None, "sgddt:ha-noi"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH NGHỆ AN", None, "skhdt:nghe-an"),
        ("UBMTTQ Việt Nam tỉnh Nghệ An", None, "mttq-tinh:nghe-an"),
        ("Mặt trận Tổ quốc Việt Nam", None, "mttw"),
        ("Đại hội XIII", None, "dh-dang"),
    ],
)
def test_names_that_say_which_body(name, place, key):
    found = R.body_of(name, place=place)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    ("name", "place", "body", "level"),
    [
        ("UBND thành phố", None, "ubnd", None),
        ("UBND thành phố", "nghe-an", "ubnd", None),
        ("UBND tỉnh", None, "ubnd", "province"),
        ("Tỉnh ủy", None, "tu", "province"),
        ("Đảng ủy Phường 1", None, "du-xa", "commune"),
        ("UBND quận 1000", None, "ubnd-huyen", "district"),
        ("Huyện ủy", "cao-bang", "hu", "district"),
    ],
)
def test_names_that_leave_the_place_open_have_no_key(name, place, body, level):
    found = R.body_of(name, place=place)
    assert found is not None
    assert (found.body, found.level, found.key, found.series) == (body, level, None, None)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Huyện ủy tỉnh Không Có",
        "Đảng ủy Sở Y tế",
        "Bộ Tài chính và Bộ Nội vụ",
        "Công ty Cổ phần Sông Đà",
        "UBND các tỉnh",
        "Bộ",
        ",",
        "2020",
    ],
)
def test_names_that_the_register_does_not_know(name):
    assert R.body_of(name) is None


@pytest.mark.parametrize(
    ("name", "place", "date", "key"),
    [
        ("Sở Y tế", "huyen-quynh-luu--nghe-an", None, "syt:nghe-an"),
        ("Ủy ban nhân dân", "huyen-quynh-luu--nghe-an", None, "ubnd-huyen:huyen-quynh-luu--nghe-an"),
        ("Ủy ban nhân dân", "hai-phong", "2025-08-01", "ubnd:hai-phong-2025"),
        ("Sở Nội vụ", "hai-phong", "2020", "snv:hai-phong"),
        ("Ủy ban nhân dân", "nowhere", None, None),
    ],
)
def test_a_name_without_place_takes_the_one_around_it(name, place, date, key):
    assert R.body_of(name, place=place, date=date).key == key


def test_what_is_too_long_for_a_name_is_none():
    assert R.body_of("Bộ Nội vụ" + " " * 1000) is None
    assert R.bodies_of("Bộ Nội vụ, " * 1000) == ()


def test_the_day_decides_between_units_of_one_name():
    assert R.body_of("UBND thành phố Hải Phòng", date="2020-08-20").key == "ubnd:hai-phong"
    assert R.body_of("UBND thành phố Hải Phòng", date="2025-08-01").key == "ubnd:hai-phong-2025"
    assert R.body_of("UBND thành phố", place="hai-phong", date="2025-08-01").key == "ubnd:hai-phong-2025"


@pytest.mark.parametrize(
    ("name", "date", "exists"),
    [
        ("UBND tỉnh Hải Dương", "2020", True),
        ("UBND tỉnh Hải Dương", "2026-01-01", False),
        ("Bộ Kế hoạch và Đầu tư", "2025-02-28", True),
        ("Bộ Kế hoạch và Đầu tư", "2025-06-01", False),
        ("Bộ Dân tộc và Tôn giáo", "2020", False),
        ("UBND huyện Quỳnh Lưu", "2025-07-02", False),
    ],
)
def test_a_body_that_did_not_stand_on_the_day_is_told(name, date, exists):
    assert R.body_of(name, date=date).exists is exists


def test_numbers_are_shared_in_series():
    assert {R.body_of(name).series for name in ("Bộ Chính trị", "Ban Bí thư", "Trung ương Đảng")} == {"bchtw"}
    assert R.body_of("Chủ tịch UBND tỉnh Nghệ An").series == R.body_of("UBND tỉnh Nghệ An").series
    assert R.body_of("Ban Thường vụ Tỉnh ủy Nghệ An").series == R.body_of("Tỉnh ủy Nghệ An").series


def test_term_plenum_and_office_are_kept_apart_from_the_body():
    found = R.body_of("Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khoá XI")
    assert (found.body, found.plenum, found.term) == ("bchtw", "8", "XI")
    assert R.body_of("Bộ trưởng Bộ Tài chính").office == "Bộ trưởng"
    assert R.body_of("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng").term == "XIII"


PROVINCES = [place for place in R.places.places.values() if place.level == "province"]
WRITTEN = st.sampled_from(
    [
        "UBND {kind} {name}",
        "Uỷ ban nhân dân {kind} {name}",
        "Ủy ban nhân dân {name}",
        "HĐND {kind} {name}",
        "Sở Y tế {kind} {name}",
        "Chủ tịch UBND {kind} {name}",
        "Đảng bộ {kind} {name}",
    ]
)


def old_tones(text: str) -> str:
    for new, old in OLD_TONES.items():
        text = text.replace(new, old)
    return text


@given(
    place=st.sampled_from(PROVINCES),
    written=WRITTEN,
    dress=st.lists(
        st.sampled_from(
            [str.upper, str.lower, old_tones, lambda s: unicodedata.normalize("NFD", s), lambda s: f"  {s} "]
        ),
        max_size=3,
    ),
)
def test_dress_does_not_matter(place, written, dress):
    name = written.format(kind=place.kind, name=place.name)
    date = place.valid_to or "2026-01-01"
    plain = R.body_of(name, date=date)
    for change in dress:
        name = change(name)
    assert plain is not None
    assert plain.key == f"{plain.body}:{place.slug}"
    assert R.body_of(name, date=date) == plain


@given(place=st.sampled_from([p for p in R.places.places.values() if p.level == "district"]))
def test_a_district_named_in_full_is_found_or_left_open(place):
    province = R.place(place.province)
    found = R.body_of(f"UBND {place.full_name}, {province.full_name}", date=place.valid_to)
    assert found.key == f"ubnd-huyen:{place.slug}"
    alone = R.place_of(place.full_name, date=place.valid_to)
    assert alone is None or (alone.name, alone.kind) == (place.name, place.kind)


@given(place=st.sampled_from(sorted(R.communes.values(), key=lambda p: p.slug)))
def test_a_commune_named_in_full_is_found_or_left_open(place):
    over = [R.place(slug).full_name for slug in (place.district, place.province) if slug]
    found = R.place_of(", ".join([place.full_name, *over]), date=place.valid_to or "2026-01-01")
    assert found is None or folded(found.full_name) == folded(place.full_name)
    assert found is None or (found.district, found.province) == (place.district, place.province)


@given(st.text(max_size=80))
def test_any_text_is_answered(text):
    found = R.body_of(text)
    assert found is None or found.body in R.bodies.bodies
    R.place_of(text)
    R.law_named(text)
    R.known("KL", text)
    R.issuers_of(text)


@pytest.mark.parametrize(
    ("name", "within", "date", "slug"),
    [
        ("TP Hải Phòng", None, None, "hai-phong"),
        ("Hải Phòng", None, "2026", "hai-phong-2025"),
        ("tỉnh Hải Dương (cũ)", None, None, "hai-duong"),
        ("Hai Phong", None, None, "hai-phong"),
        ("TPHCM", None, None, "ho-chi-minh"),
        ("Thủ đô Hà Nội", None, None, "ha-noi"),
        ("Thái Bình", None, None, "thai-binh"),
        ("thành phố Thái Bình", None, None, "thanh-pho-thai-binh--thai-binh"),
        ("BR-VT", None, None, "ba-ria-vung-tau"),
        ("quận 01", None, None, "quan-1--ho-chi-minh"),
        ("phường 1", None, None, None),
        ("phường 1", "quan-3--ho-chi-minh", None, "phuong-1--quan-3--ho-chi-minh"),
        ("phường Tân Định", None, "2025-09-01", "phuong-tan-dinh--ho-chi-minh-2025"),
        ("đặc khu Cát Hải", None, None, "dac-khu-cat-hai--hai-phong-2025"),
        ("xã Không Có Đâu", None, None, None),
        ("", None, None, None),
    ],
)
def test_places(name, within, date, slug):
    found = R.place_of(name, within=within, date=date)
    assert (found.slug if found else None) == slug


def test_a_name_borne_by_several_places_is_left_open():
    assert R.place_of("xã Tân Lập") is None
    assert R.place_of("huyện Châu Thành") is None
    assert R.body_of("Huyện ủy Châu Thành", place="huyen-chau-thanh--an-giang").place == "huyen-chau-thanh--an-giang"
    assert R.place_of("huyện Châu Thành", within="long-an").slug == "huyen-chau-thanh--long-an"


@pytest.mark.parametrize(
    ("name", "ordinal"),
    [
        ("Hội nghị Trung ương 8", "8"),
        ("Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng", "8"),
        ("Hội nghị Ban Chấp hành Trung ương Đảng lần thứ mười lăm", "15"),
        ("Hội nghị Trung ương 6 (lần 2)", "6-2"),
        ("Hội nghị lần thứ tư BCH Trung ương", None),
        ("Hội nghị lần thứ tư Ban Chấp hành Trung ương", "4"),
        ("Trung ương 7", "7"),
        ("Ban Chấp hành Trung ương Đảng", None),
        ("Hội nghị trực tuyến toàn quốc", None),
    ],
)
def test_plenums_in_names(name, ordinal):
    assert plenum_ordinal(tokens(name)) == ordinal


@pytest.mark.parametrize(
    ("name", "congress"),
    [
        ("Đại hội XIII", "XIII"),
        ("Đại hội đại biểu toàn quốc lần thứ 13 của Đảng", "XIII"),
        ("Đại hội Đoàn toàn quốc lần thứ XI", None),
        ("Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX", None),
    ],
)
def test_congresses_in_names(name, congress):
    assert congress_ordinal(tokens(name)) == congress


@pytest.mark.parametrize(
    ("name", "rest", "term"),
    [
        ("Bộ Chính trị khóa X", "Bộ Chính trị", "X"),
        ("Bộ Chính trị (khoá thứ 11)", "Bộ Chính trị", "XI"),
        ("HĐND tỉnh khóa XVII, nhiệm kỳ 2021 - 2026", "HĐND tỉnh", "XVII"),
        ("Trường Khóa", "Trường Khóa", None),
    ],
)
def test_terms_in_names(name, rest, term):
    words, found = cut_term(tokens(name))
    assert [word for word in words if word != ","] == list(tokens(rest))
    assert found == term


def test_numerals():
    assert [roman(n) for n in ("1", "20", "21", "0", "xiv", "", "abc")] == ["I", "XX", None, None, "XIV", None, None]


@pytest.mark.parametrize(
    ("start", "end", "date", "inside"),
    [
        (None, None, "2020", True),
        ("2025-07-01", None, None, True),
        ("2025-07-01", None, "2025", True),
        ("2025-07-01", None, "2025-06-30", False),
        (None, "2025-06-30", "2025-07-01", False),
        (None, "2007-08", "2007-08-31", True),
        ("2007-08", None, "2007-07-31", False),
    ],
)
def test_spans(start, end, date, inside):
    assert covers(start, end, date) is inside


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Bộ Chính trị", ["bct"]),
        ("Bộ Chính trị, Ban Bí thư", ["bct", "bbt"]),
        ("Bộ Tài chính, Bộ Kế hoạch và Đầu tư, Bộ Thông tin và Truyền thông", ["btc", "bkhdt", "btttt"]),
        ("Bộ Văn hóa, Thể thao và Du lịch và Bộ Nội vụ", ["bvhttdl", "bnv"]),
        ("Bộ Tài chính và các bộ", []),
        ("", []),
    ],
)
def test_joint_names(name, keys):
    assert [body.key for body in R.bodies_of(name)] == keys


def test_answers_are_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr(registers, "REMEMBERED", 2)
    register = registers.Register()
    assert all(register.body_of(f"Bộ Nội vụ khóa {numeral}").term == numeral for numeral in ("I", "II", "III", "IV"))
    assert len(register._answers) <= 2
