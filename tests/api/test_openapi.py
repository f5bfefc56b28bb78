"""The description of the API: complete, with examples that fit it, and readable without a network."""

import json
import re

import jsonschema_rs
import pytest

from api.app import create_app
from api.settings import Settings

DESCRIPTION = json.loads(json.dumps(create_app(Settings()).openapi()))
WAYS = {f"{method.upper()} {path}": way for path, ways in DESCRIPTION["paths"].items() for method, way in ways.items()}
REST = sorted(name for name in WAYS if " /api/v1/" in name)
PROSE = ("/sparql", "/graph-store", "/api/v1/queries/{name}", "/id/", "/original", "/events", "/dcat")
"""Routes that answer in forms of RDF, in SPARQL results, in bytes or in events: no example says it better than theirs."""


def fits(value, schema):
    """What is wrong with a value by a schema of the description; empty where nothing is."""
    whole = {"components": DESCRIPTION["components"], **schema}
    return [str(one) for one in jsonschema_rs.Draft202012Validator(whole).iter_errors(value)]


@pytest.mark.parametrize("name", sorted(WAYS))
def test_every_route_says_what_it_is_for_and_how_it_refuses(name):
    way = WAYS[name]
    assert way["summary"]
    assert way["description"]
    assert way["responses"]["4XX"]["content"]["application/problem+json"]["schema"]


@pytest.mark.parametrize("name", REST)
def test_every_parameter_is_described_bounded_and_has_an_example(name):
    for parameter in WAYS[name].get("parameters", ()):
        if parameter["in"] == "cookie" or name.endswith("/queries/{name}"):
            continue
        schema = parameter["schema"]
        shown = parameter.get("example", (schema.get("examples") or [None])[0])
        assert parameter.get("description") or schema.get("description"), parameter["name"]
        assert shown is not None, parameter["name"]
        assert fits(shown, schema) == [], parameter["name"]
        for one in (part.get("items", part) for part in schema.get("anyOf", [schema])):
            if one.get("type") == "string":
                assert {"maxLength", "pattern", "enum", "format"} & set(one), parameter["name"]
            if one.get("type") in ("integer", "number"):
                assert {"minimum", "maximum"} <= set(one), parameter["name"]


@pytest.mark.parametrize("name", [name for name in REST if not any(word in name for word in PROSE)])
def test_every_answer_has_an_example_that_fits(name):
    found = [
        response["content"]["application/json"]
        for status, response in WAYS[name]["responses"].items()
        if status.startswith("2")
    ]
    assert found
    for content in found:
        assert fits(content["example"], content["schema"]) == []


@pytest.mark.parametrize("name", [name for name in REST if "requestBody" in WAYS[name]])
def test_every_body_has_an_example_that_fits(name):
    content = WAYS[name]["requestBody"]["content"]["application/json"]
    assert fits(content["example"], content["schema"]) == []


def test_every_reference_leads_somewhere():
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(DESCRIPTION)))
    assert names <= set(DESCRIPTION["components"]["schemas"])


def test_no_example_is_of_a_route_that_is_not_there():
    from api.schemas import examples

    assert set(examples()) <= set(WAYS)


def test_the_documentation_asks_no_other_server(client):
    page = client.get("/docs")
    assert not re.search(r"https?://", page.text)
    for address in re.findall(r'(?:src|href)="(/[^"]+)"', page.text):
        assert client.get(address).status_code == 200, address
