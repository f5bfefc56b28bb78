"""Patterns compiled when first asked say what compiled ones say."""

from __future__ import annotations

import re

import pytest

from loaders.extraction.deferred import deferred

SOURCE = r"(?P<word>[a-zđ]+) (?P<number>\d+)"
TEXT = "điều 5, Khoản 12, mục x"


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_finds_what_the_pattern_finds(method):
    ours, theirs = getattr(deferred(SOURCE), method)(TEXT), getattr(re.compile(SOURCE), method)(TEXT)
    assert (ours and ours.span()) == (theirs and theirs.span())


def test_flags_bounds_and_replacement_are_the_patterns_own():
    ours, theirs = deferred(SOURCE, re.IGNORECASE), re.compile(SOURCE, re.IGNORECASE)
    assert [m["number"] for m in ours.finditer(TEXT, 7)] == [m["number"] for m in theirs.finditer(TEXT, 7)] == ["12"]
    assert ours.sub("-", TEXT, count=1) == theirs.sub("-", TEXT, count=1)
    assert ours.split(TEXT) == theirs.split(TEXT)
    assert ours.pattern == theirs.pattern


def test_a_fault_shows_when_the_pattern_is_first_asked():
    faulty = deferred("(")
    with pytest.raises(re.error):
        faulty.search("x")


def test_what_no_pattern_has_is_not_there():
    assert not hasattr(deferred(SOURCE), "finds")
