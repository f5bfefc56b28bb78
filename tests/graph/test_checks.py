"""Every kind of fault, seeded: it is found, with its quotes and what to do; and its neighbour that is no fault is not."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from graph import checks
from graph.checks import SEVERITIES
from graph.docket import Docket
from graph.library import Library
from graph.reader import Reader
from graph.review import Bench, Decision
from graph.values import Finding, Kept
from ontology.errors import StoreError
from ontology.model import Activity, Document, Extraction, Obligation, Result, Source, Span, Text
from tests.graph.pages import ALL, page

SHARED = Path(os.environ.get("PHAHE_SHARED", Path(__file__).resolve().parents[2] / "../shared"))
Page = tuple[Kept, bytes, Extraction]
PLAN = Document("d1", "KH", "211/KH-UBND", "2020-08-20", "Ủy ban nhân dân thành phố Hải Phòng")
DECISION = Document("d2", "QĐ", "489/QĐ-TTg", "2020-04-08", "Thủ tướng Chính phủ")
DECREE = Document("d1", "NĐ", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")
OLDER = Document("d2", "NĐ", "110/2004/NĐ-CP", "2004-04-08", "Chính phủ")
CIRCULAR = Document("d3", "TT", "01/2011/TT-BNV", "2011-01-19", "Bộ Nội vụ")
DIRECTIVE = Document("d4", "CT", "11-CT/TW", "2007-04-13", "Bộ Chính trị khóa X")
MEETING = Activity("a1", "meeting", "Sở Nội vụ thành phố Hải Phòng", "2020-09-01")
TITLE = "công tác văn thư trong hoạt động của cơ quan, tổ chức"


def of(one: Document, id_: str = "d1", **parts: object) -> Document:
    return replace(one, id=id_, **parts)


def told(
    *relations: tuple[str, str, str], documents: tuple[Document, ...], parts: tuple[str, ...] = (), **more: object
) -> list[Page]:
    """One page that states these relations, each with the provision of its place."""
    kept, original, extraction = page("fault", documents, relations, **more)
    found = [replace(one, provision=part) for one, part in zip(extraction.relations, parts, strict=False)]
    return [(kept, original, replace(extraction, relations=(*found, *extraction.relations[len(found) :])))]


def duty(content: str, own: Document, **parts: object) -> list[Page]:
    kept, original, extraction = page(content, (replace(own, own=True),))
    laid = Obligation("Sở Nội vụ", "báo cáo", Span(0, len(content)), documents=(own.id,), **parts)
    return [(kept, original, replace(extraction, obligations=(laid,)))]


def figure(percent: float) -> list[Page]:
    kept, original, extraction = page("đạt", (PLAN,))
    return [
        (kept, original, replace(extraction, results=(Result(None, "lớp", Span(0, 3), percent_of_target=percent),)))
    ]


def pages_of(*documents: Document, **more: object) -> list[Page]:
    """A page for each naming, so that no naming knows of the others."""
    return [
        page(f"naming {number}", (replace(one, id="d1", mentions=(Span(0, 6),)),), **more)
        for number, one in enumerate(documents)
    ]


# kind, severity, pages with the fault, pages of its neighbour that is none
FAULTS: list[tuple[str, str, list[Page], list[Page]]] = [
    ("self-reference", "high", told(("d1", "amends", "d1"), documents=(DECREE,)), told(("d1", "amends", "d2"), documents=(DECREE, OLDER))),
    ("cycle", "high", told(("d1", "basedOn", "d2"), ("d2", "basedOn", "d1"), documents=(DECREE, replace(OLDER, number="99/2020/NĐ-CP", date="2020-03-05"))), told(("d1", "basedOn", "d2"), ("d2", "alignedWith", "d1"), documents=(DECREE, OLDER))),
    ("later", "high", told(("d2", "implements", "d1"), documents=(PLAN, DECISION)), told(("d1", "implements", "d2"), documents=(PLAN, DECISION))),
    ("later", "high", told(("a1", "reviews", "d1"), documents=(replace(PLAN, date="2021-08-20"),), activities=(MEETING,)), told(("a1", "reviews", "d1"), documents=(PLAN,), activities=(MEETING,))),
    ("later", "high", told(("d1", "replaces", "d2"), documents=(of(DECREE, date="2020"), replace(OLDER, number="9/2021/NĐ-CP", date="2021-04-08"))), told(("d1", "replaces", "d2"), documents=(of(DECREE, date="2020"), replace(OLDER, number="9/2020/NĐ-CP", date="2020-04-08")))),
    ("cites later", "medium", told(("d2", "cites", "d1"), documents=(PLAN, DECISION)), told(("d1", "cites", "d2"), documents=(PLAN, DECISION))),
    ("rests on what ended", "medium", told(("d1", "replaces", "d2"), ("d5", "basedOn", "d2"), documents=(DECREE, OLDER, of(PLAN, "d5"))), told(("d1", "replaces", "d2"), ("d5", "basedOn", "d2"), documents=(DECREE, OLDER, of(PLAN, "d5", date="2019-08-20")))),
    ("rests on what ended", "medium", told(("d1", "repeals", "d2"), ("d5", "implements", "d2"), documents=(DECREE, OLDER, of(PLAN, "d5"))), told(("d1", "repeals", "d2"), ("d5", "implements", "d2"), documents=(DECREE, OLDER, of(PLAN, "d5")), parts=("Điều 5",))),
    ("acts on what ended", "medium", told(("d1", "repeals", "d2"), ("d5", "amends", "d2"), documents=(DECREE, OLDER, of(DECREE, "d5", number="9/2021/NĐ-CP", date="2021-01-05"))), told(("d1", "repeals", "d2"), ("d5", "amends", "d2"), documents=(DECREE, OLDER, of(DECREE, "d5", number="9/2010/NĐ-CP", date="2010-01-05")))),
    ("changes a higher one", "high", told(("d3", "amends", "d2"), documents=(CIRCULAR, OLDER)), told(("d1", "amends", "d3"), documents=(DECREE, CIRCULAR))),
    ("changes a higher one", "high", told(("d1", "repeals", "d2"), documents=(PLAN, DECISION)), told(("d2", "repeals", "d1"), documents=(replace(PLAN, date="2019-08-20"), DECISION))),
    ("carries out a lower one", "medium", told(("d2", "implements", "d1"), documents=(replace(PLAN, date="2019-08-20"), DECISION)), told(("d1", "implements", "d2"), documents=(PLAN, DECISION))),
    ("across spheres", "medium", told(("d1", "amends", "d4"), documents=(DECREE, DIRECTIVE)), told(("d1", "implements", "d4"), documents=(DECREE, DIRECTIVE))),
    ("across provinces", "medium", told(("d5", "implements", "d1"), documents=(PLAN, of(PLAN, "d5", number="5/KH-UBND", date="2020-09-20", issuer="Ủy ban nhân dân tỉnh Cao Bằng"))), told(("d5", "implements", "d1"), documents=(PLAN, of(PLAN, "d5", number="5/KH-UBND", date="2020-09-20", issuer="Ủy ban nhân dân tỉnh Hải Dương")))),
    ("opposite", "medium", told(("d1", "repeals", "d2"), ("d1", "implements", "d2"), documents=(DECREE, OLDER)), told(("d1", "repeals", "d2"), ("d1", "implements", "d2"), documents=(DECREE, OLDER), parts=("Điều 5",))),
    ("two successors", "low", told(("d1", "replaces", "d2"), ("d5", "replaces", "d2"), documents=(DECREE, OLDER, of(DECREE, "d5", number="9/2010/NĐ-CP", date="2010-01-05"))), told(("d1", "replaces", "d2"), ("d5", "replaces", "d2"), documents=(DECREE, OLDER, of(DECREE, "d5", number="9/2010/NĐ-CP", date="2010-01-05")), parts=("Điều 5",))),
    ("acting activity", "high", told(("a1", "replaces", "d1"), documents=(PLAN,), activities=(MEETING,)), told(("a1", "implements", "d1"), documents=(PLAN,), activities=(MEETING,))),
    ("dangling", "low", told(("d1", "implements", "d2"), documents=(PLAN, DECISION)), told(("d1", "implements", "d2"), documents=(PLAN, replace(DECISION, own=True)))),
    ("two dates", "medium", pages_of(of(DECREE, title=TITLE), of(DECREE, title=TITLE, date="2020-03-15")), pages_of(of(DECREE, title=TITLE), of(DECREE, title=TITLE, date="2020-03"))),
    ("two issuers", "medium", pages_of(replace(DIRECTIVE, title=TITLE), replace(DIRECTIVE, title=TITLE, issuer="Ban Bí thư khóa X")), pages_of(DIRECTIVE, replace(DIRECTIVE, issuer="Bộ Chính trị"))),
    ("one number, two dates", "medium", pages_of(of(DECISION), of(DECISION, date="2020-06-18")), pages_of(of(DECISION), of(DECISION, date="2019-06-18"))),
    ("one number, two types", "medium", pages_of(of(DECISION), of(DECISION, type="CT")), pages_of(of(DECISION), of(DECISION, type="CT", number="9/CT-TTg"))),
    ("impossible date", "high", pages_of(of(DECISION, date="2020-02-30")), pages_of(of(DECISION, date="2020-02-29"))),
    ("impossible date", "high", pages_of(of(DECISION, date="1020-04-08")), pages_of(of(DECISION, date="1960-04-08"))),
    ("year in number", "medium", pages_of(of(DECREE, date="2021-03-05")), pages_of(DECREE)),
    ("type in symbol", "medium", pages_of(of(DECISION, type="CT")), pages_of(of(DIRECTIVE, type="QyĐ", number="102-QĐ/TW"))),
    ("issuer in symbol", "low", pages_of(of(DECISION, issuer="Bộ Nội vụ")), pages_of(of(DECISION))),
    ("body in time", "medium", pages_of(of(CIRCULAR, number="01/2026/TT-BKHĐT", date="2026-01-19", issuer=None)), pages_of(of(CIRCULAR, number="01/2020/TT-BKHĐT", date="2020-01-19", issuer=None))),
    ("body in time", "medium", pages_of(of(PLAN, date="2026-08-20", issuer="Ủy ban nhân dân tỉnh Hải Dương")), pages_of(of(PLAN, issuer="Ủy ban nhân dân tỉnh Hải Dương"))),
    ("term in time", "medium", pages_of(of(DIRECTIVE, date="2017-04-13")), pages_of(of(DIRECTIVE))),
    ("register date", "medium", pages_of(of(DIRECTIVE, date="2007-04-31"[:8] + "14", title="tăng cường sự lãnh đạo của Đảng đối với công tác khuyến học, khuyến tài, xây dựng xã hội học tập")), pages_of(of(DIRECTIVE))),
    ("not yet issued", "medium", pages_of(of(DECISION), published="2019-01-01"), pages_of(of(DECISION), published="2020-04-08")),
    ("ambiguous", "low", pages_of(Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy")), pages_of(Document("d1", "CTr", "12-CTr/TU", "2016-05-09", "Tỉnh ủy Cao Bằng"))),
    ("unresolved body", "low", pages_of(of(PLAN, issuer="Hội Những người yêu phả hệ")), pages_of(of(PLAN))),
    ("reversed dates", "high", duty("từ 1/9 đến 1/8", PLAN, since="2020-09-01", due="2020-08-01"), duty("từ 1/8 đến 1/9", PLAN, since="2020-08-21", due="2020-09-01")),
    ("due before issue", "medium", duty("trước 1/8/2010", PLAN, due="2010-08-01"), duty("trước 1/9/2020", PLAN, due="2020-09-01")),
    ("odd share", "low", figure(30000), figure(300)),
    ("source dates", "medium", pages_of(of(PLAN), published="2021-01-01", retrieved="2020-12-31"), pages_of(of(PLAN), published="2021-01-01", retrieved="2021-01-01")),
    ("lost revision", "low", pages_of(of(PLAN), revision_of="0" * 64), pages_of(of(PLAN))),
    ("nothing read", "low", pages_of() or [page("trống", ())], pages_of(of(PLAN))),
]  # fmt: skip


def findings(data: Path, pages: list[Page]) -> list[Finding]:
    with Library(data) as library:
        library.keep_many(pages)
        library.publish()
    with Reader.open(data) as reader:
        return reader.check(evidence=True)


@pytest.mark.parametrize(
    ("kind", "severity", "wrong", "right"), FAULTS, ids=[f"{number} {one[0]}" for number, one in enumerate(FAULTS)]
)
def test_a_seeded_fault_is_found_and_its_neighbour_is_not(
    empty: Path, tmp_path: Path, kind: str, severity: str, wrong: list[Page], right: list[Page]
) -> None:
    found = [one for one in findings(Path(shutil.copytree(empty, tmp_path / "wrong")), wrong) if one.check == kind]
    assert found, kind
    for one in found:
        assert one.severity == severity
        assert one.message
        assert one.advice
        assert one.nodes
        assert one.evidence or kind in {
            "source dates",
            "lost revision",
            "nothing read",
            "dangling",
            "one number, two types",
        }
    sound = findings(Path(shutil.copytree(empty, tmp_path / "right")), right)
    assert kind not in {one.check for one in sound}


def test_there_are_many_kinds() -> None:
    assert len({kind for kind, *_ in FAULTS}) >= 25


def test_findings_about_two_quotes_show_both(data: Path) -> None:
    pages = told(("d1", "replaces", "d2"), ("d5", "basedOn", "d2"), documents=(DECREE, OLDER, of(PLAN, "d5")))
    (found,) = (one for one in findings(data, pages) if one.check == "rests on what ended")
    assert {one.exact for one in found.evidence} == {
        "30/2020/NĐ-CP replaces 110/2004/NĐ-CP.",
        "211/KH-UBND basedOn 110/2004/NĐ-CP.",
    }
    (twice,) = (
        one
        for one in findings(data, pages_of(of(DECISION), of(DECISION, date="2020-06-18")))
        if "two dates" in one.check
    )
    assert len({one.source for one in twice.evidence}) == 2


def test_the_gravest_comes_first(data: Path) -> None:
    ranks = [SEVERITIES.index(one.severity) for one in findings(data, [*ALL, *FAULTS[0][2], *FAULTS[5][2]])]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


@pytest.fixture
def judged(data: Path) -> Iterator[tuple[Library, Callable[[str, str], str]]]:
    with Library(data) as library:
        library.keep(*ALL[0])

        def decide(act: str, predicate: str) -> str:
            query = "SELECT iri FROM claims WHERE predicate = ? ORDER BY iri"
            (iri,) = library.catalogue.db.execute(query, (predicate,)).fetchone()
            return Bench(library).decide(Decision(act, "An", "vì", iri)).id

        yield library, decide


def kinds(library: Library) -> dict[str, Finding]:
    library.publish()
    with Reader.open(library.path) as reader:
        return {one.check: one for one in reader.check()}


def test_verdicts_that_no_longer_fit_are_found(judged: tuple[Library, Callable[[str, str], str]]) -> None:
    library, decide = judged
    kept, original, extraction = ALL[0]
    decide("confirm", "continues")
    decide("reject", "implements")
    assert not any(kind.startswith("verdict") for kind in kinds(library))
    library.keep(kept, original, replace(extraction, relations=(), extractor="test 2"))
    found = kinds(library)
    assert found["verdict: lost"].evidence[0].exact == "49-KL/TW continues 11-CT/TW."
    assert "An" in found["verdict: orphan"].message
    rules = tuple(replace(one, rule="new") for one in extraction.relations)
    library.keep(kept, original, replace(extraction, relations=rules, extractor="test 3"))
    assert "verdict: new rule" in kinds(library)
    library.remove(kept.source.sha256)
    assert "verdict: source gone" in kinds(library)


def test_a_contested_edge_is_found(judged: tuple[Library, Callable[[str, str], str]]) -> None:
    library, decide = judged
    library.keep(*ALL[1])
    decide("reject", "continues")
    found = kinds(library)["contested"]
    assert {one.verdict for one in found.evidence} == {"rejected", None}


def test_weak_evidence_is_found_until_it_is_confirmed(judged: tuple[Library, Callable[[str, str], str]]) -> None:
    library, decide = judged
    kept, original, extraction = ALL[0]
    doubtful = tuple(replace(one, confidence=0.3) for one in extraction.relations[2:])
    library.keep(kept, original, replace(extraction, relations=doubtful, extractor="test 2"))
    assert kinds(library)["weak evidence"].evidence[0].confidence == 0.3
    decide("confirm", "continues")
    assert "weak evidence" not in kinds(library)


def test_a_log_that_was_changed_is_found(judged: tuple[Library, Callable[[str, str], str]]) -> None:
    library, decide = judged
    decide("confirm", "continues")
    decide("reject", "implements")
    assert "review log" not in kinds(library)
    with Reader.open(library.path) as reader:
        log = reader.path / "reviews.jsonl"
        assert len(Docket(reader).log) == 2
    log.write_bytes(log.read_bytes().replace("vì".encode(), b"do"))
    with Reader.open(library.path) as reader:
        (found,) = (one for one in reader.check() if one.check == "review log")
    assert found.severity == "high"


def test_the_graph_conforms_to_its_shapes_with_verdicts_in_it(
    judged: tuple[Library, Callable[[str, str], str]],
) -> None:
    library, decide = judged
    library.keep_many(ALL)
    decide("reject", "disseminates")
    decide("confirm", "continues")
    library.publish()
    with Reader.open(library.path) as reader:
        assert [one.message for one in reader.check(shapes=True) if one.check == "shape"] == []


def labelled(path: Path) -> Page:
    """A labelled text as if an extractor had read it without fault; its evidence is the whole text."""
    content = path.with_suffix(".txt").read_text(encoding="utf-8")
    label = msgspec.json.decode(path.read_bytes())
    every = [[0, len(content)]]
    for one in label["documents"]:
        one["mentions"] = [{"start": 0, "end": 1}]
    raw = {
        "source": path.stem,
        "extractor": "gold",
        "documents": label["documents"],
        "activities": label.get("activities", []),
        "relations": [
            {"head": head, "predicate": predicate, "tail": tail, "evidence": {"start": 0, "end": every[0][1]}}
            for head, predicate, tail in (
                one[:3] if isinstance(one, list) else (one["head"], one["predicate"], one["tail"])
                for one in label["relations"]
            )
        ],
    }
    import hashlib

    source = Source(hashlib.sha256(content.encode()).hexdigest(), "text/plain", locations=(path.name,))
    return Kept(source, Text(content)), content.encode(), msgspec.convert(raw, Extraction)


@pytest.mark.skipif(not (SHARED / "gold" / "cases").is_dir(), reason="the labelled texts are not beside the project")
def test_labelled_texts_give_no_grave_alarm(data: Path) -> None:
    pages = [labelled(path) for path in sorted((SHARED / "gold" / "cases").glob("*.json"))]
    assert len(pages) >= 30
    assert [one.message for one in findings(data, pages) if one.severity == "high"] == []


def test_every_kind_is_documented() -> None:
    page_ = (Path(__file__).resolve().parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
    assert {kind for kind, *_ in FAULTS} <= set(re.findall(r"`([^`]+)`", page_))
    for kind, severity, *_ in FAULTS:
        assert any(f"`{kind}`" in row and f"| {severity} |" in row for row in page_.splitlines()), kind


def test_a_copy_is_looked_through_once_however_many_ask(reader: Reader, monkeypatch) -> None:
    looked = []
    found = [Finding("cycle", "high", "x", "y")]
    monkeypatch.setattr(checks, "_found", lambda *_args, **_options: looked.append(1) or found)
    vars(reader).pop("findings", None)
    try:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: checks.check(reader), range(8)))
        assert answers == [found] * 8
        assert looked == [1]
        assert checks.checked(reader, 0.0)
        assert checks.check(reader, evidence=True) == found
        assert len(looked) == 2
    finally:
        vars(reader).pop("findings", None)


def test_who_does_not_wait_is_told_that_checks_go_on_and_a_failure_is_no_answer(reader: Reader, monkeypatch) -> None:
    go = threading.Event()

    def slow(*_args: object, **_options: object) -> list[Finding]:
        go.wait(30)
        raise StoreError("gone")

    monkeypatch.setattr(checks, "_found", slow)
    vars(reader).pop("findings", None)
    assert not checks.checked(reader, 0.01)
    waiting = vars(reader)["findings"]
    go.set()
    with pytest.raises(StoreError):
        waiting.result(30)
    monkeypatch.setattr(checks, "_found", lambda *_args, **_options: [])
    assert checks.check(reader) == []
    vars(reader).pop("findings", None)
