"""The template environment: autoescape always, undefined names are errors, addresses and words at hand."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from api.pages import badges, emphasis, language, naming, navigation, remarks, strokes, urls
from api.pages.placement import lane_of
from ontology.identity import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.values import Node

UNBROKEN = 40
"""The longest number that is kept on one line."""


@lru_cache(maxsize=256)
def asset(name: str) -> str:
    """The address of a static file, with the head of its hash, so that browsers may keep it for ever."""
    data = files("api.pages").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:8]}"


def titled(node: Node, lang: str) -> Markup:
    """The name of a node for running text: its number, which holds hyphens and slashes, is not broken across lines."""
    name = naming.name_of(node, lang)
    number = node.number or ""
    if node.kind == "document" and not number:
        return Markup('<span lang="vi">{}</span>').format(name)
    if len(number) > UNBROKEN or not name.endswith(number):
        return escape(name)
    return Markup('{}<span class="nb">{}</span>').format(name.removesuffix(number), number)


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
    made.filters["zipped"] = zip
    made.filters["told_in"] = remarks.told
    made.globals.update(
        asset=asset,
        badge=badges.badge,
        status_badge=badges.status,
        verdict_badge=badges.verdict,
        navigation=navigation.entries,
        say=language.say,
        predicate=language.predicate,
        type_label=language.type_label,
        date=language.date,
        number=language.number,
        decimal=language.decimal,
        dash=strokes.dash,
        lane_of=lane_of,
        local=local,
        name_of=naming.name_of,
        said_of=naming.said_of,
        title_of=naming.title_of,
        clipped=naming.clipped,
        titled=titled,
        fact_label=naming.fact_label,
        fact_value=naming.fact_value,
        stat_label=naming.stat_label,
        media_name=naming.media_name,
        identity_words=naming.identity_words,
        in_order=language.in_order,
        node_url=urls.node_url,
        lineage_url=urls.lineage_url,
        lineage_path=urls.lineage_path,
        evidence_url=urls.evidence_url,
        source_url=urls.source_url,
        in_language=urls.in_language,
        with_query=urls.with_query,
        web=urls.web,
        text_fragment=urls.text_fragment,
        emphasis=emphasis.emphasis,
        brief=naming.brief,
        place_name=naming.place_name,
        reason_words=naming.reason_words,
        relations_url=urls.relations_url,
        group_by=group_by,
    )
    return made
