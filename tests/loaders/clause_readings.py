"""What the clause reader alone says of one sentence: kind, who, and the documents of each deed."""

from __future__ import annotations

from loaders.extraction.clausal import deeds
from loaders.extraction.documents import group
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal
from loaders.extraction.reading import Reading

Told = list[tuple[str, str | None, tuple[str, ...]]]


def told(text: str) -> Told:
    """The deeds that `text`, one sentence, tells: kind, actor, the words of each document."""
    content = normal(text).content
    reading = Reading(group(content, find(content)))
    found = []
    for deed in deeds(reading, 0, len(content)):
        actor = None if deed.actor is None else content[slice(*deed.actor)]
        names = tuple(content[reading.references[place].start : reading.references[place].end] for place in deed.places)
        found.append((deed.kind, actor, names))
    return found


def read(kind: str, text: str) -> Told:
    """The same, of the example of a row of the list `kind`."""
    del kind
    return told(text)
