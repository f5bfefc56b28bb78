"""The audit commands: the same values in every form, honest exit statuses, searches that last."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from api import pipeline
from tests.api.conftest import EXAMPLES


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit") / "data"
    names = ("01-tin-ke-hoach-211-hai-phong.html", "03-quyet-dinh-489.pdf", "10-tien-do-cac-tinh.html")
    report = pipeline.keep([pipeline.Item(name, str(EXAMPLES / name)) for name in names], folder)
    assert report.failed == ()
    return folder


QUESTIONS = [
    ("chain", "49-KL/TW"),
    ("coverage", "49-KL/TW", "--on", "2021-06-30"),
    ("deadlines", "489/QĐ-TTg", "--on", "2021-06-30"),
    ("impact", "489/QĐ-TTg"),
    ("changes", "49-KL/TW", "--since", "2020-01-01"),
    ("dangling",),
    ("diffusion", "49-KL/TW"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_form_is_made_from_the_same_values(phahe, audited, tmp_path, question):
    forms = {form: phahe("audit", *question, "--format", form, on=audited) for form in ("table", "csv", "json")}
    assert {form: run.exit_code for form, run in forms.items()} == {"table": 0, "csv": 0, "json": 0}
    book = tmp_path / "x.xlsx"
    assert phahe("audit", *question, "--format", "xlsx", "-o", book, on=audited).exit_code == 0
    rows = list(csv.reader(io.StringIO(forms["csv"].stdout)))
    sheet = load_workbook(book).worksheets[0]
    assert (sheet.max_row, sheet.max_column) == (len(rows), len(rows[0]))
    assert json.loads(forms["json"].stdout)
    again = tmp_path / "y.xlsx"
    phahe("audit", *question, "--format", "xlsx", "-o", again, on=audited)
    assert book.read_bytes() == again.read_bytes()


def test_a_cell_is_never_a_formula(tmp_path):
    from api.sheets import Sheet, workbook

    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook([Sheet("s", ("a",), (("=1+1",), ("x\x00y",)))]))
    sheet = load_workbook(path)["s"]
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)] == [("=1+1", "s"), ("xy", "s")]


def test_a_workbook_needs_a_file(phahe, audited):
    assert phahe("audit", "dangling", "--format", "xlsx", on=audited).exit_code == 2


def test_a_declared_search_makes_the_difference(phahe, audited):
    def state(body):
        run = phahe("audit", "coverage", "49-KL/TW", "--on", "2021-06-30", "--format", "json", on=audited)
        return next(cell for cell in json.loads(run.stdout)["cells"] if cell["label"] == body)["state"]

    assert state("Cà Mau") == "not_collected"
    told = (
        "--place",
        "x",
        "--since",
        "2019-01-01",
        "--until",
        "2021-06-30",
        "--items",
        "7",
        "--by",
        "A",
        "--on",
        "2021-07-01",
    )
    assert phahe("audit", "searched", "Cà Mau", *told, on=audited).exit_code == 0
    assert state("Cà Mau") == "looked"
    listed = json.loads(phahe("audit", "searched", "--list", "--format", "json", on=audited).stdout)
    assert [one["body"] for one in listed] == ["Cà Mau"]
    assert phahe("audit", "searched", "--withdraw", listed[0]["id"], "--by", "A", on=audited).exit_code == 0
    assert state("Cà Mau") == "not_collected"


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("coverage", "49-KL/TW", "--of", "planets"), 2),
        (("coverage", "49-KL/TW", "--on", "yesterday"), 2),
        (("coverage", "1-XX/YY"), 1),
        (("chain", "49-KL/TW", "--predicates", "hates"), 2),
        (("searched", "Cà Mau"), 2),
        (("searched",), 2),
        (("searched", "--withdraw", "zz"), 1),
        (("changes", "49-KL/TW", "--since", "ffff", "--known"), 1),
    ],
)
def test_failures_are_one_line(phahe, audited, args, status):
    run = phahe("audit", *args, on=audited)
    assert run.exit_code == status
    assert run.stderr.count("\n") == 1
    assert run.stdout == ""


def test_the_calendar(phahe, audited, tmp_path):
    path = tmp_path / "x.ics"
    assert phahe("audit", "deadlines", "489/QĐ-TTg", "--on", "2021-06-30", "--ics", path, on=audited).exit_code == 0
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_manifest_beside_a_load_declares_searches(phahe, tmp_path):
    folder, data = tmp_path / "pages", tmp_path / "data"
    folder.mkdir()
    (folder / "a.txt").write_bytes((EXAMPLES / "13-hoi-dap-van-thu.txt").read_bytes())
    header = "body,place,since,until,items,by,on"
    (folder / "searched.csv").write_text(f"{header}\nCà Mau,x,2019-01-01,2020-01-01,7,A,2020-02-01\n", encoding="utf-8")
    assert "1 searches declared" in phahe("load", folder, on=data).stderr
    assert "declared" not in phahe("load", folder, on=data).stderr
    assert "place/ca-mau" in phahe("audit", "searched", "--list", "--format", "csv", on=data).stdout
    (folder / "searched.csv").write_text(f"{header}\nCà Mau,x,2019-01-01,2020-01-01,7,,2020-02-01\n", encoding="utf-8")
    run = phahe("load", folder, on=data)
    assert run.exit_code == 2
    assert "line 2" in run.stderr
