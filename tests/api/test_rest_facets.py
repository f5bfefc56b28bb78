"""A search through the API is narrowed by every facet of the page, and says beforehand how much is left."""

import httpx
import pytest

from graph.search import FACETS
from tests.api.process import served

ASKED = "kế hoạch"
FLAGS = ("evidence", "review", "seen", "ambiguous")


@pytest.fixture(scope="module")
def client(data):
    with served(data) as server, httpx.Client(base_url=server.address, timeout=60, trust_env=False) as made:
        yield made


def asked(client, words=ASKED, **params):
    response = client.get("/api/v1/search", params={"q": words, "limit": "500", **params})
    assert response.status_code == 200, response.text
    return response.json()


def named(found):
    return {hit["node"]["iri"] for hit in found["hits"]}


def test_each_facet_that_the_answer_counts_narrows_it(client):
    whole = asked(client, "")
    assert set(whole["facets"]) == set(FACETS)
    for facet, values in whole["facets"].items():
        for value, count in values[:5]:
            narrowed = asked(client, "", **{facet: value})
            assert narrowed["total"] == count, (facet, value)
            assert named(narrowed) < named(whole) or count == whole["total"]


def test_of_one_facet_any_value_will_do_and_of_several_each(client):
    one, other = asked(client, type="KH"), asked(client, type="QĐ")
    assert named(asked(client, type=["KH", "QĐ"])) == named(one) | named(other)
    party = asked(client, sphere="party")
    assert named(asked(client, type="KH", sphere="party")) == named(one) & named(party)


@pytest.mark.parametrize("flag", FLAGS)
def test_what_holds_and_what_does_not_are_all(client, flag):
    whole, holding, lacking = (
        asked(client, ""),
        asked(client, "", **{flag: "true"}),
        asked(client, "", **{flag: "false"}),
    )
    assert named(holding) | named(lacking) == named(whole)
    assert not named(holding) & named(lacking)


def test_what_was_there_on_a_day(client):
    early = asked(client, "", as_of="2010-12-31")
    assert 0 < early["total"] < asked(client, "")["total"]
    assert all((hit["node"]["date"] or "") <= "2010-12-31" for hit in early["hits"])


@pytest.mark.parametrize(
    ("params", "parameter"),
    [
        ({"type": "X"}, "type"),
        ({"status": "perhaps"}, "status"),
        ({"year": "19"}, "year"),
        ({"province": "Hải Phòng"}, "province"),
        ({"review": "maybe"}, "review"),
        ({"as_of": "2019-1-1"}, "as_of"),
        ({"type": ["KH"] * 101}, "type"),
    ],
)
def test_a_value_that_is_none_is_named(client, params, parameter):
    response = client.get("/api/v1/search", params={"q": ASKED, **params})
    assert response.status_code == 422
    assert parameter in response.text


def test_the_next_page_keeps_every_choice(client):
    whole = asked(client, "", type=["KH", "QĐ", "CT"])
    response, hits = client.get("/api/v1/search", params={"q": "", "limit": "1", "type": ["KH", "QĐ", "CT"]}), []
    while True:
        hits += response.json()["hits"]
        if "next" not in response.links:
            break
        response = client.get(response.links["next"]["url"])
    assert hits == whole["hits"]
    assert len(hits) > 2
