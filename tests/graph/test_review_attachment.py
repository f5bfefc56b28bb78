"""What a verdict is attached to: a table of what agrees, and properties of attaching."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graph.attachment import agree, attached, located, overlap, reviewed, statements
from graph.quads import Record
from graph.verdicts import (
    ACTS,
    CORRECTED,
    UNDONE,
    Printed,
    Statement,
    Thread,
    Verdict,
    broken,
    head,
    opened,
    sealed,
    threads,
)
from ontology.model import Document, Extraction, Relation, Source, Span, Text

DECISION = Printed("QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ")
MEETING = Printed("review", date="2020-04-08", issuer="Đảng ủy phường Lê Lợi", activity=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (DECISION, DECISION, True),
        (DECISION, replace(DECISION, date=None, issuer=None), True),
        (DECISION, replace(DECISION, date="2020"), True),
        (DECISION, replace(DECISION, date="2021"), False),
        (DECISION, replace(DECISION, number="489/QĐ-UBND"), False),
        (DECISION, replace(DECISION, number="489"), True),
        (DECISION, replace(DECISION, number="489/2020/QĐ-TTg"), True),
        (DECISION, replace(DECISION, number="490/QĐ-TTg"), False),
        (DECISION, replace(DECISION, number="489a/QĐ-TTg"), False),
        (DECISION, replace(DECISION, type="QyĐ"), True),
        (DECISION, replace(DECISION, number=None), True),
        (DECISION, replace(DECISION, number=None, type="KL"), False),
        (Printed("L", title="Đất đai"), Printed("L", title="Đất đai", date="2013"), True),
        (Printed("L", title="Đất đai"), Printed("L", title="Giáo dục"), False),
        (MEETING, MEETING, True),
        (MEETING, replace(MEETING, issuer="Đảng uỷ phường Lê Lợi, thành phố Hải Phòng"), True),
        (MEETING, replace(MEETING, issuer="Đảng ủy phường Trần Phú"), False),
        (MEETING, replace(MEETING, type="meeting"), False),
        (MEETING, replace(DECISION, date="2020-04-08"), False),
    ],
)
def test_what_agrees(one: Printed, other: Printed, *, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d", "a b c d", 1.0),
        ("a  b\nc d", "a b c d", 1.0),
        ("abcd", "xx abcd yy", 1.0),
        ("abcdefgh", "abcdxxxx", 0.5),
        ("abcdefgh", "zzzzzzzz", 0.0),
        ("", "abc", 0.0),
    ],
)
def test_the_share_of_a_quote(one: str, other: str, share: float) -> None:
    assert overlap(one, other) == overlap(other, one) == share


def test_a_quote_is_found_blind_to_line_breaks() -> None:
    text = "Căn cứ  Quyết định\nsố 489 (a+b)"
    span = located("Quyết định số 489 (a+b)", text)
    assert span
    assert text[span.start : span.end] == "Quyết định\nsố 489 (a+b)"
    assert located("Quyết định 490", text) is None
    assert located("  ", text) is None


NUMBERS = ("1/QĐ-TTg", "2/QĐ-TTg", "3/KH-UBND")
CONTENT = "".join(f"{a} {p} {b}.\n" for a in NUMBERS for p in ("implements", "cites") for b in NUMBERS)
DOCUMENTS = tuple(Document(f"d{n}", number.split("/")[1].split("-")[0], number) for n, number in enumerate(NUMBERS))
PLACES = {
    (a, p, b): Span(CONTENT.index(f"{NUMBERS[a]} {p} {NUMBERS[b]}."), CONTENT.index(f"{NUMBERS[a]} {p} {NUMBERS[b]}.") + len(f"{NUMBERS[a]} {p} {NUMBERS[b]}."))
    for a in range(3)
    for p in ("implements", "cites")
    for b in range(3)
}  # fmt: skip
CLAIMS = st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=6, unique=True)


def record_of(claims: list[tuple[int, str, int]], rule: str = "r") -> Record:
    relations = tuple(Relation(f"d{a}", p, f"d{b}", PLACES[a, p, b], rule=rule) for a, p, b in claims)
    return Record(
        Source("0" * 64, "text/plain"), Text(CONTENT), Extraction("x", DOCUMENTS, (), relations, extractor="1")
    )


def log_of(record: Record, said: list[tuple[int, str]]) -> list[Verdict]:
    """A log that says these things of the claims of a record, each following what was said of the claim before."""
    claims, log, firsts = statements(record), [], dict[int, str]()
    lines: list[bytes] = []
    standing: dict[int, list[str]] = {}
    for place, act in said:
        index = place % len(claims)
        if act == UNDONE and not standing.get(index):
            continue
        correction = replace(claims[index], predicate="basedOn") if act == CORRECTED else None
        undoes = standing[index].pop() if act == UNDONE else None
        made, line = sealed(
            Verdict(len(log) + 1, act, claims[index], "An", "", "2026-03-01T00:00:00Z", head(lines), firsts.get(index, ""), undoes, correction)
        )  # fmt: skip
        firsts.setdefault(index, made.id)
        if act != UNDONE:
            standing.setdefault(index, []).append(made.id)
        log.append(made)
        lines.append(line)
    assert broken(lines) == []
    assert [opened(line) for line in lines] == log
    return log


SAID = st.lists(st.tuples(st.integers(0, 5), st.sampled_from([act for act in ACTS if act != "added"])), max_size=8)


@given(claims=CLAIMS, said=SAID, seed=st.randoms(use_true_random=False))
def test_the_order_of_relations_decides_nothing(
    claims: list[tuple[int, str, int]], said: list[tuple[int, str]], seed: random.Random
) -> None:
    record = record_of(claims)
    found = tuple(threads(log_of(record, said)).values())
    shuffled = list(claims)
    seed.shuffle(shuffled)
    here, there = reviewed(record, found), reviewed(record_of(shuffled), found)
    assert here.verdicts() == there.verdicts()
    assert {one.evidence for one in here.record.extraction.relations} == {
        one.evidence for one in there.record.extraction.relations
    }


@given(claims=CLAIMS, said=SAID)
def test_attaching_again_changes_nothing(claims: list[tuple[int, str, int]], said: list[tuple[int, str]]) -> None:
    """Verdicts put in are read again as what they are: the record as reviewed is reviewed to itself."""
    record = record_of(claims)
    found = tuple(threads(log_of(record, said)).values())
    once = reviewed(record, found)
    again = reviewed(once.record, found)
    assert again.record == once.record
    assert again.marks == once.marks
    assert once.lost == ()


@given(claims=CLAIMS, said=SAID)
def test_every_thread_finds_its_own_claim_and_no_other(
    claims: list[tuple[int, str, int]], said: list[tuple[int, str]]
) -> None:
    record = record_of(claims)
    found = threads(log_of(record, said))
    places = statements(record)
    for id_, indexes in attached(record, found.values()).items():
        assert [places[index].assertion for index in indexes] == [found[id_].claim.assertion]


@given(claims=CLAIMS, cut=st.integers(0, 8))
def test_half_a_quote_is_enough(claims: list[tuple[int, str, int]], cut: int) -> None:
    record = record_of(claims[:1])
    (claim,) = statements(record)
    half = replace(claim, quote=claim.quote[cut : cut + len(claim.quote) // 2 + 1])
    assert attached(record, [thread_of(half)]) == {"t": (0,)}
    assert attached(record, [thread_of(replace(half, predicate="amends"))]) == {"t": ()}
    assert attached(record, [thread_of(replace(half, tail=Printed("QĐ", "77/QĐ-TTg")))]) == {"t": ()}


def thread_of(claim: Statement) -> Thread:
    return Thread("t", (Verdict(1, "confirmed", claim, "An", "", "2026-03-01T00:00:00Z", id="t"),))
