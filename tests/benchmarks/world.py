"""The structure of a made-up world of policy documents: who issues what, when, and what it is based on.

Everything is a function of (size, seed, index), computed for whole arrays of indices at once, so that any document can
be asked for at any time and none is ever kept. Documents of one level of government lie side by side in the order of
their days; each looks for its purpose in the level above, some time before itself, where a few documents draw many.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ontology.registers import load

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DAY_ZERO = dt.date(2007, 1, 1)
LAST_DAY = (dt.date(2026, 10, 1) - DAY_ZERO).days
MERGER = (dt.date(2025, 7, 1) - DAY_ZERO).days
YEARS = np.array([(dt.date(year, 1, 1) - DAY_ZERO).days for year in range(2007, 2028)])
PARTY_TERMS = np.array(
    [
        (day - DAY_ZERO).days
        for day in (
            dt.date(2007, 1, 1),
            dt.date(2011, 1, 19),
            dt.date(2016, 1, 28),
            dt.date(2021, 2, 1),
            dt.date(2026, 1, 23),
        )
    ]
)
LEVELS = ("central", "ministry", "province", "district", "commune")
SHARES = (0.03, 0.07, 0.25, 0.25, 0.40)
NONE = -1
SLOTS = ("purpose", "change", "ground", "other ground", "alignment", "mention")
CHANCES = (0.95, 0.15, 0.90, 0.65, 0.10, 0.60)
FOUNDING = 0.6


class Level(NamedTuple):
    """A level's stretch of indices: its first index, how many, how many issuers take turns, the days it spans."""

    first: int
    size: int
    issuers: int
    days: int


class World:
    """`size` documents, the same for the same seed. Sizes from 1,000 make chains through all levels."""

    def __init__(self, size: int, seed: int = 7) -> None:
        self.size = size
        self.seed = np.uint64(seed)
        bounds = np.floor(np.cumsum((0.0, *SHARES)) * size + 1e-9).astype(np.int64)
        bounds[-1] = size
        self.starts = bounds[:-1]
        turns = (8, 16, 2 * len(self.provinces), 2 * len(self.districts), 2 * len(self.communes))
        spans = (LAST_DAY, LAST_DAY, LAST_DAY, MERGER, LAST_DAY)
        self.levels = tuple(
            Level(int(a), int(b - a), turn, span)
            for a, b, turn, span in zip(bounds[:-1], bounds[1:], turns, spans, strict=True)
        )

    def _some(self, slugs: list[str], level: int, least: int) -> list[str]:
        """So many of these places, evenly spread, that an issuer has eight documents or more in a small world."""
        size = int(self.starts[level + 1] if level < 4 else self.size) - int(self.starts[level])
        wanted = min(len(slugs), max(least, size // 16))
        return [slugs[at * len(slugs) // wanted] for at in range(wanted)]

    @cached_property
    def provinces(self) -> list[str]:
        """Slugs of provinces of before July 2025."""
        places = load().places.places.values()
        found = sorted(p.slug for p in places if p.level == "province" and p.existed("2025-06-30"))
        return self._some(found, 2, 4)

    @cached_property
    def districts(self) -> list[str]:
        """Slugs of districts of these provinces."""
        places = load().places.places.values()
        found = sorted(p.slug for p in places if p.level == "district" and p.existed("2025-06-30"))
        return self._some([slug for slug in found if load().places.places[slug].province in self.provinces], 3, 8)

    @cached_property
    def communes(self) -> list[str]:
        """Slugs of communes of these districts."""
        within = set(self.districts)
        return self._some(sorted(s for s, p in load().communes.items() if p.valid_to and p.district in within), 4, 16)

    @cached_property
    def province_of_district(self) -> Ints:
        """For each district, which province."""
        at = {slug: index for index, slug in enumerate(self.provinces)}
        gazetteer = load().places.places
        return np.array([at[gazetteer[slug].province] for slug in self.districts])

    @cached_property
    def district_of_commune(self) -> Ints:
        """For each commune, which district."""
        at = {slug: index for index, slug in enumerate(self.districts)}
        communes = load().communes
        return np.array([at[communes[slug].district] for slug in self.communes])

    def draw(self, index: Ints, what: int) -> npt.NDArray[np.float64]:
        """A number in [0, 1) for each index, always the same one; `what` tells one question from another."""
        with np.errstate(over="ignore"):
            bits = index.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + self.seed * np.uint64(0xD1B54A32D192ED03)
            bits += np.uint64(what) * np.uint64(0xBF58476D1CE4E5B9)
            bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            bits ^= bits >> np.uint64(31)
        return (bits >> np.uint64(11)).astype(np.float64) / 2.0**53

    def level(self, index: Ints) -> Ints:
        """The level of each document, 0 the highest."""
        return np.searchsorted(self.starts, index, side="right") - 1

    def _of_level(self, level: Ints, field: str) -> Ints:
        return np.array([getattr(one, field) for one in self.levels])[level]

    def rank(self, index: Ints) -> Ints:
        """The place of each document in its level, in the order of days."""
        return index - self._of_level(self.level(index), "first")

    def day(self, index: Ints) -> Ints:
        """Days from the first of 2007; never falling within a level."""
        level = self.level(index)
        return self.rank(index) * self._of_level(level, "days") // np.maximum(self._of_level(level, "size"), 1)

    def issuer(self, index: Ints) -> Ints:
        """The number of the issuer in its level; issuers take turns."""
        return self.rank(index) % self._of_level(self.level(index), "issuers")

    def party(self, index: Ints) -> Flags:
        """Whether a body of the Party issues it: every second issuer, and three of eight at the centre."""
        level, issuer = self.level(index), self.issuer(index)
        return np.where(level == 0, issuer < 3, issuer % 2 == 1)

    def count(self, index: Ints) -> Ints:
        """The running number in the issuer's series: it begins anew each year, for the Party each term."""
        level, day = self.level(index), self.day(index)
        span, size, turn = (self._of_level(level, field) for field in ("days", "size", "issuers"))
        terms = PARTY_TERMS[np.searchsorted(PARTY_TERMS, day, side="right") - 1]
        years = YEARS[np.searchsorted(YEARS, day, side="right") - 1]
        begin = np.where(self.party(index), terms, years)
        first_rank = -(-begin * size // np.maximum(span, 1))
        issuer = self.issuer(index)
        first_turn = -(-(first_rank - issuer) // turn)
        return (self.rank(index) - issuer) // turn - np.maximum(first_turn, 0) + 1

    def targets(self, index: Ints) -> Ints:
        """For each document and slot of `SLOTS` the document it points to, or `NONE`. No pair stands twice."""
        found = np.full((len(index), len(SLOTS)), NONE, dtype=np.int64)
        for slot in range(len(SLOTS)):
            target = self._own_earlier(index) if SLOTS[slot] == "change" else self._above(index, slot)
            target[(self.draw(index, 10 + slot) >= self._chance(index, slot)) | (target == index)] = NONE
            for stronger in range(slot):
                target[target == found[:, stronger]] = NONE
            found[:, slot] = target
        return found

    def purpose(self, index: Ints) -> Ints:
        """The document each is made for (slot 0), or `NONE`."""
        target = self._above(index, 0)
        target[(self.draw(index, 10) >= self._chance(index, 0)) | (target == index)] = NONE
        return target

    def _chance(self, index: Ints, slot: int) -> npt.NDArray[np.float64]:
        """How likely a slot is filled; many documents of the centre found a policy of their own."""
        founding = (slot == 0) & (self.level(index) == 0) & (self.draw(index, 32) < FOUNDING)
        return np.where(founding, 0.0, CHANCES[slot])

    def root(self, index: Ints) -> Ints:
        """The document at the end of each chain of purposes, which sets its topic."""
        at = index.copy()
        while True:
            above = self.purpose(at)
            if (above == NONE).all():
                return at
            at = np.where(above == NONE, at, above)

    def _own_earlier(self, index: Ints) -> Ints:
        """An earlier document of the same issuer."""
        turn = self._of_level(self.level(index), "issuers")
        back = 1 + (self.draw(index, 30) * 6).astype(np.int64)
        return np.where(self.rank(index) >= back * turn, index - back * turn, NONE)

    def _above(self, index: Ints, slot: int) -> Ints:
        """A document of a level above, issued before; at the centre one of the centre."""
        level = self.level(index)
        far = self.draw(index, 40 + slot)
        upper = np.maximum(level - np.where((far < 0.3) & (level > 1), 2, 1), 0)
        if SLOTS[slot] in {"ground", "other ground", "mention"}:
            upper = np.minimum(upper, np.where(far < 0.6, 0, 2))
        upper = np.where((upper == 3) & (self.day(index) >= MERGER), 2, upper)
        lag = 5 + (self.draw(index, 50 + slot) ** 3 * 1500).astype(np.int64)
        size, span, first, turn = (self._of_level(upper, field) for field in ("size", "days", "first", "issuers"))
        rank = np.minimum((self.day(index) - lag) * size // np.maximum(span, 1), size - 1)
        rank -= np.where(self.draw(index, 60 + slot) < 0.4, rank % 16, 0)
        rank = self._of_issuer(index, upper, self._of_side(index, upper, rank, slot), turn)
        return np.where((rank >= 0) & (first + rank != index), first + np.maximum(rank, 0), NONE)

    def _of_side(self, index: Ints, upper: Ints, rank: Ints, slot: int) -> Ints:
        """A Party body looks to Party documents; so does, for its purpose, every body at the centre."""
        to_party = self.party(index) | ((slot == 0) & (self.level(index) == 0))
        centre = np.where(rank % 8 >= 3, rank - rank % 8 + rank % 3, rank)
        return np.where(
            to_party & (upper == 0), centre, np.where(to_party & (upper == 1) & (rank % 2 == 0), rank - 1, rank)
        )

    def _of_issuer(self, index: Ints, upper: Ints, rank: Ints, turn: Ints) -> Ints:
        """The last document up to `rank` of the body that is over the issuer, where the level above has places."""
        wanted = self.superior(index, upper)
        own = rank - (rank - wanted) % turn
        return np.where((wanted != NONE) & (own >= 0) & (rank >= 0), own, rank)

    def superior(self, index: Ints, upper: Ints) -> Ints:
        """The issuer over each document's own in a level of places; `NONE` in levels without places."""
        level, unit, side = self.level(index), self.issuer(index) // 2, self.issuer(index) % 2
        district = np.where(
            level == 4, self.district_of_commune[np.where(level == 4, unit, 0)], np.where(level == 3, unit, 0)
        )
        province = np.where(level >= 3, self.province_of_district[district], 0)
        place = np.where(upper == 3, district, province)
        return np.where((level >= 3) & (upper >= 2), 2 * place + side, NONE)
