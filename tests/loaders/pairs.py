"""Pairs of documents that stand near each other, in labelled cases and in this project's own examples."""

from __future__ import annotations

import importlib
import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from loaders.extraction import documents, mentions, normal, opinion, relations
from loaders.extraction.extract import date_line
from loaders.extraction.lexicon import table
from loaders.extraction.reading import Reading
from loaders.extraction.sentences import blocks
from loaders.extraction.tokens import tokens

NEAR, BEFORE = 5, 3
"""Documents of one sentence that stand farther apart than so many make no pair; so many of the sentence before do."""
Labels = dict[tuple[int, int], str]


class Pair(NamedTuple):
    """Two documents of a case, what the model sees of them, what is right and what the rules say (with their confidence)."""

    case: str
    head: int
    tail: int
    signs: tuple[str, ...]
    right: str | None
    read: str | None
    sure: float


def candidates(reading: Reading) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Head, tail and signs of all pairs of a text that stand near each other."""
    grouping, references, own = reading.grouping, reading.references, reading.grouping.own
    starts = [r.start for r in references]
    denoted = grouping.document_of
    before: list[int] = []
    for block in blocks(reading.text, ((r.start, max(r.end, r.head_stop)) for r in references if r.kind != "plan")):
        here = range(bisect_left(starts, block.start), bisect_left(starts, block.end))
        if not here:
            continue
        stops = [token.end for token in tokens(reading, block, here) if token.kind == "stop"]
        sentences: dict[int, list[int]] = defaultdict(list)
        for i in here:
            if denoted[i] is not None:
                sentences[bisect_right(stops, starts[i])].append(i)
        for number, members in sorted(sentences.items()):
            start = stops[number - 1] if number else block.body
            for place, tail in enumerate(members):
                near = [i for n, i in enumerate(members) if i != tail and abs(n - place) <= NEAR]
                heads = {i: denoted[i] for i in near + before[-BEFORE:] if denoted[i] not in {None, own}}
                told = [(own, None)] if own is not None else []
                for head, i in [*told, *((head, i) for i, head in heads.items())]:
                    if denoted[tail] not in {own, head}:
                        yield head, denoted[tail], opinion.signs(reading, head, i, tail, (start, block.end))
            before = members


def pairs(name: str, text: str, label: dict | None, score: object) -> list[Pair]:
    """The pairs of one text; without a label what the rules read is right."""
    content = normal.normal(text).content
    grouping = documents.group(content, mentions.find(content, published=date_line(content)))
    stated = relations.read(grouping)
    place = {d.id: i for i, d in enumerate(grouping.documents)}
    read = {(place[r.head], place[r.tail]): (r.predicate, r.confidence) for r in stated.relations if r.head in place}
    right, gone = {pair: said for pair, (said, _) in read.items()}, set[int]()
    if label is not None:
        right, gone = labelled(label, grouping, stated, score)
    none = (None, 0.0)
    return [
        Pair(name, head, tail, signs, right.get((head, tail)), *read.get((head, tail), none))
        for head, tail, signs in candidates(Reading(grouping))
        if not {head, tail} & gone
    ]


def labelled(label: dict, grouping: documents.Grouping, stated: relations.Stated, score) -> tuple[Labels, set[int]]:
    """The labelled relations between documents of the grouping, and those that the scorer leaves out."""
    place = {d.id: i for i, d in enumerate(grouping.documents)}
    keys = ("id", "type", "number", "date", "issuer", "title")
    shown = [{k: getattr(d, k) for k in keys} | {"self": d.own} for d in stated.documents]
    kept = score.drop_self(label, {"documents": shown, "relations": []})["documents"]
    every = [{k: getattr(d, k) for k in keys} for d in grouping.documents]
    first, second = (score.pair(label["documents"], found, score.likeness) for found in (kept, every))
    nodes: dict[str, int] = {}
    for i, document in enumerate(label["documents"]):
        if i in first:
            nodes[document["id"]] = place[kept[first[i]]["id"]]
        elif i in second and second[i] not in nodes.values():
            nodes[document["id"]] = second[i]
    right = {
        (nodes[head], nodes[tail]): said
        for head, said, tail, *_ in label.get("relations", [])
        if head in nodes and tail in nodes
    }
    return right, {place[d["id"]] for d in shown} - {place[d["id"]] for d in kept}


def cases(folder: Path, score: object) -> list[Pair]:
    """The pairs of the labelled cases of a folder."""
    found = []
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").open(encoding="utf-8", newline="").read()
        found += pairs(f"{folder.name}/{path.stem}", text, json.loads(path.read_text(encoding="utf-8")), score)
    return found


def examples() -> list[Pair]:
    """The pairs of the examples of the tables, and of the texts in the tables of the tests of relations."""
    texts = [row[c].replace("\\n", "\n") for name, c in EXAMPLES for row in table(name)]
    for path in sorted(Path(__file__).parent.glob("test_relations*.py")):
        module = importlib.import_module(f"tests.loaders.{path.stem}")
        for value in vars(module).values():
            texts += strings(value)
            for mark in getattr(value, "pytestmark", []) if callable(value) else []:
                texts += strings(mark.args[1]) if mark.name == "parametrize" else []
    return [pair for n, text in enumerate(dict.fromkeys(texts)) for pair in pairs(f"own/{n}", text, None, None)]


EXAMPLES = (
    ("cues", "example"),
    ("links", "example"),
    ("moods", "example"),
    ("rules", "example"),
    ("rules", "not_example"),
)


def strings(value: object) -> list[str]:
    """All strings in a container of containers."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for item in inner for text in strings(item)]
