"""Nothing undocumented can land: predicates, pages and named queries each stand in their page of docs/.

Commands and the routes for programs are held to their pages by tests/api/test_docs_cli.py and test_docs_http.py.
"""

import pytest

from api.routes import finding, guidance, pages, portraits, proofs, views
from graph.queries import catalogue
from ontology.terms import PREDICATES


def test_every_predicate_is_documented(root):
    page = (root / "docs/ontology.md").read_text(encoding="utf-8")
    assert len(PREDICATES) == 16
    assert [p for p in PREDICATES if f"`{p}`" not in page and f"phahe:{p}" not in page] == []


def test_every_page_is_documented(root):
    """A page stands in docs/pages.md by its fixed part: `/lineage/{path:path}` as `/lineage/`."""
    page = (root / "docs/pages.md").read_text(encoding="utf-8")
    paths = {
        route.path.partition("{")[0]
        for module in (finding, portraits, proofs, pages, views, guidance)
        for route in module.router.routes
    }
    assert len(paths) > 10
    assert sorted(path for path in paths if f"`{path}" not in page) == []


@pytest.mark.parametrize("query", catalogue(), ids=lambda q: q.name)
def test_every_named_query_is_documented(query, root):
    assert f"`{query.name}`" in (root / "docs/queries.md").read_text(encoding="utf-8")
    assert query.title_vi
    assert query.title_en
