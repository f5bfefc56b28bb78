"""The case study can be made again, on the examples and on the labelled texts where they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(os.environ.get("PHAHE_SHARED", ROOT.parent / "shared")) / "gold" / "cases"


def made(out: Path, *args: str) -> str:
    command = [sys.executable, str(ROOT / "tools" / "case_study.py"), "-o", str(out), *args]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    return out.read_text(encoding="utf-8")


def test_the_examples_show_late_found_searched_and_unknown(tmp_path: Path) -> None:
    text = made(tmp_path / "study.md")
    for words in ("✓ found", "✗ looked and not found", "· not collected", "! late", "✗ overdue", "211/KH-UBND"):
        assert words in text
    assert str(tmp_path) not in text
    assert {path.name for path in (tmp_path / "study").iterdir()} == {
        "chain.svg", "report-2.png", "report-4.png", "report-5.png",
    }  # fmt: skip


@pytest.mark.gold
def test_the_same_script_runs_on_the_labelled_texts(tmp_path: Path) -> None:
    if not CASES.is_dir():
        pytest.skip("the labelled texts are not beside the project")
    assert "## 7. The report" in made(tmp_path / "study.md", "--texts", str(CASES), "--policy", "49-KL/TW")
