"""Issuing and answering bodies, and how a written name finds one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from ontology.folding import folded, tokens
from ontology.identity import number as parsed
from ontology.identity import slug
from ontology.model import Value
from ontology.places import LEVEL_OF_KIND, Gazetteer, Place, Segment, covers, segments
from ontology.sittings import congress_ordinal, cut_term, plenum_ordinal

TAILS: Final = frozenset(
    tokens(tail)
    for tail in (
        "Đảng",
        "Việt Nam",
        "Đảng Cộng sản Việt Nam",
        "nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        "nước Cộng hòa",
        "của Đảng",
        "toàn quốc",
    )
)
PROVINCES: Final = frozenset({"tỉnh", "thành phố"})
CENTRAL_COMMITTEE: Final = tokens("Ban Chấp hành Trung ương")
NATIONAL_CONGRESS: Final = tokens("Đại hội Đảng")


class Body(Value, frozen=True, gc=False):
    """A body of the register; with `places`, one row for all bodies of its sort (`UBND` of any province).

    `places` are the kinds of unit it exists in. `series` is the body whose numbers it shares: compare series, not
    bodies, when comparing numbers. `heads` pairs each written name with the kind of place it implies (`Thành ủy`: a
    city). Days are ISO, of any precision.
    """

    id: str
    name: str
    name_en: str
    symbols: tuple[str, ...]
    heads: tuple[tuple[str, str | None], ...]
    level: str
    sphere: str
    parent: str | None = None
    series: str | None = None
    places: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    source: str = ""
    sure: bool = True


class BodyMatch(Value, frozen=True, gc=False):
    """What a written name of a body means.

    `key` is the body's identity: its id, for a local one with its place (`ubnd:hai-phong`); None where the place is not
    known, so that the name is no identity. `series` is the key of the body whose numbers it shares. `level` is None
    where even that is open (`UBND thành phố` alone). `term` is in Roman numerals, `plenum` an ordinal, `office` the
    office named (`Bộ trưởng`). `exists` is false where the body or its place did not exist on the day asked for.
    `unlisted` is the place that the name states in full, down from its province, where the register knows none such.
    """

    body: str
    name: str
    sphere: str
    level: str | None = None
    key: str | None = None
    series: str | None = None
    place: str | None = None
    term: str | None = None
    plenum: str | None = None
    office: str | None = None
    exists: bool = True
    unlisted: str | None = None


class Stated(Value, frozen=True, gc=False):
    """A name in words, with what was cut from it."""

    words: tuple[str, ...]
    term: str | None = None
    plenum: str | None = None
    office: str | None = None


class Setting(NamedTuple):
    """Where and when a name is written: the places there are, the place it is about, the day."""

    places: Gazetteer
    within: str | None = None
    date: str | None = None


class Bodies:
    """Bodies by id, by name and by symbol."""

    def __init__(
        self,
        bodies: Iterable[Body],
        abbreviations: Mapping[str, str],
        offices: Iterable[str],
        codes: Iterable[str],
    ) -> None:
        self.bodies = {body.id: body for body in bodies}
        self._long = {folded(short): tokens(long) for short, long in abbreviations.items()}
        self._offices = sorted({tokens(office.replace(",", "")): office for office in offices}.items(), reverse=True)
        self._codes = frozenset(slug(code) for code in codes)
        self._heads: dict[tuple[str, ...], list[tuple[Body, str | None]]] = defaultdict(list)
        self._symbols: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            for head, kind in body.heads:
                self._heads[self._expanded(tokens(head.replace(",", "")))].append((body, kind))
            for symbol in dict.fromkeys(slug(symbol) for symbol in body.symbols):
                self._symbols[symbol].append(body)
        self._longest = max(map(len, self._heads), default=0)

    def match(self, name: str, setting: Setting) -> BodyMatch | None:
        """The body that a written name means, or None. See `Register.body_of`."""
        stated = self._stated(name)
        return self._headed(stated, setting) or self._in_office(stated, setting)

    def of_symbol(self, number: str) -> tuple[Body, ...]:
        """The bodies that the symbol in a number can stand for (`489/QĐ-TTg`: the Prime Minister).

        Of a joint document, those of its first signatory.
        """
        parts = parsed(number)
        pieces = (parts.symbol if parts else slug(number)).split("-")
        if len(pieces) > 1 and pieces[0] in self._codes:
            pieces = pieces[1:]
        for piece in pieces:
            found = self._symbols.get(piece) or self._symbols.get(piece.rstrip("0123456789"))
            if found:
                return tuple(found)
        return ()

    def _expanded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(long for word in words for long in self._long.get(word, (word,)))

    def spelled(self, name: str) -> str:
        """The folded words of a name, spelled out, without commas and without the office that stands before a body."""
        words = tuple(word for word in self._expanded(tokens(name)) if word != ",")
        office = next((words_ for words_, _ in self._offices if words[: len(words_)] == words_), ())
        return " ".join(words[len(office) :])

    def _stated(self, name: str) -> Stated:
        words = self._expanded(tokens(name))
        words, term = cut_term(words)
        plenum = plenum_ordinal(words)
        if plenum:
            return Stated(CENTRAL_COMMITTEE, term, plenum)
        congress = congress_ordinal(words)
        return Stated(NATIONAL_CONGRESS, congress) if congress else Stated(words, term)

    def _headed(self, stated: Stated, setting: Setting) -> BodyMatch | None:
        """The body whose name begins the words, the longest name that makes sense first."""
        ends = [at + 1 for at, word in enumerate(stated.words) if word != ","]
        for end in reversed(ends[: self._longest]):
            head = tuple(word for word in stated.words[:end] if word != ",")
            entries = self._heads.get(head)
            if entries:
                rest = stated.words[end:]
                found = _central(entries, rest, stated, setting.date) or _local(entries, rest, stated, setting)
                if found:
                    return found
        return None

    def _in_office(self, stated: Stated, setting: Setting) -> BodyMatch | None:
        """The body behind an office (`Bộ trưởng Bộ Tài chính`)."""
        bare = tuple(word for word in stated.words if word != ",")
        for words, office in self._offices:
            if bare[: len(words)] == words:
                rest = Stated(bare[len(words) :], stated.term, None, office)
                return self._headed(rest, setting)
        return None


def _central(
    entries: list[tuple[Body, str | None]], rest: tuple[str, ...], stated: Stated, date: str | None
) -> BodyMatch | None:
    """The body without a place that a name means, where nothing but an honorific tail follows it."""
    central = [body for body, _ in entries if not body.places]
    if not central or (rest and rest not in TAILS):
        return None
    body = next((body for body in central if covers(body.valid_from, body.valid_to, date)), central[0])
    return BodyMatch(
        body=body.id,
        name=body.name,
        sphere=body.sphere,
        level=body.level,
        key=body.id,
        series=body.series or body.id,
        term=stated.term,
        plenum=stated.plenum,
        office=stated.office,
        exists=covers(body.valid_from, body.valid_to, date),
    )


def _local(
    entries: list[tuple[Body, str | None]], rest: tuple[str, ...], stated: Stated, setting: Setting
) -> BodyMatch | None:
    """The local body that a name means, with its place where the name, or the text around it, gives one."""
    local = [(body, kind) for body, kind in entries if body.places]
    if not local:
        return None
    parts = segments(rest)
    for implied in dict.fromkeys(kind for _, kind in local):
        for place in _places(_asked(parts, implied), setting):
            body = _fitting(local, implied, place)
            if body:
                return _placed(body, place, stated, setting.date)
    return _unplaced(local, parts, stated)


def _asked(parts: tuple[Segment, ...], implied: str | None) -> tuple[Segment, ...]:
    """The place to look for: `Thành ủy Hải Phòng` asks for a city, `Tỉnh ủy` alone for the province around."""
    if implied is None or (parts and parts[0].kind):
        return parts
    return (Segment(implied, parts[0].name), *parts[1:]) if parts else (Segment(implied, ""),)


def _places(asked: tuple[Segment, ...], setting: Setting) -> list[Place]:
    """The place asked for; where none is, the one the text is about and those above it."""
    if not asked:
        return setting.places.around(setting.within, setting.date)
    found = setting.places.find(asked, setting.within, setting.date)
    return [found] if found else []


def _fitting(local: list[tuple[Body, str | None]], implied: str | None, place: Place) -> Body | None:
    """The body that exists in a place of this kind and level."""
    for body, kind in local:
        if kind == implied and place.kind in body.places and place.level == body.level:
            return body
    return None


def _placed(body: Body, place: Place, stated: Stated, date: str | None) -> BodyMatch:
    head = next((head for head, kind in body.heads if kind == place.kind), None)
    return BodyMatch(
        body=body.id,
        name=f"{head} {place.name}" if head else f"{body.name} {place.full_name}",
        sphere=body.sphere,
        level=body.level,
        key=f"{body.id}:{place.slug}",
        series=f"{body.series or body.id}:{place.slug}",
        place=place.slug,
        term=stated.term,
        office=stated.office,
        exists=covers(body.valid_from, body.valid_to, date) and place.existed(date),
    )


def _unplaced(local: list[tuple[Body, str | None]], parts: tuple[Segment, ...], stated: Stated) -> BodyMatch | None:
    """The sort of body, where its place is not known; None where what follows the name is no place at all."""
    kind = parts[0].kind if parts else None
    if parts and kind is None and all(implied is None for _, implied in local):
        return None
    kind = kind or next((implied for _, implied in local if implied), None)
    levels = LEVEL_OF_KIND.get(kind or "", ())
    fitting = [body for body, implied in local if kind is None or (kind in body.places and implied in (None, kind))]
    if not fitting:
        return None
    open_level = len({body.level for body in fitting}) > 1
    level = None if open_level else (levels[0] if len(levels) == 1 else fitting[0].level)
    body = fitting[0]
    return BodyMatch(
        body=body.id,
        name=body.name,
        sphere=body.sphere,
        level=level,
        term=stated.term,
        office=stated.office,
        unlisted=_in_full(parts, next((implied for _, implied in local if implied), None)),
    )


def _in_full(parts: tuple[Segment, ...], implied: str | None) -> str | None:
    """A place with its province, as its name is compared; None where some unit or the province is left out."""
    asked = _asked(parts, implied)
    if not parts or asked[-1].kind not in PROVINCES or not all(part.kind and part.name for part in asked):
        return None
    return " ".join(f"{part.kind} {part.name}" for part in asked)
