"""Fit and cross-validate the second opinion on relations: `python tests/loaders/second_opinion.py ../shared [--also DIR ...]`.

Pairs of documents that stand in one sentence or in neighbouring ones are told apart by one logistic model for each predicate
(L2, Newton with conjugate gradients), trained on the labelled gold cases and on the examples of this project's own tables
and tests, labelled by what the extractor says of them, to which the tests hold it. Prints, cross-validated over the
gold cases and for each labelled folder DIR (form of the gold's): what the model finds alone, what it would add to the
rules, and how it tells right relations of the rules from wrong ones. Writes `loaders/extraction/data/opinion.tsv`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import sys
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from loaders.extraction import documents, mentions, normal, opinion, relations
from loaders.extraction.extract import date_line
from loaders.extraction.lexicon import table
from loaders.extraction.reading import Reading
from loaders.extraction.sentences import blocks
from loaders.extraction.tokens import tokens

TABLE = Path(opinion.__file__).parent / "data" / "opinion.tsv"
RIDGE, FOLDS, LEAST, CUT, OWN = 2.0, 5, 15, 0.1, 0.5
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


class Matrix:
    """Rows of few ones among many columns."""

    def __init__(self, rows: list[tuple[str, ...]], columns: dict[str, int]) -> None:
        self.wide = len(columns)
        known = [[columns[s] for s in set(row) if s in columns] for row in rows]
        self.row = np.repeat(np.arange(len(rows)), [len(k) for k in known])
        self.column = np.array([c for k in known for c in k], dtype=np.intp)
        self.long = len(rows)

    def times(self, w: np.ndarray) -> np.ndarray:
        return np.bincount(self.row, w[self.column], self.long)

    def sums(self, v: np.ndarray) -> np.ndarray:
        return np.bincount(self.column, v[self.row], self.wide)


def fit(x: Matrix, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Ridge logistic regression; column 0, the bias, is not shrunk."""
    w, ridge = np.zeros(x.wide), np.full(x.wide, RIDGE)
    ridge[0] = 1e-3
    for _ in range(20):
        p = 1 / (1 + np.exp(-np.clip(x.times(w), -30, 30)))
        slope, bend = x.sums(weight * (p - y)) + ridge * w, weight * p * (1 - p)
        scale = 1 / (x.sums(bend) + ridge)
        step, rest = np.zeros(x.wide), slope
        way = near = scale * rest
        for _ in range(60):
            bent = x.sums(bend * x.times(way)) + ridge * way
            size = (rest @ near) / (way @ bent)
            step, left = step + size * way, rest - size * bent
            if np.linalg.norm(left) < 1e-3 * np.linalg.norm(slope):
                break
            ahead = scale * left
            way = ahead + (left @ ahead) / (rest @ near) * way
            rest, near = left, ahead
        w = w - step
        if np.abs(step).max() < 1e-3:
            break
    return w


Model = dict[str, dict[str, float]]


def train(found: list[Pair]) -> Model:
    """The weights of the signs, by predicate; of several places that name one pair the likeliest count."""
    counts = Counter(sign for pair in found for sign in pair.signs)
    names = ["bias", *sorted(s for s, n in counts.items() if n >= LEAST and s != "bias")]
    columns = {sign: i for i, sign in enumerate(names)}
    weight = np.array([OWN if pair.case.startswith("own/") else 1.0 for pair in found])
    x = Matrix([pair.signs for pair in found], columns)
    some = np.array([pair.right is not None for pair in found], float)
    likely = x.times(fit(x, some, weight))
    best: dict[tuple[str, int, int], float] = defaultdict(lambda: -np.inf)
    for pair, value in zip(found, likely, strict=True):
        best[pair[:3]] = max(best[pair[:3]], value)
    said = np.array([p.right is None or v >= best[p[:3]] - 1 for p, v in zip(found, likely, strict=True)])
    kinds = Counter(pair.right for pair in found if pair.right)
    model = {}
    for kind in sorted(k for k, n in kinds.items() if n >= 3):
        w = fit(x, np.array([pair.right == kind for pair in found], float), weight * said)
        model[kind] = {s: v for s, v in zip(names, w.round(2).tolist(), strict=True) if abs(v) >= CUT}
    return model


def judged(model: Model, found: list[Pair]) -> dict[tuple[str, int, int], tuple[float, str, Pair, float]]:
    """Of each pair: the log-odds of the likeliest predicate, the predicate, the pair, and the odds of what the rules say."""
    best: dict[tuple[str, int, int], tuple[float, str, Pair, float]] = {}
    for pair in found:
        odds = {kind: sum(w.get(s, 0.0) for s in pair.signs) for kind, w in model.items()}
        kind = max(odds, key=lambda k: odds[k])
        value, told, *_, read = best.get(pair[:3], (-np.inf, "", pair, -np.inf))
        value, told = max((value, told), (odds[kind], kind))
        best[pair[:3]] = (value, told, pair, max(read, odds.get(pair.read or "", -np.inf)))
    return best


def report(name: str, best: dict[tuple[str, int, int], tuple[float, str, Pair, float]]) -> None:
    """Print what the model finds alone, adds to the rules, and how it ranks what the rules say."""
    sure = [v for (case, h, t), v in best.items() if v[0] >= best.get((case, t, h), (-np.inf,))[0]]
    read = {pair[:3] for _, _, pair, _ in best.values() if pair.read}
    left = [v for v in sure if not {v[2][:3], (v[2].case, v[2].tail, v[2].head)} & read]
    for what, those in (("alone", sure), ("added", left)):
        steps = ", ".join(
            f"{sum(k == p.right for v, k, p, _ in those if v >= at)} of {sum(v >= at for v, *_ in those)} at {bar}"
            for bar, at in ((0.9, np.log(9)), (0.8, np.log(4)), (0.5, 0.0))
        )
        print(
            f"{name}: {what}: of {sum(v[2].right is not None for v in (best.values() if what == 'alone' else left))}: {steps}"
        )
    told = [(odds, pair.sure, pair.read == pair.right) for *_, pair, odds in best.values() if pair.read]
    if all(right for *_, right in told):
        print(f"{name}: all {len(told)} pairs that the rules read are right")
        return
    for what, i in (("model", 0), ("confidence", 1)):
        ranks = figures(np.array([v[i] for v in told]), np.array([v[2] for v in told], float))
        print(
            f"{name}: rules ranked by {what}: {len(told)}, wrong {ranks[0]}, auroc {ranks[1]:.3f}, surest 60 % {ranks[2]:.3f}"
        )


def figures(value: np.ndarray, right: np.ndarray) -> tuple[int, float, float]:
    """How many are wrong, the AUROC of right against wrong, and the precision of the 60 % of the highest values."""
    good, bad = value[right == 1], value[right == 0]
    over = (good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean()
    return len(bad), over, right[np.argsort(-value, kind="stable")[: len(right) * 3 // 5]].mean()


def fold(case: str) -> int:
    """The fold of a case."""
    return zlib.crc32(case.encode()) % FOLDS


def folded(gold: list[Pair], own: list[Pair]) -> list[Model]:
    """For each fold the model that has not seen its cases."""
    return [train([pair for pair in gold if fold(pair.case) != k] + own) for k in range(FOLDS)]


def write(model: Model) -> None:
    """Write the table of weights."""
    lines = [
        "# Weights of the second opinion on relations: written by tests/loaders/second_opinion.py, not by hand.",
        "predicate\tsign\tweight",
        *(f"{kind}\t{sign}\t{value:g}" for kind, w in model.items() for sign, value in w.items()),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def scorer(shared: Path):
    """The scorer beside the project, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--also", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    score = scorer(args.shared)
    gold, own = cases(args.shared / "gold" / "cases", score), examples()
    print(f"{len(gold)} places of pairs in the gold cases, {len(own)} in our own examples")
    best = {}
    for k, model in enumerate(folded(gold, own)):
        best |= judged(model, [pair for pair in gold if fold(pair.case) == k])
    report("gold, held out", best)
    model = train(gold + own)
    write(model)
    for folder in args.also:
        report(folder.name, judged(model, cases(folder, score)))
    if args.also:
        report("all folders", judged(model, [pair for folder in args.also for pair in cases(folder, score)]))


if __name__ == "__main__":
    main()
