"""The lineage as SVG, drawn on the server: real links, no script, the same in a page, in print and as a file."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from api.pages import language, strokes
from api.pages.layout import CHAIN, plan
from api.pages.lettering import fit, width
from api.pages.naming import name_of, short, title_of
from api.pages.rendering import environment
from api.pages.urls import evidence_url, node_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from api.pages.geometry import Box, Plan, Route
    from graph.values import Edge, Node, Subgraph

CORNER = 6.0
NAME_SIZE, NOTE_SIZE, LABEL_SIZE = 13.0, 11.5, 11.0
PADDING = 11.0
PILL = 30.0
"""The width of the button that shows hidden neighbours."""


def edge_words(edge: Edge, lang: str) -> str:
    """The words on an edge: the label of its relation, read from head to tail."""
    return language.predicate(edge.predicate, lang)


def lineage_svg(
    subgraph: Subgraph,
    *,
    lang: str = "vi",
    standalone: bool = False,
    more: Mapping[str, tuple[str, str]] | None = None,
) -> str:
    """The drawing of a subgraph; in a page before it, for those who scroll, the names of the lanes once more.

    `standalone` puts the style inside, for a file of its own. `more` gives, by node, the text and address of a button
    (`+3`) that shows its hidden neighbours.
    """
    buttons = more or {}
    words = [edge_words(edge, lang) for edge in subgraph.edges]
    drawn = plan(subgraph, [width(text, LABEL_SIZE) + 8 for text in words])
    small = len(subgraph.nodes) <= CHAIN
    named = {node.iri: node for node in subgraph.nodes}
    style = files("api.pages").joinpath("static/lineage.css").read_text(encoding="utf-8") if standalone else ""
    template = environment().get_template("lineage.svg")
    return template.render(
        lang=lang,
        style=style,
        plan=drawn,
        small=small,
        boxes=[_box(box, named[box.iri], subgraph, buttons, lang) for box in drawn.boxes],
        edges=_edges(drawn, subgraph, named, words, lang),
        lanes=[{"lane": lane, "name": language.say(f"lane_{lane.key}", lang)} for lane in drawn.lanes],
        title=language.say("drawing_title", lang, name=name_of(named[subgraph.focus], lang)),
        summary=language.say("drawing_summary", lang, nodes=len(drawn.boxes), edges=len(drawn.routes)),
    )


def _box(box: Box, node: Node, subgraph: Subgraph, buttons: Mapping[str, tuple[str, str]], lang: str) -> dict[str, Any]:
    """What the template needs to draw one node."""
    small = box.height > 30
    button = buttons.get(node.iri) if small else None
    room = box.width - 2 * PADDING
    name = name_of(node, lang)
    dated = language.date(node.date, lang)
    note = " · ".join(part for part in (dated, short(node.issuer)) if part)
    states = {
        "focus": node.iri == subgraph.focus,
        "activity": node.kind == "activity",
        "named": node.kind == "document" and not node.seen,
        "vague": bool(node.ambiguous),
        "year": bool(node.date) and len(node.date or "") < 10,
    }
    return {
        "box": box,
        "url": node_url(node.iri, lang),
        "name": fit(name, room, NAME_SIZE, "bold") if small else fit(node.number or name, box.width - 8, 10.5),
        "note": fit(note, room - (PILL if button else 0), NOTE_SIZE) if small else "",
        "full": " · ".join(part for part in (name, dated, node.issuer, title_of(node)) if part),
        "classes": " ".join(["node", f"lane-{box.lane}", *(state for state, holds in states.items() if holds)]),
        "button": button,
    }


def _edges(
    drawn: Plan, subgraph: Subgraph, named: Mapping[str, Node], words: Sequence[str], lang: str
) -> list[dict[str, Any]]:
    """What the template needs to draw the edges, in the order of the routes."""
    found = []
    for route in drawn.routes:
        edge = subgraph.edges[route.edge]
        head, tail = name_of(named[edge.head], lang), name_of(named[edge.tail], lang)
        quote = f": “{edge.evidence[0].exact}”" if edge.evidence else ""
        found.append(
            {
                "edge": edge,
                "path": path(route),
                "arrow": arrow(route),
                "label": route.label,
                "words": words[route.edge],
                "title": f"{head} → {words[route.edge]} → {tail}{quote}",
                "url": evidence_url(edge.evidence[0].iri, lang) if edge.evidence else None,
                "dash": strokes.dash(edge.predicate),
                "family": strokes.family(edge.predicate),
            }
        )
    return found


def path(route: Route) -> str:
    """The way of an edge as SVG path data, its corners rounded."""
    points = route.points
    parts = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        parts.append(f"L{_pair(_towards(corner, before))}Q{_pair(corner)} {_pair(_towards(corner, after))}")
    return "".join([*parts, f"L{_pair(points[-1])}"])


def arrow(route: Route) -> str:
    """The arrowhead at the tail as SVG path data: a small triangle along the last stretch."""
    (from_x, from_y), (x, y) = route.points[-2:]
    length = max(((x - from_x) ** 2 + (y - from_y) ** 2) ** 0.5, 0.01)
    along_x, along_y = (x - from_x) / length * 8.5, (y - from_y) / length * 8.5
    left = (x - along_x - along_y * 0.5, y - along_y + along_x * 0.5)
    right = (x - along_x + along_y * 0.5, y - along_y - along_x * 0.5)
    return f"M{_pair((x, y))}L{_pair(left)}L{_pair(right)}Z"


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The point where the rounding of a corner begins, on the way to a neighbour."""
    away_x, away_y = other[0] - corner[0], other[1] - corner[1]
    length = max(abs(away_x) + abs(away_y), 0.01)
    reach = min(CORNER, length / 2)
    return corner[0] + away_x / length * reach, corner[1] + away_y / length * reach


def _pair(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}".replace(".0 ", " ").removesuffix(".0")
