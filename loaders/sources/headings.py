"""The title of a text and the day it was published, where the text plainly shows them.

A web page saved as text begins with menus; its title is the last short line before the first long paragraph. An
instrument's own text has its title under its type, in capitals. Nothing is made up: a day counts only where a line
holds nothing else.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

# How many lines from the top are looked at, and from how many letters on a line is a paragraph.
TOP: Final = 40
PARAGRAPH: Final = 180
TITLE: Final = 400
TYPES: Final = re.compile(
    "(?:LUẬT|BỘ LUẬT|PHÁP LỆNH|LỆNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG TƯ|THÔNG TƯ LIÊN TỊCH|KẾT LUẬN|"
    "QUY ĐỊNH|QUY CHẾ|HƯỚNG DẪN|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|BÁO CÁO|THÔNG BÁO|CÔNG VĂN|CÔNG ĐIỆN|"
    "TỜ TRÌNH|THÔNG TRI)"
)
ABOUT: Final = re.compile(r"(?i)V/v\b|Về việc\b")
LETTERHEAD: Final = re.compile(r"(?i)\bSố\s*:?\s*\d|CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN")
DATE: Final = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
BESIDE_DATE: Final = re.compile(
    r"(?i)thứ\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày(?:\s+đăng)?|cập nhật(?:\s+(?:lúc|ngày))?|"
    r"đăng(?:\s+(?:lúc|ngày))?|lúc|xuất bản|gmt|\b[ap]m\b|[+-]\d{1,2}(?::\d\d)?|\d{1,2}\s*[:h]\s*\d{2}(?::\d{2})?|"
    r"[\s,|:;()\-–.•]"
)
IN_TITLE: Final = re.compile(r"\s*\((?:\d{1,2}:\d{2}\s*)?\d{1,2}/\d{1,2}/\d{4}(?:\s*\d{1,2}:\d{2})?\)\s*$")


def iso_date(words: str) -> str | None:
    """The one day in `words` as an ISO date, or None.

    >>> iso_date("(15:51 19/03/2019)")
    '2019-03-19'
    """
    found = DATE.search(words)
    if not found:
        return None
    day, month, year, iso_year, iso_month, iso_day = (int(part or 0) for part in found.groups())
    try:
        return date(year or iso_year, month or iso_month, day or iso_day).isoformat()
    except ValueError:
        return None


def is_date_line(line: str) -> bool:
    """Whether a line holds one day and, at most, an hour, a weekday and words like `Cập nhật` beside it."""
    return len(line) < 80 and iso_date(line) is not None and not BESIDE_DATE.sub("", DATE.sub("", line, count=1))


def published_in(content: str) -> str | None:
    """The day that a line of its own near the top names, or the brackets after the title; else None."""
    for line in _top(content):
        if is_date_line(line):
            return iso_date(line)
        if bracket := IN_TITLE.search(line):
            return iso_date(bracket[0])
        if len(line) >= PARAGRAPH:
            break
    return None


def title_of(content: str) -> str | None:
    """The title that the text shows, its spaces single; None where it shows none."""
    lines = _top(content)
    found = _instrument_title(lines) or _page_title(lines)
    return found[:TITLE] if found else None


def _top(content: str) -> list[str]:
    """The first lines that hold anything, spaces made single."""
    lines = (" ".join(line.split()) for line in content[:20_000].splitlines())
    return [line.lstrip("\ufeff") for line in lines if line][:TOP]


def _instrument_title(lines: list[str]) -> str | None:
    """The title under the type in capitals, where a letterhead stands above it; a letter has `V/v` instead."""
    if not any(LETTERHEAD.search(line) for line in lines[:12]):
        return None
    for index, line in enumerate(lines[:-1]):
        if TYPES.fullmatch(line):
            subject = lines[index + 1]
            if subject[:1].islower() or not _ends(subject):
                subject = " ".join(_run(lines[index + 1 :]))
            return f"{line.capitalize()}: {subject}"
    return next((line for line in lines[:12] if ABOUT.match(line)), None)


def _run(lines: list[str]) -> list[str]:
    """A title broken into lines: the first line and those after it that begin in lower case."""
    run = lines[:1]
    for line in lines[1:4]:
        if not line[:1].islower():
            break
        run.append(line)
    return run


def _ends(line: str) -> bool:
    """Whether a line ends a sentence."""
    return line.endswith((".", ";", ":"))


def _page_title(lines: list[str]) -> str | None:
    """The last line before the first paragraph that is neither a day nor a word of a menu; else the first such line."""
    short: list[str] = []
    for line in lines:
        if len(line) >= PARAGRAPH and short and not _is_capitals(line):
            break
        if _is_sensible(line):
            short.append(line)
    else:
        short = short[:1]
    return IN_TITLE.sub("", short[-1]) if short else None


def _is_capitals(line: str) -> bool:
    """Whether a long line is a headline in capitals."""
    return line.isupper()


def _is_sensible(line: str) -> bool:
    """Whether a line could be a title: four words or more, no day, sentence, gazette head, or menu word said twice."""
    words = line.split()
    half = len(words) // 2
    sentence = _ends(line) or ". " in line or line[0].islower() or line[0] == "("
    return (
        len(words) >= 4
        and not sentence
        and not is_date_line(line)
        and not line.startswith("CÔNG BÁO")
        and words[:half] != words[half : 2 * half]
    )
