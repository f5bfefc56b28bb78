"""Names come from content: the same for every way of writing, different for what identity keeps apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import identity
from ontology.identity import Key, Number

NUMBERS = [
    ("49-KL/TW", "49-kl-tw"),
    ("49 - KL / TW", "49-kl-tw"),
    ("049-KL/TW", "49-kl-tw"),
    ("số 49–KL/TW", "49-kl-tw"),
    ("49-KL/TƯ", "49-kl-tw"),
    ("49-KL/T.Ư", "49-kl-tw"),
    ("49-КL/ТW", "49-kl-tw"),  # Cyrillic К and Т
    ("489/QĐ-TTg", "489-qd-ttg"),
    ("489/QD-TTG", "489-qd-ttg"),
    ("30/2020/NĐ-CP", "30-2020-nd-cp"),
    ("30/NĐ-CP", "30-nd-cp"),
    ("30a/2008/NQ-CP", "30a-2008-nq-cp"),
    ("44/2019/QH14", "44-2019-qh14"),
    ("12-CTr/TU", "12-ctr-tu"),
    ("29/2015/TTLT/BGDĐT-BNV", "29-2015-ttlt-bgddt-bnv"),
    ("37", "37"),
]


@pytest.mark.parametrize(("printed", "slug"), NUMBERS)
def test_a_number_has_one_form_however_it_is_printed(printed: str, slug: str) -> None:
    found = identity.number(printed)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("text", ["", "không số", "/QĐ-TTg"])
def test_what_holds_no_digit_is_no_number(text: str) -> None:
    assert identity.number(text) is None


def test_the_year_in_a_number_is_told_from_the_count() -> None:
    assert identity.number("30/2020/NĐ-CP") == Number("30", "", 2020, "nd-cp")
    assert identity.number("2019/QH14") == Number("2019", "", None, "qh14")


def test_the_conclusion_of_the_secretariat_has_the_name_that_the_documentation_gives() -> None:
    key = Key("KL", "bbt", "2019", "49-KL/TW")
    assert identity.document(key) == "https://w3id.org/phahe/id/doc/vn/bbt/kl/2019/49-kl-tw"


def test_what_is_not_known_is_written_so() -> None:
    assert identity.document(Key("KH")) == "https://w3id.org/phahe/id/doc/vn/_/kh/_/_"
    assert identity.document(Key("CTr", None, "2016", "12-CTr/TU", "abc")).endswith("/_/ctr/2016/12-ctr-tu~abc")


PARTS = st.one_of(st.none(), st.text(alphabet="abđĐÂ0129-/ ", max_size=6), st.text(max_size=6))
KEYS = st.builds(
    Key, st.text(min_size=1, max_size=4), PARTS, PARTS, PARTS, st.one_of(st.none(), st.sampled_from(["a1", "b2"]))
)


def parts_of(key: Key) -> tuple[object, ...]:
    return (*(identity.slug(part or "") for part in (key.type, key.body, key.period, key.number)), key.naming)


@given(KEYS, KEYS)
def test_two_documents_share_a_name_only_where_no_part_of_their_identity_differs(one: Key, other: Key) -> None:
    assert (identity.document(one) == identity.document(other)) == (parts_of(one) == parts_of(other))


@given(KEYS)
def test_every_name_is_a_plain_ascii_iri(key: Key) -> None:
    assert re.fullmatch(r"https://w3id\.org/phahe/id/doc/vn/[a-z0-9_/~-]+", identity.document(key))


@given(
    st.lists(st.one_of(st.none(), st.text(max_size=5)), max_size=4),
    st.lists(st.one_of(st.none(), st.text(max_size=5)), max_size=4),
)
def test_digests_keep_parts_apart(one: list[str | None], other: list[str | None]) -> None:
    assert (identity.digest(*one) == identity.digest(*other)) == (one == other)


def test_only_our_own_names_have_a_local_part() -> None:
    assert identity.local(identity.LINEAGE) == "graph/lineage"
    with pytest.raises(ValueError, match="not one of ours"):
        identity.local("http://example.org/x")
