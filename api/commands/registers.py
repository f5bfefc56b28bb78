"""The command that asks the register what became of a body or place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from api import terminal
from api.commands import options
from ontology.errors import Ambiguous, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ontology.biographies import Biography, Thing
    from ontology.places import Place
    from ontology.registers import Register

MOST: Final = 20


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@options.formats("table", "json")
def body(words: tuple[str, ...], form: str) -> None:
    """Show what a body or a province was, what became of it and when, and what it rests on; needs no data.

    \b
      phahe body Hải Dương
      phahe body Ban Tuyên giáo Trung ương --format json
    """
    from ontology.registers import load

    name = " ".join(words)
    register = load()
    found = register.biography(name)
    if found is None:
        _refuse(name, register)
        return
    local = register.body_of(name)
    if local and local.place and found.key.startswith("place/"):
        terminal.say(f"{local.name} is a body of {_named(found.thing)}, whose life it shares")
    if form == "json":
        terminal.out_json(found)
    else:
        _tell(found)


def _refuse(name: str, register: Register) -> None:
    """Say that a name means nothing, or which places it can mean."""
    several = register.namesakes(name)
    if not several:
        raise NotFound(f"the register knows no body or place {name!r}")
    known = [(", ".join(_over(place, register)), f"place/{place.slug}") for place in several[:MOST]]
    raise Ambiguous(f"{len(several)} places are called {name!r}: say in which district or province", tuple(known))


def _over(place: Place, register: Register) -> Iterator[str]:
    """A place with the units above it."""
    yield _named(place)
    for slug in (place.district, place.province):
        if over := register.place(slug or ""):
            yield _named(over)
    if place.valid_to:
        yield f"to {place.valid_to}"


def _named(thing: Thing) -> str:
    kind = getattr(thing, "kind", None)
    return f"{kind} {thing.name}" if kind else thing.name


def _tell(found: Biography) -> None:
    terminal.out(f"{_named(found.thing)} ({found.key}), {found.began or '?'} to {found.ended or 'now'}")
    rows = [
        (step.date, step.kind, ", ".join(step.before), ", ".join(step.after), step.basis, step.source)
        for step in found.steps
    ]
    if rows:
        terminal.out_table(("Date", "What", "Before", "After", "Ordered by", "Known from"), rows)
    if found.ended:
        terminal.out(f"answered for now by: {', '.join(map(_named, found.now)) or 'nobody that is known'}")
