"""No false alarm: real pages, read by the real extractor, give no finding that is grave."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from api import pipeline
from graph.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("PHAHE_SHARED", ROOT / "../shared"))
FOLDERS = {
    "examples": ROOT / "api" / "examples",
    "seeds": SHARED / "seeds",
    "labelled texts": SHARED / "gold" / "cases",
}


@pytest.mark.parametrize("name", FOLDERS)
def test_no_grave_alarm_on_real_pages(name: str, tmp_path: Path) -> None:
    folder = FOLDERS[name]
    if not folder.is_dir():
        pytest.skip(f"the {name} are not beside the project")
    files = [path for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html", ".docx", ".pdf"}]
    report = pipeline.keep([pipeline.Item(path.name, str(path)) for path in files], tmp_path / "data")
    assert report.failed == ()
    with Reader.open(tmp_path / "data") as reader:
        found = reader.check(evidence=True)
        assert [(one.check, one.message) for one in found if one.severity == "high"] == []
        assert found, "what is merely not known is told"
