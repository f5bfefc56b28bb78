"""Two clocks: as of a day in law, and from what was known on a day."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import clocks
from graph.clocks import Publication
from graph.docket import Docket
from graph.library import Library
from graph.publication import Published
from graph.reader import Reader
from graph.review import Bench, Decision
from ontology.errors import NotFound, WrongUse
from ontology.model import Document
from tests.graph.pages import ALL, page

DECREE = Document("d1", "NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")
OLDER = Document("d2", "NĐ", "110/2004/NĐ-CP", "2004-04-08", "Chính phủ")
CHANGING = page("changes", (DECREE, OLDER), (("d1", "replaces", "d2"),))


class Clock:
    """A clock that is set by hand, in the time of Vietnam."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, tzinfo=clocks.VIETNAM)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def day(self, day: str) -> None:
        self.time = datetime.fromisoformat(f"{day}T09:00:00+07:00")


@pytest.fixture
def clock() -> Clock:
    return Clock()


def edges(reader: Reader) -> int:
    return reader.stats()["edges"]


def test_what_was_known_on_a_day_is_answered_from_the_copy_of_that_day(data: Path, clock: Clock) -> None:
    """Loads, a verdict and a retraction on five days: each day answers as it stood at its end."""
    with Library(data, clock=clock) as library:
        library.keep(*ALL[0])
        first = library.publish()
        library.keep(*ALL[5])
        library.publish()
        clock.day("2026-03-02")
        (wrong,) = library.catalogue.db.execute("SELECT iri FROM claims WHERE predicate = 'continues'").fetchone()
        Bench(library).decide(Decision("reject", "An", "vì", wrong))
        library.publish()
        clock.day("2026-03-04")
        library.keep_many(ALL[1:5])
        library.publish()
        clock.day("2026-03-05")
        library.remove(ALL[0][0].source.sha256)
        library.publish()
    counts = {}
    for day in ("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2030-01-01"):
        with Reader.known_on(data, day) as reader:
            counts[day] = (reader.stats()["sources"], edges(reader), len(Docket(reader).log))
    assert counts == {
        "2026-03-01": (2, 5, 0),
        "2026-03-02": (2, 4, 1),
        "2026-03-03": (2, 4, 1),
        "2026-03-04": (6, 8, 1),
        "2026-03-05": (5, 6, 1),
        "2030-01-01": (5, 6, 1),
    }
    with pytest.raises(NotFound, match=r"nothing was known on 2026-02-28: the first was published on 2026-03-01"):
        Reader.known_on(data, "2026-02-28")
    with Reader.known_on(data, "2026-03-02") as reader:
        assert reader.kept(ALL[0][0].source.sha256).text == ALL[0][0].text
    with Reader.open(data, first) as reader:
        assert edges(reader) == 3


def test_a_day_keeps_its_last_copy_however_many_are_published(data: Path, clock: Clock) -> None:
    with Library(data, clock=clock) as library:
        for number, one in enumerate(ALL):
            library.keep(*one)
            library.publish()
            if number == 1:
                clock.day("2026-03-02")
        for one in ALL[1:]:
            library.remove(one[0].source.sha256)
            library.publish()
        assert len(library.published.history()) == 11
        assert library.published.known_on("2026-03-01") == library.published.history()[1].version
        library.published.prune(keep=1)
        assert len(library.published.versions()) == 2
    with Reader.known_on(data, "2026-03-01") as reader:
        assert reader.stats()["sources"] == 2


def test_a_copy_that_was_pruned_by_hand_is_told(data: Path, clock: Clock) -> None:
    import shutil

    with Library(data, clock=clock) as library:
        library.keep(*ALL[0])
        gone = library.publish()
        clock.day("2026-03-02")
        library.keep(*ALL[1])
        library.publish()
    shutil.rmtree(data / "published" / gone)
    with pytest.raises(NotFound, match="has been pruned"):
        Reader.known_on(data, "2026-03-01")


def test_a_line_that_a_crash_cut_short_does_not_hide_the_history(data: Path, clock: Clock) -> None:
    with Library(data, clock=clock) as library:
        library.keep(*ALL[0])
        first = library.publish()
    with (data / "published" / "history.jsonl").open("ab") as file:
        file.write(b'{"version":"12')
    with Library(data, clock=clock) as library:
        library.keep(*ALL[1])
        second = library.publish()
    assert [one.version for one in Published(data).history()] == [first, second]


def test_a_day_is_a_day_in_vietnam() -> None:
    assert Publication("v", "2026-02-28T17:30:00Z").day == "2026-03-01"
    assert clocks.stamp(datetime(2026, 3, 1, 0, 30, tzinfo=clocks.VIETNAM)) == "2026-02-28T17:30:00Z"
    assert clocks.now().tzinfo is UTC
    assert clocks.day(clocks.today()) == clocks.today()


@pytest.mark.parametrize("text", ["", "2020", "2020-02-30", "20-01-01", "2020-1-1", "hôm nay", "2020-01-01T00:00:00"])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(WrongUse, match="YYYY-MM-DD"):
        clocks.day(text)


WRITTEN = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@given(written=WRITTEN, day=st.dates().map(str))
def test_a_date_lies_between_its_bounds(written: str, day: str) -> None:
    assert clocks.earliest(written) <= clocks.latest(written)
    assert clocks.earliest(written).startswith(written)
    assert clocks.latest(written).startswith(written)
    assert clocks.is_later(written, day) == (clocks.earliest(written) > day)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Iterator[Reader]:
    import shutil

    path = Path(shutil.copytree(empty, tmp_path_factory.mktemp("dated") / "data"))
    with Library(path) as library:
        library.keep_many([*ALL[:2], CHANGING])
        library.publish()
    with Reader.open(path) as found:
        yield found


def labels(reader: Reader, as_of: str | None) -> set[str]:
    found = reader.chain(reader.pick("49-KL/TW").iri, as_of=as_of)
    return {node.label for path in (*found.up, *found.down) for node in path.nodes}


def test_a_chain_as_of_a_day_holds_what_was_there(dated: Reader) -> None:
    plan, decision, meeting = (
        "Kế hoạch 211/KH-UBND (Hải Phòng, 2020)",
        "Quyết định 489/QĐ-TTg (2020)",
        "Quán triệt, phổ biến",
    )
    now = labels(dated, None)
    assert {plan, decision} < now
    assert any(label.startswith(meeting) for label in now)
    assert plan in labels(dated, "2020-08-20")
    assert plan not in labels(dated, "2020-08-19")
    assert decision in labels(dated, "2020-08-19")
    assert not any(label.startswith(meeting) for label in labels(dated, "2023-05-17"))
    assert labels(dated, "2019-12-31") == {"Kết luận 49-KL/TW (2019)", "Chỉ thị 11-CT/TW (2007)"}


def test_a_chain_as_of_a_day_tells_statuses(dated: Reader) -> None:
    iri = dated.pick("110/2004/NĐ-CP").iri
    assert dated.chain(iri, as_of="2020-03-04").statuses == {iri: "in force"}
    assert dated.chain(iri, as_of="2020-03-05").statuses[iri] == "replaced"
    assert dated.chain(iri).statuses == {}
    standing = dated.status(iri, "2021-01-01")
    assert (standing.code, standing.since) == ("replaced", "2020-03-05")
    assert standing.acts[0].evidence[0].exact == "30/2020/NĐ-CP replaces 110/2004/NĐ-CP."


def test_a_search_and_a_neighbourhood_as_of_a_day(dated: Reader) -> None:
    assert dated.find("489/QĐ-TTg", filters={"as_of": "2020-04-08"}).total == 1
    assert dated.find("489/QĐ-TTg", filters={"as_of": "2020-04-07"}).total == 0
    focus = dated.pick("49-KL/TW").iri
    assert len(dated.around(focus, depth=3, as_of="2019-12-31").nodes) == 2
    assert len(dated.around(focus, depth=3).nodes) > 3
    with pytest.raises(WrongUse, match="YYYY-MM-DD"):
        dated.find("489", filters={"as_of": "2020"})


@pytest.mark.parametrize(
    ("name", "params", "column", "day", "before", "after"),
    [
        (
            "implementers",
            {"document": "489/QĐ-TTg"},
            "label",
            "2020-08-20",
            [],
            ["Kế hoạch 211/KH-UBND (Hải Phòng, 2020)"],
        ),
        ("chain-down", {"document": "49-KL/TW"}, "label", "2020-04-08", [], ["Quyết định 489/QĐ-TTg (2020)"]),
        ("in-force", {"type": "NĐ"}, "label", "2020-03-05", ["Nghị định 110/2004/NĐ-CP"], ["Nghị định 30/2020/NĐ-CP"]),
        (
            "changes",
            {"document": "110/2004/NĐ-CP"},
            "quote",
            "2020-03-05",
            [],
            ["30/2020/NĐ-CP replaces 110/2004/NĐ-CP."],
        ),
        ("existing", {"name": "Tỉnh Hải Dương"}, "label", "2025-07-01", ["tỉnh Hải Dương"], []),
    ],
)
def test_named_queries_take_a_day(
    dated: Reader, name: str, params: dict[str, str], column: str, day: str, before: list[str], after: list[str]
) -> None:
    def answered(as_of: str) -> list[str]:
        body = dated.named(name, params, accept="csv", as_of=as_of).body.decode()
        return [row[column] for row in csv.DictReader(io.StringIO(body))]

    eve = (datetime.fromisoformat(day) - timedelta(days=1)).date().isoformat()
    assert answered(eve) == before
    assert answered(day) == after


def test_a_query_that_takes_no_day_says_so(dated: Reader) -> None:
    with pytest.raises(WrongUse, match="no parameter asOf"):
        dated.named("sources", as_of="2020-01-01")


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld", "graphml"])
def test_an_export_as_of_a_day_is_without_what_came_later(dated: Reader, form: str) -> None:
    def exported(as_of: str | None) -> bytes:
        out = io.BytesIO()
        dated.export(form, out, as_of=as_of)
        return out.getvalue()

    plan = b"211-kh-ubnd"
    now, then = exported(None), exported("2019-12-31")
    assert plan in now
    if form in {"turtle", "jsonld", "graphml"}:
        assert plan not in then
    assert b"49-kl-tw" in then
    if form != "graphml":
        assert b"status/in-force" in then
        assert b"status/replaced" in exported("2020-03-05")
    assert exported("2019-12-31") == then


def test_an_export_has_the_verdicts_only_if_they_are_asked_for(data: Path) -> None:
    with Library(data) as library:
        library.keep(*ALL[0])
        (wrong,) = library.catalogue.db.execute("SELECT iri FROM claims WHERE predicate = 'continues'").fetchone()
        Bench(library).decide(Decision("reject", "An", "vì", wrong))
        library.publish()
    with Reader.open(data) as reader:
        for reviews in (False, True):
            out = io.BytesIO()
            reader.export("nquads", out, reviews=reviews)
            assert (b"graph/review>" in out.getvalue()) == reviews
