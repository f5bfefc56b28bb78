"""Bodies that the register does not hold, where a text names them in full.

Two sources that name such a body alike mean one body only where no other is likely to bear the name: where its province
is named with it, or where it is of a sort that takes a name once in the country (a university, a corporation).
A school, or a hospital without its province, is known by its source alone.
"""

from __future__ import annotations

import re
from typing import Final

from ontology.folding import folded

PREFIX: Final = "unlisted:"
PROVINCE: Final = re.compile(
    rf"(?:^| )(?:{folded('tỉnh')}|{folded('thành phố')}) (?!{folded('ủy')}|{folded('đoàn')})\S"
)
# Sorts whose proper names are given once in the country, and sorts of which a province has one of a name.
NATIONAL: Final = tuple(
    map(folded, ("Trường Đại học", "Trường Cao đẳng", "Đại học", "Học viện", "Tổng công ty", "Tập đoàn"))
)
PROVINCIAL: Final = tuple(
    map(
        folded,
        (
            "Ban Quản lý",
            "Bảo tàng",
            "Bệnh viện",
            "Câu lạc bộ",
            "Công ty",
            "Hiệp hội",
            "Hội",
            "Liên đoàn",
            "Liên hiệp",
            "Quỹ",
            "Thư viện",
            "Trung tâm",
            "Viện",
        ),
    )
)
# Sorts that sign with symbols of their own, which say nothing of the bodies of the register.
SORTS: Final = (*NATIONAL, *PROVINCIAL, folded("Trường"))


def listed_nowhere(name: str) -> bool:
    """Whether the first words of a name say a sort whose members the register does not list one by one.

    >>> listed_nowhere("Trường Cao đẳng nghề Sao Mai"), listed_nowhere("Bộ trưởng Bộ Tài chính")
    (True, False)
    """
    return _sort(folded(name), SORTS) is not None


def series(words: str) -> str | None:
    """The series of numbers of a body that is named in full, else None; `words` are the folded words of its name.

    >>> series(folded("Hiệp hội Chè tỉnh Sơn Lâm")) == series(folded("HIỆP HỘI CHÈ TỈNH SƠN LÂM"))
    True
    >>> series(folded("Trường Tiểu học Sao Mai, tỉnh Sơn Lâm")), series(folded("Công ty Sao Mai"))
    (None, None)
    """
    own = _sort(words, NATIONAL)
    placed = PROVINCE.search(words) and _sort(words, PROVINCIAL)
    return PREFIX + words if (own and len(words) > len(own) + 1) or placed else None


def _sort(words: str, sorts: tuple[str, ...]) -> str | None:
    return next((one for one in sorts if f"{words} ".startswith(f"{one} ")), None)
