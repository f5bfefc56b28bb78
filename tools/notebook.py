"""Run the notebook of docs/ again, against a server over the examples: `make notebook`.

The cells stand in `docs/notebook.ipynb` itself, to be read and changed in Jupyter; this runs them in order, in one
namespace, as a kernel would, and writes what they give below them. The test that keeps it true does the same.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).resolve().parents[1] / "docs" / "notebook.ipynb"


def executed(notebook: dict[str, Any], address: str) -> dict[str, Any]:
    """The notebook with the outputs of its code cells, run against the server at `address`."""
    os.environ["PHAHE_URL"] = address
    names: dict[str, Any] = {"__name__": "__main__"}
    cells, count = [], 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            count += 1
            outputs = _outputs("".join(cell["source"]), names, count, address)
            cells.append({**cell, "execution_count": count, "outputs": outputs})
        else:
            cells.append(cell)
    names["phahe"].close()
    return {**notebook, "cells": cells}


def _outputs(source: str, names: dict[str, Any], count: int, address: str) -> list[dict[str, Any]]:
    """What a cell prints, and the value of its last expression."""
    parsed = ast.parse(source)
    last = parsed.body.pop() if parsed.body and isinstance(parsed.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with contextlib.redirect_stdout(printed):
        exec(compile(parsed, "notebook", "exec"), names)  # noqa: S102 - the notebook is ours
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "notebook", "eval"), names)  # noqa: S307 - likewise
    outputs: list[dict[str, Any]] = []
    if printed.getvalue():
        text = printed.getvalue().replace(address, "http://127.0.0.1:8000")
        outputs.append({"output_type": "stream", "name": "stdout", "text": text.splitlines(keepends=True)})
    if value is not None:
        data = {"text/plain": _lines(repr(value))}
        if hasattr(value, "to_html"):
            data = {"text/html": _lines(value.to_html())} | data
        outputs.append({"output_type": "execute_result", "execution_count": count, "data": data, "metadata": {}})
    return outputs


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def written(notebook: dict[str, Any]) -> str:
    """The notebook as Jupyter writes it."""
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Serve the examples and run the notebook on them."""
    from api import demo
    from api.app import create_app
    from api.settings import Settings
    from tests.api.live import serving

    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        demo.run(data, port=0, serving=False)
        with serving(create_app(Settings(data=data, workers=1))) as address:
            made = executed(json.loads(NOTEBOOK.read_text(encoding="utf-8")), address)
    NOTEBOOK.write_text(written(made), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(NOTEBOOK.parents[1]))
    main()
