"""How well references of different sources are put together, on a list of clusters made by hand.

`clusters.tsv` gives each reference a cluster. A source is a case of the gold set, a reference the id of one of its
documents; or a text of the corpus by the beginning of its hash, a reference the offset of its first mention. The cases'
clusters were proposed by the resolver, put right by one reader and read through; three undated codes were left out. Those
of the corpus (letterheads and grounds) were proposed by the resolver; the merges that stood out were read, the rest
sampled. So the list measures precision rather than recall, and no second reader has seen it. Pairs that look alike and
are different stand in test_resolution.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.references import Reference, known, recogniser, references
from graph.resolution import resolve, resolve_loose
from ontology import registers
from ontology.model import Activity, Document, Extraction, Resolved, Source

SHARED = Path(os.environ.get("PHAHE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
pytestmark = pytest.mark.skipif(not (SHARED / "gold" / "cases").is_dir(), reason="the labelled texts are not here")
REGISTER = registers.load()
Key = tuple[str, str]


def clusters() -> dict[Key, str]:
    with Path(__file__).with_name("clusters.tsv").open(encoding="utf-8") as table:
        return {(row["source"], row["reference"]): row["cluster"] for row in csv.DictReader(table, delimiter="\t")}


def cases() -> Iterator[Extraction]:
    for path in sorted((SHARED / "gold" / "cases").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        yield Extraction(
            path.stem.partition("-")[0],
            tuple(document(one) for one in label["documents"]),
            tuple(Activity(one["id"], one["kind"], one.get("actor"), one.get("date")) for one in label["activities"]),
        )


def document(label: dict) -> Document:
    resolved = {
        name: value
        for name, value in (label.get("resolved") or {}).items()
        if name in {"number", "date", "issuer", "title"}
    }
    parts = (label[name] for name in ("id", "type", "number", "date", "issuer", "title"))
    return Document(*parts, resolved=Resolved(**resolved) if resolved else None)


def corpus(wanted: set[str]) -> Iterator[Extraction]:
    """The texts of the list, each document's id the offset of its first mention."""
    from msgspec.structs import replace

    from loaders.extraction.extract import extract
    from loaders.sources.registry import read

    for path in sorted((SHARED / "corpus" / "documents").rglob("*.txt")):
        data = path.read_bytes()
        name = hashlib.sha256(data).hexdigest()[:16]
        if name in wanted:
            found = extract(read(data, name=path.name).text, name=name)
            documents = {str(one.mentions[0].start): one for one in found.documents if one.mentions}
            yield Extraction(name, tuple(replace(one, id=key) for key, one in documents.items()), ())


def resolved(pages: list[Extraction]) -> dict[Key, str]:
    blocks: defaultdict[str, list[Reference]] = defaultdict(list)
    for page in pages:
        source = Source(page.source, "text/plain")
        for one, _ in references(page, source, REGISTER, recogniser(source, page, REGISTER)):
            blocks[one.block].append(one)
    found: dict[Key, str] = {}
    for name in sorted(blocks, key=lambda name: ("~" in name, name)):
        block = blocks[name]
        if "~" in name and block[0].number:
            shelved = [
                (one, found[one.source, one.id])
                for other in blocks.values()
                for one in other
                if one.shelf == name and one.series
            ]
            identities = resolve_loose(block, shelved)
        else:
            identities = resolve(block, known(block[0], REGISTER))
        found |= {key: identity.iri for key, identity in identities.items()}
    return found


def shares(one: dict[Key, str], other: dict[Key, str]) -> float:
    """Mean share of each reference's cluster in `one` that is with it in `other` too."""
    groups: defaultdict[str, set[Key]] = defaultdict(set)
    others: defaultdict[str, set[Key]] = defaultdict(set)
    for key in one:
        groups[one[key]].add(key)
        others[other[key]].add(key)
    return sum(len(groups[one[key]] & others[other[key]]) / len(groups[one[key]]) for key in one) / len(one)


def test_references_are_put_together_as_a_reader_would() -> None:
    truth = clusters()
    pages = [*cases(), *corpus({source for source, _ in truth})]
    found = resolved(pages)
    common = {key: truth[key] for key in truth if key in found}
    assert len(common) > 0.95 * len(truth), "mentions have moved: make the list of the corpus anew"
    assert len(common) >= 300
    assert len(set(common.values())) >= 120
    mine = {key: found[key] for key in common}
    precision, recall = shares(mine, common), shares(common, mine)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"B-cubed on {len(common)} references: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
    assert precision == 1.0, "two documents were taken for one"
    assert f1 >= 0.98
