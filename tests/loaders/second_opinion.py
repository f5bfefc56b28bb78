"""Fit and cross-validate the second opinion on relations: `python tests/loaders/second_opinion.py ../shared [--also DIR ...]`.

Pairs of documents that stand in one sentence or in neighbouring ones are told apart by one logistic model for each predicate
(L2, Newton with conjugate gradients), trained on the labelled gold cases and on the examples of this project's own tables
and tests, labelled by what the extractor says of them, to which the tests hold it. Prints, cross-validated over the
gold cases and for each labelled folder DIR (form of the gold's): what the model finds alone, what it would add to the
rules, and how it tells right relations of the rules from wrong ones. Writes `loaders/extraction/data/opinion.tsv`.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from loaders.extraction import opinion
from tests.loaders.pairs import Pair, cases, examples

TABLE = Path(opinion.__file__).parent / "data" / "opinion.tsv"
RIDGE, FOLDS, LEAST, CUT, OWN = 2.0, 5, 15, 0.1, 0.5


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
