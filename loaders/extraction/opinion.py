"""A second opinion on a relation: a linear model that knows nothing of the rules, only how the two documents stand.

It sees the types of both, their order, whether one stands inside the other's name, and the small words and marks
beside them. `data/opinion.tsv` holds its weights, as `tests/loaders/second_opinion.py` fits and cross-validates them;
the words in them are words of this extractor's own tables, any other word is `*`. It is asked only of relations that a
rule has read: what it makes of other pairs is wrong more often than right (`docs/extraction.md`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.extraction.lexicon import table, words_of
from loaders.extraction.reading import ACTS

if TYPE_CHECKING:
    from loaders.extraction.reading import Reading, Statement

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile(r"[^\W\d_]+|\d+|[,;:()\"“”.]")
_LISTS: Final = (
    "act_verb", "after_law_name", "carries_out", "clause_after_title", "ground", "not_in_law_name", "own_verb",
    "title_verb",
)  # fmt: skip
_BEFORE, _AFTER = 32, 16
_REACH: Final = 12
_MOST: Final = 6.0


def odds(reading: Reading, statement: Statement) -> float:
    """The log-odds of `statement` by the model alone, within -6 and 6, to one place; 0 where it has no view.

    It has none of activities, and of predicates that too few labelled relations have.
    """
    if statement.head >= ACTS or statement.link.predicate not in weights():
        return 0.0
    place = named(reading, statement.head, statement.tail_at, statement.sentence)
    look = _look(reading, statement.head, place, statement.tail_at, statement.sentence)
    return _odds(statement.link.predicate, look)


@lru_cache(maxsize=8192)  # pairs stand in few ways
def _odds(predicate: str, look: _Look) -> float:
    known = weights()[predicate]
    found = sum(known.get(sign, 0.0) for sign in _named(look))
    return round(max(-_MOST, min(_MOST, found)), 1)


def named(reading: Reading, head: int, tail: int, sentence: tuple[int, int]) -> int | None:
    """The reference that names the document `head` nearest to `references[tail]`; None for the text's own instrument.

    Those before the tail in its `sentence` come first, then those after it, then those of earlier sentences.
    """
    if head == reading.grouping.own:
        return None
    references, denoted = reading.references, reading.grouping.document_of
    start, end = sentence
    earlier = None
    for i in range(tail - 1, max(-1, tail - _REACH), -1):
        if denoted[i] == head:
            if references[i].start >= start:
                return i
            earlier = i
            break
    for i in range(tail + 1, min(len(references), tail + _REACH)):
        if references[i].start >= end:
            break
        if denoted[i] == head:
            return i
    return earlier


def signs(reading: Reading, head: int, place: int | None, tail: int, sentence: tuple[int, int]) -> tuple[str, ...]:
    """What the model sees of the document `head`, named by `references[place]`, and the document of `references[tail]`.

    `sentence` is that of the tail, to the end of its block.
    """
    return _named(_look(reading, head, place, tail, sentence))


class _Look(NamedTuple):
    """How two documents stand: what `signs` names."""

    tail: tuple[str, str]  # kind and type
    head: tuple[str, str]  # type, and kind where it is named near
    inside: str
    order: str
    behind: str  # what follows the head, where that stands before the tail
    words: tuple[str, ...]  # before the tail
    then: str
    opens: str
    own: bool  # whether the text is an instrument's own


def _look(reading: Reading, head: int, place: int | None, tail: int, sentence: tuple[int, int]) -> _Look:
    references, fold = reading.references, reading.fold
    start, end = sentence
    it, at = references[tail], reading.at(tail)
    own = reading.grouping.own
    order, low = "self" if head == own else "far", start
    kind = inside = behind = ""
    if place is not None:
        by = references[place]
        kind = by.kind
        if by.start < it.start < by.stop:
            inside = "in the head's name"
        elif it.start < by.start < it.stop:
            inside = "in the tail's name"
        if place > tail:
            order, low = "after", at
        elif by.start < start:
            order = "earlier"
        else:
            order, low = "before", min(by.end, at)
            behind = _first(fold, by.end, at)
    words = tuple(map(_seen, _WORD.findall(fold, max(low, at - _BEFORE), at)[-3:]))
    then = _first(fold, max(it.end, min(it.stop, end)), end)
    heads = (reading.type_of(head), kind)
    return _Look(
        (it.kind, it.type), heads, inside, order, behind, words, then, _first(fold, start, end), own is not None
    )


def _named(look: _Look) -> tuple[str, ...]:
    """The names of the signs."""
    (kind, code), (head, named_by), order = look.tail, look.head, look.order
    last = look.words[-1] if look.words else "^"
    return (
        *("bias", f"tail {kind}", f"tail {code}", f"head {head}", f"{head} {code}"),
        *((f"head {named_by}",) if named_by else ()),
        *((look.inside,) if look.inside else ()),
        *((f"head then {look.behind}",) if look.behind else ()),
        *(f"by {word}" for word in look.words),
        *(order, f"{order} by {last}", f"then {look.then}", f"{order} opens {look.opens}"),
        *(() if look.own else ("no own",)),
    )


def _first(fold: str, start: int, end: int) -> str:
    """The first word or mark of a stretch, `^` of an empty one."""
    match = _WORD.search(fold, start, min(end, start + _AFTER))
    return "^" if match is None else _seen(match.group())


def _seen(word: str) -> str:
    """A word or mark as the model sees it: `0` for a number, `*` for a word that the tables do not hold."""
    if word in vocabulary() or not word[0].isalnum():
        return word
    return "0" if word[0].isdigit() else "*"


@cache
def vocabulary() -> frozenset[str]:
    """The words that the model may see: those of the tables of cues, links, moods and small words."""
    phrases = [row[column] for name, column in _COLUMNS for row in table(name)]
    phrases += [phrase for name in _LISTS for phrase in words_of(name)]
    return frozenset(word for phrase in phrases for word in _LETTERS.findall(phrase))


_COLUMNS: Final = (("cues", "cue"), ("links", "phrase"), ("moods", "word"))


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight of each sign, by predicate."""
    found: dict[str, dict[str, float]] = {}
    for row in table("opinion"):
        found.setdefault(row["predicate"], {})[row["sign"]] = float(row["weight"])
    return found
