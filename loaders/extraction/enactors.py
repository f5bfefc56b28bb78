"""Who issued the instrument whose own text a source is: a body in the letterhead, over the grounds, or that enacts.

Read are the lines of the letterhead, those between title and grounds, and the enacting sentence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from loaders.extraction.issuers import Issuer, issuer_at
from loaders.extraction.lexicon import alternatives, listed, pattern, table
from loaders.extraction.normal import fold
from loaders.extraction.reference import Draft
from loaders.extraction.typenames import INSTRUMENT, NAMED, code_of
from ontology.model import Span

_NAMED: Final = {row["name"].upper() for row in table("issuers") if row["kind"] != "head"}
_BODIES: Final = (_NAMED - {"TỈNH", "THÀNH PHỐ", "ĐẢNG", "TRUNG ƯƠNG", "NHÀ NƯỚC"}) | {"BỘ", "UỶ BAN NHÂN DÂN"}
_SHORTEST: Final = 6
_MOTTO: Final = pattern(
    r"cộng hòa xã hội chủ nghĩa việt nam[ \n|_-]{0,60}độc lập|độc lập ?- ?tự do|"
    r"đảng cộng sản việt nam(?=[ \n|_-]{1,90}[^\n]{2,60}ngày)"
)
_OF_MOTTO: Final = ("độc", "cộng")  # one of these words is in each
_PARTY: Final = "Đảng Cộng sản Việt Nam"  # in a letterhead it is a motto
_GROUND: Final = pattern(rf"(?<!\w)(?:{listed('ground')})(?!\w)")
_ENACT: Final = pattern(rf" (?:ban {{1,9}}hành|xây {{1,9}}dựng) {{1,24}}(?={INSTRUMENT})")
_CLAUSE: Final = pattern(r"(?:^|[\n;.:])\s*(?=\w)")
_CLAUSE_OR_COMMA: Final = pattern(r"(?:^|[\n;.:,])\s*(?=\w)")
_PLACELESS: Final = ("ủy ban nhân dân", "hội đồng nhân dân")  # the place lost with the second line of the head
_SITTING: Final = pattern(r"[ ,\n]*(?:khóa|kỳ họp)[^\n]*")
_OWNED: Final = pattern(r"(?:CỦA|DO|BỞI|VÀ|THUỘC|VỚI|CHO|VỀ|TẠI|THEO|,|-)\s*$")
_LINE_START: Final = re.compile(r"(?m)^[ ]*(?=[^\W\d_])|[-|] +(?=[^\W\d_])")
_CHAIR: Final = "chủ tịch "  # of a committee whose letterhead names the committee alone
_RULE: Final = pattern(r"[ \n_*=-]+")


def motto(folded: str, stop: int | None = None) -> re.Match[str] | None:
    """The motto of the State or the Party at the head of a document, before `stop`: no body issues under its words."""
    stop = len(folded) if stop is None else stop
    return _MOTTO.search(folded, 0, stop) if any(folded.find(word, 0, stop) >= 0 for word in _OF_MOTTO) else None


def issued(draft: Draft, text: str, folded: str, anchor: int, body: int) -> None:
    """Who issued: the body before the grounds, else who `ban hành` in the enacting sentence, else the letterhead."""
    ground = _GROUND.search(folded, body, body + 1500)
    found = _standing(text, folded, body, ground.start()) if ground else None
    found = found or (_enacting(text, folded, body, draft.type) if draft.issuer is None else None)
    heading = headed(text, folded, anchor, draft.start)
    if found is None and draft.issuer is None:
        found = heading
    if found and found == heading and _whole(found[1].name) in _PLACELESS and draft.issuer is None:
        found = _enacting(text, folded, body, draft.type, _CLAUSE_OR_COMMA) or found
    if found and heading and _whole(heading[1].name).startswith(_whole(found[1].name) + " "):
        found = heading
    fuller = _above_ground(text, folded, body, ground.start()) if found == heading and found and ground else None
    if found and fuller and fuller[1].name.lower().removeprefix(_CHAIR).startswith(found[1].name.lower() + " "):
        found = fuller
    if found:
        start, issuer = found
        draft.issuer, draft.issuer_span, draft.term = issuer.name, Span(start, issuer.end), issuer.term


def headed(text: str, folded: str, anchor: int, number: int) -> tuple[int, Issuer] | None:
    """The last body that the letterhead names in capitals (`UBND TỈNH X`, then `SỞ Y`: the department issues)."""
    found: tuple[int, Issuer] | None = None
    for match in _LINE_START.finditer(text, 0, max(anchor, number)):
        if found and match.end() < found[1].end:
            continue
        issuer = issuer_at(text, folded, match.end())
        if (
            issuer
            and issuer.name != _PARTY
            and _stands(text, match.end(), issuer.end)
            and not _MOTTO.match(folded, match.end())
            and not folded.startswith("hội chủ nghĩa việt nam", match.end())
        ):
            found = (match.end(), issuer)
    return found


@cache
def _trailing_bodies() -> re.Pattern[str]:
    """Where a body in capitals begins; compiled when first asked for, since importing must be quick."""
    return re.compile(rf"(?<![^\W_])(?=(?:{alternatives(_BODIES)})\b)")


def trailing(text: str, folded: str, start: int, stop: int) -> tuple[int, Issuer] | None:
    """The body in capitals that a title in capitals runs into, where no rule or blank line parts them."""
    for match in _trailing_bodies().finditer(text, max(start + 4, stop - 120), stop):
        issuer = issuer_at(text, folded, match.start())
        if issuer is None or len(issuer.name) < _SHORTEST or _OWNED.search(text[start : match.start()]):
            continue
        if not _SITTING.sub("", folded[issuer.end : stop]).strip():
            return match.start(), issuer
    return None


def _whole(name: str) -> str:
    """A folded name with the usual abbreviations of councils and committees written out."""
    return fold(name).replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")


def _standing(text: str, folded: str, start: int, end: int) -> tuple[int, Issuer] | None:
    """A body that stands alone between title and grounds, or ends a title that runs into it."""
    lead = _RULE.match(text, start)
    start = lead.end() if lead else start
    issuer = issuer_at(text, folded, start)
    rest = _SITTING.sub("", folded[issuer.end : end]) if issuer else ""
    if issuer and not rest.strip(" \n_*-:,") and text[start].isupper():
        return start, issuer
    return None


def _above_ground(text: str, folded: str, start: int, end: int) -> tuple[int, Issuer] | None:
    """The body that stands alone in the line right above the grounds."""
    line = text.rfind("\n", start, len(text[:end].rstrip(" \n"))) + 1
    if line and _SITTING.match(folded, line):  # `KHÓA XVI, KỲ HỌP THỨ HAI` below the council
        line = text.rfind("\n", start, line - 1) + 1
    return _standing(text, folded, line, end) if line else None


def _enacting(
    text: str, folded: str, start: int, code: str, clause: re.Pattern[str] = _CLAUSE
) -> tuple[int, Issuer] | None:
    """Who `ban hành` an act of this type in a sentence of its own: the widest body that ends right before the verb."""
    for match in _ENACT.finditer(folded, start, start + 14000):
        word = NAMED.match(folded, match.end() + 1) or NAMED.match(folded, match.end())
        if word is None or code_of(word.group()) != code:
            continue
        begin = max(start, match.start() - 160)
        for lead in clause.finditer(text, begin, match.start()):
            issuer = issuer_at(text, folded, lead.end())
            if issuer and not text[issuer.end : match.start()].strip():
                return lead.end(), issuer
    return None


def _stands(text: str, start: int, end: int) -> bool:
    """Whether a name is written as letterheads are: in capitals, or alone on its line."""
    return text[start:end].isupper() or not text[end : end + 200].partition("\n")[0].strip()
