"""Nothing that is not documented: every route of the servers stands in docs/http.md, and every problem."""

import re
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from api.app import REST
from api.problems import KINDS
from api.routes import dumps, health, plain, service, sparql, things

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "http.md").read_text(encoding="utf-8")
ITSELF = {("GET", "/openapi.json", "")}


def routes(modules, mark):
    for module in modules:
        for route in module.router.routes:
            if isinstance(route, APIRoute):
                for method in route.methods:
                    yield method, route.path.replace(":path", ""), mark


SERVED = set(routes((*REST, dumps, health, service, sparql, things), "")) | ITSELF
PLAIN = set(routes((plain,), " (plain)"))
STATED = {
    (method.strip(), path, mark or "")
    for methods, path, mark in re.findall(r"^### `([A-Z, ]+) (/[^`]*)`( \(plain\))?$", PAGE, re.MULTILINE)
    for method in methods.split(",")
}


@pytest.mark.parametrize("route", sorted(SERVED | PLAIN), ids=" ".join)
def test_every_route_is_documented(route):
    assert route in STATED


def test_no_route_is_documented_that_is_not_there():
    assert set() == STATED - SERVED - PLAIN


def test_every_problem_is_documented_with_its_status():
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", PAGE, re.MULTILINE))
    assert rows == {name: str(status) for name, (status, _) in KINDS.items()}


@pytest.mark.parametrize("module", REST)
def test_every_parameter_is_named(module):
    for route in module.router.routes:
        (text,) = re.findall(
            rf"^### `[A-Z, ]+ {re.escape(route.path.replace(':path', ''))}`\n(.*?)(?=^##|\Z)",
            PAGE,
            re.MULTILINE | re.DOTALL,
        )[:1]
        for parameter in route.dependant.query_params:
            assert f"`{parameter.alias}`" in text, parameter.alias
