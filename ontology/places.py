"""Administrative units: provinces, districts and communes, and how a name finds one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from ontology.folding import folded, tokens
from ontology.identity import fold
from ontology.model import Value

KINDS: Final[Mapping[tuple[str, ...], str]] = {
    tokens(written): kind
    for kind, forms in {
        "tỉnh": ("tỉnh",),
        "thành phố": ("thành phố", "tp", "thủ đô"),
        "huyện": ("huyện đảo", "huyện", "h"),
        "quận": ("quận", "q"),
        "thị xã": ("thị xã", "tx"),
        "xã": ("xã", "x"),
        "phường": ("phường", "p"),
        "thị trấn": ("thị trấn",),
        "đặc khu": ("đặc khu",),
    }.items()
    for written in forms
}
"""The words that say what kind of unit a name is of."""
LEVEL_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "tỉnh": ("province",),
    "thành phố": ("province", "district"),
    "huyện": ("district",),
    "quận": ("district",),
    "thị xã": ("district",),
    "xã": ("commune",),
    "phường": ("commune",),
    "thị trấn": ("commune",),
    "đặc khu": ("commune",),
}


class Place(Value, frozen=True, gc=False):
    """An administrative unit in a span of time. `level` is `province`, `district` or `commune`.

    Days are ISO, of any precision; None is open. `province` and `district` are slugs of the units above. A unit formed
    anew by a merger is another unit, also under the old name (`hai-phong`, `hai-phong-2025`).
    """

    slug: str
    name: str
    kind: str
    level: str
    code: str = ""
    province: str | None = None
    district: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    aliases: tuple[str, ...] = ()
    name_en: str | None = None
    source: str = ""

    @property
    def full_name(self) -> str:
        """Kind and name (`thành phố Hải Phòng`)."""
        return f"{self.kind} {self.name}"

    def existed(self, date: str | None) -> bool:
        """Whether the unit existed on a day; True where the day is not known."""
        return covers(self.valid_from, self.valid_to, date)


def covers(start: str | None, end: str | None, date: str | None) -> bool:
    """Whether an ISO date of any precision can lie in a span whose ends are ISO dates of any precision.

    >>> covers("2007-04-11", "2025-02-02", "2025"), covers("2007-04-11", "2025-02-02", "2025-03-01")
    (True, False)
    """
    if date is None:
        return True
    return not (start and date[: len(start)] < start[: len(date)]) and not (end and date[: len(end)] > end[: len(date)])


class Segment(Value, frozen=True, gc=False):
    """One unit as a name states it: `quận`, `bình thạnh`. Either part may be missing."""

    kind: str | None
    name: str


def segments(words: tuple[str, ...]) -> tuple[Segment, ...]:
    """A written place, smallest unit first, cut at commas and at words for kinds of unit."""
    found: list[Segment] = []
    kind: str | None = None
    name: list[str] = []
    at = 0
    while at < len(words):
        width, next_kind = _kind_at(words, at, started=bool(name))
        if next_kind or words[at] == ",":
            _close(found, kind, name)
            kind, name = next_kind, []
        else:
            name.append(words[at])
        at += width
    _close(found, kind, name)
    return tuple(found)


def _close(found: list[Segment], kind: str | None, name: list[str]) -> None:
    if kind or name:
        found.append(Segment(kind, " ".join(name)))


def _kind_at(words: tuple[str, ...], at: int, *, started: bool) -> tuple[int, str | None]:
    """How many words the kind at a position takes, and which it is. A single letter is a kind at the start only."""
    for width in (2, 1):
        kind = KINDS.get(words[at : at + width])
        if kind and not (started and len(words[at]) == 1):
            return width, kind
    return 1, None


class Gazetteer:
    """Places by slug and by name."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = {place.slug: place for place in places}
        self._named: dict[str, list[Place]] = defaultdict(list)
        self._plain: dict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            for name in dict.fromkeys(folded(name) for name in (place.name, *place.aliases)):
                self._named[name].append(place)
            self._plain[folded(fold(place.name))].append(place)

    def find(self, parts: tuple[Segment, ...], within: str | None = None, date: str | None = None) -> Place | None:
        """The place that a written place means, read from its largest unit down, or None.

        `within` is the slug of a place that the text is about: it decides between several, and gives the unit where
        the name says no more than its kind (`tỉnh`). What the text itself states goes before it.
        """
        found: Place | None = None
        for part in reversed(parts):
            if not part.name:
                found = self._over(found.slug if found else within, part.kind, date)
            elif found:
                found = choose([place for place in self.named(part) if self.holds(found.slug, place)], date)
            else:
                candidates = self.named(part)
                near = [place for place in candidates if within and self._near(within, place)]
                found = choose(near, date) or choose(candidates, date)
            if found is None:
                return None
        return found

    def named(self, part: Segment) -> list[Place]:
        """The places a segment can mean, whatever the day. A name written without any marks finds them too."""
        found = self._named.get(part.name) or self._plain.get(part.name, [])
        return [place for place in found if part.kind in (None, place.kind)]

    def holds(self, slug: str, place: Place) -> bool:
        """Whether a place is the unit `slug` or lies in it; a province formed anew is the same."""
        over = [unit for unit in (place.slug, place.district, place.province) if unit]
        return slug in over or self._province_name(slug) in [self._province_name(unit) for unit in over]

    def _near(self, slug: str, place: Place) -> bool:
        """Whether a place lies in `slug` or holds it."""
        inner = self.places.get(slug)
        return self.holds(slug, place) or (inner is not None and self.holds(place.slug, inner))

    def _province_name(self, slug: str) -> str:
        place = self.places.get(slug)
        return place.name if place and place.level == "province" else slug

    def around(self, slug: str | None, date: str | None) -> list[Place]:
        """The unit `slug` and those above it, the smallest first, as they stood on a day."""
        place = self.places.get(slug or "")
        if place is None:
            return []
        units = [self.places[unit] for unit in (place.slug, place.district, place.province) if unit in self.places]
        return [self._on(unit, date) for unit in units]

    def _on(self, place: Place, date: str | None) -> Place:
        """A place, or the one of its name and kind that stood on the day, where it was formed anew."""
        if place.level != "province":
            return place
        return choose(self.named(Segment(place.kind, folded(place.name))), date) or place

    def _over(self, slug: str | None, kind: str | None, date: str | None) -> Place | None:
        """The unit of a kind that is `slug` or holds it, as it stood on a day."""
        return next((unit for unit in self.around(slug, date) if unit.kind == kind), None)


def choose(candidates: list[Place], date: str | None) -> Place | None:
    """The one place that the candidates leave on a day, or None where several do.

    Units of one name that followed each other are one choice: the one that existed on the day, else the first of them.
    The higher level goes before the lower: `Thái Bình` is the province, not its city.
    """
    standing = [place for place in candidates if place.existed(date)] or candidates
    for level in ("province", "district", "commune"):
        found = [place for place in standing if place.level == level]
        if found:
            return _only(found)
    return None


def _only(found: list[Place]) -> Place | None:
    """The earliest of units that followed each other under one name; None where the places are different ones."""
    if len({(place.name, place.kind, place.district) for place in found}) > 1:
        return None
    if len(found) > 1 and any(place.level != "province" for place in found):
        return None
    return min(found, key=lambda place: place.valid_to or "9999")
