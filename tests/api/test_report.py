"""The report: every page set, every quote numbered once, the same bytes again, nothing of a source ever run."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from api import pipeline
from api.report.content import Composer, Style
from api.report.inquiry import inquire
from api.report.pdf import report, typeset
from api.report.picture import picture
from api.report.words import notes, remark, table
from graph.reader import Reader
from tests.api.conftest import EXAMPLES

ASKED = {"day": "2021-06-30", "expected": "provinces", "geography": None}
STYLE = Style("vi", "2026-11-22")


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report") / "data"
    names = ("01-tin-ke-hoach-211-hai-phong.html", "03-quyet-dinh-489.pdf", "10-tien-do-cac-tinh.html")
    pipeline.keep([pipeline.Item(name, str(EXAMPLES / name)) for name in names], folder)
    with Reader.open(folder) as found:
        yield found


@pytest.fixture(scope="module")
def written(read):
    return report(read, read.pick("49-KL/TW"), style=STYLE, **ASKED)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_same_question_gives_the_same_bytes(read, written):
    assert report(read, read.pick("49-KL/TW"), style=STYLE, **ASKED) == written


def test_every_part_is_there_with_vietnamese_letters(written):
    text = text_of(written)
    for words in ("Câu hỏi", "Phạm vi", "Chuỗi văn bản", "Ai đã thực hiện", "Thời hạn", "Phát hiện", "Chứng cứ",
                  "Kế hoạch 211/KH-UBND", "muộn 51 ngày", "Thẻ độ chính xác"):  # fmt: skip
        assert words in text


def test_it_is_a4_tagged_and_titled(written):
    with pypdfium2.PdfDocument(written) as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)
        assert "49-KL/TW" in document.get_metadata_value("Title")
    assert b"/MarkInfo" in written
    assert b"/StructTreeRoot" in written


def test_english(read):
    text = text_of(report(read, read.pick("49-KL/TW"), style=Style("en", "2026-11-22"), **ASKED))
    assert "late by 51 days" in text
    assert "The question" in text


def test_each_finding_has_evidence_and_each_number_its_quote(read):
    inquiry = inquire(read, read.pick("49-KL/TW"), **ASKED)
    data = Composer(inquiry, STYLE).data()
    numbers = [one["number"] for one in data["evidence"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len({one["link"] for one in data["evidence"]}) == len(numbers)
    late = next(one for one in data["findings"] if "muộn 51 ngày" in one["words"])
    assert len(late["evidence"]) >= 2
    assert set(late["evidence"]) <= set(numbers)


def test_not_collected_and_looked_are_told_apart(read):
    data = Composer(inquire(read, read.pick("49-KL/TW"), **ASKED), STYLE).data()
    assert "Cà Mau" in data["matrix"]["left"]
    assert not any("Cà Mau" in json.dumps(one, ensure_ascii=False) for one in data["findings"])


def test_nothing_in_a_text_is_run(read):
    inquiry = inquire(read, read.pick("49-KL/TW"), **ASKED)
    data = Composer(inquiry, STYLE).data()
    data["title"] = '#panic("run") $x$ *b* @e1 [a] \\ // c'
    made = typeset(json.dumps(data, ensure_ascii=False), picture(inquiry.drawing, "vi"))
    assert '#panic("run")' in text_of(made)


def test_letters_that_no_font_has_are_spelt_out(read):
    inquiry = inquire(read, read.pick("49-KL/TW"), **ASKED)
    data = Composer(inquiry, STYLE).data()
    data["title"] = "字 \ue000"
    text = text_of(typeset(json.dumps(data, ensure_ascii=False), picture(inquiry.drawing, "vi")))
    assert "U+5B57" in text
    assert "U+E000" in text


def test_both_languages_have_every_word_with_the_same_blanks():
    vietnamese, english = table("vi"), table("en")
    assert vietnamese.keys() == english.keys()
    for key, words in vietnamese.items():
        assert words
        blanks = lambda text: sorted(part.partition("}")[0] for part in text.split("{")[1:])  # noqa: E731
        assert blanks(words) == blanks(english[key]), key


def test_the_command(phahe, read, tmp_path):
    path: Path = tmp_path / "r.pdf"
    run = phahe("report", "49-KL/TW", "-o", path, "--on", "2021-06-30", "--made", "2026-11-22", on=read.data_dir)
    assert run.exit_code == 0
    assert path.read_bytes().startswith(b"%PDF-")
    assert phahe("report", "1-XX/YY", "-o", path, on=read.data_dir).exit_code == 1


@pytest.mark.parametrize("note", notes(), ids=lambda note: note.example[:40])
def test_every_remark_reads_in_vietnamese(note):
    said = remark(note.example, "vi")
    assert said == note.words.format(*note.pattern.fullmatch(note.example).groups())
    assert remark(note.example, "en") == note.example
    assert remark(f"{note.example}; new", "vi") == f"{said}; new"


def test_the_remarks_of_a_matrix_are_all_known(read):
    data = Composer(
        inquire(read, read.pick("49-KL/TW"), day="2026-11-01", expected="provinces", geography=None), STYLE
    ).data()
    remarks = [row["note"] for row in data["matrix"]["rows"] if row["note"]]
    assert remarks
    assert not any(" as it was " in one for one in remarks)
