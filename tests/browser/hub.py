"""Sources that mean ill, or are merely huge: a decision that 5,000 plans implement, titles of 10,000 letters and worse."""

from __future__ import annotations

from collections.abc import Iterator

from graph.values import Kept
from ontology.model import Document, Extraction
from tests.graph.pages import page

CHILDREN = 5_000
A_PAGE = 250
HUB = Document("d1", "QĐ", "7777/QĐ-TTg", "2021-03-03", "Thủ tướng Chính phủ", "phê duyệt đề án thử tải")
LONG = "dài " * 2_500
BIDI = "\u202eđảo\u202c \u2067ngược\u2069 <b>đậm</b> \u200f{{ 7 * 7 }} ${7*7} </title><script>window.ran = 1</script>"
HOSTILE = (
    Document("d1", "KH", "901/KH-UBND", "2022-01-05", "Ủy ban nhân dân thành phố Hải Phòng", LONG),
    Document("d2", "KH", "902/KH-UBND", "2022-01-06", "Ủy ban nhân dân thành phố Hải Phòng", BIDI),
    Document("d3", "KH", "903/KH-UBND", "2022-01-07", 'Ủy ban "><img src=x onerror=window.ran=1>', "javascript:alert(1)"),
)  # fmt: skip


def pages() -> Iterator[tuple[Kept, bytes, Extraction]]:
    """The sources: pages of plans that implement the decision, and one with hostile titles."""
    for start in range(0, CHILDREN, A_PAGE):
        plans = tuple(_plan(at) for at in range(start, start + A_PAGE))
        yield page(f"plans-{start}", (HUB, *plans), tuple((one.id, "implements", "d1") for one in plans))
    told = tuple((one.id, "implements", "d9") for one in HOSTILE)
    hub = Document("d9", HUB.type, HUB.number, HUB.date, HUB.issuer)
    yield page("hostile", (*HOSTILE, hub), told, title=f"{BIDI} {LONG}", publisher=BIDI)


def _plan(at: int) -> Document:
    """A plan of Hải Phòng, one of many."""
    day = f"{2021 + at // 1800}-{1 + at % 12:02}-{1 + at % 28:02}"
    issuer = "Ủy ban nhân dân thành phố Hải Phòng"
    return Document(
        f"p{at}", "KH", f"{1000 + at}/KH-UBND", day, issuer, f"thực hiện Quyết định số 7777/QĐ-TTg, phần {at}"
    )
