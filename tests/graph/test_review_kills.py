"""A reviewer's process killed at any moment: every acknowledged verdict is there, and the graph is in step with the log."""

from __future__ import annotations

import io
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from graph.export import export
from graph.library import Library
from graph.verdicts import broken
from tests.graph.pages import ALL

ROOT = Path(__file__).resolve().parents[2]
REVIEWER = """
    import sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from graph.docket import printed
    from graph.library import Library
    from graph.review import Bench, Decision, End
    with Library(Path(sys.argv[1])) as library:
        bench = Bench(library)
        names = [row[0] for row in library.catalogue.db.execute("SELECT iri FROM claims WHERE confidence < 1 ORDER BY iri")]
        ends = [End(printed(library.catalogue.node(row[0])), row[0]) for row in library.catalogue.db.execute(
            "SELECT iri FROM nodes WHERE kind = 'document' AND iri NOT LIKE '%~%' ORDER BY iri LIMIT 2")]
        print("open", flush=True)
        for turn in range(1000):
            for number, name in enumerate(names):
                thread = library.reviewed(library.catalogue.claim(name)[0])
                version = next((one.version for one in thread.threads.values() if one.claim.assertion == name), "")
                act = ("reject", "confirm", "correct")[(turn + number) % 3]
                made = bench.decide(Decision(act, "An", "vì", name, version, "alignedWith" if act == "correct" else None))
                print("said", made.id, flush=True)
                if number % 2:
                    print("said", bench.decide(Decision("undo", "An", "", made.id)).id, flush=True)
            # Words of its own each time: the same words again would be the same claim, which stands or was taken back.
            why = f"lần {{len(library.ledger.entries)}}"
            made = bench.decide(Decision("add", "An", why, predicate="cites", head=ends[0], tail=ends[1]))
            print("said", made.id, flush=True)
            if turn % 2:
                print("said", bench.decide(Decision("undo", "An", "", made.id)).id, flush=True)
            library.publish()
"""


def exported(library: Library) -> bytes:
    out = io.BytesIO()
    export(library.store.store, library.catalogue, "nquads", out, reviews=True)
    return out.getvalue()


def killed_after(data: Path, seconds: float) -> list[str]:
    """The verdicts that a reviewer was told of before the kill."""
    script = textwrap.dedent(REVIEWER).format(root=str(ROOT))
    with subprocess.Popen(
        [sys.executable, "-c", script, str(data)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "open\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        told = process.stdout.read()
        assert process.stderr.read() == ""
    return [line.split()[1] for line in told.splitlines(keepends=True) if line.endswith("\n")]


def run_of_kills(count: int, data: Path, empty: Path, tmp: Path) -> None:
    with Library(data) as library:
        library.keep_many(ALL)
    told: list[str] = []
    for turn in range(count):
        told += killed_after(data, 0.01 + (turn * 0.0571) % 0.5)
        fresh = Path(shutil.copytree(empty, tmp / f"fresh-{turn}"))
        with Library(data) as library:
            written = [one.id for one in library.ledger.entries]
            assert set(told) <= set(written)
            assert broken(library.ledger.lines) == []
            whole = exported(library)
            shutil.copytree(data / "reviews", fresh / "reviews", dirs_exist_ok=True)
        with Library(fresh) as other:
            other.keep_many(ALL)
            assert exported(other) == whole
        shutil.rmtree(fresh)
    assert told


def test_a_reviewer_killed_at_any_moment_loses_no_verdict(data: Path, empty: Path, tmp_path: Path) -> None:
    run_of_kills(8, data, empty, tmp_path)


@pytest.mark.long
def test_a_reviewer_killed_a_hundred_times(data: Path, empty: Path, tmp_path: Path) -> None:
    run_of_kills(100, data, empty, tmp_path)
