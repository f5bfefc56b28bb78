"""Which province a publisher belongs to, by the address of a page or the publisher's name.

This is weak context: it completes a name that leaves its province out (`UBND tỉnh`), and never stands against what a
text states.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from ontology.folding import folded

# What stands before the place in the names of portals and newspapers (`Cổng thông tin điện tử tỉnh Cao Bằng`).
LEADS: Final = frozenset(
    folded(lead)
    for lead in (
        "Báo",
        "Báo điện tử",
        "Báo và Đài Phát thanh, Truyền hình",
        "Báo và Phát thanh, Truyền hình",
        "Đài Phát thanh và Truyền hình",
        "Đài Phát thanh - Truyền hình",
        "Cổng thông tin điện tử",
        "Cổng TTĐT",
        "Trang thông tin điện tử",
        "Trang tin điện tử",
        "Đảng bộ",
    )
)
LONGEST_LEAD: Final = 9


def host(location: str) -> str:
    """The host of an address in lower case; empty for a path.

    >>> host("https://www.caobang.gov.vn:443/tin/1"), host("tin/caobang.gov.vn.txt")
    ('www.caobang.gov.vn', '')
    """
    try:
        return (urlsplit(location).hostname or "").lower().rstrip(".") if "://" in location else ""
    except ValueError:
        return ""


def of_hosts(locations: Iterable[str], known: Mapping[str, str]) -> set[str]:
    """The provinces whose portals or newspapers lie at some addresses; a part of a portal is the portal's.

    >>> sorted(of_hosts(["https://sgd.caobang.gov.vn/a", "https://xcaobang.gov.vn/"], {"caobang.gov.vn": "cao-bang"}))
    ['cao-bang']
    """
    found: set[str] = set()
    for location in locations:
        labels = host(location).split(".")
        tails = (".".join(labels[at:]) for at in range(len(labels)))
        found.update(known[tail] for tail in tails if tail in known)
    return found


def without_lead(name: str) -> str:
    """The name of a portal or newspaper without the words that say that it is one.

    >>> without_lead("Cổng thông tin điện tử tỉnh Cao Bằng"), without_lead("Báo Cao Bằng")
    ('tỉnh Cao Bằng', 'Cao Bằng')
    """
    words = name.split()
    for end in range(min(LONGEST_LEAD, len(words)), 0, -1):
        if folded(" ".join(words[:end])) in LEADS:
            return " ".join(words[end:])
    return name
