"""What is looked at in a stranger's SPARQL before any engine sees it: its form, its length, how deep it nests.

An engine is killed by text that nests deep enough, and reaches out over the network for SERVICE and LOAD. This reads
tokens only; whether the text is SPARQL at all, the engine says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.errors import QueryError
from ontology.model import Value

# A string that never ends runs to the end of its line or text, so that no text is read twice. A quote or `#` that is
# escaped in a local name begins nothing: else it would hide from us what the engine reads.
TOKEN: Final = re.compile(
    r"""
    (?P<skip>\s+|\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^\"\\]|\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?
      |\"(?:[^\"\\\n\r]|\\.)*+\"?|'(?:[^'\\\n\r]|\\.)*+'?)
  | (?P<name>[?$@]?[^\W\d][\w.\-]*(?::(?:[\w.\-%:]|\\.)*)?|:(?:[\w.\-%:]|\\.)*|[?$]\w+)
  | (?P<escape>\\.)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
QUERIES: Final = frozenset({"select", "ask", "construct", "describe"})
UPDATES: Final = frozenset({"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"})
PROLOGUE: Final = frozenset({"prefix", "base", "version"})
MOST_TOKENS: Final = 40_000


class Survey(Value, frozen=True, gc=False):
    """What the tokens of a text say: its form, whether it names its dataset or reaches out, how deep it nests."""

    form: str
    dataset: bool
    reaches: str | None
    depth: int
    tokens: int


def survey(text: str) -> Survey:
    """Read the tokens of `text`: linear in its length."""
    form, dataset, reaches = "unknown", False, None
    depth = deepest = count = 0
    previous = ""
    for kind, written in _tokens(text):
        count += 1
        word = written.casefold()
        if kind == "mark":
            depth += (written in "([{") - (written in ")]}")
            deepest = max(deepest, depth)
        if kind == "name" and previous not in PROLOGUE and ":" not in word:
            if form == "unknown" and word not in PROLOGUE:
                form = word if word in QUERIES else "update" if word in UPDATES else "unknown"
            dataset = dataset or word == "from"
            reaches = reaches or (word.upper() if word == "service" or (word == "load" and form == "update") else None)
        previous = word
    return Survey(form, dataset, reaches, deepest, count)


def form(text: str) -> str:
    """`select`, `ask`, `construct`, `describe`, `update`, or `unknown`."""
    return survey(text).form


def admitted(text: str, *, longest: int, deepest: int) -> Survey:
    """The survey of a query that may be sent to an engine; raises QueryError that says why it may not."""
    size = len(text.encode("utf-8", "replace"))
    if size > longest:
        raise QueryError(f"the query is {size:,} bytes long; at most {longest:,} are taken")
    found = survey(text)
    if found.reaches:
        raise QueryError(f"{found.reaches} is refused: queries here reach no other server")
    if found.form == "update":
        raise QueryError("updates are refused: the graph is derived from its sources; change it by loads and verdicts")
    if found.depth > deepest:
        raise QueryError(f"the query nests {found.depth:,} brackets deep; at most {deepest:,} are taken")
    if found.tokens > MOST_TOKENS:
        raise QueryError(f"the query has {found.tokens:,} words; at most {MOST_TOKENS:,} are taken")
    return found


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        if kind != "skip":
            yield kind, match[0]
