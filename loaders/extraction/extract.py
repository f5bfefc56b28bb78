"""From a text to all that it states: mentions, documents, relations, obligations, results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.extraction import deadlines, relations, results
from loaders.extraction.dates import date_at
from loaders.extraction.documents import group
from loaders.extraction.eventdays import STORED
from loaders.extraction.lexicon import acts
from loaders.extraction.mentions import find
from loaders.extraction.normal import fold, normal
from loaders.extraction.restore import Restorer
from ontology.model import Extraction

if TYPE_CHECKING:
    from ontology.model import Text

VERSION: Final = "phahe-extractor 13"
_DAY: Final = re.compile(
    r"[\dn](?:(?<=\d)(?<![\d/.-]\d)\d? ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}(?!\d)|"
    r"(?<=n)gày {1,9}\d{1,2} {1,9}tháng {1,9}\d{1,2} {1,9}năm {1,9}\d{4})"
)
_BOUND: Final = re.compile(r"(?<!\w)(?:từ|đến|tới|trước|sau|hết)(?: hết)?(?: ngày)? ?$")
_BOUND_BACK: Final = 24  # more than it holds
# The years that an anniversary looks back on: `80 năm Ngày thành lập (22/12/1944 - 22/12/2024)`.
_YEARS: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4} ?[-–] ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_NUMBER: Final = re.compile(r"\d[\w/.-]{0,8} ?[-/–] ?[A-ZĐ]{2}")
_NUMBERED: Final = re.compile(rf"(?:{acts()}) (?:số )?\d{{1,5}},? (?:ngày )?$")  # `Quyết định số 72 ngày 9/3/2018`
_TOP: Final = 400


def extract(text: Text, *, name: str, published: str | None = None, publisher: str | None = None) -> Extraction:
    """All that `text` states. `published` is the day of the page where known, `publisher` the body that publishes."""
    del publisher
    form = normal(text.content)
    day = published or date_line(form.content)
    grouping = group(form.content, find(form.content, published=day), published=day)
    stated = relations.read(grouping)
    back = Restorer(form, stated.documents)
    kept = frozenset(document.id for document in stated.documents)
    return Extraction(
        source=name,
        documents=tuple(back.document(d) for d in stated.documents),
        activities=tuple(stated.activities),
        relations=tuple(back.relation(r) for r in stated.relations),
        obligations=tuple(back.obligation(o) for o in deadlines.read(grouping, published=day, kept=kept)),
        results=tuple(back.result(r) for r in results.read(grouping, published=day, kept=kept)),
        extractor=VERSION,
    )


def date_line(content: str) -> str | None:
    """The first full date near the top of a page: its own date line."""
    stored = STORED.match(content)
    if stored is not None and stored["day"] != stored["month"]:
        return stored["day"]
    folded = fold(content[:_TOP])
    if "-" in folded or "–" in folded:
        folded = _YEARS.sub(lambda years: " " * len(years.group()), folded)
    match = next((day for day in _DAY.finditer(folded) if not _bound(folded, day.start())), None)
    if match is None or _cited(content, match.start()):
        return None
    found = date_at(folded, match.start())
    return found[0] if found else None


def _bound(folded: str, place: int) -> bool:
    """Whether the day at `place` is the first or last of a time: `áp dụng từ ngày 1/1/2008`."""
    return _BOUND.search(folded, max(0, place - _BOUND_BACK), place) is not None


def _cited(content: str, position: int) -> bool:
    """Whether a day stands in running text behind the number of a document: it is that document's."""
    line = content[content.rfind("\n", 0, position) + 1 : position]
    return _NUMBER.search(line) is not None or _NUMBERED.search(fold(line)) is not None
