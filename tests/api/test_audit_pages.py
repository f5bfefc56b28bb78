"""The audit pages and their files: each shows the value of its function, whole, in both languages, and says what to do."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from openpyxl import load_workbook

from api import pipeline
from api.app import create_app
from api.pages import narrowing
from api.pages.language import LANGUAGES, say
from api.pages.questions import OF_ALL, OF_ONE, Address, rows
from api.pages.schedule import months
from api.pages.urls import node_url
from api.pipeline import Item
from api.settings import Settings
from api.sheets import sheets
from graph import audit
from graph.coverage import STATES
from graph.reader import Reader
from graph.searches import Searches, declared
from ontology.registers import load
from tests.api.live import client_of

ROOT = Path(__file__).resolve().parents[2]
DAY = "2021-06-30"
ORDER = "489/QĐ-TTg"
SEARCH = {"body": "Hải Dương", "place": "kho thử", "since": "2019-05-10", "until": DAY, "items": "412", "by": "N. V. A"}


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """The data directory with the examples and one declared search."""
    folder = tmp_path_factory.mktemp("audit-pages") / "data"
    files = sorted(path for path in ROOT.joinpath("api/examples").iterdir() if path.name != "manifest.json")
    assert not pipeline.keep([Item(f"examples/{path.name}", str(path)) for path in files], folder).failed
    Searches(folder).add(declared(SEARCH | {"on": "2021-07-01"}, load()))
    return folder


@pytest.fixture(scope="module")
def reader(data: Path):
    """What the site reads."""
    with Reader.open(data) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(data: Path):
    """A client of the site."""
    with client_of(create_app(Settings(data=data)), headers={"Accept": "text/html"}) as made:
        yield made


def get(client, address: str, code: int = 200, **query: str):
    """The page at an address."""
    answer = client.get(address, params=query or None)
    assert answer.status_code == code, answer.text[:300]
    return html.document_fromstring(answer.text)


def said(page) -> str:
    """All that a page says."""
    return re.sub(r"\s+", " ", page.text_content())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", ["", *OF_ONE, *OF_ALL])
def test_before_anything_is_asked_a_page_says_what_to_do(client, question: str, lang: str) -> None:
    page = get(client, f"/audit/{question}".rstrip("/"), lang=lang)
    assert page.get("lang") == lang
    if question in OF_ONE:
        assert say("audit_empty", lang)[:30] in said(page)
        assert page.xpath("//input[@name='of'][@required]")
    assert page.xpath("//nav//a[@href][@aria-current='page'][starts-with(@href,'/audit')]")


def test_where_nothing_is_loaded_the_entry_says_how_to_load(tmp_path: Path) -> None:
    with client_of(create_app(Settings(data=tmp_path / "none")), headers={"Accept": "text/html"}) as empty:
        assert "phahe load" in said(get(empty, "/audit"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", [*OF_ONE, *OF_ALL])
def test_no_key_and_no_word_of_the_other_language_is_left_on_a_page(client, question: str, lang: str) -> None:
    page = get(client, f"/audit/{question}", of=ORDER, on=DAY, since="2019-06-01", lang=lang)
    for element in page.xpath("//*[@lang='vi'] | //*[contains(@class,'mono')] | //code") if lang == "en" else ():
        element.clear()
    text = said(page.find(".//main"))
    assert not re.search(r"\b(state|duty|task|audit|due|cover|chain|check|impact|differ|obtain|spread)_\w+", text)
    alien = (
        r"\b(not collected|no evidence|looked|dangling|the register|confidence \d)\b"
        if lang == "vi"
        else r"chưa |không "
    )
    assert not re.search(alien, text), re.search(rf".{{40}}{alien}.{{40}}", text)


def test_every_document_is_one_click_from_its_audit(client, reader: Reader) -> None:
    page = get(client, node_url(reader.pick(ORDER).iri))
    (address,) = page.xpath("//a[starts-with(@href,'/audit/chain')]/@href")
    assert "489/QĐ-TTg" in said(get(client, address))


def test_the_chain_page_has_every_way_and_each_link_quoted_once(client, reader: Reader) -> None:
    found = audit.chain(reader, reader.pick(ORDER))
    page = get(client, "/audit/chain", of=ORDER)
    ways = page.xpath("//tr[@class='way']")
    assert len(ways) == len(found.up.shown) + len(found.down.shown)
    steps = [step for routes in (found.up, found.down) for route in routes.shown for step in route.steps]
    assert len(page.xpath("//table//a[starts-with(@href,'#quote-')]")) == len(steps)
    keys = {(step.edge.head, step.edge.predicate, step.edge.tail) for step in steps}
    quotes = page.xpath("//ol[@class='quotes']/li")
    assert len(quotes) == len(keys)
    assert all(item.find("p") is not None for item in quotes)
    targets = set(page.xpath("//table//a[starts-with(@href,'#quote-')]/@href"))
    assert targets == {f"#{item.get('id')}" for item in quotes}


def test_filters_grey_links_and_cut_no_chain(client) -> None:
    whole = get(client, "/audit/chain", of=ORDER)
    greyed = get(client, "/audit/chain", of=ORDER, confidence="0.98", level="province")
    assert len(greyed.xpath("//tr[@class='way']")) == len(whole.xpath("//tr[@class='way']"))
    assert greyed.xpath("//tr[@class='grey']")
    assert not whole.xpath("//tr[@class='grey']")


@pytest.mark.parametrize("day", [DAY, "2026-11-01"])
def test_the_matrix_shows_every_body_and_never_merges_the_two_kinds_of_nothing(
    client, reader: Reader, day: str
) -> None:
    found = audit.coverage(reader, reader.pick(ORDER), day=day)
    page = get(client, "/audit/coverage", of=ORDER, on=day)
    assert len(page.xpath("//ul[@class='tiles']/li")) == len(found.cells) == (63 if day == DAY else 34)
    listed = [re.sub(r"\s+", " ", one.text_content()).strip() for one in page.xpath("//table//th[@scope='row']")]
    assert listed == [cell.label for cell in found.cells]
    for state in STATES:
        (chip,) = page.xpath(f"//a[contains(@class,'chip')][contains(@href,'state={state}')]")
        assert chip.text_content().strip().endswith(str(found.counts[state]))
    assert say("state_looked", "vi") != say("state_not_collected", "vi")


def test_a_search_makes_looked_and_is_named_and_succession_is_said(client) -> None:
    page = get(client, "/audit/coverage", of=ORDER, on=DAY, state="looked")
    assert [one.text_content() for one in page.xpath("//table//th[@scope='row']")] == ["Hải Dương"]
    (reference,) = page.xpath("//a[starts-with(@href,'#search-')]/@href")
    assert page.xpath(f"//tr[@id='{reference[1:]}']")
    later = get(client, "/audit/coverage", of=ORDER, on="2026-11-01", state="found")
    assert "đến 2025-06-30" in said(later)


def test_bodies_of_ones_own_and_of_a_province_can_be_asked_about_and_no_file_of_the_server(client) -> None:
    own = get(
        client, "/audit/coverage", of=ORDER, on=DAY, set="list", bodies="UBND thành phố Hải Phòng\nHội Khuyến học X"
    )
    assert [one.text_content() for one in own.xpath("//table//th[@scope='row']")] == [
        "UBND thành phố Hải Phòng",
        "Hội Khuyến học X",
    ]
    districts = get(client, "/audit/coverage", of=ORDER, on=DAY, set="districts", place="Hải Phòng")
    assert "Hồng Bàng" in said(districts)
    for wrong in (
        {"set": "/etc/hosts.csv"},
        {"set": "list"},
        {"set": "districts"},
        {"set": "districts", "place": "a.csv"},
    ):
        get(client, "/audit/coverage", 400, of=ORDER, **wrong)


def test_the_deadlines_page_has_the_worklist_the_calendar_and_every_body(client, reader: Reader) -> None:
    found = audit.deadlines(reader, reader.pick(ORDER), day=DAY)
    page = get(client, "/audit/deadlines", of=ORDER, on=DAY, status="late")
    assert len(page.xpath("//tr[starts-with(@id,'duty-')]")) == len(found.duties)
    marks = page.xpath("//table[contains(@class,'months')]//a/@href")
    assert marks
    assert all(page.xpath(f"//*[@id='{mark[1:]}']") for mark in marks)
    late = [one.body for one in found.standings if one.status == "late"]
    table = page.xpath("//div[@aria-label='Từng cơ quan']//th[@scope='row']")
    assert [one.text_content() for one in table] == late
    assert sum(month.count for _, held in months(found) for month in held) == sum(1 for task in found.tasks if task.due)


@pytest.mark.parametrize("order", narrowing.STANDING_ORDERS)
def test_rows_are_sorted_by_the_server_and_the_column_says_so(client, order: str) -> None:
    page = get(client, "/audit/deadlines", of=ORDER, on=DAY, sort=order)
    (column,) = page.xpath("//th[@aria-sort]/a/@href")
    assert f"sort={order}" in column


def test_the_rows_of_all_pages_are_all_rows(client, reader: Reader) -> None:
    found = audit.deadlines(reader, reader.pick(ORDER), day=DAY)
    address, seen = f"/audit/deadlines?of=489/QĐ-TTg&on={DAY}", 0
    while address:
        page = get(client, address)
        seen += len(page.xpath("//div[@aria-label='Từng cơ quan']//th[@scope='row']"))
        address = next(iter(page.xpath("//nav[@class='pages']/a[@rel='next']/@href")), None)
    assert seen == len(found.standings) > 100


def test_impact_changes_diffusion_and_what_to_obtain_show_their_values(client, reader: Reader) -> None:
    policy = reader.pick("49-KL/TW")
    impact = audit.impact(reader, policy, day="2026-11-01")
    page = get(client, "/audit/impact", of="49-KL/TW", on="2026-11-01")
    assert len(page.xpath("//div[@aria-label='Hệ quả']//tbody/tr")) == len(impact.affected)
    narrow = get(client, "/audit/impact", of="49-KL/TW", on="2026-11-01", level="province", wholly="yes", sort="date")
    kept = narrowing.affected(impact, "province", "date", wholly=True).affected
    assert len(narrow.xpath("//div[@aria-label='Hệ quả']//tbody/tr")) == len(kept)
    changes = audit.changes(reader, policy, "2019-06-01")
    page = get(client, "/audit/changes", of="49-KL/TW", since="2019-06-01")
    assert len(page.xpath("//main//tbody/tr")) == len(changes.nodes_added) + len(changes.edges_added) > 0
    page = get(client, "/audit/changes", of="49-KL/TW", since=reader.version, by="knowledge")
    assert say("differ_none", "vi") in said(page)
    page = get(client, "/audit/diffusion", of="49-KL/TW")
    assert all(f"{share * 100:.0f} %" in said(page) for _, share in audit.diffusion(reader, policy).bottlenecks)
    page = get(client, "/audit/obtain")
    assert len(page.xpath("//main//tbody/tr")) == len(audit.dangling(reader).awaited)


def test_findings_are_shown_with_their_documents_quotes_and_what_to_do(client, reader: Reader) -> None:
    found = reader.check()
    page = get(client, "/audit/checks", severity="low", check="dangling")
    items = page.xpath("//ol[@class='findings']/li")
    assert len(items) == sum(1 for one in found if one.check == "dangling")
    assert all("Việc nên làm" in item.text_content() for item in items)
    assert all(item.xpath(".//a[starts-with(@href,'/d/')]") for item in items)
    about = get(client, "/audit/checks", of="49-KL/TW")
    iri = reader.pick("49-KL/TW").iri
    assert len(about.xpath("//ol[@class='findings']/li")) == sum(1 for one in found if iri in one.nodes)


def test_a_page_does_not_wait_for_checks_that_take_long_and_says_so(client, monkeypatch) -> None:
    monkeypatch.setattr("api.pages.inquiries.checked", lambda *_: False)
    page = get(client, "/audit/checks", severity="low")
    assert say("check_waiting", "vi") in said(page)
    assert page.xpath("//div[@class='note']//a/@href") == ["/audit/checks?severity=low"]
    assert client.get("/audit/checks.json").status_code == 200


@pytest.mark.parametrize("question", [*OF_ONE, *OF_ALL])
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_files_hold_the_value_that_the_page_shows(client, reader: Reader, question: str, form: str) -> None:
    query = {"of": ORDER, "on": DAY, "since": "2019-06-01"} if question in OF_ONE else {}
    page = get(client, f"/audit/{question}", **query)
    (address,) = [one for one in page.xpath("//ul[@class='export']//a/@href") if f".{form}" in one]
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    policy = reader.pick(ORDER)
    asked = {
        "chain": lambda: audit.chain(reader, policy, limit=40),
        "coverage": lambda: audit.coverage(reader, policy, day=DAY),
        "deadlines": lambda: narrowing.standings(audit.deadlines(reader, policy, day=DAY), None, None),
        "impact": lambda: audit.impact(reader, policy, day=DAY, limit=1000),
        "changes": lambda: audit.changes(reader, policy, "2019-06-01"),
        "diffusion": lambda: audit.diffusion(reader, policy),
        "checks": lambda: audit.Contradictions(tuple(reader.check()), reader.version),
        "obtain": lambda: audit.dangling(reader, limit=1000),
    }
    value = asked[question]()
    sheet = sheets(value)[0]
    if form == "csv":
        assert answer.content.startswith(b"\xef\xbb\xbf")
        lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert (tuple(lines[0]), len(lines) - 1) == (sheet.header, len(sheet.rows))
    elif form == "xlsx":
        first = load_workbook(io.BytesIO(answer.content)).worksheets[0]
        assert first.max_row == len(sheet.rows) + 1
    else:
        assert json.loads(answer.content)["version"] == value.version


def test_a_file_holds_the_narrowed_rows_of_all_pages(client) -> None:
    page = get(client, "/audit/deadlines", of=ORDER, on=DAY, status="no_evidence")
    (address,) = [one for one in page.xpath("//ul[@class='export']//a/@href") if ".json" in one]
    held = json.loads(client.get(address).content)
    assert {one["status"] for one in held["standings"]} == {"no_evidence"}
    assert len(held["standings"]) > 100


def test_deadlines_make_a_calendar(client) -> None:
    answer = client.get("/audit/deadlines.ics", params={"of": ORDER, "on": DAY})
    assert answer.headers["content-type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in answer.content
    assert client.get("/audit/impact.ics", params={"of": ORDER}).status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/audit/nothing", 404),
        ("/audit/chain?of=zzzz", 404),
        ("/audit/chain.exe?of=49-KL/TW", 404),
        ("/audit/chain.csv", 404),
        ("/audit/chain?of=49-KL/TW&depth=0", 400),
        ("/audit/chain?of=49-KL/TW&p=loves", 400),
        ("/audit/chain?of=49-KL/TW&confidence=nan", 400),
        ("/audit/coverage?of=49-KL/TW&on=30/6/2021", 400),
        ("/audit/coverage?of=49-KL/TW&kinds=XYZ", 400),
        ("/audit/deadlines?of=49-KL/TW&status=fine", 400),
        ("/audit/changes?of=49-KL/TW&since=later", 400),
        ("/audit/changes?of=49-KL/TW&since=ffff&by=knowledge", 404),
        ("/audit/checks?severity=worst", 400),
        ("/audit/checks?page=99999&check=unheard", 200),
        ("/audit/coverage?of=49-KL/TW&page=-1", 200),
    ],
)
def test_a_wrong_address_says_so_and_never_fails(client, address: str, status: int) -> None:
    get(client, address, status)


PARTS = ("of", "to", "on", "since", "until", "by", "set", "place", "bodies", "geography", "kinds", "state", "status",
         "sort", "level", "wholly", "severity", "check", "page", "depth", "confidence", "limit", "way", "p", "lang")  # fmt: skip
SAID = st.one_of(
    st.sampled_from(
        ["49-KL/TW", "2020-01-01", "9999-99-99", "nan", "1e9", "list", "districts", "Hải Phòng", "yes", "date"]
    ),
    st.text(max_size=30),
)


@settings(max_examples=80)
@given(
    st.sampled_from([*OF_ONE, *OF_ALL]),
    st.sampled_from(["", ".csv", ".json", ".xlsx", ".ics"]),
    st.dictionaries(st.sampled_from(PARTS), SAID, max_size=6),
    st.booleans(),
)
def test_no_address_makes_the_server_fail(client, question, form, query, about) -> None:
    answer = client.get(f"/audit/{question}{form}", params={**query, **({"of": ORDER} if about else {})})
    assert answer.status_code < 500, (question, form, query)


def test_addresses_hold_all_state() -> None:
    here = Address("/audit/chain", (("of", "a b&c"), ("page", "3"), ("p", "x"), ("p", "y")), "en")
    parts = urlsplit(here.to(sort="date"))
    assert parse_qsl(parts.query) == [("of", "a b&c"), ("p", "x"), ("p", "y"), ("sort", "date"), ("lang", "en")]
    assert "page=2" in here.page(2)
    assert "page" not in here.page(1)
    assert parse_qsl(urlsplit(here.file("csv")).query) == [("of", "a b&c"), ("p", "x"), ("p", "y")]
    assert here.question("impact") == "/audit/impact?of=a+b%26c&lang=en"
    assert here.question("obtain") == "/audit/obtain?lang=en"


@pytest.mark.parametrize(("page", "first", "last"), [("1", 1, 100), ("3", 201, 250), ("9", 201, 250), ("x", 1, 100)])
def test_a_page_beyond_the_last_is_the_last(page: str, first: int, last: int) -> None:
    shown = rows(range(250), Address("/", (("page", page),), "vi"))
    assert (shown.first, shown.last, shown.total) == (first, last, 250)
