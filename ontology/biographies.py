"""What a body or a place was, is, and answers for, with what each step rests on."""

from __future__ import annotations

from collections.abc import Callable

from ontology.bodies import Body
from ontology.changes import Change, Successions
from ontology.model import Value
from ontology.places import Place

Thing = Body | Place


class Step(Value, frozen=True, gc=False):
    """One change on the way: the day, what it was (see `Change.kind`), what was before and after.

    `basis` is the instrument that ordered it, `source` the title of what the row rests on.
    """

    date: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: str | None
    source: str
    sure: bool


class Biography(Value, frozen=True, gc=False):
    """The life of a body or place.

    `began` and `ended` are its first and last day, None where not known or not come. `now` is what answers for it:
    itself while it stands. `before` is all that it answers for besides itself, nearest first.
    """

    thing: Thing
    key: str
    began: str | None
    ended: str | None
    steps: tuple[Step, ...]
    now: tuple[Thing, ...]
    before: tuple[Thing, ...]


def biography(
    key: str, thing: Thing, successions: Successions, find: Callable[[str], Thing | None], origin: Callable[[str], str]
) -> Biography:
    """The life of the thing filed as `place/SLUG` or `body/ID`; `origin` gives the title of a source by its key."""
    changes = successions.of(key)
    return Biography(
        thing=thing,
        key=key,
        began=thing.valid_from,
        ended=thing.valid_to,
        steps=tuple(_step(change, find, origin) for change in changes),
        now=_found(successions.heirs(key), find),
        before=_found(successions.forebears(key), find),
    )


def _step(change: Change, find: Callable[[str], Thing | None], origin: Callable[[str], str]) -> Step:
    return Step(
        date=change.date,
        kind=change.kind,
        before=tuple(_name(thing) for thing in _found(change.before, find)),
        after=tuple(_name(thing) for thing in _found(change.after, find)),
        basis=change.basis,
        source=origin(change.source),
        sure=change.sure,
    )


def _found(keys: tuple[str, ...], find: Callable[[str], Thing | None]) -> tuple[Thing, ...]:
    return tuple(thing for key in keys if (thing := find(key)))


def _name(thing: Thing) -> str:
    return thing.full_name if isinstance(thing, Place) else thing.name
