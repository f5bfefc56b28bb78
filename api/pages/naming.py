"""What a document or activity is called where space is short, and the facts of a document in people's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.pages import language
from api.pages.urls import web
from ontology.identity import slug

if TYPE_CHECKING:
    from graph.values import Fact, Node

ABBREVIATIONS: Final = (
    ("Ủy ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ban Chấp hành", "BCH"),
    ("Trung ương Đảng", "TW Đảng"),
    ("thành phố", "TP"),
)
"""Abbreviations that every reader of these documents knows."""

MEDIA: Final = {
    "text/html": "HTML",
    "text/plain": "TXT",
    "application/pdf": "PDF",
    "application/msword": "DOC",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
}
"""The names that people know media types by."""

CUT: Final = 200
"""Where the extraction contract ends a title, were it in the middle of a word."""

BRIEF: Final = 180
"""How much of a title of a source is shown beside a quote; texts from the web know no limit."""

ASIDE: Final = re.compile(r"(?<=.) \([^()]*\)$")
"""The date or year in brackets at the end of a label: wherever a name is shown, its date stands beside it."""


def name_of(node: Node, lang: str) -> str:
    """Type and number; the label where there is no number; of an activity its kind."""
    kind = language.type_label(node.type, lang)
    if node.kind == "activity":
        return kind[:1].upper() + kind[1:]
    if node.number:
        return f"{kind} {node.number}"
    return ASIDE.sub("", node.label) if node.date else node.label


def said_of(node: Node, lang: str) -> str:
    """The name of a node within a sentence: one that is Vietnamese words stands in quotes in another language."""
    name = name_of(node, lang)
    return f"“{name}”" if lang != "vi" and node.kind == "document" and not node.number else name


def title_of(node: Node) -> str | None:
    """The title for reading; one that was cut goes back to its last whole word, with an ellipsis."""
    if node.title is None or len(node.title) not in {CUT - 1, CUT}:
        return node.title
    whole = node.title if len(node.title) < CUT else node.title.rpartition(" ")[0]
    return whole.rstrip(" ,;:–-") + " …"


def clipped(text: str, most: int) -> str:
    """A text of at most so many letters, cut at a word; the archived copy beside it has all of it."""
    if len(text) <= most:
        return text
    head = text[:most]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–-") + " …"


def brief(text: str | None, longest: int = BRIEF) -> str:
    """A text for a line: one that is longer ends at a word, with an ellipsis."""
    return clipped(text or "", longest)


def short(issuer: str | None) -> str:
    """The name of a body with the usual abbreviations."""
    text = issuer or ""
    for long, brief in ABBREVIATIONS:
        text = text.replace(long, brief)
    return text


def fact_label(name: str, lang: str) -> str:
    """The name of a fact; as it stands where the catalogue has no word for it."""
    key = f"fact_{name}"
    return language.say(key, lang) if key in language.catalogue() else name


def fact_value(fact: Fact, lang: str) -> str:
    """The value of a fact as people of the language write it."""
    if fact.name == "date":
        return language.date(fact.value, lang)
    if fact.name in {"type", "kind"}:
        return language.type_label(fact.value, lang)
    return language.level(fact.value, lang) if fact.name == "level" else fact.value


def stat_label(name: str, lang: str) -> str:
    """What a count of the data counts; as it stands where the catalogue has no word for it."""
    key = f"stat_{name}"
    return language.say(key, lang) if key in language.catalogue() else name


def media_name(media_type: str) -> str:
    """A media type by the name people know it by; as it stands where there is none."""
    return MEDIA.get(media_type, media_type)


def identity_words(reasons: str, lang: str) -> str:
    """How a document was identified, in words; a reason that the catalogue has no word for stands as it is."""
    known = language.catalogue()
    keys = [(reason, f"identity_{reason}") for reason in reasons.split("; ")]
    return "; ".join(language.say(key, lang) if key in known else reason for reason, key in keys)


def place_name(location: str) -> str:
    """Where a source was met: its address on the web; of a file its name alone, whatever machine it lay on."""
    return location if web(location) else re.split(r"[/\\]", location.rstrip("/\\"))[-1]


def reason_words(reason: str, lang: str) -> str:
    """Why the status of a document is not known, in words; as it stands where the catalogue has none."""
    key = f"standing_{slug(reason)}"
    return language.say(key, lang) if key in language.catalogue() else reason
