"""Suggestions as the script of the search box shows them: two lines of words, a level for the bar, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.pages import language
from api.pages.browsing import address
from api.pages.naming import name_of, title_of
from api.pages.placement import lane_of
from api.pages.urls import node_url
from ontology.model import Value

if TYPE_CHECKING:
    from graph.suggestions import Suggestions

LONGEST = 160
"""How much of the second line is sent: it is cut to the width of the box anyway."""


class Option(Value, frozen=True, gc=False):
    """One suggestion. `level` is a lane of the drawings, empty for a body."""

    label: str
    detail: str
    url: str
    level: str = ""


class Options(Value, frozen=True, gc=False):
    """All suggestions for a query, and what a screen reader is told of them."""

    query: str
    told: str
    options: tuple[Option, ...]


def options(found: Suggestions, lang: str) -> Options:
    """Documents first, then bodies, which lead to what they issued."""
    made = []
    for node in found.documents:
        detail = " · ".join(filter(None, (language.date(node.date, lang), node.issuer, title_of(node))))
        made.append(Option(name_of(node, lang)[:LONGEST], detail[:LONGEST], node_url(node.iri, lang), lane_of(node)))
    for body in found.bodies:
        detail = language.say("issued_count", lang, count=language.number(body.count, lang))
        made.append(Option(body.name[:LONGEST], detail, address("", {"body": (body.iri,)}, lang)))
    told = language.say("suggestions_count", lang, count=len(made)) if made else ""
    return Options(found.query, told, tuple(made))
