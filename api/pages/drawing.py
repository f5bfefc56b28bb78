"""The lineage as SVG, drawn on the server: real links, no script, the same in a page, in print and as a file."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from api.pages import language, strokes
from api.pages.dressing import PLAIN
from api.pages.layout import CHAIN, plan
from api.pages.lettering import fit, width
from api.pages.naming import name_of, said_of, short, title_of
from api.pages.rendering import environment
from api.pages.urls import evidence_url, node_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.pages.dressing import Dressing
    from api.pages.geometry import Box, Plan, Route
    from api.pages.lineages import Button
    from graph.values import Edge, Node, Subgraph

CORNER = 6.0
NAME_SIZE, NOTE_SIZE, LABEL_SIZE = 13.0, 11.5, 11.0
PADDING = 11.0
PILL, PILL_GAP, DIGIT = 26.0, 3.0, 7.4
"""The least width of a button on a box, the space beside it, and what each letter of it takes."""


LINKED = frozenset({"group", "thing"})
"""The kinds of nodes that have no page of their own: where they lead is said by the dressing."""


def edge_words(edge: Edge, lang: str, dress: Dressing = PLAIN) -> str:
    """The words on an edge: the label of its relation, read from head to tail, and how many it stands for."""
    count = dress.counts.get((edge.head, edge.predicate, edge.tail), 1)
    return language.predicate(edge.predicate, lang) + (f" ×{language.number(count, lang)}" if count > 1 else "")


def lineage_svg(
    subgraph: Subgraph, *, lang: str = "vi", standalone: bool = False, dress: Dressing = PLAIN, fit: bool = False
) -> str:
    """The drawing of a subgraph; in a page before it, for those who scroll, the names of the lanes once more.

    `standalone` puts the style inside, for a file of its own; `fit` makes it as wide as its frame. `dress` says what
    else is shown.
    """
    words = [edge_words(edge, lang, dress) for edge in subgraph.edges]
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
        fit=fit,
        tracing=bool(dress.lit),
        boxes=[_box(box, named[box.iri], subgraph, dress, lang) for box in drawn.boxes],
        edges=_edges(drawn, subgraph, words, dress, lang),
        lanes=[{"lane": lane, "name": language.say(f"lane_{lane.key}", lang)} for lane in drawn.lanes],
        title=title(named.get(subgraph.focus), lang),
        summary=language.say("drawing_summary", lang, nodes=len(drawn.boxes), edges=len(drawn.routes)),
    )


def title(focus: Node | None, lang: str) -> str:
    """What a drawing is called: the lineage of its focus, or an answer where it has none."""
    return (
        language.say("drawing_title", lang, name=name_of(focus, lang)) if focus else language.say("answer_drawn", lang)
    )


def _box(box: Box, node: Node, subgraph: Subgraph, dress: Dressing, lang: str) -> dict[str, Any]:
    """What the template needs to draw one node."""
    small = box.height > 30
    name = name_of(node, lang)
    room = box.width - 2 * PADDING
    free = room - width(name, NAME_SIZE, "bold")
    pills = _pills(box, dress.buttons.get(node.iri, ()), said_of(node, lang), free, lang) if small else []
    parts = note_parts(node, dress, lang)
    states = {
        "focus": node.iri == subgraph.focus,
        "activity": node.kind == "activity",
        "group": node.kind == "group",
        "named": node.kind == "document" and not node.seen,
        "vague": bool(node.ambiguous),
        "year": bool(node.date) and len(node.date or "") < 10,
        "outside": node.iri in dress.outside,
        "lit": node.iri in dress.lit,
    }
    taken = sum(pill["width"] + PILL_GAP for pill in pills if not pill["raised"])
    return {
        "box": box,
        "url": dress.links.get(node.iri) if node.kind in LINKED else node_url(node.iri, lang),
        "name": fit(name, room, NAME_SIZE, "bold") if small else fit(node.number or name, box.width - 8, 10.5),
        "note": _note(node, parts, room - taken) if small else ("", ""),
        "lang": "vi" if node.kind == "document" and not node.number else lang,
        "full": " · ".join([name, *parts, *filter(None, [title_of(node) if node.kind != "group" else None])]),
        "classes": " ".join(["node", f"lane-{box.lane}", *(state for state, holds in states.items() if holds)]),
        "group": node.kind == "group",
        "pills": pills,
    }


def _note(node: Node, parts: Sequence[str], room: float) -> tuple[str, str]:
    """The note of a box in two pieces: what is in the language of the page, and the issuer, which is Vietnamese."""
    text = fit(" · ".join(parts), room, NOTE_SIZE)
    ours = " · ".join(parts[:-1] if node.kind != "group" and node.issuer else parts)
    return (text, "") if len(text) <= len(ours) else (text[: len(ours)], text[len(ours) :])


def note_parts(node: Node, dress: Dressing, lang: str) -> list[str]:
    """What stands below the name: day, status where one was asked for, and issuer; of a group its years and level."""
    if node.kind == "group":
        return [part for part in (node.title, node.issuer) if part]
    status = dress.statuses.get(node.iri)
    return [part for part in (language.date(node.date, lang), status, short(node.issuer)) if part]


def _pills(box: Box, buttons: Sequence[Button], name: str, free: float, lang: str) -> list[dict[str, Any]]:
    """The buttons of a box, from its lower right corner leftwards; what hides is raised where the name leaves room."""
    found: list[dict[str, Any]] = []
    right = box.right - PILL_GAP
    for button in buttons:
        wide = max(PILL, 12 + DIGIT * len(button.text))
        raised = button.does == "hide" and free >= wide - PADDING + PILL_GAP
        words = language.say(f"does_{button.does}", lang, name=name, count=button.text.strip("+−"))
        x = box.right - PILL_GAP - wide if raised else right - wide
        found.append({"x": x, "width": wide, "raised": raised, "text": button.text, "url": button.url, "words": words})
        right -= 0 if raised else wide + PILL_GAP
    return found


def _edges(drawn: Plan, subgraph: Subgraph, words: Sequence[str], dress: Dressing, lang: str) -> list[dict[str, Any]]:
    """What the template needs to draw the edges, in the order of the routes."""
    named = {node.iri: node for node in subgraph.nodes}
    found = []
    for route in drawn.routes:
        edge = subgraph.edges[route.edge]
        head, tail = name_of(named[edge.head], lang), name_of(named[edge.tail], lang)
        quote = f": “{edge.evidence[0].exact}”" if edge.evidence else ""
        ends = {edge.head, edge.tail}
        states = {"lit": ends <= dress.lit, "outside": bool(ends & dress.outside)}
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
                "classes": " ".join(
                    [f"family-{strokes.family(edge.predicate)}", *(name for name, holds in states.items() if holds)]
                ),
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
