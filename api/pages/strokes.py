"""How each relation is drawn: its dash pattern. Labels are the ontology's; colour never carries a meaning alone."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    text = files("api.pages").joinpath("relations.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["predicate"]: row for row in rows}


def dash(predicate: str) -> str:
    """The lengths of strokes and gaps in pixels, as SVG's `stroke-dasharray`; empty for a solid line."""
    return _table().get(predicate, {"dash": "1 2"})["dash"] or ""


def family(predicate: str) -> str:
    """The family of a relation (`carries`, `changes`...), which gives its tint beside its dash."""
    return _table().get(predicate, {"family": "rests"})["family"] or "rests"


def drawn() -> tuple[str, ...]:
    """The predicates that have a pattern of their own."""
    return tuple(_table())
