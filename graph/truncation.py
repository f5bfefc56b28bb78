"""Cutting a serialised result after so many whole rows, so that what is left is still well formed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Final

DECODER: Final = json.JSONDecoder()
BINDINGS: Final = re.compile(r'"bindings"\s*:\s*\[')


def cut(body: bytes, media_type: str, rows: int, *, full: bool) -> tuple[bytes, bool]:
    """At most `rows` rows of a result, and whether rows were left out. `full`: the end of `body` is missing already."""
    kinds: dict[str, Callable[[bytes, int], tuple[bytes, int]]] = {
        "application/sparql-results+json": _json,
        "application/sparql-results+xml": _xml,
        "text/csv": _csv,
        "text/tab-separated-values": _tsv,
    }
    least = {"text/csv": 2, "text/tab-separated-values": 1}.get(media_type, 10)
    if not full and len(body) <= rows * least:
        return body, False
    whole, left = kinds[media_type](body, rows)
    return (whole, True) if full or left else (body, False)


def _json(body: bytes, rows: int) -> tuple[bytes, int]:
    text = body.decode("utf-8", "ignore")
    match = BINDINGS.search(text)
    if match is None:
        return body, 0
    place, count, end = match.end(), 0, match.end()
    while count < rows:
        try:
            _, end = DECODER.raw_decode(text, place)
        except json.JSONDecodeError:
            break
        count += 1
        if text[end : end + 1] != ",":
            break
        place = end + 1
    return (text[:end] + "]}}").encode(), int(text[end : end + 1] == ",")


def _xml(body: bytes, rows: int) -> tuple[bytes, int]:
    ends = [match.end() for match in re.finditer(rb"</result>|<result/>", body)]
    end = ends[min(rows, len(ends)) - 1] if ends else body.find(b"<results>") + len(b"<results>")
    return body[:end] + b"</results></sparql>", max(0, len(ends) - rows)


def _csv(body: bytes, rows: int) -> tuple[bytes, int]:
    text = body.decode("utf-8", "ignore")
    whole = text[: text.rfind("\n") + 1]
    lines = list(csv.reader(io.StringIO(whole, newline="")))
    if len(lines) > 1 and whole.count('"') % 2:
        lines.pop()
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(lines[: rows + 1])
    return out.getvalue().encode(), max(0, len(lines) - 1 - rows)


def _tsv(body: bytes, rows: int) -> tuple[bytes, int]:
    lines = body[: body.rfind(b"\n") + 1].splitlines(keepends=True)
    return b"".join(lines[: rows + 1]), max(0, len(lines) - 1 - rows)
