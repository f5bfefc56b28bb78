"""Verdicts last: over re-extraction, finer identities, rebuilding and crashes, and nobody changes them unseen."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from graph.export import export
from graph.library import Library
from graph.review import End
from graph.verdicts import Verdict, broken
from ontology import identity
from ontology.errors import StoreError
from ontology.model import Document, Relation, Span
from tests.graph.bench import CHAIN, cases, claim, disputes, edges, exported, iri_of, later, printed_of
from tests.graph.pages import ALL, CONCLUSION, DECISION, DIRECTIVE, PLAN, page


def review_graph(library: Library) -> bytes:
    """The statements of the verdicts."""
    out = io.BytesIO()
    export(library.store.store, library.catalogue, "nquads", out, reviews=True)
    return b"".join(line for line in out.getvalue().splitlines(keepends=True) if b"graph/review>" in line)


def test_verdicts_outlive_another_extractor(library: Library, decide: Callable[..., Verdict]) -> None:
    """The new extractor prints less of the ends, takes a shorter quote, and finds by another rule."""
    kept, original, extraction = CHAIN
    decide("reject", claim(library, "implements", "489-qd-ttg"))
    bare = (replace(PLAN, id="x1", date=None), replace(DECISION, id="x2", title=None), CONCLUSION, DIRECTIVE)
    first, second, third = extraction.relations
    relations = (
        replace(first, head="x1", tail="x2", evidence=Span(first.evidence.start + 3, first.evidence.end), rule="new"),
        replace(second, head="x2"),
        third,
    )
    library.keep(kept, original, later(extraction, documents=bare, relations=relations))
    assert not [edge for edge in edges(library) if edge[2] == "489-qd-ttg"]
    (dispute,) = disputes(library)
    assert (dispute.kind, len(dispute.assertions)) == ("new rule", 1)


def test_a_correction_stands_when_the_wrong_claim_is_no_longer_found(
    library: Library, decide: Callable[..., Verdict]
) -> None:
    kept, original, extraction = CHAIN
    decide("correct", claim(library, "implements", "489-qd-ttg"), predicate="basedOn")
    library.keep(kept, original, later(extraction, relations=extraction.relations[1:]))
    assert ("211-kh-ubnd", "basedOn", "489-qd-ttg") in edges(library)
    assert disputes(library) == []
    right = replace(extraction.relations[0], predicate="basedOn")
    library.keep(kept, original, later(extraction, relations=(right, *extraction.relations[1:])))
    assert ("211-kh-ubnd", "basedOn", "489-qd-ttg") in edges(library)
    assert library.catalogue.db.execute("SELECT count(*) FROM claims").fetchone() == (3,)


def test_what_is_found_no_longer_is_listed_never_dropped(library: Library, decide: Callable[..., Verdict]) -> None:
    kept, original, extraction = CHAIN
    sure = decide("confirm", claim(library, "continues", "11-ct-tw"), why="")
    doubt = decide("reject", claim(library, "implements", "489-qd-ttg"))
    library.keep(kept, original, later(extraction, relations=extraction.relations[1:2]))
    assert {(one.kind, one.verdict.id) for one in disputes(library)} == {("lost", sure.id), ("orphan", doubt.id)}
    library.remove(kept.source.sha256)
    assert {one.kind for one in disputes(library)} == {"source gone"}
    library.keep(*CHAIN)
    assert disputes(library) == []
    assert ("211-kh-ubnd", "implements", "489-qd-ttg") not in edges(library)
    decide("undo", doubt.id)
    assert ("211-kh-ubnd", "implements", "489-qd-ttg") in edges(library)


def test_a_rejected_claim_that_the_source_makes_elsewhere_is_told(
    library: Library, decide: Callable[..., Verdict]
) -> None:
    kept, original, extraction = page("twice", (PLAN, DECISION), (("d1", "implements", "d2"),))
    content = kept.text.content
    where = content.index("211/KH-UBND")
    again = Relation("d1", "implements", "d2", Span(0, where), confidence=0.5, rule="title")
    library.keep(kept, original, replace(extraction, relations=(*extraction.relations, again)))
    library.remove(CHAIN[0].source.sha256)
    body = next(one.assertion for one in cases(library) if one.evidence.start == where)
    decide("reject", body)
    assert ("211-kh-ubnd", "implements", "489-qd-ttg") in edges(library)
    assert [one.kind for one in disputes(library)] == ["elsewhere"]


def test_finer_identities_keep_verdicts(library: Library, decide: Callable[..., Verdict]) -> None:
    library.keep(*ALL[2])
    partial = library.catalogue.db.execute("SELECT iri FROM claims WHERE predicate = 'cites'").fetchone()[0]
    decide("reject", partial)
    title = Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng", ALL[2][2].documents[0].title)
    before = library.catalogue.claim(partial)
    library.keep(*page("finer", (title,)))
    assert library.catalogue.claim(partial) != before
    assert not [edge for edge in edges(library) if edge[1] == "cites"]


def test_rebuilding_keeps_verdicts(library: Library, decide: Callable[..., Verdict]) -> None:
    library.keep(*ALL[1])
    decide("reject", claim(library, "implements", "489-qd-ttg"))
    decide("correct", claim(library, "implements", "49-kl-tw"), predicate="basedOn")
    head, tail = (End(printed_of(library, name), iri_of(library, name)) for name in ("211-kh-ubnd", "11-ct-tw"))
    decide("add", head=head, predicate="cites", tail=tail)
    whole, reviews = exported(library), review_graph(library)
    version = library.version()
    library.rebuild()
    assert (exported(library), review_graph(library), library.version()) == (whole, reviews, version)
    library.live.build_anew({sha256: library.readings.stamp(sha256) for sha256, _ in library.files.stamps()})
    assert (exported(library), review_graph(library), library.version()) == (whole, reviews, version)
    assert {edge[1] for edge in edges(library)} == {"basedOn", "cites", "continues", "disseminates"}


def test_a_verdict_on_disk_is_in_the_graph_whatever_happened_then(
    library: Library, decide: Callable[..., Verdict], tmp_path: Path
) -> None:
    """A crash after the verdict's file was written, before the graph was brought in step."""
    behind = Path(shutil.copytree(library.path, tmp_path / "behind"))
    decide("reject", claim(library, "implements", "489-qd-ttg"))
    head, tail = (End(printed_of(library, name), iri_of(library, name)) for name in ("211-kh-ubnd", "11-ct-tw"))
    decide("add", head=head, predicate="cites", tail=tail)
    shutil.copytree(library.path / "reviews", behind / "reviews")
    with Library(behind) as other:
        assert exported(other) == exported(library)
        assert other.version() == library.version()


def test_the_log_cannot_be_changed_unseen(library: Library, decide: Callable[..., Verdict]) -> None:
    for act in ("confirm", "undo", "confirm"):
        decide(act, claim(library, "implements", "489-qd-ttg"))
    assert broken(library.ledger.lines) == []
    lines = library.ledger.lines
    changed = [lines[0].replace(b'"An"', b'"Ba"'), *lines[1:]]
    assert broken(changed) == ["entry 2 of the log does not follow the entry before it"]
    assert broken([lines[0], lines[2]]) == [
        "entry 2 of the log calls itself 3",
        "entry 2 of the log does not follow the entry before it",
    ]
    first = library.path / "reviews" / "000001.json"
    first.unlink()
    library.close()
    with pytest.raises(StoreError, match="verdict 1 is missing"):
        Library(library.path)
    first.write_bytes(b"{")
    with pytest.raises(StoreError, match="damaged: put the reviews back"):
        Library(library.path)
    first.write_bytes(lines[0])
    library.__init__(library.path)


def test_an_activity_keeps_its_name_when_a_reviewer_speaks_of_it(
    library: Library, decide: Callable[..., Verdict]
) -> None:
    library.keep(*ALL[1])
    iri, head = library.catalogue.db.execute("SELECT iri, head FROM claims WHERE predicate = 'disseminates'").fetchone()
    decide("correct", iri, predicate="implements")
    row = library.catalogue.db.execute(
        "SELECT head FROM claims WHERE predicate = 'implements' AND verdict = 'confirmed'"
    ).fetchone()
    assert row == (head,)
    assert identity.local(head).startswith("activity/")
