"""Resolutions named by the plenum or congress that passed them: `Nghị quyết Trung ương 4 khóa XI, XII`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from loaders.extraction import sessions
from loaders.extraction.issuers import issuer_at, tidy
from loaders.extraction.lexicon import CAPITALS, SMALL, pattern
from loaders.extraction.meetings import meeting_at
from loaders.extraction.reference import Draft
from loaders.extraction.tails import attach
from loaders.extraction.unnumbered import MORE_TERMS, Gathering, gathering_at
from ontology.model import Span

if TYPE_CHECKING:
    from loaders.extraction.anchors import Anchor
    from loaders.extraction.reference import Scan

_NAMED_IN_FULL: Final = pattern(
    r"nghị quyết (?:của )?đại hội[^.;:\n]{0,60}?(?: lần thứ| khóa|,? nhiệm kỳ| [ivxl]{1,6}(?: của)? đảng)(?!\w)"
)
_HELD_CONGRESS: Final = pattern(r"(?<=[ \n])đại hội (?=[^.;:\n]{0,60}?lần thứ [ivxl\d])")
_BRANCH: Final = pattern(
    r" (?:của )?(?P<whole>đại hội (?:đại biểu )?đảng bộ "
    r"(?:(?:quân sự|công an|bộ đội biên phòng|khối [^\W\d]+(?: [^\W\d]+){0,6}?) )?"
    r"(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn))"
    r"(?! (?:các|lần|khóa|khoá|nhiệm|thứ|[ivxl]{1,6}|\d)(?!\w)|\w)"
)
_PLACE: Final = re.compile(rf" {{1,3}}[{CAPITALS}][{SMALL}]+(?: [{CAPITALS}][{SMALL}]+){{0,3}}(?!\w)")
_DRAFTS: Final = pattern(r"dự thảo (?:các )?văn kiện[^.;\n]*$")
# `Nhiệm kỳ qua, xã đã hoàn thành nghị quyết Đại hội đề ra`: that of the congress before the one that meets.
_LAST_TERM: Final = pattern(r"(?<!\w)nhiệm kỳ (?:qua|vừa qua|trước|\d{4} ?- ?\d{4} vừa qua)(?!\w)[^.;\n]*$")
_DRAFTS_BEFORE: Final = 300
_LOOKED_BACK, _MOST = 3_000, 12
_UNION: Final = pattern(r",? (?:của )?(?=(?:hội|đoàn|công đoàn|liên đoàn|tổng liên đoàn|mặt trận)(?!\w))")
_HELD: Final = pattern(r"kh(?:óa|oá) [IVXL]+")
_BARE: Final = re.compile(r"[ĐđD]ại hội (?:Đảng )?[IVXL]{2,6}")  # `Nghị quyết Đại hội XI, XII của Đảng`
_MORE_CONGRESSES: Final = pattern(
    r"(?:,| và|, và) (?:đại hội )?(?P<term>[ivxl]{2,6})(?= của đảng|,| và |[.;)\n])(?: của đảng)?(?!\w)"
)
_AND_CONGRESS: Final = pattern(r"(?: và|,) (?=đại hội )")
_HAPPENS: Final = pattern(r",? (?:đã|sẽ|được|diễn ra|thành công|là|với|khai mạc|vào)(?!\w)")
_TAKEN_UP: Final = pattern(
    r"(?:thực hiện|triển khai|quán triệt|học tập|phổ biến|truyền đạt|theo|tinh thần|[;,]|(?<!\w)(?:và|các))\s{1,3}$"
)


def gathered(scan: Scan, anchor: Anchor) -> list[Draft]:
    """The resolution that begins at `anchor`, named by the plenum or congress that passed it, and those with it.

    A conclusion is one only where it is no verb. An empty list where no gathering is named.
    """
    gathering = meeting_at(scan.text, scan.folded, anchor.end) or gathering_at(scan.text, scan.folded, anchor.end)
    if gathering is None or (anchor.code == "KL" and not _concluded(scan, anchor, gathering)):
        return []
    draft = Draft(anchor.start, gathering.end, "plenum", str(anchor.code))
    draft.gathering = _of_union(scan, gathering)
    draft.end = draft.gathering.end
    attach(scan, draft)
    return [draft, *(_of_one_plenum(scan, draft) or _other_terms(scan, draft) or _next_congress(scan, draft))]


def of_the_congress(scan: Scan, start: int, match: re.Match[str]) -> Draft | None:
    """`nghị quyết đại hội`, where the text has told of one congress and named no resolution of any in full.

    `match` holds the words after the type word at `start`: they say no more than the congress's name does.
    """
    if _in_full(scan.folded) or _DRAFTS.search(scan.folded, max(0, start - _DRAFTS_BEFORE), start):
        return None
    if _LAST_TERM.search(scan.folded, max(0, start - _DRAFTS_BEFORE), start):
        return None
    held = [*islice(_HELD_CONGRESS.finditer(scan.folded, max(0, start - _LOOKED_BACK), start), _MOST)]
    found = [gathering for m in held if (gathering := gathering_at(scan.text, scan.folded, m.start() - 1))]
    if not found or len({gathering.term for gathering in found}) > 1 or found[0].term is None:
        return None
    known = max(found, key=lambda gathering: gathering.end - gathering.start)
    if not {*match.group().split()} - {"của"} <= {*scan.folded[known.start : known.end].split(), "đại", "biểu"}:
        return None
    draft = Draft(start, match.end(), "plenum", "NQ")
    draft.gathering = known
    draft.issuer, draft.term = tidy(scan.text[known.start : known.end]), known.term
    return draft


@lru_cache(maxsize=1)  # each such word of one text asks it
def _in_full(folded: str) -> bool:
    """Whether a text names the resolution of a congress in full anywhere."""
    return _NAMED_IN_FULL.search(folded) is not None


def of_a_branch(scan: Scan, anchor: Anchor) -> Draft | None:
    """`Nghị quyết Đại hội Đảng bộ huyện`, without an ordinal: the level or name of the branch tells which it is."""
    match = _BRANCH.match(scan.folded, anchor.end)
    if match is None:
        return None
    named = _PLACE.match(scan.text, match.end())
    end = named.end() if named else match.end()
    draft = Draft(anchor.start, end, "anaphor", "NQ")
    draft.pointing = scan.folded[match.start("whole") : end]
    draft.issuer, draft.issuer_span = tidy(scan.text[match.start("whole") : end]), Span(match.start("whole"), end)
    return draft


def _concluded(scan: Scan, anchor: Anchor, gathering: Gathering) -> bool:
    """`quán triệt Kết luận Hội nghị Trung ương 4 khóa XIII`, but not `Kết luận hội nghị, đồng chí A nhấn mạnh`."""
    capital = scan.text[anchor.start].isupper() and gathering.plenum is not None and gathering.term is not None
    return capital and _TAKEN_UP.search(scan.folded, max(0, anchor.start - 24), anchor.start) is not None


def _of_union(scan: Scan, gathering: Gathering) -> Gathering:
    """A congress with the union or association that holds it: `Đại hội lần thứ VI Hội Người cao tuổi Việt Nam`."""
    lead = _UNION.match(scan.folded, gathering.end) if gathering.plenum is None else None
    issuer = issuer_at(scan.text, scan.folded, lead.end()) if lead and scan.text[lead.end()].isupper() else None
    return gathering if issuer is None else Gathering(gathering.start, issuer.end, None, gathering.term)


def _next_congress(scan: Scan, first: Draft) -> list[Draft]:
    """`Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII và Đại hội Đảng bộ tỉnh lần thứ XX`: the resolution of each."""
    link = _AND_CONGRESS.match(scan.folded, first.end)
    if first.gathering is None or first.gathering.plenum is not None or link is None:
        return []
    gathering = gathering_at(scan.text, scan.folded, link.end() - 1)
    if gathering is None or gathering.plenum is not None or _HAPPENS.match(scan.folded, gathering.end):
        return []
    gathering = _of_union(scan, gathering)
    draft = Draft(gathering.start, gathering.end, "plenum", first.type)
    draft.gathering = gathering
    attach(scan, draft)
    return [draft]


def _of_one_plenum(scan: Scan, first: Draft) -> list[Draft]:
    """The further resolutions of a plenum whose resolutions are named together, by their subjects."""
    if not (first.gathering and first.gathering.plenum and sessions.plural(scan, first)):
        return []
    found = sessions.listed(scan, first)
    if not found:
        first.pointing = sessions.PLURAL
    return found


def _other_terms(scan: Scan, first: Draft) -> list[Draft]:
    """The resolutions of like plenums of further terms (`Nghị quyết Trung ương 4 khóa XI, XII`)."""
    found: list[Draft] = []
    gathering, end = first.gathering, first.end
    if gathering is None:
        return found
    further = MORE_TERMS if gathering.plenum else _MORE_CONGRESSES
    if not gathering.plenum and _BARE.fullmatch(scan.text, gathering.start, gathering.end) is None:
        return found
    while (more := further.match(scan.folded, end)) and len(found) < 4:
        if not scan.text[more.start("term")].isupper():
            break
        draft = Draft(more.start("term"), more.end(), "plenum", "NQ")
        draft.gathering = Gathering(gathering.start, gathering.end, gathering.plenum, more["term"].upper())
        draft.issuer = _HELD.sub(f"khóa {draft.gathering.term}", first.issuer or "")
        if not gathering.plenum:
            draft.issuer = _BARE.sub(f"Đại hội {draft.gathering.term}", first.issuer or "")
        draft.issuer_span, draft.term = first.issuer_span, draft.gathering.term
        found.append(draft)
        end = first.head_stop = first.stop = more.end()
    return found
