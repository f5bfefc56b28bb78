"""Every relation explains itself and holds its quote; confidence is a probability and orders what is sure before what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extraction import confidence, documents, explain, mentions, normal, relations
from loaders.extraction.lexicon import table
from ontology.model import Extraction

TEXT = "Kế hoạch số 15/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 20-NQ/TW\nngày 1/3/2022. Nghị định số 1/2020/NĐ-CP được sửa đổi bởi Nghị định số 2/2022/NĐ-CP."


def stated(text: str) -> relations.Stated:
    form = normal.normal(text)
    return relations.read(documents.group(form.content, mentions.find(form.content)))


def test_explanation_marks_head_cue_and_tail() -> None:
    found = stated(TEXT)
    extraction = Extraction("a.txt", found.documents, found.activities, found.relations)
    first, second = explain.explain(TEXT, extraction)
    assert first.claim == "KH 15/KH-UBND --implements--> NQ 20-NQ/TW"
    assert first.quote.startswith(
        "[Kế hoạch số 15/KH-UBND] của UBND tỉnh <thực hiện> {Nghị quyết số 20-NQ/TW ngày 1/3/2022"
    )
    assert second.rule == "history"
    assert "confidence" in second.text()


def test_every_rule_of_the_grammar_is_in_the_table() -> None:
    named = {row["rule"] for row in table("rules")}
    read = {
        r.rule
        for row in table("rules")
        for key in ("example", "not_example")
        for r in stated(row[key].replace("\\n", "\n")).relations
    }
    assert read <= named


@pytest.mark.parametrize("row", table("rules"), ids=lambda row: row["rule"])
def test_evidence_names_the_tail(row: dict[str, str]) -> None:
    text = row["example"].replace("\\n", "\n")
    found = stated(text)
    spans = {d.id: d.mentions for d in found.documents}
    for relation in found.relations:
        assert 0 <= relation.evidence.start < relation.evidence.end <= len(text)
        assert relation.evidence.end - relation.evidence.start <= 700
        assert any(m.start < relation.evidence.end and relation.evidence.start < m.end for m in spans[relation.tail])
        assert 0 < relation.confidence < 1


@pytest.mark.parametrize("rule", ["rule ground", "rule enact"])
def test_what_follows_its_word_is_surer_than_what_stands_far_from_it(rule: str) -> None:
    common = ("bias", "tail numbered", "head own", "depth 0", rule)
    near, far = (confidence.probability((*common, f"gap {gap}", f"{rule} gap {gap}")) for gap in ("touching", "far"))
    assert far < near


PIECES = [
    "Nghị định số 1/2020/NĐ-CP", "Kế hoạch số 15/KH-UBND", "Luật Thanh niên", "Thông tư này", "thực hiện", "sửa đổi, bổ sung", "ban hành kèm theo", "được sửa đổi bởi",
    "hết hiệu lực", "Căn cứ", "(", ")", "“", "”", ";", ",", ".", ":", "\n", "Điều 1.", "a)", "và", "của", "Đảng ủy xã", "tổ chức hội nghị", "tiếp tục", "gắn kết", "với",
    "đề nghị", "Kế hoạch thực hiện", "Số: 7/2023/TT-BNV\n", "THÔNG TƯ\n",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = stated(text)
    ids = {d.id for d in found.documents} | {a.id for a in found.activities}
    pairs = [(r.head, r.tail) for r in found.relations]
    assert len(pairs) == len(set(pairs))
    for relation in found.relations:
        assert {relation.head, relation.tail} <= ids
        assert relation.head != relation.tail
        assert 0 <= relation.evidence.start < relation.evidence.end <= len(text)
