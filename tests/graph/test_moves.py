"""Names that became void: where they lead, when and by what, and what a source's leaving means for them."""

from __future__ import annotations

import io
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from graph.library import Library
from graph.reader import Reader
from graph.review import Bench, Decision
from graph.values import Redirect, Tombstone
from ontology import identity
from ontology.errors import Gone, Moved, StoreError
from ontology.model import Document
from ontology.namespaces import ID, PREFIXES
from tests.graph.pages import ALL, page

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
# Who issued it, and in which year, is not said: the name holds only what this page knows.
VAGUE = page("vague", (Document("d1", "CTr", "12-CTr/TU", None, None, "nâng cao chất lượng nguồn nhân lực cán bộ"),))
FULL = page(
    "fuller", (Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng", "nâng cao chất lượng nguồn nhân lực cán bộ"),)
)  # fmt: skip
BY_YEAR = page("by year", (Document("d1", "QĐ", "491/QĐ-TTg", "2020", "Thủ tướng Chính phủ"),))
APRIL = page("april", (Document("d1", "QĐ", "491/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ"),))
MAY = page("may", (Document("d1", "QĐ", "491/QĐ-TTg", "2020-05-18", "Thủ tướng Chính phủ"),))
FULLER = ID + "doc/vn/tu-cao-bang/ctr/2016/12-ctr-tu"
YEAR = ID + "doc/vn/ttg/qd/2020/491-qd-ttg"
DAYS = tuple(ID + f"doc/vn/ttg/qd/{day}/491-qd-ttg" for day in ("2020-04-08", "2020-05-18"))


class Days:
    """A clock that goes on by a day each time it is asked."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(days=1)
        return self.now


def opened(data: Path) -> Library:
    return Library(data, clock=Days())


def only(library: Library) -> str:
    """The one document there is."""
    (row,) = library.catalogue.db.execute("SELECT iri FROM nodes WHERE kind = 'document'").fetchall()
    return str(row[0])


def log(store: ox.Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(identity.LOG))}


def test_a_name_leads_to_the_fuller_one_that_a_source_brought(data: Path) -> None:
    with opened(data) as library:
        library.keep(*VAGUE)
        vague = only(library)
        library.keep(*FULL)
        library.publish()
    with Reader.open(data) as reader:
        found = reader.moved(vague)
        assert isinstance(found, Redirect)
        assert (found.iri, found.to) == (vague, (FULLER,))
        assert (found.event.act, found.event.sources) == ("load", (FULL[0].source.sha256,))
        assert found.event.when.startswith("2026-03-0")
        assert reader.moved(FULLER) is None
        assert reader.moved(ID + "doc/vn/never/was") is None
        with pytest.raises(Moved, match=r"12-ctr-tu since the load of 2026") as error:
            reader.pick(vague)
        assert error.value.to == (FULLER,)


def test_it_leads_back_when_the_source_leaves_and_nothing_leads_in_a_circle(data: Path) -> None:
    with opened(data) as library:
        library.keep(*VAGUE)
        vague = only(library)
        library.keep(*FULL)
        library.remove(FULL[0].source.sha256)
        assert only(library) == vague
        library.publish()
    with Reader.open(data) as reader:
        assert reader.moved(vague) is None
        gone = reader.moved(FULLER)
        # Its own source left, and the vague page's naming is what it was: nobody leads from there to here.
        assert gone == Redirect(FULLER, (vague,), gone.event)  # type: ignore[union-attr]
        assert gone.event.act == "remove"
        assert reader.node(vague).iri == vague


def test_what_no_source_states_any_more_has_a_tombstone(data: Path) -> None:
    one = ALL[0]
    with opened(data) as library:
        library.keep(*one)
        claim = library.catalogue.db.execute("SELECT iri FROM claims").fetchone()[0]
        document = ID + "doc/vn/ubnd-hai-phong/kh/2020/211-kh-ubnd"
        library.keep(*VAGUE)
        library.remove(one[0].source.sha256)
        library.publish()
    source = identity.source(one[0].source.sha256)
    with Reader.open(data) as reader:
        for name in (document, claim, source, identity.source_graph(one[0].source.sha256)):
            found = reader.moved(name)
            assert isinstance(found, Tombstone), name
            assert (found.iri, found.event.act) == (name, "remove")
        with pytest.raises(Gone, match="withdrawn by the removal of 2026"):
            reader.pick(document)
        with pytest.raises(Gone):
            reader.evidence(claim)
        with pytest.raises(Gone):
            reader.kept(one[0].source.sha256)


def test_what_comes_back_is_there_again(data: Path) -> None:
    with opened(data) as library:
        library.keep(*ALL[0])
        library.remove(ALL[0][0].source.sha256)
        library.keep(*ALL[0])
        library.publish()
        assert library.live.voids.names() == []
        back = [entry.moves.back for entry in library.live.chronicle.entries()][-1]
    with Reader.open(data) as reader:
        assert {node.iri for node in (hit.node for hit in reader.find("").hits)} <= set(back)
        assert identity.source(ALL[0][0].source.sha256) in back
        assert all(reader.moved(name) is None for name in back)


def test_a_name_that_turns_out_to_mean_two_leads_to_both(data: Path) -> None:
    with opened(data) as library:
        library.keep(*APRIL)
        assert only(library) == YEAR
        library.keep(*MAY)
        library.publish()
    with Reader.open(data) as reader:
        found = reader.moved(YEAR)
        assert isinstance(found, Redirect)
        assert found.to == DAYS[:1], "it was the one of April: the page that named it still means that one"
    with opened(data) as library:
        library.keep(*BY_YEAR)
        library.remove(MAY[0].source.sha256)
        library.keep(*MAY)
        library.publish()
    with Reader.open(data) as reader:
        found = reader.moved(YEAR)
        assert isinstance(found, Redirect)
        assert len(found.to) == 2
        with pytest.raises(Moved, match=" or "):
            reader.node(YEAR)


def test_a_name_given_up_for_one_that_is_withdrawn_is_withdrawn(data: Path) -> None:
    with opened(data) as library:
        library.keep(*VAGUE)
        vague = only(library)
        library.keep(*FULL)
        library.remove(VAGUE[0].source.sha256)
        library.remove(FULL[0].source.sha256)
        library.publish()
    with Reader.open(data) as reader:
        found = reader.moved(vague)
        assert isinstance(found, Tombstone)
        assert found.event.sources == (FULL[0].source.sha256,)


def test_the_log_graph_holds_it_in_standard_terms(data: Path) -> None:
    with opened(data) as library:
        library.keep(*VAGUE)
        vague = only(library)
        library.keep(*FULL)
        library.remove(VAGUE[0].source.sha256)
        library.publish()
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    query = f"""{prefixes} SELECT ?new ?act ?when ?source {{ GRAPH <{identity.LOG}> {{
        <{vague}> dcterms:isReplacedBy ?new ; prov:wasInvalidatedBy ?event ; prov:invalidatedAtTime ?when .
        ?event a prov:Activity ; rdfs:label ?act ; prov:endedAtTime ?when ; prov:used ?source }} }}"""
    with Reader.open(data) as reader:
        ((new, act, when, source),) = reader.store.query(query)  # type: ignore[misc, union-attr]
        assert (new.value, act.value, source.value) == (FULLER, "load", identity.source(FULL[0].source.sha256))
        assert when.datatype.value == PREFIXES["xsd"] + "dateTime"
        dead = f"<{identity.source(VAGUE[0].source.sha256)}> <{PREFIXES['prov']}wasInvalidatedBy>"
        assert any(line.startswith(dead) for line in log(reader.store))
        out = io.BytesIO()
        reader.export("nquads", out)
        assert identity.LOG.encode() not in out.getvalue()


def test_the_log_graph_is_the_same_after_a_rebuild(data: Path) -> None:
    with opened(data) as library:
        for one in (VAGUE, FULL, *ALL):
            library.keep(*one)
        library.remove(FULL[0].source.sha256)
        before, names = log(library.store.store), library.live.voids.names()
        library.rebuild()
        assert (log(library.store.store), library.live.voids.names()) == (before, names)
    Library.repair(data)
    with opened(data) as library:
        assert (log(library.store.store), library.live.voids.names()) == (before, names)


def test_a_rebuild_tells_of_names_by_what_was_published(data: Path) -> None:
    with opened(data) as library:
        library.keep_many([VAGUE, FULL])
        library.publish()
        library.keep(*ALL[0])
    (data / "records" / f"{FULL[0].source.sha256}.json").unlink()
    Library.repair(data)
    with opened(data) as library:
        vague = next(row[0] for row in library.catalogue.db.execute("SELECT iri FROM nodes WHERE iri LIKE '%~%'"))
        found = library.live.voids.moved(FULLER)
        assert isinstance(found, Redirect)
        assert found.to == (vague,)


def test_the_same_build_again_after_others_is_a_copy_of_its_own(data: Path) -> None:
    with opened(data) as library:
        library.keep(*ALL[0])
        first = library.publish()
        library.keep(*ALL[1])
        library.publish()
        library.remove(ALL[1][0].source.sha256)
        again = library.publish()
        assert library.publish() == again
        assert library.version() == first != again
    with Reader.open(data) as reader, Reader.open(data, first) as older:
        name = identity.source(ALL[1][0].source.sha256)
        assert isinstance(reader.moved(name), Tombstone)
        assert older.moved(name) is None
        assert log(reader.store) > log(older.store)


def test_an_event_that_did_not_come_to_hold_is_written_again_with_its_change(data: Path) -> None:
    with opened(data) as library:
        library.keep(*VAGUE)
        size = library.live.chronicle.size()
        library.keep(*FULL)
        whole = shutil.copy(library.live.chronicle.path, data / "written")
    with opened(data) as library:
        library.remove(FULL[0].source.sha256)
        library.live.chronicle.cut(size)
        library.catalogue.set_meta("log", str(size))
        library.catalogue.db.execute("DELETE FROM events WHERE sequence > 1")
        library.catalogue.commit()
    shutil.copy(whole, data / "log.jsonl")
    with opened(data) as library:
        assert library.live.chronicle.size() == size


def test_verdicts_and_readings_void_no_name_that_lives_on(data: Path) -> None:
    kept, original, extraction = ALL[0]
    with opened(data) as library:
        library.keep(kept, original, extraction)
        claim = library.catalogue.db.execute("SELECT iri FROM claims ORDER BY iri").fetchone()[0]
        Bench(library).decide(Decision("reject", "An", "vì", claim))
        library.keep(kept, original, replace(extraction, extractor="test 2"))
        assert library.live.voids.names() == []
        assert [entry.act for entry in library.live.chronicle.entries()] == ["load", "load"]
        library.keep(kept, original, replace(extraction, relations=extraction.relations[1:], extractor="test 3"))
        lost = set(library.live.voids.names())
        assert lost
        assert all(name.startswith(ID + "assertion/") for name in lost)


def test_a_damaged_log_is_told(data: Path) -> None:
    with opened(data) as library:
        library.keep(*VAGUE)
    (data / "log.jsonl").write_bytes(b"{}{\n")
    shutil.rmtree(data / "live")
    with pytest.raises(StoreError, match=r"line 1 of .*log\.jsonl is damaged"):
        opened(data)
