"""Treaties: agreements, conventions and protocols, known by a name that follows their word (`Công ước ... về ...`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import titles
from loaders.extraction.lexicon import CAPITALS, listed, pattern
from loaders.extraction.names import words
from loaders.extraction.reference import Draft
from loaders.extraction.tails import attach
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Reference, Scan

_NAME: Final = pattern(rf" (?=\w)(?!(?:{listed('not_treaty_name')})(?!\w))")
_SUBJECT: Final = pattern(r"(?:về|của|giữa|chống|phòng,? chống|bảo vệ|cấm) ")
_PROPER: Final = re.compile(rf"[ \n][{CAPITALS}]")
_STOP: Final = pattern(rf"[,(]| (?:{listed('after_treaty')})(?!\w)")
_SHORT: Final = pattern(
    r" ?\( ?(?:(?:sau đây )?(?:gọi|viết) (?:tắt )?là:? )?[“\"]?(?P<head>hiệp định|hiệp ước|công ước|nghị định thư)? ?"
    r"(?P<name>[^\W_][\w/-]{1,14})[”\"]? ?\)"
)
_INITIALS: Final = re.compile(rf"[{CAPITALS}]{{2}}[{CAPITALS}\d/-]{{0,12}}(?!\w)")
_MOST: Final = 400
_PARTNERS: Final = pattern(r"(?<!\w)(?:về|giữa|việt nam|asean|liên minh|khu vực|đối tác|tự do)(?!\w)")
"""What tells in a heading in capitals which treaty it names: its subject, whom it binds, what it makes of them."""
_BLANK: Final = re.compile(r"_{2}|…|\.{3}")


def treaty_at(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The treaty named at `anchor`: its word begins with a capital, and a proper name or a subject follows."""
    if anchor.role != "treaty" or not scan.text[anchor.start].isupper():
        return []
    lead = _NAME.match(scan.folded, anchor.end)
    if lead is None:
        return []
    end = _end(scan, lead.end())
    if not (_PROPER.search(scan.text, anchor.end, end) or _SUBJECT.match(scan.folded, lead.end(), end)):
        return []
    name = scan.text[anchor.end : end]
    heading = scan.text[anchor.start : end].isupper()
    if _BLANK.search(name) or (heading and not _PARTNERS.search(scan.folded, anchor.end, end)):
        return []  # a form to be filled in, or a heading of one
    draft = Draft(anchor.start, end, "named", str(anchor.code))
    attach(scan, draft)
    draft.title, draft.title_span = titles.words(scan.text[anchor.start : end]), Span(anchor.start, end)
    draft.stop = draft.head_stop
    return [draft]


def _end(scan: Scan, start: int) -> int:
    """Where a name that begins at `start` ends: with its clause, or before the day and place it was signed."""
    initials = _INITIALS.match(scan.text, start)
    if initials and scan.text[start - 2].islower():
        return initials.end()
    limit = titles.stop_of(scan.breaks, start, min(len(scan.text), start + _MOST))
    stop = _STOP.search(scan.folded, start, limit)
    return stop.start() if stop else limit


def short_name(folded: str, reference: Reference) -> tuple[str, ...] | None:
    """The words of the short name that a text gives a treaty in parentheses (`Công ước ... (Công ước HS)`)."""
    match = _SHORT.match(folded, reference.end) or _SHORT.match(folded, reference.head_stop)
    if match is None or reference.title is None:
        return None
    head = match["head"] or _HEAD.match(folded, reference.start).group()  # type: ignore[union-attr]
    return words(f"{head} {match['name']}")


_HEAD: Final = pattern(r"hiệp định|hiệp ước|công ước|nghị định thư")
