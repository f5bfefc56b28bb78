"""What audits and checks remark, in the language of a page. Their own words are English; the tables hold the rest.

`findings.tsv` has a row for each kind of check: its name in both languages, how its message reads in Vietnamese
(`pattern` and `said`), what to do. The notes of audits are those of the report.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from api.pages import language
from api.report.words import remark
from ontology.model import Value

if TYPE_CHECKING:
    from graph.audit_values import Measure
    from graph.values import Finding


SIMPLE: Final = re.compile(r"P(\d+)([YMWD])")


class Kind(Value, frozen=True, gc=False):
    """A kind of check as `findings.tsv` has it."""

    vi: str
    en: str
    pattern: str
    said: str
    advice: str


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind of check by its name."""
    text = files("api.pages").joinpath("findings.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row.pop("check"): Kind(**row) for row in rows}


def check_name(check: str, lang: str) -> str:
    """What a check looks for, in words; its own name where the table lacks it."""
    kind = kinds().get(check)
    if kind is None:
        return check
    return kind.vi if lang == "vi" else kind.en


def check_said(found: Finding, lang: str) -> str:
    """What a check found; empty where its name, the documents and the quotes say it all in this language."""
    if lang == "en":
        return found.message
    kind = kinds().get(found.check)
    match = re.fullmatch(kind.pattern, found.message) if kind and kind.pattern else None
    if not (kind and match):
        return ""
    groups = [_lacking(part) if found.check == "ambiguous" else part for part in match.groups()]
    return kind.said.format(*groups)


def _lacking(part: str) -> str:
    """The parts of an identity that are not known, in Vietnamese; other words stay."""
    words = {name: language.say(f"lack_{name}", "vi") for name in ("place", "issuer", "number", "year")}
    if part == language.say("lack_other", "en"):
        return language.say("lack_other", "vi")
    names = part.split(", ")
    return ", ".join(words[name] for name in names) if set(names) <= set(words) else part


def check_advice(found: Finding, lang: str) -> str:
    """What to do about a finding."""
    kind = kinds().get(found.check)
    return kind.advice if kind and lang == "vi" else found.advice


def measured(one: Measure, lang: str, policy: str) -> str:
    """What a measure says in words."""
    name, _, level = one.name.partition(".")
    numbers: dict[str, object] = {key: _plain(value) for key, value in one.numbers.items()}
    left = numbers.pop("undated", 0)
    words = language.say(
        f"measure_{name}",
        lang,
        value=_plain(one.value),
        policy=policy,
        level=language.level(level, lang) if level else "",
        **numbers,
    )
    return words + (language.say("measure_undated", lang, count=left) if left else "")


def period(written: str, lang: str) -> str:
    """An ISO 8601 duration as how often something recurs; one of several parts as it is written."""
    match = SIMPLE.fullmatch(written)
    if match is None:
        return written
    count, unit = match.groups()
    return (
        language.say(f"every_{count}{unit}", lang) if count == "1" else language.say(f"every_{unit}", lang, count=count)
    )


def _plain(value: float | str | None) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def told(note: str, lang: str) -> str:
    """A note of an audit."""
    return remark(note, lang)
