"""Reviewing by command: list, show, decide, take back, conflicts, log; through a server too; and the two clocks."""

import json
import shutil
import threading

import pytest

from api import control, pipeline
from api.app import create_app
from api.settings import Settings
from graph.review import Decision
from ontology.errors import Conflict
from tests.api.conftest import EXAMPLES, LOADED
from tests.api.live import client_of


@pytest.fixture
def home(data, tmp_path):
    """A copy of the small graph, to decide on."""
    return shutil.copytree(data, tmp_path / "home", ignore=shutil.ignore_patterns("*.sock"))


@pytest.fixture
def run(phahe, home):
    def done(*args, on=home):
        return phahe(*args, on=on)

    return done


def claims(run, *more):
    return json.loads(run("review", "list", "--format", "json", "--limit", 100, *more).stdout)["cases"]


def claim(run, predicate="implements", **ends):
    found = [
        one
        for one in claims(run, "--state", "all", "--predicate", predicate)
        if all(number in one[end]["label"] for end, number in ends.items())
    ]
    return found[0]["assertion"].rsplit("/", 1)[-1]


def test_claims_are_listed_least_sure_first(run):
    found = claims(run)
    sure = [one["evidence"]["confidence"] for one in found]
    assert sure == sorted(sure)
    assert all(one["version"] == "" for one in found)
    table = run("review", "list", "--limit", 2)
    assert table.exit_code == 0
    assert "2 of" in table.stderr
    assert "«" in table.stdout
    csv = run("review", "list", "--format", "csv", "--predicate", "implements")
    assert csv.stdout.startswith("claim,confidence,head,predicate,tail,quote")
    assert run("review", "list", "--state", "rejected").exit_code == 1
    assert claims(run, "--source", LOADED[0]) or run("review", "list", "--source", LOADED[0]).exit_code == 1


def test_a_rejected_edge_leaves_the_chain_and_undo_brings_it_back(run):
    name = claim(run, head="211/KH-UBND", tail="489/QĐ-TTg")
    before = run("export").stdout
    assert "489/QĐ-TTg" in run("chain", "211/KH-UBND", "--up").stdout
    done = run("review", "reject", name[:12], "--by", "An", "--why", "đọc nhầm")
    assert done.exit_code == 0, done.stderr
    assert "rejected by An" in done.stderr
    gone = run("chain", "211/KH-UBND", "--to", "489/QĐ-TTg")
    assert gone.exit_code == 1
    shown = run("review", "show", name)
    assert "An" in shown.stdout
    assert "đọc nhầm" in shown.stdout
    assert "version to expect" in shown.stdout
    again = run("review", "confirm", name, "--by", "Bình")
    assert again.exit_code == 1
    assert "An rejected this claim" in again.stderr
    assert "Traceback" not in again.stderr
    version = json.loads(run("review", "show", name, "--format", "json").stdout)["version"]
    assert run("review", "undo", name, "--by", "Bình", "--expect", version).exit_code == 0
    assert run("export").stdout == before
    assert run("export", "--with-reviews").stdout != before
    log = json.loads(run("review", "log", "--format", "json").stdout)
    assert [(one["act"], one["by"]) for one in log] == [("rejected", "An"), ("undone", "Bình")]
    assert run("review", "log").exit_code == 0


def test_a_correction_may_name_a_document_that_no_source_names(run):
    name = claim(run, head="211/KH-UBND", tail="489/QĐ-TTg")
    done = run(
        "review", "correct", name, "--by", "An", "--why", "nhầm số",
        "--tail", "Quyết định số 281/QĐ-TTg ngày 20/02/2014 của Thủ tướng Chính phủ",
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert "281/QĐ-TTg" in run("chain", "211/KH-UBND", "--up").stdout
    assert run("review", "correct", name, "--by", "An", "--why", "x", "--tail", "chuyện gì đó").exit_code == 2


def test_an_edge_by_hand(run):
    done = run("review", "add", "211/KH-UBND", "cites", "11-CT/TW", "--by", "An", "--why", "bản giấy có nêu")
    assert done.exit_code == 0, done.stderr
    chain = run("chain", "211/KH-UBND", "--to", "11-CT/TW", "--format", "csv")
    assert "bản giấy có nêu" in chain.stdout
    assert run("review", "add", "211/KH-UBND", "cites", "11-CT/TW", "--by", "An").exit_code == 2
    assert run("check").exit_code == 0


def test_what_no_longer_fits_is_listed(run, home):
    assert run("review", "conflicts").exit_code == 0
    name = claim(run, head="211/KH-UBND", tail="489/QĐ-TTg")
    assert run("review", "confirm", name, "--by", "An").exit_code == 0
    source = json.loads(run("review", "show", name, "--format", "json").stdout)["evidence"]["source"]
    assert run("remove", source[:12]).exit_code == 0
    listed = run("review", "conflicts")
    assert listed.exit_code == 1
    assert "source gone" in listed.stdout
    assert "verdict: source gone" in run("check", "--severity", "medium").stdout
    assert json.loads(run("review", "conflicts", "--format", "json").stdout)[0]["kind"] == "source gone"
    assert run("rebuild").exit_code == 0
    assert "source gone" in run("review", "conflicts", "--format", "csv").stdout


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("confirm", "ffffffffffff", "--by", "An"), 1),
        (("confirm", "ffffffffffff"), 2),
        (("show", "ffffffffffff"), 1),
        (("undo", "ffffffffffff", "--by", "An"), 1),
        (("list", "--state", "asleep"), 2),
        (("add", "211/KH-UBND", "likes", "489/QĐ-TTg", "--by", "An", "--why", "x"), 2),
        (("add", "211/KH-UBND", "cites", "489/QĐ-TTg", "--by", "An", "--why", "x", "--source", "none"), 1),
    ],
)
def test_what_is_wrong_is_told_in_one_line(run, args, status):
    done = run("review", *args)
    assert done.exit_code == status
    assert "Traceback" not in done.stderr


def test_nothing_is_decided_where_nothing_is_loaded(phahe, tmp_path):
    assert phahe("review", "confirm", "ffffffffffff", "--by", "An", on=tmp_path / "none").exit_code == 1
    assert not (tmp_path / "none").exists()


def test_a_server_decides_for_its_commands_and_catches_two_at_once(run, home):
    name = claim(run, head="211/KH-UBND", tail="489/QĐ-TTg")
    with client_of(create_app(Settings(data=home, workers=1))) as client:
        done = control.review(Decision("reject", "An", "vì", name), home)
        assert client.get("/healthz").status_code == 200
        outcomes = []

        def decide(who):
            try:
                outcomes.append(control.review(Decision("confirm", who, "", name, done.verdict.id), home).verdict.by)
            except Conflict as error:
                outcomes.append(str(error))

        both = [threading.Thread(target=decide, args=(who,)) for who in ("Bình", "Chi")]
        for one in both:
            one.start()
        for one in both:
            one.join(60)
    assert len([one for one in outcomes if one in {"Bình", "Chi"}]) == 1
    assert len([one for one in outcomes if "confirmed this claim" in one]) == 1


def test_status_on_a_day(run, home):
    pipeline.keep([pipeline.Item(name, str(EXAMPLES / name)) for name in LOADED[:1]], home)
    told = run("status", "489/QĐ-TTg", "--as-of", "2021-01-01")
    assert told.exit_code == 0
    assert "in force" in told.stdout
    assert (
        json.loads(run("status", "489/QĐ-TTg", "--as-of", "2019-01-01", "--format", "json").stdout)["code"] == "unknown"
    )
    assert run("status", "489/QĐ-TTg", "--as-of", "2019-01-01").exit_code == 1
    assert run("status", "489/QĐ-TTg", "--as-of", "hôm qua").exit_code == 2


def test_answers_as_of_a_day(run, tmp_path):
    assert "489/QĐ-TTg" in run("chain", "49-KL/TW", "--down").stdout
    then = run("chain", "11-CT/TW", "--as-of", "2019-12-31", "--format", "csv")
    assert "49-KL/TW" in then.stdout
    assert "Quyết định 489/QĐ-TTg (2020)" not in then.stdout
    assert "in force" in then.stdout
    assert "[in force]" in run("chain", "11-CT/TW", "--as-of", "2019-12-31").stdout
    assert run("search", "489/QĐ-TTg", "--as-of", "2019-12-31").exit_code == 1
    assert "211-kh-ubnd" not in run("export", "--format", "turtle", "--as-of", "2019-12-31").stdout
    assert "489" not in run("query", "--name", "chain-down", "--as-of", "2019-12-31", "--format", "csv").stdout
    assert run("query", "SELECT * { ?s ?p ?o } LIMIT 1", "--as-of", "2019-12-31").exit_code == 2
    drawn = run("graph", "11-CT/TW", "-o", tmp_path / "x.html", "--as-of", "2019-12-31")
    assert drawn.exit_code == 0
    assert "2 of 2" in drawn.stderr


def test_answers_from_what_was_known_on_a_day(run):
    from graph.clocks import today

    assert run("chain", "49-KL/TW", "--known-on", today()).exit_code == 0
    before = run("chain", "49-KL/TW", "--known-on", "2020-01-01")
    assert before.exit_code == 1
    assert "nothing was known on 2020-01-01" in before.stderr
    assert run("search", "49", "--known-on", "1/1/2020").exit_code == 2


def test_checks_by_severity_and_form(run):
    every = json.loads(run("check", "--format", "json", "--evidence").stdout)
    assert {one["severity"] for one in every} >= {"low"}
    assert len(json.loads(run("check", "--severity", "medium", "--format", "json").stdout)) < len(every)
    csv = run("check", "--format", "csv").stdout
    assert csv.startswith("severity,check,what,quotes,advice,nodes")
