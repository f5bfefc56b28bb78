"""Nothing undocumented can land: predicates, commands, routes and named queries each stand in their page of docs/."""

import re

import click
import pytest

from api.app import create_app
from api.cli import main
from api.settings import Settings
from graph.queries import catalogue
from ontology.terms import PREDICATES


def commands(group: click.Group, prefix: str = "") -> list[str]:
    """Every command with its full name, groups included."""
    names = []
    for name, command in group.commands.items():
        names.append(prefix + name)
        if isinstance(command, click.Group):
            names += commands(command, f"{prefix}{name} ")
    return names


def test_every_predicate_is_documented(root):
    page = (root / "docs/ontology.md").read_text(encoding="utf-8")
    assert [p for p in PREDICATES if f"`{p}`" not in page and f"phahe:{p}" not in page] == []


def test_every_command_is_documented_and_has_help(root):
    page = (root / "docs/cli.md").read_text(encoding="utf-8")
    names = commands(main)
    assert len(names) > 10
    assert [name for name in names if f"phahe {name}" not in page] == []


def test_every_option_of_a_command_is_explained():
    def silent(group: click.Group) -> list[str]:
        bad = []
        for name, command in group.commands.items():
            if isinstance(command, click.Group):
                bad += silent(command)
            bad += [f"{name} {p.name}" for p in command.params if isinstance(p, click.Option) and not p.help]
            bad += [name] if not command.help else []
        return bad

    assert silent(main) == []


def test_every_route_is_documented(root, tmp_path):
    pages = "".join((root / "docs" / name).read_text(encoding="utf-8") for name in ("http.md", "pages.md"))
    app = create_app(Settings(data=tmp_path))
    paths = {re.sub(r":\w+}", "}", route.path) for route in app.routes if hasattr(route, "methods")}
    assert len(paths) > 10
    assert sorted(path for path in paths if f"`{path}" not in pages) == []


@pytest.mark.parametrize("query", catalogue(), ids=lambda q: q.name)
def test_every_named_query_is_documented(query, root):
    assert f"`{query.name}`" in (root / "docs/queries.md").read_text(encoding="utf-8")
    assert query.title_vi
    assert query.title_en
