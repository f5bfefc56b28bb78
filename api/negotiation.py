"""What form of an answer a client would rather have: the `Accept` header (RFC 9110, 12.5.1), with its weights."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class Range(NamedTuple):
    """One media range of an `Accept` header; `kind` and `subtype` may be `*`. `weight` lies between 0 and 1."""

    kind: str
    subtype: str
    parameters: tuple[str, ...]
    weight: float

    def covers(self, media_type: str) -> bool:
        """Whether `media_type` (without parameters) falls in this range."""
        kind, _, subtype = media_type.partition("/")
        return self.kind in ("*", kind) and self.subtype in ("*", subtype)

    @property
    def precision(self) -> tuple[bool, bool, int]:
        """How narrowly the range speaks: the narrower one decides where two cover the same type."""
        return self.kind != "*", self.subtype != "*", len(self.parameters)


def ranges(accept: str | None) -> list[Range]:
    """The media ranges of an `Accept` header; no header, or an empty one, accepts everything."""
    found = [_range(part) for part in (accept or "").split(",") if "/" in part or part.strip() == "*"]
    return found or [Range("*", "*", (), 1.0)]


def _range(part: str) -> Range:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = 1.0
    others = []
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            weight = _weight(value)
        else:
            others.append(parameter)
    kind, _, subtype = media.partition("/")
    return Range(kind, subtype or "*", tuple(others), weight)


def _weight(value: str) -> float:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0


def weight(accepted: Iterable[Range], media_type: str) -> float:
    """How much the client wants `media_type`: the weight of the narrowest range that covers it, 0 where none does."""
    covering = [one for one in accepted if one.covers(media_type)]
    return max(covering, key=lambda one: one.precision).weight if covering else 0.0


def best(accept: str | None, offers: Sequence[tuple[str, T]]) -> T | None:
    """What stands beside the offered media type wanted most; the earlier offer wins a tie; None: none will do."""
    accepted = ranges(accept)
    weighed = [(weight(accepted, media_type), -place, offer) for place, (media_type, offer) in enumerate(offers)]
    liking, _, offer = max(weighed, key=lambda one: one[:2])
    return offer if liking > 0 else None


@lru_cache(512)
def wants_page(accept: str | None) -> bool:
    """Whether a browser is asking: HTML is named in so many words and wanted at least as much as any form of data."""
    accepted = ranges(accept)
    named = [
        one.weight for one in accepted if (one.kind, one.subtype) in (("text", "html"), ("application", "xhtml+xml"))
    ]
    others = [
        one.weight for one in accepted if one.kind != "*" and one.subtype not in ("html", "xhtml+xml", "xml", "*")
    ]
    data = [one for one in others if one > max(named, default=0.0)]
    return bool(named) and max(named) > 0 and not data
