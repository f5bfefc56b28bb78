"""A second opinion on a relation: a linear model that knows nothing of the rules, only how the two documents stand.

It sees the types of both, their order, whether one stands inside the other's name, and the small words and marks
beside them. `data/opinion.tsv` holds its weights, as `tests/loaders/second_opinion.py` fits and cross-validates them;
the words in them are words of this extractor's own tables, any other word is `*`. It is asked only of relations that a
rule has read: what it makes of other pairs is wrong more often than right (`docs/extraction.md`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

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
    known = weights().get(statement.predicate)
    if known is None or statement.head >= ACTS:
        return 0.0
    place = named(reading, statement.head, statement.tail_at, statement.sentence)
    seen = signs(reading, statement.head, place, statement.tail_at, statement.sentence)
    found = sum(known.get(sign, 0.0) for sign in seen)
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
    references, fold = reading.references, reading.fold
    start, end = sentence
    it, at = references[tail], reading.at(tail)
    own, code = reading.grouping.own, reading.type_of(head)
    order, low = "self" if head == own else "far", start
    found = ["bias", f"tail {it.kind}", f"tail {it.type}", f"head {code}", f"{code} {it.type}"]
    if place is not None:
        by = references[place]
        found.append(f"head {by.kind}")
        if by.start < it.start < by.stop:
            found.append("in the head's name")
        elif it.start < by.start < it.stop:
            found.append("in the tail's name")
        if place > tail:
            order, low = "after", at
        elif by.start < start:
            order = "earlier"
        else:
            order, low = "before", min(by.end, at)
            found.append(f"head then {_first(fold, by.end, at)}")
    words = _WORD.findall(fold, max(low, at - _BEFORE), at)[-3:]
    last = "^"
    for word in words:
        last = _seen(word)
        found.append(f"by {last}")
    stop = max(it.end, min(it.stop, end))
    found += [
        order,
        f"{order} by {last}",
        f"then {_first(fold, stop, end)}",
        f"{order} opens {_first(fold, start, end)}",
    ]
    if own is None:
        found.append("no own")
    return tuple(found)


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
