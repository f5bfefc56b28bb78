"""The list of clusters made by reading, and how its references are found in what the product reads.

`clusters_gold.tsv` says what its columns mean and how it was labelled. A reference of the list is the mention that
covers the listed stretch best; one that the extractor does not find stands alone.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from graph.recognition import known, recogniser, references
from graph.references import Reference
from graph.resolution import Identity, resolve, resolve_loose
from loaders.extraction.extract import extract
from loaders.sources.registry import read
from ontology.model import Document, Extraction, Source
from ontology.registers import Register

SHARED = Path(os.environ.get("PHAHE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
FOLDERS = {"case": SHARED / "gold" / "cases", "corpus": SHARED / "corpus" / "documents"}
HERE = Path(__file__).parent


class Stretch(NamedTuple):
    """A mention of the list: its source and the half-open stretch of code points."""

    source: str
    start: int
    end: int


class Page(NamedTuple):
    """A source that was read: its value, its text and what was found in it."""

    source: Source
    text: str
    extraction: Extraction


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table of this folder, without its remarks."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def clusters() -> dict[Stretch, str]:
    """The cluster of each mention of the list."""
    return {Stretch(source, int(start), int(end)): key for source, start, end, key, _ in table("clusters_gold.tsv")}


def lookalikes() -> list[tuple[str, str, str]]:
    """Pairs of clusters that look alike and are different, with the reason."""
    return [(one, other, why) for one, other, why in table("cluster_pairs.tsv")]


def pages(wanted: set[str]) -> Iterator[Page]:
    """The sources of the list, read as the product reads them; only passages where the labelled texts are not here."""
    for name, host, text in table("cluster_passages.tsv"):
        locations = (f"https://{host}/{name}",) if host else ()
        yield _page(f"passage/{name}", text.encode(), locations)
    for name in sorted(wanted):
        kind, _, rest = name.partition("/")
        path = FOLDERS[kind] / f"{rest}.txt" if kind in FOLDERS else None
        if path and path.is_file():
            yield _page(name, path.read_bytes(), ())


def _page(name: str, data: bytes, locations: tuple[str, ...]) -> Page:
    text = read(data, name="page.txt").text
    return Page(Source(name, "text/plain", locations), text.content, extract(text, name=name))


def found(listed: Mapping[Stretch, str], reads: list[Page], register: Register) -> dict[Stretch, Identity | None]:
    """What each mention of the list was resolved to; None where no document was read there."""
    identities = resolved(reads, register)
    answers: dict[Stretch, Identity | None] = {}
    for page in reads:
        for one in listed:
            if one.source == page.source.sha256:
                document = _meant(one, page.extraction)
                answers[one] = identities[page.source.sha256, document.id] if document else None
    return answers


def _meant(stretch: Stretch, extraction: Extraction) -> Document | None:
    """The document one of whose mentions covers the stretch best: most of it, and least beside it."""
    best: tuple[float, Document] | None = None
    for document in extraction.documents:
        for mention in document.mentions:
            shared = min(mention.end, stretch.end) - max(mention.start, stretch.start)
            whole = max(mention.end, stretch.end) - min(mention.start, stretch.start)
            if shared > 0 and (best is None or shared / whole > best[0]):
                best = (shared / whole, document)
    return best[1] if best else None


def resolved(reads: list[Page], register: Register) -> dict[tuple[str, str], Identity]:
    """The identity of each document of some pages, by source and id, in the way and order of a build."""
    blocks: defaultdict[str, list[Reference]] = defaultdict(list)
    for page in reads:
        recognise = recogniser(page.source, page.extraction, register)
        for one, _ in references(page.extraction, page.source, register, recognise):
            blocks[one.block].append(one)
    answers: dict[tuple[str, str], Identity] = {}
    for name in sorted(blocks, key=lambda name: ("~" in name, name)):
        block = blocks[name]
        if block[0].loose:
            shelved = [
                (one, answers[one.source, one.id].iri)
                for other in blocks.values()
                for one in other
                if one.shelf == name and one.series
            ]
            answers |= resolve_loose(block, shelved)
        else:
            answers |= resolve(block, known(block[0], register))
    return answers


def shares(one: Mapping[Stretch, str], other: Mapping[Stretch, str]) -> float:
    """Mean share of each mention's cluster in `one` that is with it in `other` too (B-cubed)."""
    groups: defaultdict[str, set[Stretch]] = defaultdict(set)
    others: defaultdict[str, set[Stretch]] = defaultdict(set)
    for key in one:
        groups[one[key]].add(key)
        others[other[key]].add(key)
    return sum(len(groups[one[key]] & others[other[key]]) / len(groups[one[key]]) for key in one) / len(one)
