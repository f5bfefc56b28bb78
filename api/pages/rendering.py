"""The template environment: autoescape always, undefined names are errors, addresses and words at hand."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.pages import language, strokes, urls

if TYPE_CHECKING:
    from collections.abc import Iterable


@lru_cache(maxsize=256)
def asset(name: str) -> str:
    """The address of a static file, with the head of its hash, so that browsers may keep it for ever."""
    data = files("api.pages").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:8]}"


def group_by(items: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Items by the value of an attribute, in the order in which the values are first met."""
    found: dict[Any, list[Any]] = {}
    for item in items:
        found.setdefault(getattr(item, attribute), []).append(item)
    return list(found.items())


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment of all templates."""
    made = Environment(
        loader=PackageLoader("api.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        asset=asset,
        say=language.say,
        predicate=language.predicate,
        type_label=language.type_label,
        date=language.date,
        number=language.number,
        dash=strokes.dash,
        node_url=urls.node_url,
        lineage_url=urls.lineage_url,
        evidence_url=urls.evidence_url,
        source_url=urls.source_url,
        in_language=urls.in_language,
        with_query=urls.with_query,
        web=urls.web,
        text_fragment=urls.text_fragment,
        group_by=group_by,
    )
    return made
