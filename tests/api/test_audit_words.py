"""The words of the audit pages: every code, check, period and measure has its own, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.pages import narrowing, remarks
from api.pages.badges import looks
from api.pages.language import LANGUAGES, decimal, say
from api.pages.schedule import WORST
from graph.audit_values import Measure
from graph.coverage import STATES
from graph.deadlines import WORDS
from graph.values import Finding

ROOT = Path(__file__).resolve().parents[2]


def test_every_state_status_and_severity_has_its_badge_and_its_words() -> None:
    known = {"state": STATES, "duty": [*WORDS], "severity": narrowing.SEVERITIES}
    for kind, codes in known.items():
        for code in codes:
            assert (kind, code) in looks()
            assert all(say(f"{kind}_{code}", lang) for lang in LANGUAGES)
    assert set(WORST) == set(WORDS)
    assert all(say(f"task_{status}", lang) for status in WORDS for lang in LANGUAGES)


def test_every_kind_of_check_has_words_in_both_languages() -> None:
    documented = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    table = "\n".join(line.split("|")[1] for line in documented.splitlines() if line.startswith("| `"))
    named = set(re.findall(r"`([^`]+)`", table))
    assert named == set(remarks.kinds())
    for kind in remarks.kinds().values():
        assert kind.vi
        assert kind.en
        assert kind.advice
        assert bool(kind.pattern) == bool(kind.said)


def test_what_a_finding_says_is_vietnamese_or_left_to_its_quotes() -> None:
    known = Finding(
        "ambiguous", "low", "Kế hoạch 5/KH-UBND is known only as one source names it; not known: place, year", ""
    )
    assert remarks.check_said(known, "vi").endswith("còn thiếu: địa bàn, năm hoặc khóa")
    assert remarks.check_said(known, "en") == known.message
    assert remarks.check_said(Finding("later", "high", "a implements b: later", ""), "vi") == ""
    assert remarks.check_name("unheard of", "vi") == "unheard of"


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [("P1Y", "hằng năm", "every year"), ("P6M", "6 tháng một lần", "every 6 months"), ("P1Y6M", "P1Y6M", "P1Y6M")],
)
def test_periods_are_said_in_both_languages(written: str, vi: str, en: str) -> None:
    assert (remarks.period(written, "vi"), remarks.period(written, "en")) == (vi, en)


def test_measures_are_said_in_both_languages() -> None:
    one = Measure("lag.province", 12.0, "", {"count": 3, "first": 1, "middle": 12.0, "last": 30, "undated": 2})
    assert "2 chưa rõ ngày" in remarks.measured(one, "vi", "X")
    assert "half of them within 12" in remarks.measured(one, "en", "X")


@pytest.mark.parametrize(
    ("value", "places", "vi", "en"),
    [(0.9988, 3, "0,999", "0.999"), (1.0, 3, "1", "1"), (1234.5, 2, "1.234,5", "1,234.5")],
)
def test_decimals_are_written_as_in_the_language(value: float, places: int, vi: str, en: str) -> None:
    assert (decimal(value, places, "vi"), decimal(value, places, "en")) == (vi, en)
