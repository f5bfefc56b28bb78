"""The words of the made-up world: names, numbers and titles of documents, and the sentences that state relations."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from ontology.registers import load
from ontology.terms import TYPES
from tests.benchmarks.world import DAY_ZERO, LEVELS, MERGER, NONE, SLOTS, Ints, World

CENTRAL = (
    ("bct", "Bộ Chính trị", "TW", 3, 0),
    ("bbt", "Ban Bí thư", "TW", 3, 1),
    ("bchtw", "Ban Chấp hành Trung ương", "TW", 3, 2),
    ("ttg", "Thủ tướng Chính phủ", "TTg", 3, 0),
    ("ttg", "Thủ tướng Chính phủ", "TTg", 3, 1),
    ("ttg", "Thủ tướng Chính phủ", "TTg", 3, 2),
    ("cp", "Chính phủ", "CP", 1, 0),
    ("qh", "Quốc hội", "QH", 1, 0),
)
MINISTRIES = (
    ("bgddt", "btctw", "byt", "ubkttw", "btc", "vptw", "bnv", "bbvcsskcbtw", "btp", "hdlltw", "bca", "qutw", "bxd", "ducatw", "bkhcn", "hvctqg")
)  # fmt: skip
TOPICS = (
    "công tác khuyến học, khuyến tài, xây dựng xã hội học tập",
    "đổi mới căn bản, toàn diện giáo dục và đào tạo",
    "đào tạo nhân lực có tay nghề cao",
    "phát triển bền vững kinh tế biển",
    "bảo hiểm y tế trong tình hình mới",
    "cải cách hành chính nhà nước",
    "chuyển đổi số quốc gia",
    "xây dựng nông thôn mới",
    "giảm nghèo bền vững",
    "phòng, chống tham nhũng, lãng phí, tiêu cực",
    "bảo vệ môi trường và ứng phó với biến đổi khí hậu",
    "bảo đảm trật tự, an toàn giao thông",
    "chăm sóc và nâng cao sức khỏe nhân dân",
    "phát triển khoa học, công nghệ và đổi mới sáng tạo",
    "công tác dân số trong tình hình mới",
    "phát triển kinh tế tập thể, hợp tác xã",
    "tinh giản biên chế và cơ cấu lại đội ngũ cán bộ, công chức",
    "an toàn thực phẩm",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "xây dựng và phát triển văn hóa, con người",
)
FIELDS = ("", " giai đoạn mới", " trên địa bàn", " trong các cơ quan, đơn vị", " đến năm 2030", " gắn với địa phương")
TYPES_OF = {
    ("central", True): ("CT", "NQ", "KL", "KL", "QyĐ"),
    ("central", False): ("QĐ", "QĐ", "CT"),
    ("ministry", True): ("HD", "KH", "QĐ", "TB"),
    ("ministry", False): ("TT", "QĐ", "KH", "CT"),
    ("province", True): ("CTr", "KH", "NQ", "CT"),
    ("province", False): ("KH", "KH", "QĐ", "CT"),
    ("district", True): ("KH", "CTr", "NQ"),
    ("district", False): ("KH", "KH", "QĐ"),
    ("commune", True): ("KH", "NQ"),
    ("commune", False): ("KH", "KH", "QĐ"),
}
PURPOSES = {
    "KL": "continues",
    "TT": "details",
    "HD": "guides",
}
PLANS = ("implements",) * 17 + ("reviews", "reviews", "disseminates")
CHANGES = ("amends",) * 12 + ("replaces",) * 4 + ("repeals", "repeals", "suspends", "corrects")
STATING = {
    "implements": "thực hiện",
    "continues": "tiếp tục thực hiện",
    "details": "quy định chi tiết",
    "guides": "hướng dẫn thực hiện",
    "reviews": "sơ kết việc thực hiện",
    "disseminates": "quán triệt",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "suspends": "ngưng hiệu lực",
    "corrects": "đính chính",
    "basedOn": "căn cứ",
    "alignedWith": "gắn với",
    "cites": "theo tinh thần",
}
QH_TERMS = (
    (dt.date(2026, 4, 1), 16),
    (dt.date(2021, 7, 20), 15),
    (dt.date(2016, 7, 20), 14),
    (dt.date(2011, 7, 21), 13),
)


class Made(NamedTuple):
    """A made-up document and its true edges: (predicate, index of the tail)."""

    index: int
    type: str
    number: str
    date: str
    issuer: str
    body: str
    level: str
    party: bool
    place: str | None
    province: str | None
    title: str
    edges: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """How a text names it: type, number, day and issuer."""
        day = "/".join(reversed(self.date.split("-")))
        return f"{TYPES[self.type].label_vi} số {self.number} ngày {day} của {self.issuer}"


class Issuer(NamedTuple):
    """An issuing body on a side of July 2025: key, printed name, symbol, place, and how numbers of a shared series run."""

    body: str
    name: str
    symbol: str
    place: str | None = None
    province: str | None = None
    width: int = 1
    share: int = 0


class _Row(NamedTuple):
    """The figures of one document."""

    index: int
    level: int
    day: int
    party: bool
    issuer: int
    count: int
    topic: int
    change: int


class Writer:
    """Turns indices of a world into documents in words."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.issuer = cache(self._issuer)
        self.day = cache(lambda day: (DAY_ZERO + dt.timedelta(day)).isoformat())

    def documents(self, index: Ints, *, edges: bool = True) -> list[Made]:
        """The documents of these indices, in their order."""
        world = self.world
        if not len(index):
            return []
        level, day, party = world.level(index), world.day(index), world.party(index)
        kinds = self.kinds(index)
        topic = self._topics(index)
        targets = world.targets(index).tolist() if edges else [()] * len(index)
        changes = (world.draw(index, 31) * len(CHANGES)).astype(int)
        columns = (index, level, day, party, world.issuer(index), world.count(index), topic, changes)
        return [
            self._document(_Row(*row), kind, target)
            for *row, kind, target in zip(*(column.tolist() for column in columns), kinds, targets, strict=True)
        ]

    def kinds(self, index: Ints) -> list[str]:
        """The types of these documents."""
        draws = self.world.draw(index, 20).tolist()
        columns = (
            self.world.level(index).tolist(),
            self.world.party(index).tolist(),
            self.world.issuer(index).tolist(),
        )
        return [
            _kind(LEVELS[level], issuer, draw, party=party)
            for level, party, issuer, draw in zip(*columns, draws, strict=True)
        ]

    def _topics(self, index: Ints) -> Ints:
        root = self.world.root(index)
        return (self.world.draw(root, 21) * len(TOPICS) * len(FIELDS)).astype(np.int64)

    def _document(self, row: _Row, kind: str, targets: list[int]) -> Made:
        body = self.issuer(row.level, row.issuer, merged=row.day >= MERGER)
        date = self.day(row.day)
        number = _number(kind, row.count * body.width + body.share, body.symbol, date, party=row.party)
        subject = TOPICS[row.topic % len(TOPICS)] + FIELDS[row.topic // len(TOPICS)]
        edges = tuple(
            (_predicate(slot, kind, row.change), t) for slot, t in zip(SLOTS, targets, strict=False) if t != NONE
        )
        level = LEVELS[row.level]
        return Made(
            row.index,
            kind,
            number,
            date,
            body.name,
            body.body,
            level,
            row.party,
            body.place,
            body.province,
            subject,
            edges,
        )

    def _issuer(self, level: int, issuer: int, *, merged: bool) -> Issuer:
        """The issuing body of a number in a level, after the merger its successor."""
        if level == 0:
            body, name, symbol, width, share = CENTRAL[issuer]
            return Issuer(body, name, symbol, None, None, width, share)
        if level == 1:
            body = load().bodies.bodies[MINISTRIES[issuer]]
            return Issuer(body.id, body.name, body.symbols[0])
        unit, party = divmod(issuer, 2)
        slug = (self.world.provinces, self.world.districts, self.world.communes)[level - 2][unit]
        now, width, share = self.heirs[slug] if merged else (slug, 1, 0)
        return _local(level, now, party=bool(party), width=width, share=share)

    @cached_property
    def heirs(self) -> dict[str, tuple[str, int, int]]:
        """For each province and commune its successor of July 2025, and how numbers are shared with the others."""
        register, world = load(), self.world
        now = {slug: register.province_successor(slug, "2025-07-01") for slug in world.provinces}
        now |= {slug: register.commune_heirs[slug][0] for slug in world.communes}
        groups: dict[str, list[str]] = {}
        for slug, heir in now.items():
            groups.setdefault(heir, []).append(slug)
        return {slug: (heir, len(groups[heir]), groups[heir].index(slug)) for slug, heir in now.items()}


def _kind(level: str, issuer: int, draw: float, *, party: bool) -> str:
    if level == "central" and not party and issuer >= 6:
        return "L" if issuer == 7 else ("NĐ", "NĐ", "NQ")[int(draw * 3)]
    kinds = TYPES_OF[level, party]
    return kinds[int(draw * len(kinds))]


def _predicate(slot: str, kind: str, change: int) -> str:
    if slot == "purpose":
        return PURPOSES.get(kind) or PLANS[change]
    return {"change": CHANGES[change], "alignment": "alignedWith", "mention": "cites"}.get(slot, "basedOn")


def _number(kind: str, count: int, symbol: str, date: str, *, party: bool) -> str:
    """The number as its sphere writes it."""
    if party:
        return f"{count:02d}-{'QĐ' if kind == 'QyĐ' else kind}/{symbol}"
    if kind == "L":
        term = next((term for day, term in QH_TERMS if date >= day.isoformat()), 12)
        return f"{count:02d}/{date[:4]}/QH{term}"
    year = f"{date[:4]}/" if kind in {"NĐ", "TT"} else ""
    return f"{count:02d}/{year}{kind}-{symbol}"


def _local(level: int, slug: str, *, party: bool, width: int, share: int) -> Issuer:
    """The committee of a place: the Party's or the people's."""
    place = load().place(slug)
    assert place is not None
    province = place.province or slug
    if not party:
        body = ("ubnd", "ubnd-huyen", "ubnd-xa")[level - 2]
        over = load().place(place.district or place.province or "")
        full = place.full_name + (f", {over.full_name}" if level > 2 and over else "")
        return Issuer(f"{body}:{slug}", f"Ủy ban nhân dân {full}", "UBND", slug, province, width, share)
    body, name, symbol = _committee(level, place.kind)
    shown = place.full_name if level == 4 else place.name
    return Issuer(f"{body}:{slug}", f"{name} {shown}", symbol, slug, province, width, share)


def _committee(level: int, kind: str) -> tuple[str, str, str]:
    if level == 4:
        return "du-xa", "Đảng ủy", "ĐU"
    if level == 2:
        return "tu", "Thành ủy" if kind == "thành phố" else "Tỉnh ủy", "TU"
    return {
        "huyện": ("hu", "Huyện ủy", "HU"),
        "quận": ("qu", "Quận ủy", "QU"),
        "thị xã": ("thu", "Thị ủy", "ThU"),
        "thành phố": ("thu", "Thành ủy", "ThU"),
    }[kind]
