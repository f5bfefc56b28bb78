"""Pages for audits: a policy with duties, what provinces did, and what stands in the way of saying more."""

from __future__ import annotations

import hashlib

from graph.values import Kept
from ontology.model import Document, Extraction, Obligation, Relation, Result, Source, Span, Text

POLICY = ("KL", "49-KL/TW", "2019-05-10", "Ban Bí thư")
ORDER = ("QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ")
HAI_PHONG = ("KH", "211/KH-UBND", "2020-08-20", "Ủy ban nhân dân thành phố Hải Phòng")
HAI_DUONG = ("KH", "77/KH-UBND", "2020-06-10", "Ủy ban nhân dân tỉnh Hải Dương")
NGHE_AN = ("KH", "311/KH-UBND", "2020-05-30", "Ủy ban nhân dân tỉnh Nghệ An")
HA_TINH = ("KH", "400/KH-UBND", "2020-09-30", "Ủy ban nhân dân tỉnh Hà Tĩnh")
QUANG_BINH = ("KH", "900/KH-UBND", None, "Ủy ban nhân dân tỉnh Quảng Bình")
REPORT = ("BC", "15/BC-UBND", "2021-12-01", "Ủy ban nhân dân tỉnh Nghệ An")
DUTY = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương ban hành kế hoạch trước ngày 30/6/2020"
YEARLY = "Ủy ban nhân dân các tỉnh báo cáo kết quả trước ngày 15/12 hằng năm"

Item = tuple[Kept, bytes, Extraction]


def stated(
    name: str,
    documents: list[tuple[str, str | None, str | None, str | None]],
    relations: list[tuple[int, str, int]] = [],  # noqa: B006
    *,
    duties: list[tuple[str, dict[str, str], int]] = [],  # noqa: B006
    confidence: float = 0.95,
    provision: str | None = None,
    **source: str,
) -> Item:
    """A source that states relations between its documents (by place) and duties about them."""
    content, found, owed = f"{name}\n", [], []

    def line(words: str) -> Span:
        nonlocal content
        span = Span(len(content), len(content) + len(words))
        content += words + "\n"
        return span

    for head, predicate, tail in relations:
        span = line(f"{documents[head][1]} {predicate} {documents[tail][1]}.")
        found.append(
            Relation(f"d{head}", predicate, f"d{tail}", span, confidence=confidence, rule="t", provision=provision)
        )
    for words, fields, about in duties:
        owed.append(Obligation(evidence=line(words), documents=(f"d{about}",), **fields))
    original = content.encode()
    named = tuple(
        Document(f"d{at}", type_, number, date, issuer) for at, (type_, number, date, issuer) in enumerate(documents)
    )
    kept = Kept(Source(hashlib.sha256(original).hexdigest(), "text/plain", (f"{name}.txt",), **source), Text(content))
    return kept, original, Extraction(name, named, (), tuple(found), tuple(owed), extractor="test 1")


def with_result(item: Item, what: str, percent: float) -> Item:
    """The source with a reported figure about its first document."""
    kept, original, extraction = item
    result = Result("UBND", what, Span(0, 4), value=38, unit="lớp", percent_of_target=percent, documents=("d0",))
    made = Extraction(
        extraction.source, extraction.documents, (), extraction.relations, extraction.obligations, (result,), "test 1"
    )
    return kept, original, made


PLANS = {
    "who": "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
    "what": "ban hành kế hoạch",
    "due": "2020-06-30",
}
REPORTS = {"who": "Ủy ban nhân dân các tỉnh", "what": "báo cáo kết quả", "period": "P1Y"}
ALL: list[Item] = [
    stated("order", [ORDER, POLICY], [(0, "implements", 1)], duties=[(DUTY, PLANS, 0), (YEARLY, REPORTS, 0)]),
    stated("hai-phong", [HAI_PHONG, ORDER], [(0, "implements", 1)]),
    stated("hai-duong", [HAI_DUONG, ORDER], [(0, "implements", 1)]),
    stated("nghe-an", [NGHE_AN, ORDER, REPORT], [(0, "implements", 1), (2, "reviews", 1)]),
    stated("ha-tinh", [HA_TINH, ORDER], [(0, "implements", 1)], confidence=0.4),
    stated("quang-binh", [QUANG_BINH, ORDER], [(0, "implements", 1)]),
    with_result(stated("figures", [NGHE_AN]), "mở 38 lớp, đạt 126% kế hoạch", 126),
]
