"""The words of the report, Vietnamese and English, from one table."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def table(lang: str) -> dict[str, str]:
    """All words in one language."""
    text = files("api.report").joinpath("words.tsv").read_text(encoding="utf-8")
    return {row["key"]: row[lang] for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)}
