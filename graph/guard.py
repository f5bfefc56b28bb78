"""What is looked at in a stranger's SPARQL before any engine sees it: its form, its length, how deep it nests.

An engine is killed by text that nests deep enough, and reaches out over the network for SERVICE and LOAD. What can hold
no keyword (strings, IRIs, comments, variables, local names) is taken out first; what is left is searched for words.
Whether the text is SPARQL at all, the engine says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import Final

from ontology.errors import QueryError
from ontology.model import Value

# A string that never ends runs to the end of its line or text, so that no text is read twice. A quote or `#` that is
# escaped in a local name begins nothing: else it would hide from us what the engine reads.
TOKEN: Final = re.compile(
    r"""
    (?P<skip>\s+|\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?
      |\"(?:[^\"\\\n\r]|\\.)*+\"?|'(?:[^'\\\n\r]|\\.)*+'?)
  | (?P<name>[?$@]?[^\W\d][\w.\-]*(?::(?:[\w.\-%:]|\\.)*)?|:(?:[\w.\-%:]|\\.)*|[?$]\w+)
  | (?P<escape>\\.)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The tokens of a text."""

HOLDING_NO_WORD: Final = re.compile(
    r"""
    \#[^\n\r]*
  | <[^<>"{}|^`\x00-\x20]*>
  | \"(?P<double>\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+(?P<end1>\"\"\")?|(?:[^\"\\\n\r]|\\.)*+(?P<end2>\")?)
  | '(?P<single>''(?:[^'\\]|\\.|'(?!''))*+(?P<end3>''')?|(?:[^'\\\n\r]|\\.)*+(?P<end4>')?)
  | \?\w+
  | \$\w+
  | @[A-Za-z]+(?:-[A-Za-z0-9]+)*
  | :(?P<local>(?:[\w\-%:]|\\.)*)
  | \\.
    """,
    re.VERBOSE | re.DOTALL,
)
"""Comments, IRIs, strings, variables, language tags, local names. A local name ends here before a dot: the engine may
take what follows for a word. It also takes a word that is written together with the next (`SERVICESILENT<...>`)."""

QUERIES: Final = frozenset({"select", "ask", "construct", "describe"})
FORM: Final = re.compile(
    r"(?<![\w:])(?:(select|ask|construct|describe)|insert|delete|load|clear|create|drop|copy|move|add|with)"
    r"(?![\w.\-]*:)",
    re.IGNORECASE,
)
DATASET: Final = re.compile(r"(?<![\w:.\-])from(?![\w.\-]*:)", re.IGNORECASE)
LOAD: Final = re.compile(r"(?<!\w)load", re.IGNORECASE)
LINKS: Final = ("union", *"/|&^!+*=-")
"""What joins one thing with the next: a parser goes one level deeper with each, and a planner tries their orders."""

STEP: Final = {ord(bracket): 1 if bracket in "([{" else -1 for bracket in "([{}])"}
NO_BRACKETS: Final = bytes(set(range(256)) - set(STEP))
MOST_LINKS: Final = 2_000
REMEMBERED: Final = 2_048
"""Texts whose survey is remembered: a page or a program asks the same again and again."""
SHORT: Final = 4_096
"""Characters of a text that is remembered."""


class Survey(Value, frozen=True, gc=False):
    """What a text says: its form, whether it names its dataset or reaches out, how deep it nests, how much it joins.

    `open` tells that a string in it never ends; such a text can hide what the engine would read.
    """

    form: str
    dataset: bool
    reaches: str | None
    depth: int
    links: int
    open: bool


def survey(text: str) -> Survey:
    """What `text` says: linear in its length."""
    return _remembered(text) if len(text) <= SHORT else _remembered_long(text)


def _surveyed(text: str) -> Survey:
    unended = False

    def left(match: re.Match[str]) -> str:
        nonlocal unended
        kind = match.lastgroup
        if kind == "local":
            return ":"
        if kind is not None and not any(match.group("end1", "end2", "end3", "end4")):
            unended = True
        return " "

    bare = HOLDING_NO_WORD.sub(left, text)
    lower = bare.lower()
    found = FORM.search(bare)
    form = "unknown" if found is None else found[1].lower() if found[1] else "update"
    reaches = "SERVICE" if "service" in lower else "LOAD" if form not in QUERIES and LOAD.search(bare) else None
    brackets = bare.encode("ascii", "replace").translate(None, NO_BRACKETS)
    deepest = max(accumulate(map(STEP.__getitem__, brackets)), default=0)
    links = sum(map(lower.count, LINKS))
    return Survey(form, bool(DATASET.search(bare)), reaches, max(0, deepest), links, unended)


_remembered = lru_cache(REMEMBERED)(_surveyed)
_remembered_long = lru_cache(16)(_surveyed)


def form(text: str) -> str:
    """`select`, `ask`, `construct`, `describe`, `update`, or `unknown`."""
    return survey(text).form


def admitted(text: str, *, longest: int, deepest: int) -> Survey:
    """The survey of a query that may be sent to an engine; raises QueryError that says why it may not."""
    bounded(text, longest)
    found = survey(text)
    if found.reaches:
        raise QueryError(
            f"{found.reaches} is refused: queries here reach no other server (nor may a prefix be called so)"
        )
    if found.form == "update":
        raise QueryError("updates are refused: the graph is derived from its sources; change it by loads and verdicts")
    _measured(found, deepest)
    return found


def bounded(text: str, longest: int) -> None:
    """Raise QueryError where a text has more bytes than are taken."""
    size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
    if size > longest:
        raise QueryError(f"the query is {size:,} bytes long; at most {longest:,} are taken")


def _measured(found: Survey, deepest: int) -> None:
    if found.open:
        raise QueryError("the query cannot be read: a string in it never ends")
    if found.depth > deepest:
        raise QueryError(f"the query nests {found.depth:,} brackets deep; at most {deepest:,} are taken")
    if found.links > MOST_LINKS:
        raise QueryError(f"the query joins {found.links:,} things by operators; at most {MOST_LINKS:,} are taken")
