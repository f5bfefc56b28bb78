"""What the reader of results says of a short text, and an adjunct that names a document."""

from __future__ import annotations

from loaders.extraction import results
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal

UNDER = "Thực hiện Chỉ thị số 21-CT/TU ngày 3/2/2021 của Tỉnh ủy, "


def read(text):
    content = normal(text).content
    return results.read(group(content, find(content)))


def figures(text):
    return [(r.value, r.percent_of_target) for r in read(text)]
