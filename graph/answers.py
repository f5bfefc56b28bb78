"""What may be asked of a store by anybody, what it may cost, and the answer: the words between server and worker."""

from __future__ import annotations

import signal
import struct
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from graph import guard
from ontology import identity
from ontology.errors import QueryError, QueryTimeout, WrongUse
from ontology.model import Value

LONGEST_MESSAGE: Final = 200
FEW_WANTED: Final = 5
SOLUTIONS: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS: Final = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
FORMATS: Final = SOLUTIONS | GRAPHS
ALIASES: Final = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/n3": "turtle",
    "text/plain": "ntriples",
    "application/x-turtle": "turtle",
}
LINEAGE_AND_REGISTER: Final = (identity.LINEAGE, identity.REGISTER)


class Limits(Value, frozen=True, gc=False):
    """What one query may cost: seconds of wall time, bytes of memory and of answer, rows, bytes of text, nesting."""

    seconds: float = 10.0
    memory_bytes: int = 2 << 30
    result_bytes: int = 16 << 20
    rows: int = 100_000
    text_bytes: int = 64 << 10
    nesting: int = 200
    wait: float = 10.0


class Answer(Value, frozen=True, gc=False):
    """The answer to a query. `kind` is `select`, `ask` or `graph`; `truncated` tells that rows were left out.

    `seconds` and `cpu` are what it took, on the clock and of the processor.
    """

    media_type: str
    body: bytes
    kind: str
    truncated: bool = False
    seconds: float = 0.0
    version: str = ""
    cpu: float = 0.0


LIMITS: Final = Limits()


class Busy(QueryTimeout):
    """All workers are taken: ask again in a moment."""


def negotiate(accept: str | None) -> tuple[str | None, str | None]:
    """The media types for solutions and for graphs that a short name, a media type or an Accept header asks for.

    None where it asks for none of that form. Solutions come as JSON and graphs as Turtle where anything will do.
    """
    if accept is None or not accept.strip():
        return SOLUTIONS["json"], GRAPHS["turtle"]
    if accept in FORMATS:
        return SOLUTIONS.get(accept), GRAPHS.get(accept)
    wanted: dict[str, float] = {}
    for item in accept.split(","):
        name, *parameters = (part.strip() for part in item.split(";"))
        quality = next((part[2:] for part in parameters if part.casefold().startswith("q=")), "1")
        try:
            wanted[name.casefold()] = float(quality)
        except ValueError:
            wanted[name.casefold()] = 0.0
    return _best(wanted, SOLUTIONS), _best(wanted, GRAPHS)


def _best(wanted: dict[str, float], kinds: dict[str, str]) -> str | None:
    def quality(short: str, media: str) -> float:
        names = [media, *(alias for alias, target in ALIASES.items() if target == short)]
        exact = [wanted[name] for name in names if name in wanted]
        if exact:
            return max(exact)
        return wanted.get(media.partition("/")[0] + "/*", wanted.get("*/*", 0.0))

    ranked = [(quality(short, media), -rank, media) for rank, (short, media) in enumerate(kinds.items())]
    best = max(ranked)
    return best[2] if best[0] > 0 else None


def request(  # noqa: PLR0913 - what the protocol lets a client say
    text: str,
    *,
    solutions: str | None,
    graph: str | None,
    limits: Limits,
    default_graphs: Sequence[str] | None = None,
    named_graphs: Sequence[str] | None = None,
    base: str | None = None,
    defaults: Sequence[str] | None = None,
) -> bytes:
    """A query as it is sent to a worker; raises QueryError where it may not be, WrongUse where no format fits.

    `defaults` are the default graph of a query that names no data set, in its text or in the request.
    """
    survey = guard.admitted(text, longest=limits.text_bytes, deepest=limits.nesting)
    wanted = graph if survey.form in {"construct", "describe"} else solutions
    if wanted is None:
        raise WrongUse(f"a {survey.form} query has no result in the format asked for")
    if default_graphs is not None or named_graphs is not None:
        default_graphs, named_graphs = default_graphs or (), named_graphs or ()
    elif not survey.dataset:
        default_graphs = defaults
    header = {
        "query": text,
        "base": base,
        "solutions": solutions or SOLUTIONS["json"],
        "graph": graph or GRAPHS["turtle"],
        "rows": limits.rows,
        "bytes": limits.result_bytes,
        "default_graphs": default_graphs,
        "named_graphs": named_graphs,
    }
    data = msgspec.json.encode(header)
    return struct.pack("!I", len(data)) + data


def answered(reply: Mapping[str, object], body: bytes) -> Answer:
    """A worker's reply as an answer; raises QueryError where the engine could not read or do the query."""
    if reply.get("error"):
        message = shortened(str(reply["message"]))
        raise QueryError(
            f"the query cannot be read: {message}" if reply["error"] == "syntax" else f"the query failed: {message}"
        )
    seconds, cpu = float(str(reply["seconds"])), float(str(reply["cpu"]))
    return Answer(str(reply["media_type"]), body, str(reply["kind"]), bool(reply.get("truncated")), seconds, cpu=cpu)


def lost(code: int | None, limits: Limits) -> QueryError:
    """Why there is no answer: the worker ended with `code`, or (None) it was still at work when its time was over."""
    if code is None:
        return QueryTimeout(f"the query took longer than {limits.seconds:g} s and was stopped: make it narrower")
    if code in {-signal.SIGABRT, -signal.SIGKILL}:
        return QueryTimeout(f"the query needed more than {limits.memory_bytes >> 20} MB of memory and was stopped")
    return QueryError("the query ended the process that ran it: it nests too deep or is too large")


def shortened(message: str) -> str:
    """An engine's message as one readable line, the list of all it would have taken cut after the first few."""
    head, one_of, wanted = " ".join(message.split()).partition(" expected one of ")
    if one_of:
        few = wanted.split(", ")
        head += f"{one_of}{', '.join(few[:FEW_WANTED])}{', …' if len(few) > FEW_WANTED else ''}"
    return head if len(head) <= LONGEST_MESSAGE else head[:LONGEST_MESSAGE] + "…"
