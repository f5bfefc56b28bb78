"""Small sources that tests are made of: a sentence for each relation, which is its evidence."""

from __future__ import annotations

import hashlib

from graph.values import Kept
from ontology.model import Activity, Document, Extraction, Relation, Source, Span, Text


def page(
    name: str,
    documents: tuple[Document, ...],
    relations: tuple[tuple[str, str, str], ...] = (),
    activities: tuple[Activity, ...] = (),
    **source: object,
) -> tuple[Kept, bytes, Extraction]:
    """A source whose text holds a sentence for each relation, each of them the relation's evidence."""
    content, found = f"{name}\n", []
    keys = {one.id: getattr(one, "number", None) or one.id for one in (*documents, *activities)}
    for head, predicate, tail in relations:
        sentence = f"{keys[head]} {predicate} {keys[tail]}."
        found.append(
            Relation(
                head, predicate, tail, Span(len(content), len(content) + len(sentence)), confidence=0.9, rule="test"
            )
        )
        content += sentence + "\n"
    original = content.encode()
    sha256 = hashlib.sha256(original).hexdigest()
    kept = Kept(Source(sha256, "text/plain", locations=(f"/tmp/{name}.txt",), **source), Text(content))
    return kept, original, Extraction(name, documents, activities, tuple(found), extractor="test 1")


PLAN = Document(
    "d1", "KH", "211/KH-UBND", "2020-08-20", "Ủy ban nhân dân thành phố Hải Phòng", "thực hiện Quyết định số 489/QĐ-TTg"
)
DECISION = Document(
    "d2", "QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ", "ban hành Kế hoạch thực hiện Kết luận số 49-KL/TW"
)
CONCLUSION = Document("d3", "KL", "49-KL/TW", "2019-05-10", "Ban Bí thư", "tiếp tục thực hiện Chỉ thị số 11-CT/TW")
DIRECTIVE = Document("d4", "CT", "11-CT/TW", "2007-04-13", "Bộ Chính trị khóa X", "tăng cường sự lãnh đạo của Đảng")
TITLE = "nâng cao chất lượng nguồn nhân lực cán bộ lãnh đạo trẻ"
ALL = [
    page("chain", (PLAN, DECISION, CONCLUSION, DIRECTIVE), (("d1", "implements", "d2"), ("d2", "implements", "d3"), ("d3", "continues", "d4"))),
    page(
        "ward",
        (Document("d1", "KL", "49-KL/TW", "2019-05-10", "Ban Bí thư Trung ương Đảng"), Document("d2", "CT", "11-CT/TW", None, "Bộ Chính trị khóa X")),
        (("a1", "disseminates", "d1"), ("d1", "continues", "d2")),
        (Activity("a1", "dissemination", "Đảng uỷ phường", "2023-05-18"),),
    ),
    page("partial", (Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy", TITLE), Document("d2", "KL", "49-KL/TW")), (("d1", "cites", "d2"),)),
    page("full", (Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng", TITLE),)),
    page("other", (Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Hà Giang"), Document("d2", "QĐ", "489/QĐ-TTg", "2020-04-18")), (("d2", "cites", "d1"),)),
    page("repeal", (Document("d1", "NĐ", "30/2020/NĐ-CP", own=True), Document("d2", "NĐ", "110/2004/NĐ-CP")), (("d1", "replaces", "d2"), ("d1", "repeals", "d2"))),
]  # fmt: skip
