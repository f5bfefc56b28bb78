"""A lineage on paper: the drawing as the page shows it, and below it the table of its edges with their quotes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from api.pages import language
from api.pages.drawing import edge_words, note_parts
from api.pages.naming import name_of, title_of
from api.report.pdf import typeset
from api.report.picture import picture

if TYPE_CHECKING:
    from api.pages.dressing import Dressing
    from graph.values import Node, Subgraph

TEMPLATE = "lineage.typ"


def lineage_pdf(subgraph: Subgraph, dress: Dressing, lang: str) -> bytes:
    """The PDF of a drawing: equal values give equal bytes."""
    named = {node.iri: node for node in subgraph.nodes}
    focus = named[subgraph.focus]
    alone = sum(node.kind != "group" for node in subgraph.nodes)

    def told(node: Node) -> list[str]:
        return [name_of(node, lang), " · ".join(note_parts(node, dress, lang))]

    data = {
        "lang": lang,
        "title": language.say("drawing_title", lang, name=name_of(focus, lang)),
        "subject": title_of(focus) or "",
        "count": language.say("shown_of", lang, shown=alone, total=subgraph.total),
        "arrow": language.say("arrow_meaning", lang),
        "alt": language.say("drawing_summary", lang, nodes=len(subgraph.nodes), edges=len(subgraph.edges)),
        "version": f"{language.say('data_version', lang)} {subgraph.version}",
        "relations": language.say("relations", lang),
        "columns": [language.say(key, lang) for key in ("head", "relation", "tail", "quote")],
        "rows": [
            {
                "head": told(named[edge.head]),
                "relation": edge_words(edge, lang, dress),
                "tail": told(named[edge.tail]),
                "quotes": [[item.exact, item.source_title or ""] for item in edge.evidence],
            }
            for edge in subgraph.edges
        ],
    }
    return typeset(json.dumps(data, ensure_ascii=False, sort_keys=True), picture(subgraph, lang, dress), TEMPLATE)
