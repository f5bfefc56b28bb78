"""Verdicts: on claims as printed, by whom and why, and taken back as if never given."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graph.docket import Docket, printed
from graph.library import Library
from graph.reader import Reader
from graph.review import Bench, Decision, End
from graph.verdicts import Printed, Verdict, broken
from ontology.errors import Ambiguous, Conflict, NotFound, WrongUse
from tests.graph.bench import CHAIN, cases, claim, edges, exported, iri_of, later, printed_of
from tests.graph.pages import ALL


def test_a_rejected_edge_leaves_the_lineage_and_its_assertion_stays(
    library: Library, decide: Callable[..., Verdict]
) -> None:
    wrong = claim(library, "implements", "489-qd-ttg")
    verdict = decide("reject", wrong)
    assert ("211-kh-ubnd", "implements", "489-qd-ttg") not in edges(library)
    assert f"<{wrong}>".encode() in exported(library)
    assert (verdict.act, verdict.by, verdict.when) == ("rejected", "An", "2026-03-01T04:05:06Z")
    library.publish()
    with Reader.open(library.path) as reader:
        case = Docket(reader).case(wrong)
        assert case.evidence.verdict == "rejected"
        assert case.verdict == verdict
        assert case.version == verdict.id
        assert (
            "rejected"
            in reader.query(
                "PREFIX phahe: <https://w3id.org/phahe/ontology#> SELECT ?act { GRAPH ?g { ?v phahe:verdict ?act } }",
                accept="csv",
            ).body.decode()
        )


def test_an_edge_stays_while_another_assertion_supports_it(library: Library, decide: Callable[..., Verdict]) -> None:
    library.keep(*ALL[1])
    edge = ("49-kl-tw", "continues", "11-ct-tw")
    assert edge in edges(library)
    first, second = (
        row[0]
        for row in library.catalogue.db.execute("SELECT iri FROM claims WHERE predicate = 'continues' ORDER BY iri")
    )
    decide("reject", first)
    assert edge in edges(library)
    decide("reject", second)
    assert edge not in edges(library)


def test_a_corrected_edge_says_what_the_reviewer_says_with_the_same_quote(
    library: Library, decide: Callable[..., Verdict]
) -> None:
    wrong = claim(library, "implements", "489-qd-ttg")
    other = Printed("QĐ", "281/QĐ-TTg", "2014-02-20", "Thủ tướng Chính phủ")
    decide("correct", wrong, predicate="basedOn", tail=End(other))
    assert ("211-kh-ubnd", "basedOn", "281-qd-ttg") in edges(library)
    assert ("211-kh-ubnd", "implements", "489-qd-ttg") not in edges(library)
    library.publish()
    with Reader.open(library.path) as reader:
        (edge,) = (edge for edge in reader.dossier(reader.pick("211/KH-UBND").iri).out if edge.predicate == "basedOn")
        (evidence,) = edge.evidence
        assert evidence.exact == "211/KH-UBND implements 489/QĐ-TTg."
        assert evidence.verdict == "confirmed"
        assert evidence.rule.startswith("review/")
        assert not reader.check(evidence=True) or all(one.severity != "high" for one in reader.check(evidence=True))
        assert reader.pick("281/QĐ-TTg").date == "2014-02-20"


def test_an_edge_by_hand_from_a_quote(library: Library, decide: Callable[..., Verdict]) -> None:
    node = End(printed_of(library, "11-ct-tw"), iri_of(library, "11-ct-tw"))
    head = End(printed_of(library, "211-kh-ubnd"), iri_of(library, "211-kh-ubnd"))
    source = CHAIN[0].source.sha256
    with pytest.raises(WrongUse, match="quote does not stand"):
        decide("add", head=head, predicate="cites", tail=node, source=source, quote="không có")
    decide("add", head=head, predicate="cites", tail=node, source=source, quote="211/KH-UBND  implements")
    assert ("211-kh-ubnd", "cites", "11-ct-tw") in edges(library)
    assert [kept.sha256 for kept in library.sources()] == [source]


def test_an_edge_by_hand_without_a_source_rests_on_the_reviewers_words(
    library: Library, decide: Callable[..., Verdict]
) -> None:
    before = exported(library)
    head, tail = (End(printed_of(library, name), iri_of(library, name)) for name in ("211-kh-ubnd", "11-ct-tw"))
    verdict = decide("add", head=head, predicate="cites", tail=tail, why="có trong bản giấy")
    assert ("211-kh-ubnd", "cites", "11-ct-tw") in edges(library)
    library.publish()
    with Reader.open(library.path) as reader:
        (edge,) = (edge for edge in reader.dossier(head.iri or "").out if edge.predicate == "cites")
        assert "có trong bản giấy" in edge.evidence[0].exact
        assert reader.kept(edge.evidence[0].source).text.content == edge.evidence[0].exact
        assert not [one for one in reader.check(evidence=True) if one.check in {"original", "quote"}]
    with pytest.raises(WrongUse, match="review undo"):
        library.remove(verdict.claim.source)
    with pytest.raises(Conflict, match="An added this claim"):
        decide("add", head=head, predicate="cites", tail=tail, why="có trong bản giấy")
    decide("undo", verdict.id)
    assert exported(library) == before
    decide("add", head=head, predicate="cites", tail=tail, why="có trong bản giấy")
    assert ("211-kh-ubnd", "cites", "11-ct-tw") in edges(library)


def test_what_is_known_in_part_cannot_be_an_end_elsewhere(library: Library, decide: Callable[..., Verdict]) -> None:
    library.keep(*ALL[2])
    (partial,) = (
        row[0] for row in library.catalogue.db.execute("SELECT iri FROM nodes WHERE iri LIKE '%~%' AND type = 'KL'")
    )
    node = library.catalogue.node(partial)
    assert node
    with pytest.raises(WrongUse, match="known only in part"):
        decide("correct", claim(library, "implements", "489-qd-ttg"), tail=End(printed(node), partial))


def test_two_reviewers_at_once_are_caught(library: Library, decide: Callable[..., Verdict]) -> None:
    wrong = claim(library, "implements", "489-qd-ttg")
    first = decide("reject", wrong, by="An", expect="")
    with pytest.raises(Conflict, match=f"An rejected this claim on 2026-03-01T04:05:06Z.*--expect {first.id[:12]}"):
        decide("confirm", wrong, by="Bình", expect="")
    with pytest.raises(Conflict, match="An rejected"):
        decide("confirm", wrong, by="Bình")
    second = decide("confirm", wrong, by="Bình", expect=first.id[:12])
    with pytest.raises(Conflict, match="does not stand any more"):
        decide("undo", first.id, by="An")
    third = decide("undo", second.id, by="Bình")
    assert ("211-kh-ubnd", "implements", "489-qd-ttg") not in edges(library)
    with pytest.raises(Conflict):
        decide("confirm", wrong, expect=second.id)
    fourth = decide("undo", wrong, expect=third.id)
    with pytest.raises(Conflict, match="that you saw"):
        decide("confirm", wrong, expect=third.id)
    assert decide("confirm", wrong, expect=fourth.id).act == "confirmed"
    assert decide("undo", wrong).act == "undone"
    assert decide("reject", wrong).act == "rejected"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"act": "approve"}, "no verdict 'approve'"),
        ({"act": "confirm", "by": " "}, "say who"),
        ({"act": "reject", "why": ""}, "say why"),
        ({"act": "reject", "why": "x" * 3000}, "at most 2000"),
        ({"act": "correct"}, "changes nothing"),
        ({"act": "correct", "predicate": "likes"}, "no relation"),
        ({"act": "correct", "tail": End(Printed("XX", "1"))}, "no document type"),
        ({"act": "add"}, "two ends"),
        ({"act": "undo"}, "no verdict here"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_decided_is_told(library: Library, parts: dict[str, object], told: str) -> None:
    given = {"by": "An", "why": "vì", "claim": claim(library, "implements", "489-qd-ttg")} | parts
    with pytest.raises(WrongUse, match=told):
        Bench(library).decide(Decision(**given))
    assert library.ledger.entries == []


@pytest.mark.parametrize("name", ["", "abc", "ffffffffffffffffffff", "https://example.org/x", "% OR 1"])
def test_a_claim_that_is_not_there_is_told(library: Library, decide: Callable[..., Verdict], name: str) -> None:
    with pytest.raises(NotFound):
        decide("reject", name)


def test_the_least_sure_come_first_and_states_are_told_apart(library: Library, decide: Callable[..., Verdict]) -> None:
    kept, original, extraction = CHAIN
    doubts = tuple(
        replace(one, confidence=sure) for one, sure in zip(extraction.relations, (0.9, 0.4, 0.7), strict=True)
    )
    library.keep(kept, original, later(extraction, relations=doubts))
    assert [case.evidence.confidence for case in cases(library)] == [0.4, 0.7, 0.9]
    decide("confirm", claim(library, "implements", "49-kl-tw"))
    library.publish()
    with Reader.open(library.path) as reader:
        docket = Docket(reader)
        assert [case.evidence.confidence for case in docket.cases().cases] == [0.7, 0.9]
        assert docket.cases(state="confirmed").total == 1
        assert docket.cases(filters={"predicate": "continues"}).total == 1
        with pytest.raises(WrongUse):
            docket.cases(state="sleeping")
        with pytest.raises(WrongUse):
            docket.cases(filters={"; DROP TABLE claims": "1"})
        with pytest.raises(NotFound):
            docket.case("ffffff")
        with pytest.raises(Ambiguous):
            docket.case("")


ACTS = st.lists(st.tuples(st.sampled_from(["confirm", "reject", "correct", "undo"]), st.integers(0, 2)), max_size=6)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_taking_all_back_is_as_if_nothing_was_ever_said(library: Library, acts: list[tuple[str, int]]) -> None:
    """And what stands on a claim is what was said last and not taken back."""
    bench, fresh = Bench(library), exported(library)
    names = [row[0] for row in library.catalogue.db.execute("SELECT iri FROM claims ORDER BY iri")]
    said: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for act, place in acts:
        thread = library.reviewed(CHAIN[0].source.sha256).threads.get(place_of(library, names[place]))
        if act == "undo" and not said[place]:
            continue
        parts = {"predicate": "cites"} if act == "correct" else {}
        bench.decide(Decision(act, "An", "vì", names[place], thread.version if thread else "", **parts))
        said[place] = said[place][:-1] if act == "undo" else [*said[place], act]
    for place, left in said.items():
        thread = library.reviewed(CHAIN[0].source.sha256).threads.get(place_of(library, names[place]))
        standing = thread.standing.act if thread and thread.standing else None
        assert standing == (
            {"confirm": "confirmed", "reject": "rejected", "correct": "corrected"}[left[-1]] if left else None
        )
        for _ in left:
            bench.decide(Decision("undo", "An", "", names[place]))
    assert exported(library) == fresh
    assert broken(library.ledger.lines) == []


def place_of(library: Library, iri: str) -> int:
    from graph.attachment import assertions

    return assertions(library.record(CHAIN[0].source.sha256)).index(iri)
