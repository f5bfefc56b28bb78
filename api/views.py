"""The pyvis view of a lineage: one HTML file that works offline and runs nothing but its own two scripts.

pyvis as it comes calls content networks, executes scraped titles and settles for half a minute (docs/pages.md). So this
is a subclass with a template of ours: everything escaped, positions preset from the same plan as the drawing, physics
off, the graph as a JSON block that no parser takes for script, and a policy that admits two scripts by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pyvis.network import Network

from api.pages import language, strokes
from api.pages.bending import bend, middle, spread
from api.pages.drawing import LABEL_SIZE, edge_words, note_parts
from api.pages.dressing import PLAIN
from api.pages.layout import CHAIN, plan
from api.pages.lettering import width
from api.pages.naming import name_of
from api.pages.placement import LANES, lane_of
from api.pages.rendering import environment
from api.pages.urls import evidence_url, node_url
from ontology.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from api.pages.dressing import Dressing
    from api.pages.geometry import Box, Plan
    from graph.values import Edge, Node, Subgraph

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": {"enabled": True, "bindToWindow": False}},
}
"""The settings of vis-network: nothing moves by itself."""


class OfflineNetwork(Network):  # type: ignore[misc]
    """A pyvis network that writes our template. What would write pyvis's own is refused."""

    def __init__(
        self,
        subgraph: Subgraph,
        *,
        lang: str = "vi",
        site: str | None = None,
        framed: bool = False,
        dress: Dressing = PLAIN,
    ) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.subgraph, self.lang, self.site, self.framed, self.dress = subgraph, lang, site, framed, dress
        self.options = OPTIONS
        at = spread(self._plan())
        self.fill(self._nodes(at), self._edges(at))

    def fill(self, nodes: Iterable[dict[str, Any]], edges: Iterable[dict[str, Any]]) -> None:
        """Adds nodes and edges in time linear in their number (pyvis's own `add_node` looks through all of them)."""
        for node in nodes:
            if node["id"] not in self.node_map:
                self.nodes.append(node)
                self.node_ids.append(node["id"])
                self.node_map[node["id"]] = node
        self.edges.extend(edges)

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - pyvis's own
        """The page. The arguments are pyvis's and change nothing."""
        graph = {"nodes": self.nodes, "edges": self.edges, "options": self.options, "focus": self.subgraph.focus}
        named = {node.iri: node for node in self.subgraph.nodes}
        return (
            environment()
            .get_template("network.html")
            .render(
                lang=self.lang,
                title=language.say("drawing_title", self.lang, name=_name(named, self.subgraph.focus, self.lang)),
                policy=f"{_policy()}; base-uri 'none'; form-action 'none'",
                style=files("api.pages").joinpath("static/network.css").read_text(encoding="utf-8"),
                framed=self.framed,
                graph=graph,
                scripts=_scripts(),
                shown=sum(node.kind != "group" for node in self.subgraph.nodes),
                total=self.subgraph.total,
                lanes=[lane for lane in LANES if any(lane_of(node) == lane for node in self.subgraph.nodes)],
                predicates=sorted({edge.predicate for edge in self.subgraph.edges}),
                rows=[self._row(edge, named) for edge in self.subgraph.edges],
            )
        )

    def write_html(self, name: str, **_: object) -> None:
        """Writes the page to a file, in UTF-8 whatever the machine's habit."""
        Path(name).write_text(self.generate_html(), encoding="utf-8")

    def _plan(self) -> Plan:
        """The plan of the drawing of the same nodes and edges."""
        words = [edge_words(edge, self.lang, self.dress) for edge in self.subgraph.edges]
        return plan(self.subgraph, [width(text, LABEL_SIZE) + 8 for text in words])

    def _url(self, iri: str) -> str | None:
        """Where a box leads: to its page, or for a group to the network with more of it; nowhere in a file."""
        if self.site is None:
            return None
        return self.site + (self.dress.links.get(iri) or node_url(iri, self.lang))

    def _nodes(self, at: Mapping[str, Box]) -> list[dict[str, Any]]:
        """The nodes as vis-network takes them, placed as in the drawing; titles are plain text."""
        found = []
        for node in self.subgraph.nodes:
            parts = note_parts(node, self.dress, self.lang)
            name = name_of(node, self.lang)
            x, y = middle(at[node.iri])
            found.append(
                {
                    "id": node.iri,
                    "label": "\n".join([name, *parts[:1]]),
                    "group": lane_of(node),
                    "x": x,
                    "y": y,
                    "dashed": node.kind == "activity",
                    "many": node.kind == "group",
                    "faint": node.iri in self.dress.outside,
                    "lines": [name, *parts, *([node.title] if node.title and node.kind != "group" else [])],
                    "url": self._url(node.iri),
                }
            )
        return found

    def _edges(self, at: Mapping[str, Box]) -> list[dict[str, Any]]:
        """The edges as vis-network takes them, each with an id of its own, for two relations may join one pair."""
        found = []
        for number, edge in enumerate(self.subgraph.edges):
            others = [box for iri, box in at.items() if iri not in {edge.head, edge.tail}]
            pattern = strokes.dash(edge.predicate)
            proof = edge.evidence[0].iri if edge.evidence else None
            found.append(
                {
                    "id": f"e{number}",
                    "from": edge.head,
                    "to": edge.tail,
                    "arrows": "to",
                    "label": edge_words(edge, self.lang, self.dress),
                    "smooth": bend(at[edge.head], at[edge.tail], others if len(at) <= CHAIN else ()),
                    "dashes": [float(length) for length in pattern.split()] or False,
                    "faint": bool({edge.head, edge.tail} & self.dress.outside),
                    "quotes": [evidence.exact for evidence in edge.evidence],
                    "url": self.site + evidence_url(proof, self.lang) if proof and self.site is not None else None,
                }
            )
        return found

    def _row(self, edge: Edge, named: dict[str, Node]) -> tuple[str, str, str, tuple[str, ...]]:
        """One line of the table: head, relation, tail, quotes."""
        quotes = tuple(evidence.exact for evidence in edge.evidence)
        head, tail = (_name(named, iri, self.lang) for iri in (edge.head, edge.tail))
        return head, edge_words(edge, self.lang, self.dress), tail, quotes

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise WrongUse("this part of pyvis writes unescaped text into the page: use generate_html or write_html")

    show = save_graph = from_DOT = set_template = set_template_dir = prep_notebook = _refuse  # noqa: N815


def pyvis_html(
    subgraph: Subgraph,
    *,
    lang: str = "vi",
    site: str | None = None,
    framed: bool = False,
    dress: Dressing = PLAIN,
) -> str:
    """A subgraph as one HTML file with everything in it.

    `site` is the address that links to documents and evidence begin with (the empty text: the site that serves the
    page); without it, as in a file that is handed on, nothing is linked, the quotes stand in the page. `framed` leaves
    out the heading and the table, which the page around the frame has. `dress` says what else the drawing shows.
    """
    return OfflineNetwork(subgraph, lang=lang, site=site, framed=framed, dress=dress).generate_html()


def policy() -> str:
    """The content security policy under which a server hands the page out: its own, in a sandbox, framed by us only."""
    return f"{_policy()}; frame-ancestors 'self'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"


def _policy() -> str:
    """Nothing but the two scripts of the page, named by their hashes, and styles (vis-network sets some itself)."""
    vis, ours = map(_source, _scripts())
    return f"default-src 'none'; script-src {vis} {ours}; style-src 'unsafe-inline'; img-src data:"


def _scripts() -> tuple[str, str]:
    return _script("static/vendor/vis-network/vis-network.min.js"), _script("static/network.js")


@lru_cache(maxsize=4)
def _script(path: str) -> str:
    """A script as it may stand inside a page: no text in it ends the element."""
    text = files("api.pages").joinpath(*path.split("/")).read_text(encoding="utf-8")
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


@lru_cache(maxsize=4)
def _source(script: str) -> str:
    """The policy's name for a script: its hash. Inside the page the script stands between two newlines."""
    digest = hashlib.sha256(f"\n{script}\n".encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _name(named: dict[str, Node], iri: str, lang: str) -> str:
    return name_of(named[iri], lang) if iri in named else iri
