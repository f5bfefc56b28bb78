"""The notebook of docs/ is run against a server over the examples; what it shows there is what it gives."""

import contextlib
import importlib.util
import io
import json
import re
from pathlib import Path

import pytest

from api import demo
from api.app import create_app
from api.settings import Settings
from tests.api.live import serving

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)


def tool():
    spec = importlib.util.spec_from_file_location("notebook_tool", ROOT / "tools" / "notebook.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


STORED = json.loads((ROOT / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
CODE = [at for at, cell in enumerate(STORED["cells"]) if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """The notebook as it comes out now."""
    pytest.importorskip("pandas", reason="the notebook needs pandas")
    data = tmp_path_factory.mktemp("notebook") / "data"
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        demo.run(data, port=0, serving=False)
    with serving(create_app(Settings(data=data, workers=1))) as address:
        return tool().executed(STORED, address)


def shape(output):
    """What of an output stays when the texts are read better: its kind, and the columns of its table."""
    table = "".join(output.get("data", {}).get("text/html", ""))
    head = table.partition("</thead>")[0]
    return output["output_type"], sorted(output.get("data", {})), [one for one in COLUMNS.findall(head) if one]


@pytest.mark.parametrize("at", CODE)
def test_every_cell_gives_what_it_shows(executed, at):
    now, then = executed["cells"][at]["outputs"], STORED["cells"][at]["outputs"]
    matrix = "crosstab" in "".join(STORED["cells"][at]["source"])
    assert [one["output_type"] for one in now] == [one["output_type"] for one in then]
    if not matrix:
        assert [shape(one) for one in now] == [shape(one) for one in then]


def test_the_chain_is_the_one_that_the_demonstration_shows(executed):
    (chain,) = [cell for cell in executed["cells"] if "/api/v1/chains" in "".join(cell["source"])]
    shown = "".join(chain["outputs"][0]["data"]["text/html"])
    assert all(number in shown for number in ("211/KH-UBND", "489/QĐ-TTg", "49-KL/TW", "11-CT/TW"))


def test_the_notebook_is_as_jupyter_has_it():
    assert (STORED["nbformat"], STORED["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in STORED["cells"]}) == len(STORED["cells"])
    assert len(json.dumps(STORED)) < 100_000
    for cell in STORED["cells"]:
        assert cell["cell_type"] in ("code", "markdown")
        assert "/tmp" not in json.dumps(cell)
