"""The second opinion on relations: what it sees, what it thinks of likely and unlikely readings, and how it is fitted."""

from __future__ import annotations

import numpy as np
import pytest

from loaders.extraction import confidence, documents, mentions, normal, opinion
from loaders.extraction.lexicon import table
from loaders.extraction.reading import ACTS, Link, Reading, Statement
from tests.loaders import second_opinion
from tests.loaders.pairs import Pair, candidates
from tests.loaders.second_opinion import Matrix

NAMED = "Kế hoạch số 7/KH-UBND ngày 1/2/2022 của UBND xã thực hiện Nghị quyết số 20-NQ/TW ngày 3/3/2021."
CHANGED = "Nghị định số 2/2022/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 1/2020/NĐ-CP."
TWO = "Kế hoạch số 7/KH-UBND đã hết hạn. Chỉ thị số 4-CT/TW và Kết luận số 21-KL/TW nói về việc khác."
OWN = "BỘ NỘI VỤ\nSố: 7/2023/TT-BNV\nHà Nội, ngày 3 tháng 3 năm 2023\n\nTHÔNG TƯ\nVề việc chung\n\nCăn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;\n"


def reading(text: str) -> Reading:
    content = normal.normal(text).content
    return Reading(documents.group(content, mentions.find(content)))


def stated(text: str, head: str, predicate: str, tail: str) -> tuple[Reading, Statement]:
    """The statement that `head` does `predicate` to `tail`, each told by a part of its number or title, or `activity`."""
    found = reading(text)
    names = [d.number or d.title or "" for d in found.grouping.documents]
    node = ACTS if head == "activity" else next(i for i, name in enumerate(names) if head in name)
    there = next(i for i, name in enumerate(names) if tail in name)
    at = found.grouping.document_of.index(there)
    line = text.rfind("\n", 0, found.references[at].start) + 1
    return found, Statement(node, there, at, Link(node, predicate, "name", "", 0), None, (line, len(text)))


LIKELY = [  # text, the likely reading, one that the same words make unlikely
    (NAMED, ("7/KH", "implements", "20-NQ"), ("20-NQ", "implements", "7/KH")),
    (NAMED, ("7/KH", "implements", "20-NQ"), ("7/KH", "repeals", "20-NQ")),
    (CHANGED, ("2/2022", "amends", "1/2020"), ("1/2020", "amends", "2/2022")),
    (CHANGED, ("2/2022", "amends", "1/2020"), ("2/2022", "basedOn", "1/2020")),
    (OWN, ("7/2023", "basedOn", "Lưu trữ"), ("7/2023", "amends", "Lưu trữ")),
]


@pytest.mark.parametrize(("text", "likely", "unlikely"), LIKELY)
def test_the_likely_reading_has_the_better_odds(text, likely, unlikely):
    good, bad = (opinion.odds(*stated(text, *claim)) for claim in (likely, unlikely))
    assert good > bad + 1


def test_a_better_opinion_makes_surer():
    found = confidence.features(*stated(NAMED, "7/KH", "implements", "20-NQ"), [])
    assert confidence.probability(found, 2.0) > confidence.probability(found, 0.0) > confidence.probability(found, -2.0)


@pytest.mark.parametrize(("head", "predicate"), [("activity", "implements"), ("7/KH", "marks")])
def test_no_view_of_activities_and_of_predicates_that_few_texts_have(head, predicate):
    assert opinion.odds(*stated(NAMED, head, predicate, "20-NQ")) == 0


BESIDE = frozenset({"by", "then", "opens"})
SEEN = [
    (
        NAMED,
        0,
        1,
        {"before", "by hiện", "before by hiện", "KH NQ", "tail numbered", "no own"},
        {"after"},
    ),
    (NAMED, 1, 0, {"after", "after by ^", "NQ KH"}, {"before", "by hiện"}),
    (TWO, 0, 2, {"earlier", "by và", "earlier opens ."}, {"before", "head then *"}),
    (OWN, None, 1, {"self", "self opens căn", "TT L"}, {"no own", "before"}),
]


@pytest.mark.parametrize(("text", "head", "tail", "seen", "unseen"), SEEN)
def test_signs(text, head, tail, seen, unseen):
    found = reading(text)
    start = text.find(". Chỉ") if text == TWO else text.rfind("\n", 0, found.references[tail].start) + 1
    node = found.grouping.own if head is None else found.grouping.document_of[head]
    signs = opinion.signs(found, node, head, tail, (start, len(text)))
    assert seen <= set(signs)
    assert not unseen & set(signs)


@pytest.mark.parametrize(
    ("tail", "head", "start", "place"),
    [(1, 0, 0, 0), (1, 2, 0, 2), (2, 0, 40, 0), (2, 2, 0, None)],
    ids=["before", "after", "sentence before", "nowhere else"],
)
def test_the_mention_of_the_head_that_counts(tail, head, start, place):
    found = reading(TWO)
    assert opinion.named(found, found.grouping.document_of[head], tail, (start, len(TWO))) == place


def test_own_text_is_named_by_nothing():
    found = reading(OWN)
    assert opinion.named(found, found.grouping.own, 1, (0, len(OWN))) is None


def test_weights_hold_no_word_but_those_of_our_tables():
    told = [sign[-1] for row in table("opinion") if len(sign := row["sign"].split(" ")) > 1 and sign[-2] in BESIDE]
    assert len(told) > 100
    assert {word for word in told if word.isalnum()} <= opinion.vocabulary() | {"0"}


def test_pairs_of_a_text_stand_near_each_other():
    found = reading(TWO)
    told = {(head, tail) for head, tail, _ in candidates(found)}
    first, second, third = found.grouping.document_of
    assert told == {(first, second), (first, third), (second, third), (third, second)}


def test_fit_finds_the_sign_that_decides():
    rows = [("bias", "yes") if n % 2 else ("bias", "no") for n in range(80)]
    x = Matrix(rows, {"bias": 0, "no": 1, "yes": 2})
    w = second_opinion.fit(x, np.array([float(n % 2) for n in range(80)]), np.ones(80))
    assert w[2] > 1 > -1 > w[1]


def test_figures_of_a_ranking():
    value, right = np.array([5.0, 4, 3, 2, 1]), np.array([1.0, 1, 0, 1, 0])
    assert second_opinion.figures(value, right) == (2, pytest.approx(5 / 6), pytest.approx(2 / 3))


def test_a_model_has_not_seen_the_cases_of_its_fold(monkeypatch):
    pairs = [Pair(f"gold/{n}", 0, 1, ("bias",), None, None, 0.0) for n in range(30)]
    monkeypatch.setattr(second_opinion, "train", lambda found: {pair.case: {} for pair in found})
    for fold, model in enumerate(second_opinion.folded(pairs, [])):
        assert {pair.case for pair in pairs if second_opinion.fold(pair.case) == fold}.isdisjoint(model)
        assert model


def test_train_tells_predicates_apart():
    said = {"by a": "amends", "by b": "cites", "by c": None}
    pairs = [
        Pair(f"gold/{n}", n, n + 1, ("bias", sign), right, None, 0.0)
        for n, (sign, right) in enumerate(list(said.items()) * 20)
    ]
    model = second_opinion.train(pairs)
    best = second_opinion.judged(model, pairs[:3])
    assert [(kind, odds > 0) for odds, kind, *_ in best.values()][:2] == [("amends", True), ("cites", True)]
    assert list(best.values())[2][0] < 0
