"""JSON-LD with a context: the compact form that people and scripts read, with nothing to fetch from elsewhere."""

from __future__ import annotations

import json
from typing import Any, Final

from ontology.namespaces import PHAHE, PREFIXES
from ontology.terms import PREDICATES

TERMS: Final[dict[str, Any]] = {name: {"@id": f"phahe:{name}", "@type": "@id"} for name in PREDICATES}
"""The relations, by their bare names: their values are IRIs."""

CONTEXT: Final[dict[str, Any]] = PREFIXES | TERMS
"""The whole context, as `/context.jsonld` gives it."""


def compacted(expanded: bytes) -> bytes:
    """Expanded JSON-LD (as the store writes it, without blank nodes) in compact form, with its context inside."""
    used: set[str] = set()
    nodes = [_node(one, used) for one in json.loads(expanded)]
    context = {name: CONTEXT[name] for name in CONTEXT if name in used}
    body = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    return json.dumps({"@context": context} | body, ensure_ascii=False, indent=1).encode() + b"\n"


def _node(node: dict[str, Any], used: set[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in node.items():
        if key == "@id":
            made[key] = value
        elif key == "@type":
            made[key] = _alone([_curie(one, used) for one in value])
        elif key.startswith(PHAHE) and key.removeprefix(PHAHE) in TERMS:
            name = key.removeprefix(PHAHE)
            used.update((name, "phahe"))
            made[name] = _alone([one["@id"] for one in value])
        else:
            made[_curie(key, used)] = _alone([_value(one, used) for one in value])
    return made


def _value(value: dict[str, Any], used: set[str]) -> object:
    """A value object, as short as it may be; a plain text is itself."""
    if set(value) == {"@value"}:
        return value["@value"]
    return value | ({"@type": _curie(value["@type"], used)} if "@type" in value else {})


def _alone(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values


def _curie(iri: str, used: set[str]) -> str:
    """An IRI by its prefix, where it has one of ours and its end is a plain name."""
    for prefix, namespace in PREFIXES.items():
        name = iri.removeprefix(namespace)
        if name != iri and name.isidentifier():
            used.add(prefix)
            return f"{prefix}:{name}"
    return iri
