"""The SPARQL 1.1 Protocol as it is read: the operation a request puts, its data set, the form of the answer.

https://www.w3.org/TR/sparql11-protocol/ (section 2).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl

import msgspec

from api.negotiation import best
from api.problems import Problem

SOLUTIONS: Final = (
    ("application/sparql-results+json", "json"),
    ("application/sparql-results+xml", "xml"),
    ("text/csv", "csv"),
    ("text/tab-separated-values", "tsv"),
    ("application/json", "json"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
)
"""The media types of SELECT and ASK answers, the one we would rather send first, with the names of the forms."""

GRAPHS: Final = (
    ("text/turtle", "turtle"),
    ("application/n-triples", "ntriples"),
    ("application/ld+json", "jsonld"),
    ("application/rdf+xml", "rdfxml"),
    ("application/n-quads", "nquads"),
    ("application/trig", "trig"),
    ("application/json", "jsonld"),
    ("application/xml", "rdfxml"),
    ("text/plain", "ntriples"),
)
"""The same for CONSTRUCT and DESCRIBE answers, and for graphs that are got by name."""

MEDIA_TYPES: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "nquads": "application/n-quads",
    "trig": "application/trig; charset=utf-8",
}
"""What each form is sent as."""

SOLUTION_FORMS: Final = frozenset(form for _, form in SOLUTIONS)
GRAPH_FORMS: Final = frozenset(form for _, form in GRAPHS)

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

MOST_PARAMETERS: Final = 1_000
"""Parameters of one request."""

DATASET: Final = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}
"""The parameters that name the default and the named graphs of each operation's data set."""


class Operation(msgspec.Struct, frozen=True):
    """What a request puts. `kind` is `query`, `update` or `description` (the bare endpoint).

    `default` and `named` are the graphs the request names for its data set (an update: those it is USING); both None
    where it names none.
    """

    kind: str
    text: str = ""
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    form: str | None = None
    version: str | None = None


class Forms(msgspec.Struct, frozen=True):
    """The forms wanted, of solutions and of graphs; None where no form of that sort will do."""

    solutions: str | None
    graph: str | None


@lru_cache(512)
def forms(accept: str | None, wanted: str | None = None) -> Forms:
    """The forms an `Accept` header asks for; `wanted` (the `format` parameter) names one outright and goes first."""
    if wanted is None:
        return Forms(best(accept, SOLUTIONS), best(accept, GRAPHS))
    if wanted not in MEDIA_TYPES:
        raise Problem("not-acceptable", f"format is one of {', '.join(MEDIA_TYPES)}")
    return Forms(wanted if wanted in SOLUTION_FORMS else None, wanted if wanted in GRAPH_FORMS else None)


REMEMBERED: Final = 4_096
"""Bytes of a GET's parameters that are remembered: a page or a program asks the same again and again."""


def read(method: str, query_string: bytes, content_type: str | None, body: bytes) -> Operation:
    """The operation that a request to the endpoint puts; raises Problem where it puts none or several."""
    if method == "GET":
        return _again(query_string) if len(query_string) <= REMEMBERED else _got(query_string)
    parameters = _parameters(query_string)
    media_type, charset = _content_type(content_type)
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise Problem("media-type", f"A body is read as UTF-8, not {charset}.")
    if media_type == FORM:
        return _operation([*parameters, *_parameters(body)], [])
    if media_type in (QUERY, UPDATE):
        return _operation(parameters, [("query" if media_type == QUERY else "update", _decoded(body))])
    raise Problem("media-type", f"A body is {FORM}, {QUERY} or {UPDATE}.", headers={"Accept-Post": f"{FORM}, {QUERY}"})


def _got(query_string: bytes) -> Operation:
    parameters = _parameters(query_string)
    if any(name == "update" for name, _ in parameters):
        raise Problem("bad-request", "An update is sent by POST, never by GET.")
    return _operation(parameters, [])


_again = lru_cache(1_024)(_got)


def _parameters(text: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError as error:
        raise Problem("bad-request", "Parameters are percent-encoded UTF-8.") from error
    except ValueError as error:
        raise Problem("bad-request", "The parameters cannot be read.") from error


def _content_type(value: str | None) -> tuple[str, str]:
    media_type, *parameters = (part.strip().lower() for part in (value or "").split(";"))
    charsets = [part.removeprefix("charset=").strip('"') for part in parameters if part.startswith("charset=")]
    return media_type, charsets[0] if charsets else "utf-8"


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Problem("bad-request", "The body is not UTF-8.") from error


def _operation(parameters: list[tuple[str, str]], direct: list[tuple[str, str]]) -> Operation:
    """The one operation put by a direct body or by the `query` and `update` parameters, with its data set."""
    put = direct + [(name, value) for name, value in parameters if name in ("query", "update")]
    if len(put) > 1:
        raise Problem("bad-request", "One request puts one query or one update.")
    kind, text = put[0] if put else ("description", "")
    default, named = (_values(parameters, name) for name in DATASET["update" if kind == "update" else "query"])
    names_any = bool(default or named)
    last = dict(parameters)
    return Operation(
        kind,
        text,
        default if names_any else None,
        named if names_any else None,
        last.get("format") or None,
        last.get("version") or None,
    )


def _values(parameters: list[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in parameters if name == wanted)
