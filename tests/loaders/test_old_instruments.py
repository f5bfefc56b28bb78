"""Instruments of 1945 to 1995: their wording, their heads, pages that have run words together, acts known by their day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction import normal, oldwords, syllables
from loaders.extraction.uncounted import counts_nothing
from tests.loaders.statements import named, obligations, read, rows, told


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("cấp trongthời hạn bãibỏ, TCTnêu", "cấp trong thời hạn bãi bỏ, TCT nêu"),
        ("đập nướcto", "đập nướcto"),  # one mark, on a page that has lost no other space
        ("thờigian, đấttốt, giếngcạn, vềquản lý đê", "thời gian, đất tốt, giếng cạn, về quản lý đê"),
        ("Nayđình hoãn", "Nay đình hoãn"),
        ("làngười cũ, phânhạng, vàcác, quảnlý", "là người cũ, phân hạng, và các, quản lý"),
        ("quảnlýđất", "quản lý đất"),
        ("BỘNỘI VỤ", "BỘ NỘI VỤ"),
        ("họ Đắkvớ và Đắklắk", "họ Đắkvớ và Đắklắk"),  # no syllable of the language ends so
        ("nghiêng, khuỷu, quyền, giếng, thuở, ngoằn", "nghiêng, khuỷu, quyền, giếng, thuở, ngoằn"),
        ("ngày18 tháng 2 năm1961 tại điều5 số12", "ngày 18 tháng 2 năm 1961 tại điều 5 số 12"),
        ("năm 1961của Bộ, 1961về việc", "năm 1961 của Bộ, 1961 về việc"),
        ("đất ở 60m2, lớp 3v, xóm2", "đất ở 60m2, lớp 3v, xóm2"),
    ],
)
def test_words_run_together_are_parted_by_their_syllables(text: str, parted: str) -> None:
    assert normal.normal(text).content == parted


def test_letters_without_an_end_are_no_words() -> None:
    assert syllables.parted("thờichiến") == [4]
    assert len(syllables.parted("thờichiến" * 2_000)) < 9  # but in the last letters


def test_what_was_parted_keeps_its_place() -> None:
    text = "Nayđình chỉ Thôngtư số7-PC ngày 2-3-1966của Bộ Thủy lợi vềquản lý đê."
    form = normal.normal(text)
    assert "số 7-PC ngày 2-3-1966 của" in form.content
    place = form.content.index("7-PC")
    assert text[form.start(place) : form.end(place + 4)] == "7-PC"


@given(st.text(alphabet="aàảăằđêềiíuủươướcnghptrqĐ0123 \n", max_size=80))
def test_parting_only_puts_spaces_in(text: str) -> None:
    cuts = syllables.parted(text)
    assert cuts == sorted(set(cuts))
    assert all(text[cut - 1].isalpha() and text[cut].isalpha() for cut in cuts)


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("Chiểu Sắc lệnh số 5 ngày 2-9-46 về chợ,", "Căn cứ Sắc lệnh số 5 ngày 2-9-46 về chợ,"),
        ("Chiếu theo điều thứ 4 Sắc-lệnh số 5", "Căn cứ điều 4 Sắc lệnh số 5"),
        ("Chiểu chi Nghị-định số 5", "Căn cứ Nghị định số 5"),
        ("Chiểu lời đề nghị của Bộ Canh nông", "Xét lời đề nghị của Bộ Canh nông"),
        ("Chiểu kết quả kỳ thi", "Chiểu kết quả kỳ thi"),
        ("Các Bộ chiểu Sắc lệnh thi hành", "Các Bộ chiểu Sắc lệnh thi hành"),
        ("Điều 3 Nghị định số 5-CP nay sửa đổi lại như sau", "Điều 3 Nghị định số 5-CP được sửa đổi lại như sau"),
        ("Nay sửa đổi điều 3 như sau", "Nay sửa đổi điều 3 như sau"),
    ],
)
def test_old_wording_is_read_as_todays(text: str, today: str) -> None:
    assert normal.normal(text).content == today
    assert oldwords.cuts(today) == []


_DECREE = """SẮC LỆNH

CỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ {number} NGÀY 4 THÁNG 6 NĂM 1948

CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ

Chiểu Sắc lệnh số 12 ngày 3-2-46 và số 14 ngày 5-2-46 tổ chức các trạm bưu điện,

Chiểu Nghị quyết của Hội đồng Chính phủ ngày 7-5-1948,

RA SẮC LỆNH:

Điều thứ 1

Điều 2 Sắc lệnh số 12 nói trên nay sửa đổi như sau:

"Mỗi trạm có hai người."
"""


@pytest.mark.parametrize(("printed", "number"), [("93", "93"), ("93-SL", "93-SL"), ("93 NV", "93NV")])
def test_a_decree_is_known_by_its_heading(printed: str, number: str) -> None:
    text = _DECREE.format(number=printed)
    own = next(d for d in named(text) if d.own)
    assert (own.type, own.number, own.date) == ("SL", number, "1948-06-04")
    assert told(text) == {f"{number} amends 12 [Điều 2]", f"{number} basedOn 14", f"{number} basedOn NQ"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Căn cứ Nghị quyết của Hội đồng Chính phủ ngày 7-5-1968;", ("NQ", "1968-05-07", "Hội đồng Chính phủ", None)),
        ("Thi hành Chỉ thị ngày 7-5-1968 của Bộ Nội vụ", ("CT", "1968-05-07", "Bộ Nội vụ", None)),
        (
            "Trả lời công văn ngày 3/4/2009 của Công ty Sao Mai về hoàn thuế.",
            ("CV", "2009-04-03", "Công ty Sao Mai", "hoàn thuế"),
        ),
        ("Thi hành Chỉ thị ngày hôm nay của Bộ Nội vụ", None),
        ("Sau Quyết định ngày 7/5 của Bộ Nội vụ", None),
        ("Thi hành Chỉ thị ngày 7-5-1968", None),
        ("ra chỉ thị ngày 7-5-1968 của Bộ Nội vụ", None),
    ],
)
def test_acts_are_known_by_their_body_and_day(text: str, found: tuple[str, str, str, str | None] | None) -> None:
    documents = [(d.type, d.date, d.issuer, d.title) for d in named(text)]
    assert documents == ([found] if found else [])


_LETTERHEAD = "BỘ THỦY LỢI\nSố: 9-QĐ\nHà Nội, ngày 8 tháng 7 năm 1973\nQUYẾT ĐỊNH\nVỀ CÁC TRẠM BƠM\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An article whose number stands alone in its line, as pages print it, begins the body.
        ("Căn cứ Nghị định số 1-CP ngày 2-3-1971;\n\nĐiều 1\n\nBãi bỏ Quyết định số 2-QĐ.", "9-QĐ basedOn 1-CP; 9-QĐ repeals 2-QĐ"),
        ("Điều 1.- Nayđình chỉ những văn bản dướiđây:\n- Thông tư số 3-TT ngày 2-3-1966của Bộ vềđê;\n- Thông tư số 4-TT", "9-QĐ suspends 3-TT; 9-QĐ suspends 4-TT"),
    ],
)  # fmt: skip
def test_orders_of_old_instruments(text: str, expected: str) -> None:
    assert told(_LETTERHEAD + text) == rows(expected)


_CARRIER = "Quyết định số 5/QĐ-UBND ngày 2 tháng 3 năm 2015 của Ủy ban nhân dân tỉnh Long Hà"


@pytest.mark.parametrize("word", ["QUY CHẾ", "ĐIỀU LỆ", "QUY ĐỊNH"])
def test_a_regulation_is_issued_by_what_stands_under_its_title(word: str) -> None:
    text = f"{word} CHỢ NỔI LONG HÀ\n\n(Ban hành kèm theo {_CARRIER})\n\nChương 1.\nChung\nĐiều 1. Phạm vi\nChợ họp ngày rằm."
    assert told(text) == {f"5/QĐ-UBND promulgates {word} CHỢ NỔI LONG HÀ"}
    assert [d.type for d in read(text).documents if d.own] == ["KH-kt"]


_NOTICE = "BỘ TƯ PHÁP\nSố: 9/TB-BTP\nHà Nội, ngày 10 tháng 7 năm 2020\nTHÔNG BÁO\nVề văn bản mới\n\n"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Trong tháng 7 năm 2020, Sở Y tế đã mở 5 lớp.", []),
        ("Bộ thông báo về văn bản do Chính phủ ban hành trong tháng 6 năm 2020.", []),
        ("Trong tháng 8 năm 2020, Sở Y tế tổ chức 5 lớp.", ["2020-08"]),
    ],
)
def test_what_was_done_in_a_month_is_due_to_nobody(text: str, due: list[str]) -> None:
    assert [duty.due for duty in obligations(_NOTICE + text)] == due


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("bãi bỏ toàn bộ 43 thông tư", "43"), ("thỏa thuận giữa 2 bên", "2"), ("ban hành 43 thông tư", "")],
)
def test_numbers_that_count_nothing_done(text: str, nothing: str) -> None:
    place = next(i for i, char in enumerate(text) if char.isdigit())
    assert counts_nothing(text, place) is bool(nothing)
