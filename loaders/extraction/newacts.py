"""Acts and plans without a number that a page tells of so that they stand by themselves, whatever relates to them.

An act that a body has put out (`Chính phủ vừa ban hành Nghị định quy định giá đất`) or that is taken up by its body and
subject (`5 năm thực hiện Quyết định của Thủ tướng Chính phủ về X`) is an instrument of its own; where the page cites a
numbered act of the same type, it may be that one, and then it does not stand. A scheme or programme whose name tells
which one is meant stands where it is issued, signed, passed or carried out (`ký kết Chương trình phối hợp về X`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import moods
from loaders.extraction.documents import national

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading
    from loaders.extraction.reference import Reference
    from ontology.model import Document

_TYPES: Final = frozenset({"NQ", "NĐ", "QĐ", "TT", "CT", "CĐ"})
_TAKEN_UP: Final = frozenset({"NQ", "QĐ", "CT", "KL"})
_HAS: Final = re.compile(r"(?<!\w)(?:đã|vừa|mới|vừa mới)(?!\w)[^,;:.]{0,40}$")
_ON_DAY: Final = re.compile(
    r"(?:^|[.\n(]\W{0,12}|date [\d-]+\s)(?:(?:sáng|chiều|tối) )?(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?, $"
)
_BARE: Final = 6  # words of `mục tiêu quốc gia X`, which do not tell its subject
_FEWEST: Final = 4  # words of a title that tells which act is meant
_SUBJECT: Final = 2  # words of a subject, where the body is told too
_TOLD: Final = frozenset({"KH", "CTr", "ĐA", "QC", "CL"})
_CARRIED: Final = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|hưởng ứng|thi hành|thông qua|tổng kết|sơ kết|tổng kết, đánh giá|triển khai và)"
    r"(?: (?:tốt|có hiệu quả|hiệu quả|thành công|đồng bộ))? [“\"]?$"
)
_SIGNED: Final = re.compile(r"(?<!\w)(?:ban hành|ký|ký kết|thông qua|công bố|(?<!được )phê duyệt) [“\"]?$")
# The last words that these may end with: they are looked for nowhere else.
_LED_ENDS: Final = (
    "hiện",
    "khai",
    "ứng",
    "hành",
    "qua",
    "kết",
    "giá",
    "và",
    "tốt",
    "quả",
    "công",
    "bộ",
    "ký",
    "bố",
    "duyệt",
)
_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_JOINT: Final = re.compile(r"(?:công tác )?phối hợp(?!\w)|liên tịch(?!\w)")
_BETWEEN: Final = re.compile(r"(?:công tác )?phối hợp(?: công tác)?(?: \w+){0,4} giữa \w")
_LOOKS: Final = re.compile(
    r"(?:tổ chức |triển khai )?"
    r"(?:kiểm tra|giám sát|nghiên cứu|học tập|quán triệt|tuyên truyền|phổ biến|sơ kết|tổng kết)(?!\w)"
)
_ISSUES: Final = re.compile(r"(?:(?:đã|vừa|mới|vừa mới) )?(?:ký )?ban hành $")
_PERIOD: Final = 16  # characters behind a name in which its years may stand
_NAMED: Final = 5  # words of a name that tells by itself which scheme is meant
_OF_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_TARGET: Final = ("mục tiêu quốc gia", "mtqg")
_ASKED: Final = 30  # so far before a body stands who asks it
_LOOKED_BACK: Final = 160
_HOSTS: Final = 4  # references before one, in whose title it may stand


def standing(reading: Reading) -> set[int]:
    """The nodes of the acts and plans without a number that stand by what the page tells of them."""
    if reading.own is not None:
        return set()
    documents = reading.grouping.documents
    numbered = {document.type for document in documents if document.number is not None}
    return {
        node
        for index, reference in enumerate(reading.references)
        if reference.kind == "plan"
        and (node := reading.node(index)) is not None
        and node in reading.plans
        and (
            (reference.type in _TYPES - numbered and _put_out(reading, reference))
            or (reference.type in _TAKEN_UP - numbered and _by_body(reference))
            or _programme(reading, index, documents[node])
            or _told(reading, index)
            or _set_to(reading, index)
        )
    }


def _hosted(reading: Reading, index: int) -> bool:
    """Whether a name stands in the title of another document, which makes it that one's subject."""
    start = reading.references[index].start
    return any(host.stop > start for host in reading.references[max(0, index - _HOSTS) : index])


def _programme(reading: Reading, index: int, document: Document) -> bool:
    """Whether a page names a national programme with its subject: `Chương trình mục tiêu quốc gia xây dựng X`.

    In small letters only where it is carried out.
    """
    reference = reading.references[index]
    word, title = reading.text[reference.start : reference.start + 12], (document.title or "").lower()
    hosts = reading.references[max(0, index - _HOSTS) : index]
    subject = any(host.title_span is not None and host.title_span.start == reference.start for host in hosts)
    if (
        subject
        or word.isupper()
        or not national(document)
        or (len(title.split()) <= _BARE and not _OF_YEAR.search(title))
    ):
        return False
    carried = title.startswith(_TARGET) and _CARRIED.search(_before(reading, reference)) is not None
    return word[:1].isupper() or carried


def _put_out(reading: Reading, reference: Reference) -> bool:
    """Whether the body in front of an act has put it out, and neither will nor is asked to."""
    span = reference.issuer_span
    if span is None or span.end > reference.start or len((reference.title or "").split()) < _FEWEST:
        return False
    verb = reading.fold[span.end : reference.start]
    if _ISSUES.fullmatch(verb.lstrip()) and _ON_DAY.search(reading.fold, max(0, span.start - _ASKED), span.start):
        return True  # `Ngày 3/4, Huyện ủy ban hành Nghị quyết về X`
    return _HAS.search(verb) is not None and not moods.has(verb, 0, len(verb), moods.UNREAL)


def _by_body(reference: Reference) -> bool:
    """Whether an act that is taken up is told by body and subject: `Quyết định của Thủ tướng Chính phủ về X`."""
    span = reference.issuer_span
    return span is not None and span.start > reference.start and len((reference.title or "").split()) >= _SUBJECT


def _told(reading: Reading, index: int) -> bool:
    """Whether a scheme or programme is told by a name of its own, where it is issued, signed, passed or carried out.

    A plan that is named by what it carries out is what its body does for that, and stands by relations alone.
    """
    references, text = reading.references, reading.text
    reference = references[index]
    word, title = text[reference.start : reference.start + 2], reference.title or ""
    inner = index + 1 < len(references) and references[index + 1].start < reference.stop
    inner = inner or _hosted(reading, index)
    least = _FEWEST if reference.type == "QC" else _NAMED
    if reference.type not in _TOLD or word.isupper() or inner or len(title.split()) < least:
        return False
    left = _before(reading, reference)
    led = left.rstrip(' “"').endswith(_LED_ENDS)
    carried, signed = (led and way.search(left) is not None for way in (_CARRIED, _SIGNED))
    years = _YEARS.search(reading.fold, reference.start, reference.stop + _PERIOD) is not None
    scheme, joint = reference.type == "ĐA", _JOINT.match(title.lower()) is not None
    if word.islower():
        known = years and ((carried and scheme) or (signed and joint))
    elif signed:
        known = years or joint or scheme or reference.type in {"CTr", "CL", "QC"}
    else:
        known = (carried and (scheme or years or joint)) or (joint and _BETWEEN.match(title.lower()) is not None)
    return known and not _unreal(reading, reference)


def _unreal(reading: Reading, reference: Reference) -> bool:
    """Whether the clause before a scheme says that nothing has been done; where its body is told, from that on."""
    left, span = _before(reading, reference), reference.issuer_span
    if span is not None and span.end <= reference.start:
        asked = reading.fold[max(0, span.start - _ASKED) : reference.start].rpartition(", ")[2]
        left = asked if len(asked) >= reference.start - span.start else left
    return moods.has(left, 0, len(left), moods.UNREAL)


def _set_to(reading: Reading, index: int) -> bool:
    """Whether a body has put out a plan to look into a document or to make it known: `ban hành Kế hoạch kiểm tra D`.

    What such a plan is for it says itself, and nobody has done it yet.
    """
    references = reading.references
    reference = references[index]
    span = reference.issuer_span
    inner = index + 1 < len(references) and references[index + 1].start < reference.stop
    if reference.type != "KH" or span is None or span.end > reference.start or not inner:
        return False
    verb = reading.fold[span.end : reference.start].lstrip()
    return _ISSUES.fullmatch(verb) is not None and _LOOKS.match((reference.title or "").lower()) is not None


def _before(reading: Reading, reference: Reference) -> str:
    """The clause before a reference, as far as 160 characters show."""
    low = max(0, reference.start - _LOOKED_BACK)
    stops = (reading.fold.rfind(stop, low, reference.start) + len(stop) for stop in (". ", "; ", ": ", "\n"))
    return reading.fold[max(low, *(stop for stop in stops)) : reference.start]
