"""Fit and cross-validate the confidence of relations on labelled texts: `python tests/loaders/calibrate_relations.py ../shared`.

Reads the gold cases and the labelled corpus beside the project, runs the extractor, asks their own scorers which relations are right,
fits a logistic model (L2, Newton) in ten folds by document, adds the log-odds of the second opinion (of a model that has not seen the
case) and fits shift and slope of the sum, prints the pooled held-out figures, and writes the weights fitted on all to
`loaders/extraction/data/weights.tsv` (and a reliability diagram with `--plot FILE.svg`). No text and no label is written.
For shift and slope each wrong relation counts three times: these texts are the ones that development saw, and on labelled texts that it
had not seen two to five times as many relations were wrong. `--also DIR ...` prints the figures of other labelled folders.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import zlib
from functools import partial
from pathlib import Path
from types import ModuleType

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from loaders.extraction import confidence, documents, mentions, normal, opinion, relations
from ontology.model import Span
from tests.loaders import pairs, second_opinion

WEIGHTS = Path(relations.__file__).parent / "data" / "weights.tsv"
RIDGE, FOLDS, BINS, UNSEEN = 1.0, 10, 10, 3.0
Found = tuple[tuple[str, ...], float]
seen: list[Found] = []


def remember(reading, best, statements):  # type: ignore[no-untyped-def]
    found = FEATURES(reading, best, statements)
    seen.append((found, opinion.odds(reading, best)))
    return found


FEATURES, WHOLE = confidence.features, opinion.weights


def predict(path: Path) -> tuple[dict, list[Found], str]:
    """The prediction for one text in the contract's form, the features and second opinion of each relation, and the text."""
    text = path.open(encoding="utf-8", newline="").read()
    form = normal.normal(text)
    grouping = documents.group(form.content, mentions.find(form.content))
    seen.clear()
    stated = relations.read(grouping)

    def span(s: Span) -> dict[str, int]:
        s = form.span(s)
        return {"start": s.start, "end": s.end}

    docs = [
        {
            "id": d.id,
            "type": d.type,
            "number": d.number,
            "date": d.date,
            "issuer": d.issuer,
            "title": d.title,
            "self": d.own,
            "mentions": [span(m) for m in d.mentions],
        }
        for d in stated.documents
    ]
    acts = [{"id": a.id, "kind": a.kind, "actor": a.actor, "date": a.date} for a in stated.activities]
    rels = [
        {"head": r.head, "predicate": r.predicate, "tail": r.tail, "evidence": span(r.evidence), "n": n}
        for n, r in enumerate(stated.relations)
    ]
    return {"source": path.name, "documents": docs, "activities": acts, "relations": rels}, list(seen), text


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(shared: Path, rows: list) -> None:
    """The relations read in the gold cases; the second opinion on each is that of a model that has not seen its case."""
    score, folder = load(shared / "tools" / "score.py"), shared / "gold" / "cases"
    models = second_opinion.folded(pairs.cases(folder, score), pairs.examples())
    for path in sorted(folder.glob("*.json")):
        opinion.weights = partial(models.__getitem__, second_opinion.fold(f"{folder.name}/{path.stem}"))
        labelled(path, score, rows)
    opinion.weights = WHOLE


def labelled(path: Path, score: ModuleType, rows: list) -> None:
    """The relations read in one case of the gold's form, and which are right."""
    label = json.loads(path.read_text(encoding="utf-8"))
    pred, found, _ = predict(path.with_suffix(".txt"))
    pred = score.drop_self(label, pred)
    match = score.pair(label["documents"], pred["documents"], score.likeness)
    back = {j: i for i, j in match.items()}
    names = {d["id"]: f"G{i}" for i, d in enumerate(label["documents"])}
    mine = {d["id"]: f"G{back[j]}" if j in back else f"P{j}" for j, d in enumerate(pred["documents"])}
    want = set(score.triples(label, names | {a["id"]: "A" for a in label.get("activities", [])}))
    mine |= {a["id"]: "A" for a in pred["activities"]}
    rows += [
        (path.stem, found[r["n"]], (mine[r["head"]], r["predicate"], mine[r["tail"]]) in want)
        for r in pred["relations"]
    ]


def corpus(shared: Path, rows: list) -> None:
    score = load(shared / "tools" / "score_corpus.py")
    folder = shared / "corpus"
    metas = {m["id"]: m for m in score.read_lines(folder / "metadata.jsonl")}
    for row in score.read_lines(folder / "vnlegaltext_mentions.jsonl"):
        golds, _ = score.read_gold(metas[row["id"]], row["mentions"])
        pred, found, text = predict(folder / metas[row["id"]]["file"])
        host = {d["id"] for d in pred["documents"] if d["self"]}
        docs = {d["id"]: d for d in pred["documents"]}
        kept = [r for r in pred["relations"] if r["head"] in host and r["tail"] in docs and r["tail"] not in host]
        _, judged, _ = score.read_prediction(pred, text, golds)
        for r, j in zip(kept, judged, strict=True):
            if j["predicate"] in score.SIX and not j["skip"]:
                rows.append(
                    (row["id"], found[r["n"]], any(j["predicate"] in golds[i]["host"] for i in j["doc"]["links"]))
                )


def fit(x: np.ndarray, y: np.ndarray, wrong: float = 1.0) -> np.ndarray:
    """Ridge logistic regression by Newton's method; the first column, the bias, is not shrunk.

    Each wrong relation counts `wrong` times.
    """
    many = np.where(y == 0, wrong, 1.0)
    w = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(
            (x * (many * p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (many * (p - y)) + ridge * w
        )
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def figures(p: np.ndarray, y: np.ndarray) -> dict[str, float]:
    place = np.minimum((p * BINS).astype(int), BINS - 1)
    used = [b for b in range(BINS) if (place == b).any()]
    ece = sum(abs(p[place == b].mean() - y[place == b].mean()) * (place == b).mean() for b in used)
    order = np.argsort(np.argsort(p, kind="stable")) + 1.0
    for value in np.unique(p):
        order[p == value] = order[p == value].mean()
    good, bad = y.sum(), (1 - y).sum()
    auroc = (order[y == 1].sum() - good * (good + 1) / 2) / (good * bad)
    sure = np.argsort(-p, kind="stable")[: int(0.6 * len(p))]
    return {"n": len(p), "wrong": int(bad), "ece": ece, "bins": len(used), "auroc": auroc, "surest60": y[sure].mean()}


def plot(path: Path, p: np.ndarray, y: np.ndarray) -> None:
    """A reliability diagram: what was predicted against what was right, one dot a bin, its area the number of relations."""
    dots = []
    for b in range(BINS):
        here = np.minimum((p * BINS).astype(int), BINS - 1) == b
        if here.any():
            cx, cy, r = 40 + 320 * p[here].mean(), 360 - 320 * y[here].mean(), 2 + here.sum() ** 0.5 / 4
            dots.append(
                f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{r:.1f}"><title>{here.sum()} relations</title></circle>'
            )
    frame = '<path d="M40 360H360M40 360V40" stroke="#555" fill="none"/><path d="M40 360L360 40" stroke="#999" stroke-dasharray="4"/>'
    words = '<text x="200" y="392" text-anchor="middle">predicted</text><text x="14" y="200" transform="rotate(-90 14 200)" text-anchor="middle">right</text>'
    ticks = "".join(
        f'<text x="{40 + 320 * t:.0f}" y="375" text-anchor="middle">{t}</text><text x="36" y="{364 - 320 * t:.0f}" text-anchor="end">{t}</text>'
        for t in (0, 0.5, 1)
    )
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-family="sans-serif" font-size="12"><title>Reliability of confidence, held out</title>'
        f'{frame}{words}{ticks}<g fill="#1f5fa8" fill-opacity="0.6">{"".join(dots)}</g></svg>\n',
        encoding="utf-8",
    )


class Rows:
    """Relations as a matrix of features, with the second opinion on each, which are right, and the fold of their text."""

    def __init__(self, rows: list[tuple[str, Found, bool]], names: list[str]) -> None:
        place = {f: i for i, f in enumerate(names)}
        self.x = np.zeros((len(rows), len(names)))
        for i, (_, (found, _), _) in enumerate(rows):
            self.x[i, [place[f] for f in found if f in place]] = 1
        self.odds = np.array([odds for _, (_, odds), _ in rows])
        self.y = np.array([right for *_, right in rows], dtype=float)
        self.fold = np.array([zlib.crc32(name.encode()) % FOLDS for name, *_ in rows])


def settled(sums: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Shift and slope of the sums of both log-odds."""
    return fit(np.stack([np.ones_like(sums), sums], 1), y, UNSEEN)


def held_out(rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """The probability of each relation by the folds that it is not in, and the sums of both log-odds."""
    sums, p = np.zeros(len(rows.y)), np.zeros(len(rows.y))
    for k in range(FOLDS):
        here = rows.fold == k
        sums[here] = rows.x[here] @ fit(rows.x[~here], rows.y[~here]) + rows.odds[here]
    for k in range(FOLDS):
        here = rows.fold == k
        shift, slope = settled(sums[~here], rows.y[~here])
        p[here] = 1 / (1 + np.exp(-shift - slope * sums[here]))
    return p, sums


def tell(name: str, p: np.ndarray, y: np.ndarray) -> None:
    """Print the figures of some relations."""
    mixed = 0 < y.sum() < len(y)
    print(name, {k: round(float(v), 4) for k, v in figures(p, y).items()} if mixed else f"n {len(y)}, wrong 0")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--also", type=Path, nargs="*", default=[])
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    confidence.features = remember
    found: list[tuple[str, Found, bool]] = []
    gold(args.shared, found)
    corpus(args.shared, found)
    counts: dict[str, int] = {}
    for _, (features, _), _ in found:
        for feature in features:
            counts[feature] = counts.get(feature, 0) + 1
    names = ["bias", *sorted(f for f, n in counts.items() if n >= 5 and f != "bias")]
    rows = Rows(found, names)
    p, sums = held_out(rows)
    of_gold = np.array([not name.startswith("vnl") for name, *_ in found])
    tell("all", p, rows.y)
    tell("gold", p[of_gold], rows.y[of_gold])
    if args.plot:
        plot(args.plot, p, rows.y)
    shift, slope = settled(sums, rows.y)
    w = slope * fit(rows.x, rows.y)
    w[0] += shift
    score = load(args.shared / "tools" / "score.py")
    for folder in args.also:
        others: list[tuple[str, Found, bool]] = []
        for path in sorted(folder.glob("*.json")):
            labelled(path, score, others)
        other = Rows(others, names)
        tell(folder.name, 1 / (1 + np.exp(-other.x @ w - slope * other.odds)), other.y)
    lines = [
        "# Weights of the features of confidence: written by tests/loaders/calibrate_relations.py, not by hand.",
        "feature\tweight",
        f"opinion\t{slope:.3f}",
    ]
    WEIGHTS.write_text(
        "\n".join([*lines, *(f"{n}\t{v:.3f}" for n, v in zip(names, w, strict=True))]) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
