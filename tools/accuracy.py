"""Writes the accuracy card `api/accuracy.json` from the figures of both scorers on the labelled texts.

Run `python tools/accuracy.py [SHARED]` after a change to the extractor; SHARED is the folder that holds `gold`,
`corpus` and `tools` (default: `$PHAHE_SHARED`, else `../shared`). The card holds figures and hashes alone, never texts
or labels.

For each set: its name, what it is, how many texts, the SHA-256 of its labels, and rows. A row has the number of
labelled items (`n`), hits, predictions, and precision and recall with their 95 % Wilson intervals; with fewer than ten
labelled items a row is `not measured`: both are null.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from loaders.extraction.extract import VERSION, extract  # noqa: E402 - the checkout must be on the path first
from ontology.model import Text, encode  # noqa: E402

CARD: Final = ROOT / "api" / "accuracy.json"
LEAST: Final = 10
SEEN: Final = "development set, seen by its authors"
Z: Final = 1.959964  # 95 % of the normal distribution
STRATA: Final = {"random": "documents drawn blindly", "rich": "documents drawn because they hold rarer relations"}
# The rows of the corpus scorer that are its six relations, and those that sum them up.
RELATIONS: Final = ("basedOn", "replaces", "repeals", "amends", "guides", "cites")
SUMS: Final = ("micro_once", "mentions")
SHARES: Final = ("numbered_recall", "named_recall", "type_right", "false_heads", "false_heads_pure")


def wilson(hits: int, n: int) -> dict[str, float] | None:
    """The share `hits / n` with its 95 % Wilson interval; None where n is 0."""
    if n == 0:
        return None
    share = hits / n
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    reach = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    # at the ends the interval touches them; rounding must not push it past the share
    low, high = min(middle - reach, share), max(middle + reach, share)
    return {"value": round(share, 4), "low": round(max(low, 0.0), 4), "high": round(min(high, 1.0), 4)}


def row(name: str, hits: int, found: int, n: int, predicted: int) -> dict[str, Any]:
    """One row: `hits` of `predicted` were right, `found` of `n` labelled ones were found."""
    measured = n >= LEAST
    return {
        "name": name,
        "measured": measured,
        "n": n,
        "hits": hits,
        "predicted": predicted,
        "precision": wilson(hits, predicted) if measured else None,
        "recall": wilson(found, n) if measured else None,
    }


def share(name: str, hits: int, of: int) -> dict[str, Any]:
    """A row that is one share, not a precision and a recall."""
    measured = of >= LEAST
    return {"name": name, "measured": measured, "n": of, "hits": hits, "share": wilson(hits, of) if measured else None}


def digest(paths: list[Path]) -> str:
    """The SHA-256 of the labels: of the names and bytes of their files, in order."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def predictions(folder: Path, into: Path) -> int:
    """Writes the extractions of the texts of a folder, one a line; how many there are."""
    paths = sorted(folder.glob("*.txt"))
    with into.open("wb") as out:
        for path in paths:
            out.write(encode(extract(Text(path.read_bytes().decode("utf-8")), name=path.name)) + b"\n")
    return len(paths)


def scored(*arguments: object) -> dict[str, Any]:
    """What a scorer prints as JSON; its exit status tells of gates, which are not asked here."""
    command = [sys.executable, *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own scorers
    if not done.stdout:
        raise SystemExit(done.stderr)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def cases(shared: Path, folder: Path) -> dict[str, Any]:
    """The card of the labelled cases."""
    texts = shared / "gold" / "cases"
    count = predictions(texts, folder / "cases.jsonl")
    figures = scored(shared / "tools" / "score.py", texts, folder / "cases.jsonl")
    predicates = figures.pop("by_predicate")
    plain = {name: value for name, value in figures.items() if isinstance(value, dict)}
    return {
        "name": "cases",
        "about": "pages and documents of every genre, labelled by the guideline",
        "status": SEEN,
        "texts": count,
        "labels": digest(list(texts.glob("*.json"))),
        "rows": [row(name, f["hit"], f["hit"], f["gold"], f["predicted"]) for name, f in plain.items()],
        "predicates": [row(name, f["hit"], f["hit"], f["gold"], f["predicted"]) for name, f in predicates.items()],
        "false_offsets": figures["false_offsets"],
        "reversed": figures["reversed"],
    }


def corpus(shared: Path, folder: Path) -> list[dict[str, Any]]:
    """The cards of the two strata of the corpus of legal texts."""
    base = shared / "corpus"
    predictions(base / "documents" / "vnlegaltext", folder / "corpus.jsonl")
    return [_stratum(shared, base, folder / "corpus.jsonl", stratum) for stratum in STRATA]


def _stratum(shared: Path, base: Path, found: Path, stratum: str) -> dict[str, Any]:
    figures = scored(shared / "tools" / "score_corpus.py", base, found, "--stratum", stratum)

    def line(name: str) -> dict[str, Any]:
        f = figures[name]
        return row(name, f["right"], f["found"], f["gold"], f["predicted"])

    return {
        "name": f"legal texts, {stratum}",
        "about": f"legal texts with their relations labelled by others (VNLegalText): {STRATA[stratum]}",
        "status": SEEN,
        "texts": figures["documents"],
        "labels": digest([base / "vnlegaltext_mentions.jsonl"]),
        "rows": [line(name) for name in SUMS]
        + [share(name, figures[name]["hit"], figures[name]["of"]) for name in SHARES],
        "predicates": [line(name) for name in RELATIONS],
    }


def card(shared: Path) -> dict[str, Any]:
    """The whole card."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            "extractor": VERSION,
            "least": LEAST,
            "interval": "95 % Wilson",
            "sets": [cases(shared, folder), *corpus(shared, folder)],
        }


def main() -> None:
    """Writes the card."""
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PHAHE_SHARED", ROOT.parent / "shared")
    CARD.write_text(json.dumps(card(Path(given)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
