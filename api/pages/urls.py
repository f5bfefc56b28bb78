"""Addresses: from IRIs to the pages of this site and back, and into the live page that a source came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode, urlsplit

from ontology import identity
from ontology.namespaces import ID

if TYPE_CHECKING:
    from graph.portrait import Group

LONG: Final = 100
"""Quotes longer than this many letters are linked by their first and last words."""

MOST_STATEMENTS: Final = 1000
"""So many statements of a thing or graph are shown on a page; its data holds all."""


def in_language(url: str, lang: str) -> str:
    """An address of ours with the language named, where it is not Vietnamese."""
    if lang == "vi":
        return url
    path, mark, fragment = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={lang}{mark}{fragment}"


def with_query(path: str, lang: str = "vi", **query: str | None) -> str:
    """A path with those parts of a query that are given."""
    given = {key: value for key, value in query.items() if value}
    return in_language(f"{path}?{urlencode(given)}" if given else path, lang)


def lineage_path(iri: str) -> str:
    """The part of a lineage address that names its focus: `vn/bbt/kl/2019/49-kl-tw`, `activity/...`."""
    return quote(identity.local(iri).removeprefix("doc/"), safe="/~_-")


def iri_of(path: str) -> str:
    """The IRI that a path after `/d/` or `/lineage/` names."""
    return f"{ID}{path}" if path.startswith("activity/") else f"{ID}doc/{path}"


def node_url(iri: str, lang: str = "vi") -> str:
    """The page of a document or activity; a foreign IRI is its own address."""
    return in_language(f"/d/{lineage_path(iri)}", lang) if iri.startswith(ID) else iri


def lineage_url(iri: str, lang: str = "vi", **query: str | None) -> str:
    """The lineage page of a node."""
    return with_query(f"/lineage/{lineage_path(iri)}", lang, **query)


def relations_url(iri: str, group: Group, lang: str = "vi", page: int = 1) -> str:
    """The page of all relations of one kind and direction of a node."""
    way, number = "into" if group.inverse else "out", str(page) if page > 1 else None
    return with_query(node_url(iri), lang, p=group.predicate, way=way, kind=group.kind, page=number)


def evidence_url(iri: str, lang: str = "vi") -> str:
    """The page of one assertion."""
    return in_language(f"/e/{quote(identity.local(iri).removeprefix('assertion/'), safe='/~_-')}", lang)


def source_url(sha256: str, lang: str = "vi", at: str = "") -> str:
    """The archived text of a source, at a mark where one is given."""
    return in_language(f"/source/{sha256}{'#' + at if at else ''}", lang)


def statements_url(iri: str, lang: str = "vi") -> str:
    """What is stated of a thing, or in a graph, as an answer on the SPARQL page. `iri` is one that the store knows."""
    whole = identity.local(iri).startswith("graph/")
    triple, graph = ("?s ?p ?o", f"<{iri}>") if whole else (f"<{iri}> ?p ?o", "?g")
    asked = f"CONSTRUCT {{ {triple} }}\nWHERE {{ GRAPH {graph} {{ {triple} }} }}\nLIMIT {MOST_STATEMENTS}"
    return with_query("/sparql", lang, query=asked)


def page_url(iri: str) -> str:
    """The page of anything of ours: document, activity, assertion, source; of all else what is stated of it."""
    kind, _, rest = identity.local(iri).partition("/")
    match kind:
        case "doc" | "activity":
            return node_url(iri)
        case "assertion":
            return evidence_url(iri)
        case "source":
            return source_url(rest)
        case _:
            return statements_url(iri)


def web(address: str | None) -> str | None:
    """The address where it is one of the web, else None: no other scheme may become a link."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None


def text_fragment(address: str | None, exact: str) -> str | None:
    """The live page opened at a quote (a text fragment), or None where the address is not of the web.

    Browsers take a raw `-` or `,` for syntax, and match whole words only, so those are escaped and a long quote is
    given by its first and last words.
    """
    live = web(address)
    words = re.sub(r"\s+", " ", exact).strip().split(" ")
    if live is None or not exact.strip():
        return live
    pieces = [" ".join(words)] if len(exact) <= LONG else [" ".join(words[:5]), " ".join(words[-5:])]
    fragment = ",".join(quote(piece, safe="").replace("-", "%2D") for piece in pieces)
    return f"{live.split('#')[0]}#:~:text={fragment}"
