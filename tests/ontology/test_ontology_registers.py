"""The registers: sound tables, and answers that do not guess."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from itertools import pairwise

import pytest

from ontology import tables
from ontology.places import Place
from ontology.registers import load
from ontology.terms import LEVELS, SPHERES, TYPES

R = load()
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
KEYS = {
    "bodies.csv": ("id",),
    "provinces.csv": ("slug",),
    "districts.csv": ("slug",),
    "communes_2024.csv": ("code",),
    "communes_2025.csv": ("code",),
    "communes_merged.csv": ("before", "after"),
    "changes.csv": ("id",),
    "terms.csv": ("id",),
    "plenums.csv": ("id",),
    "documents.csv": ("type", "number", "date", "title"),
    "sources.csv": ("key",),
    "abbreviations.csv": ("short",),
    "publishers.csv": ("host",),
    "offices.csv": ("office",),
}
DATES = ("date", "start", "end", "valid_from", "valid_to")


def real(date: str) -> bool:
    if not ISO.fullmatch(date):
        return False
    dt.date.fromisoformat((date + "-01-01")[:10])
    return True


def test_every_table_is_known_here():
    assert {path.name for path in tables.HERE.glob("*.csv")} == set(KEYS)


@pytest.mark.parametrize("table", KEYS)
def test_a_table_is_sound(table):
    found = list(tables.rows(table))
    keys = Counter(tuple(row[column] for column in KEYS[table]) for row in found)
    assert found
    assert [key for key, times in keys.items() if times > 1] == []
    assert all(None not in row and None not in row.values() for row in found), "a row has too many or too few cells"
    assert all(cell == cell.strip() for row in found for cell in row.values())
    assert all(real(row[c]) for row in found for c in DATES if row.get(c))
    if "source" in found[0]:
        assert {row["source"] for row in found} <= set(R.origins)


def test_tables_are_written_as_python_writes_them():
    for path in tables.HERE.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        assert "\r" not in text
        assert text.endswith("\n")
        assert len({len(row) for row in csv.reader(text.splitlines())}) == 1, path.name


def test_bodies_use_the_words_of_the_ontology():
    bodies = R.bodies.bodies
    for body in bodies.values():
        assert body.level in LEVELS
        assert body.sphere in SPHERES
        assert body.parent is None or body.parent in bodies
        assert body.series is None or bodies[body.series].series is None
        assert not body.valid_from or not body.valid_to or body.valid_from <= body.valid_to
        assert set(body.places) <= {p.kind for p in R.all_places.places.values()}


def test_places_lie_in_places_of_the_level_above():
    places = R.all_places.places
    for place in places.values():
        if place.level == "district":
            assert places[place.province].level == "province"
        if place.level == "commune":
            assert places[place.province].level == "province"
            assert place.district is None or places[place.district].province == place.province


def test_sixty_three_provinces_became_thirty_four():
    provinces = [p for p in R.places.places.values() if p.level == "province"]
    before = [p for p in provinces if p.existed("2025-06-30")]
    after = [p for p in provinces if p.existed("2025-07-01")]
    assert (len(before), len(after)) == (63, 34)
    assert {R.province_successor(p.slug, "2025-07-01") for p in before} == {p.slug for p in after}
    assert {R.province_successor(p.slug) for p in provinces} == {p.slug for p in after}
    assert all(R.province_successor(p.slug, "2025-06-30") == p.slug for p in before)


def test_every_district_ended_and_every_commune_went_somewhere():
    districts = [p for p in R.places.places.values() if p.level == "district"]
    assert all(p.valid_to and p.valid_to <= "2025-06-30" for p in districts)
    old = [p for p in R.communes.values() if p.valid_to]
    new = {slug for slug, p in R.communes.items() if not p.valid_to}
    assert (len(old), len(new)) == (10035, 3321)
    assert {p.slug for p in old} == set(R.commune_heirs)
    islands = {after for change in R.successions.changes for after in change.after if after.startswith("place/dac-khu")}
    from_districts = {island.removeprefix("place/") for island in islands}
    assert len(from_districts) == 5
    assert {heir for heirs in R.commune_heirs.values() for heir in heirs} == new - from_districts
    for slug, heirs in R.commune_heirs.items():
        above = R.communes[slug].province
        assert all(R.communes[heir].province == R.province_successor(above) for heir in heirs), slug


def test_changes_join_things_that_stood_on_their_days():
    for change in R.successions.changes:
        for thing in (*change.before, *change.after):
            kind, _, key = thing.partition("/")
            held = R.place(key) if kind == "place" else R.bodies.bodies.get(key)
            assert held is not None, thing
            if thing in change.before:
                assert held.valid_to is None or held.valid_to[:4] in (change.date[:4], str(int(change.date[:4]) - 1)), (
                    thing
                )
            else:
                assert held.valid_to is None or held.valid_to > change.date, thing


def test_successions_end():
    for change in R.successions.changes:
        for thing in change.before:
            heirs = R.successions.heirs(thing)
            assert heirs
            assert thing not in heirs
            assert all(R.successions.heirs(heir) == (heir,) for heir in heirs)


@pytest.mark.parametrize(
    ("thing", "date", "heirs"),
    [
        ("body/btgtw", None, ("body/btgdvtw",)),
        ("body/btgtw", "2024-05-01", ("body/btgtw",)),
        ("body/bkgtw", "2010", ("body/btgtw",)),
        ("body/bkhdt", "2025-03-01", ("body/btc",)),
        ("body/bldtbxh", None, ("body/bnv", "body/bgddt", "body/byt", "body/bca")),
        ("place/hai-duong", None, ("place/hai-phong-2025",)),
        ("place/ha-tay", "2010", ("place/ha-noi",)),
        ("place/quan-9--ho-chi-minh", None, ("place/thanh-pho-thu-duc--ho-chi-minh",)),
        ("place/cao-bang", None, ("place/cao-bang",)),
    ],
)
def test_heirs(thing, date, heirs):
    assert R.successions.heirs(thing, date) == heirs


def test_changes_of_a_thing_by_day():
    assert [c.id for c in R.successions.of("place/ha-noi")] == ["merger-ha-noi-2008"]
    assert [c.date for c in R.successions.of("body/bkhcn")] == ["2002-08", "2025-03-01"]


def test_terms_follow_each_other():
    for assembly in ("bchtw", "qh"):
        held = [t for t in R.terms.values() if t.body == assembly]
        assert [t.end for t in held[:-1]] == sorted(t.end for t in held[:-1])
        assert held[-1].end is None
        assert all(a.end[:4] == b.start[:4] for a, b in pairwise(held))


def test_plenums_lie_in_their_terms():
    for plenum in R.plenums.values():
        term = R.terms[plenum.term]
        assert plenum.id == f"{term.roman.casefold()}-{plenum.ordinal}"
        assert term.start[:4] <= plenum.start[:4]
        assert term.end is None or plenum.start <= term.end


@pytest.mark.parametrize(
    ("body", "roman", "years"),
    [
        ("bct", "X", ("2006-04-25", "2011-01-19")),
        ("party", "xi", ("2011-01-18", "2016-01-26")),
        ("ubtvqh", "XIV", ("2016", "2021")),
        ("party", "XIV", ("2026-01-22", None)),
        ("tu", "XIV", None),
    ],
)
def test_years_of_a_term(body, roman, years):
    assert R.term_years(body, roman) == years


def test_term_on_a_day():
    assert R.term_on("party", "2013-11-04").roman == "XI"
    assert R.term_on("bbt", "2026-05").roman == "XIV"
    assert R.term_on("party", "1920") is None


def test_known_documents_use_known_words():
    for document in R.archive.documents:
        assert document.type in TYPES
        assert set(document.issuers) <= set(R.bodies.bodies)
        assert document.term is None or document.term in R.terms
        assert document.plenum is None or document.plenum in R.plenums
        assert document.title is None or len(document.title) > 3


def test_a_party_document_is_dated_in_its_term():
    for document in R.archive.documents:
        term = R.terms.get(document.term or "")
        if term and term.body == "bchtw" and document.sure:
            assert term.start <= document.date
            assert term.end is None or document.date <= term.end


def test_one_plenum_has_several_documents_and_the_title_decides():
    found = R.plenum_document("8", "XI")
    assert len(found) > 1
    education = [d for d in found if "giáo dục và đào tạo" in d.title]
    assert [(d.number, d.date, d.sure) for d in education] == [("29-NQ/TW", "2013-11-04", True)]
    assert R.plenum_document("99", "XI") == []


def test_a_number_recurs_each_term():
    assert {d.date[:4] for d in R.known("NQ", "29-NQ/TW")} == {"2013", "2022"}
    assert [d.date for d in R.known("NQ", "29-NQ/TW", term="XI")] == ["2013-11-04"]
    assert [d.date for d in R.known("NQ", "29-NQ/TW", date="2022")] == ["2022-11-17"]
    assert R.known("NQ", "29-NQ/TW", date="2019") == []


@pytest.mark.parametrize("number", ["11-CT/TW", "11 – CT/TW", "11-ct/tw", "11-CT/TƯ", "011-CT/TW", "11"])
def test_a_number_is_found_however_it_is_printed(number):
    assert "2007-04-13" in [d.date for d in R.known("CT", number)]


def test_an_issuer_forbids_a_document_of_another():
    assert [d.date for d in R.known("KL", "49-KL/TW", issuer="Ban Bí thư khóa XII")] == ["2019-05-10"]
    assert R.known("KL", "49-KL/TW", issuer="Tỉnh ủy Cao Bằng") == []
    assert R.known("KL", "no number at all") == []


@pytest.mark.parametrize(
    ("name", "date", "numbers"),
    [
        ("Luật Đất đai", None, ["45/2013/QH13", "31/2024/QH15"]),
        ("Luật Đất đai", "2015-05-01", ["45/2013/QH13"]),
        ("LUẬT ĐẤT ĐAI", "2025", ["31/2024/QH15"]),
        ("Luật Đất đai năm 2013", None, ["45/2013/QH13"]),
        ("Luật Đất đai 1900", None, []),
        ("Bộ luật Lao động", "2021", ["45/2019/QH14"]),
        ("Bộ Luật Dân sự năm 2015", None, ["91/2015/QH13"]),
        ("Nghị định Đất đai", None, []),
        ("Luật về một điều không có", None, []),
    ],
)
def test_laws_by_name(name, date, numbers):
    assert [d.number for d in R.law_named(name, date)] == numbers


@pytest.mark.parametrize(
    ("name", "date", "days"),
    [
        ("Hiến pháp", "2020-01-01", ["2013-11-28"]),
        ("Hiến pháp năm 1992", None, ["1992-04-15"]),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "2005", ["1992-04-15"]),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", None, ["2013-11-28"]),
        ("Hiến pháp năm 2000", None, []),
    ],
)
def test_constitutions_are_known_by_their_year(name, date, days):
    found = R.law_named(name, date)
    assert [d.date for d in found] == days
    assert all(d.number == "" and d.type == "HP" for d in found)


@pytest.mark.parametrize(
    ("number", "bodies"),
    [
        ("489/QĐ-TTg", ["ttg"]),
        ("49-KL/TW", ["bchtw", "bct", "bbt", "tvbct"]),
        ("12-CTr/TU", ["tu", "btvtu"]),
        ("44/2019/QH14", ["qh"]),
        ("02/2020/UBTVQH14", ["ubtvqh"]),
        ("30/2020/NĐ-CP", ["cp", "hdcp"]),
        ("5512/BGDĐT-GDTrH", ["bgddt"]),
        ("141-KH/BTGTU", ["btgtu"]),
        ("07/XYZ-ABC", []),
    ],
)
def test_issuers_of_a_symbol(number, bodies):
    assert [body.id for body in R.issuers_of(number)] == bodies


def test_the_register_holds_no_relations():
    columns = {column for path in tables.HERE.glob("*.csv") for column in next(tables.rows(path.name))}
    assert not {column for column in columns if "relation" in column}


def test_a_table_without_its_kind_of_unit_is_refused():
    with pytest.raises(ValueError, match="no kind of commune"):
        tables.kind_and_name("Làng Vũ Đại")


def test_forebears_are_all_that_a_body_answers_for():
    assert set(R.successions.forebears("body/btgdvtw")) == {"body/btgtw", "body/bdvtw", "body/bttvhtw", "body/bkgtw"}
    assert R.successions.forebears("place/cao-bang") == ()


def test_life_of_a_province():
    story = R.biography("Hải Dương")
    assert (story.key, story.began, story.ended) == ("place/hai-duong", "1997-01-01", "2025-06-30")
    assert [place.slug for place in story.now] == ["hai-phong-2025"]
    assert [(step.date, step.kind, step.basis) for step in story.steps] == [
        ("2025-07-01", "merger", "Nghị quyết 202/2025/QH15")
    ]
    assert story.steps[0].before == ("tỉnh Hải Dương", "thành phố Hải Phòng")
    assert story.steps[0].sure


def test_life_of_a_body_that_stands():
    story = R.biography("Bộ Nội vụ")
    assert [body.id for body in story.now] == ["bnv"]
    assert {body.id for body in story.before} == {"bldtbxh", "btccbcp", "ubdsgdte"}


@pytest.mark.parametrize("name", ["", "Bộ Không Có", "xã Tân Lập"])
def test_no_life_is_told_of_what_is_not_known(name):
    assert R.biography(name) is None


@pytest.mark.parametrize(
    ("name", "kind", "now"),
    [
        ("phường Phúc Xá", "merger", {"phường Hồng Hà"}),
        ("huyện Tiên Lãng", "abolition", {"xã Tiên Lãng", "xã Quyết Thắng", "xã Tân Minh", "xã Tiên Minh", "xã Chấn Hưng", "xã Hùng Thắng"}),
        ("UBND tỉnh Hải Dương", "merger", {"thành phố Hải Phòng"}),
        ("Huyện ủy Tiên Lãng", "abolition", {"xã Tiên Lãng", "xã Quyết Thắng", "xã Tân Minh", "xã Tiên Minh", "xã Chấn Hưng", "xã Hùng Thắng"}),
    ],
)  # fmt: skip
def test_what_became_of_a_local_unit_of_before_july_2025(name: str, kind: str, now: set[str]) -> None:
    story = R.biography(name)
    assert story is not None
    assert story.ended == "2025-06-30"
    assert (story.steps[-1].date, story.steps[-1].kind) == ("2025-07-01", kind)
    assert {place.full_name for place in story.now if isinstance(place, Place)} == now


def test_every_district_and_commune_that_ended_led_to_communes_that_stand() -> None:
    for place in (*R.places.places.values(), *R.communes.values()):
        if place.level != "province" and place.valid_to == "2025-06-30":
            heirs = [R.thing(key) for key in R.local_successions.heirs(f"place/{place.slug}")]
            assert heirs, place.slug
            assert all(isinstance(one, Place) and one.level == "commune" and not one.valid_to for one in heirs), place


def test_a_district_that_was_merged_before_goes_the_whole_way() -> None:
    story = R.biography("quận 2, thành phố Hồ Chí Minh")
    assert story is not None
    assert [step.kind for step in story.steps] == ["merger"]
    assert "phường Thủ Đức" in {place.full_name for place in story.now if isinstance(place, Place)}


def test_places_of_one_name_are_told_apart() -> None:
    assert R.biography("phường Hồng Hà") is None
    assert {place.province for place in R.namesakes("phường Hồng Hà")} == {"ha-noi", "quang-ninh", "yen-bai"}
    assert R.namesakes("Đảo Không Tên") == []
