"""One generator of realistic policy graphs with known truth, from a thousand documents to a million.

    python -m tests.benchmarks.generate 1000 --form extractions | head -1

The same size and seed give the same world on every machine. Four forms: `documents` (values with their true edges, the
quickest), `extractions` (a source, its text and what a perfect extractor reads in it), `edge_arrays` (numpy, for the
lineage index) and `truth` with `closure` (what any traversal must find). All of them stream.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import msgspec
import numpy as np

from ontology.model import Activity, Document, Extraction, Relation, Source, Span, Text
from ontology.terms import PREDICATES, TYPES
from tests.benchmarks.prose import STATING, Made, Writer
from tests.benchmarks.world import Ints, World

CHUNK = 8192
CODES = {name: code for code, name in enumerate(PREDICATES)}
EXTRACTOR = "generated-1"
ACTIVITY_SHARE = 0.1
OWN_SHARE = 0.3


class Page(NamedTuple):
    """A made-up source with its text and what a perfect extractor reads in it."""

    source: Source
    text: Text
    extraction: Extraction


def chunks(size: int) -> Iterator[Ints]:
    """All indices in order, in arrays of `CHUNK`."""
    for start in range(0, size, CHUNK):
        yield np.arange(start, min(start + CHUNK, size))


def documents(size: int, seed: int = 7) -> Iterator[Made]:
    """All documents in the order of their indices, with their true edges."""
    writer = Writer(World(size, seed))
    for index in chunks(size):
        yield from writer.documents(index)


def truth(size: int, seed: int = 7) -> Iterator[tuple[int, str, int]]:
    """Every true edge between documents: head, predicate, tail."""
    for made in documents(size, seed):
        for predicate, tail in made.edges:
            yield made.index, predicate, tail


def closure(edges: Iterable[tuple[int, str, int]], start: int, predicates: frozenset[str] | None = None) -> set[int]:
    """All documents that edges of these predicates (of any, where none are given) lead to from `start`, heads to tails."""
    out: dict[int, list[int]] = {}
    for head, predicate, tail in edges:
        if predicates is None or predicate in predicates:
            out.setdefault(head, []).append(tail)
    found: set[int] = set()
    ahead = list(out.get(start, ()))
    while ahead:
        node = ahead.pop()
        if node not in found:
            found.add(node)
            ahead += out.get(node, ())
    return found


def edge_arrays(size: int, seed: int = 7) -> Iterator[tuple[Ints, np.ndarray, Ints]]:
    """The true edges as arrays, chunk by chunk: heads, predicates as positions in `ontology.terms.PREDICATES`, tails."""
    writer = Writer(World(size, seed))
    for index in chunks(size):
        made = writer.documents(index)
        rows = [(one.index, CODES[predicate], tail) for one in made for predicate, tail in one.edges]
        table = np.array(rows, dtype=np.int64).reshape(-1, 3)
        yield table[:, 0], table[:, 1].astype(np.int8), table[:, 2]


def extractions(size: int, seed: int = 7) -> Iterator[Page]:
    """One page for each document: what it is, what it relates to, sometimes a conference about it."""
    world = World(size, seed)
    writer = Writer(world)
    for index in chunks(size):
        made = writer.documents(index)
        tails = np.array(sorted({tail for one in made for _, tail in one.edges}), dtype=np.int64)
        named = {one.index: one for one in writer.documents(tails, edges=False)}
        acts, own = world.draw(index, 70) < ACTIVITY_SHARE, world.draw(index, 71) < OWN_SHARE
        for one, act, self_ in zip(made, acts.tolist(), own.tolist(), strict=True):
            yield _page(one, [(predicate, named[tail]) for predicate, tail in one.edges], act=act, own=self_)


class _Draft:
    """A text as it is written, with the mentions and relations that its words state."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, words: str) -> Span:
        """Append words; where they stand."""
        span = Span(self.length, self.length + len(words))
        self.parts.append(words)
        self.length = span.end
        return span

    @property
    def content(self) -> str:
        return "".join(self.parts)


def _page(made: Made, edges: list[tuple[str, Made]], *, act: bool, own: bool) -> Page:
    draft = _Draft()
    mentions = {made.index: [draft.add(made.name)]}
    draft.add(f" về {made.title}.\n")
    relations = []
    for predicate, tail in edges:
        start = draft.length
        draft.add(f"{TYPES[made.type].label_vi} này {STATING[predicate]} ")
        mentions.setdefault(tail.index, []).append(draft.add(tail.name))
        relations.append(_relation("d1", predicate, f"d{len(mentions)}", Span(start, draft.length)))
        draft.add(f" về {tail.title}.\n")
    activities = _conference(draft, made, mentions, relations) if act else ()
    written = {made.index: made} | {tail.index: tail for _, tail in edges}
    found = tuple(
        _stated(written[index], f"d{at}", tuple(spans), own=own and at == 1)
        for at, (index, spans) in enumerate(mentions.items(), start=1)
    )
    name = f"page-{made.index:07d}.txt"
    content = draft.content
    source = Source(
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        media_type="text/plain",
        locations=(name,),
        title=f"{TYPES[made.type].label_vi} về {made.title}",
        province=made.province,
        published=made.date,
    )
    return Page(source, Text(content), Extraction(name, found, activities, tuple(relations), extractor=EXTRACTOR))


def _conference(
    draft: _Draft, made: Made, mentions: dict[int, list[Span]], relations: list[Relation]
) -> tuple[Activity, ...]:
    """A sentence that tells of a conference on the document, held on its day."""
    start = draft.length
    draft.add(f"{made.issuer} đã tổ chức hội nghị quán triệt ")
    mentions[made.index].append(draft.add(f"{TYPES[made.type].label_vi} số {made.number}"))
    draft.add(f" vào ngày {'/'.join(reversed(made.date.split('-')))}")
    relations.append(_relation("a1", "disseminates", "d1", Span(start, draft.length)))
    draft.add(".\n")
    return (Activity("a1", "dissemination", made.issuer, made.date),)


def _relation(head: str, predicate: str, tail: str, evidence: Span) -> Relation:
    cue = STATING.get(predicate, "quán triệt")
    return Relation(head, predicate, tail, evidence, rule="generated", cue=cue, confidence=0.99)


def _stated(made: Made, id_: str, spans: tuple[Span, ...], *, own: bool) -> Document:
    return Document(id_, made.type, made.number, made.date, made.issuer, made.title, own=own, mentions=spans)


def main(argv: list[str] | None = None) -> None:
    """Write a world as lines of JSON."""
    parser = argparse.ArgumentParser(description="Write a made-up world of policy documents, one JSON value a line.")
    parser.add_argument("size", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--form", choices=("documents", "extractions", "truth"), default="documents")
    parser.add_argument("--limit", type=int)
    given = parser.parse_args(argv)
    forms = {"documents": documents, "extractions": extractions, "truth": truth}
    for value in islice(forms[given.form](given.size, given.seed), given.limit):
        sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")


if __name__ == "__main__":
    main()
