"""Every sentence that a page can be refused with has its Vietnamese: found in the code where it is raised."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from api.pages import refusals
from api.pages.refusals import told

ROOT = Path(__file__).resolve().parents[2]
RAISED = {
    "NotFound",
    "Ambiguous",
    "WrongUse",
    "QueryError",
    "QueryTimeout",
    "Busy",
    "Conflict",
    "SourceError",
    "Problem",
}
ELSEWHERE = {
    "api/commands", "api/keys.py", "api/serving.py", "api/control.py", "api/pipeline.py", "api/routes/plain.py", "api/views.py",
    "graph/backup.py", "api/settings.py", "api/configuration.py", "graph/plain.py", "graph/store.py", "graph/updates.py",
}  # fmt: skip
"""Where only commands, or servers of other data, raise."""


def sentence(node: ast.expr) -> str | None:
    """The sentence an expression makes, with blanks; None where it is not written there."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.BinOp(left=left, right=right):
            return (sentence(left) or "") + (sentence(right) or "")
        case _:
            return None


def raised() -> list[str]:
    """All sentences that are raised where pages come by."""
    found = set()
    for path in [*ROOT.joinpath("graph").rglob("*.py"), *ROOT.joinpath("api").rglob("*.py")]:
        place = path.relative_to(ROOT).as_posix()
        if any(place.startswith(other) for other in ELSEWHERE):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
                said = node.args[1] if node.func.id == "Problem" and len(node.args) > 1 else node.args[0]
                found.add(sentence(said))
    return sorted(text for text in found if text and text.replace("{}", "").strip(" .,:;()"))


def test_every_sentence_is_there_in_vietnamese() -> None:
    assert len(raised()) > 80
    left = [text for text in raised() if told(text.replace("{}", "x"), "vi").lang == "en"]
    assert left == []


def test_no_sentence_is_translated_that_nobody_says() -> None:
    known = {text.replace("{}", "x") for text in raised()}
    spare = [pattern.pattern for pattern, _ in refusals.table() if not any(pattern.fullmatch(text) for text in known)]
    assert len(spare) <= 8, spare


@pytest.mark.parametrize(
    ("detail", "vi"),
    [
        ("there is no query 'a'; there are: b, c", "không có câu hỏi 'a'; có: b, c"),
        ("the query nests 99 brackets deep; at most 40 are taken", "câu hỏi lồng 99 lớp ngoặc; nhận nhiều nhất 40"),
        (
            "the query took longer than 10 s and was stopped: make it narrower",
            "câu hỏi chạy quá 10 giây nên bị dừng: thu hẹp lại",
        ),
    ],
)
def test_blanks_keep_what_they_name(detail: str, vi: str) -> None:
    assert told(detail, "vi") == refusals.Told(vi, "vi")
    assert told(detail, "en") == refusals.Told(detail, "en")


def test_what_the_table_lacks_stays_english_and_says_so() -> None:
    assert told("something new", "vi") == refusals.Told("something new", "en")


def test_both_sides_of_a_row_have_the_same_blanks() -> None:
    for pattern, words in refusals.table():
        assert pattern.groups == words.count("{}"), words
