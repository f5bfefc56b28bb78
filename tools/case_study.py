"""Write the case study: an audit of one policy, step by step, from a folder of texts, with pictures.

    python tools/case_study.py                            # docs/case-study.md from the examples that ship
    python tools/case_study.py --texts FOLDER -o OUT.md   # the same steps on other texts (49-KL/TW, or --policy NUMBER)

Every table in it is what the command above it printed. Equal texts give equal bytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
EXAMPLES = ROOT / "api" / "examples"
DAY, MADE = "2021-06-30", "2021-07-01"
MOST_LINES = 24
WIDEST = 150
BODIES = """body
Ủy ban nhân dân thành phố Hải Phòng
Ủy ban nhân dân tỉnh Hải Dương
Ủy ban nhân dân tỉnh Sông Lam
Ủy ban nhân dân tỉnh Vạn Hà
Ủy ban nhân dân tỉnh Nghệ An
"""
SEARCH = ("Hải Dương", "--place", "exercise archive", "--since", "2019-05-10", "--until", DAY, "--items", "412",
          "--by", "exercise", "--on", MADE)  # fmt: skip


class Study:
    """A page that grows by commands and what they print."""

    def __init__(self, texts: Path, out: Path, work: Path) -> None:
        self.texts = texts
        self.out = out
        self.work = work
        self.pictures = out.parent / out.stem
        self.lines: list[str] = []

    def say(self, *paragraphs: str) -> None:
        """Add paragraphs."""
        for paragraph in paragraphs:
            self.lines += [paragraph, ""]

    def run(self, *args: str, show: int = MOST_LINES, keep: str | None = None) -> str:
        """Run a command and add it with what it prints: at most `show` lines; `keep` picks lines that hold a word."""
        from api.cli import main

        ran = CliRunner().invoke(main, list(args))
        if ran.exit_code not in {0, 1}:
            sys.exit(f"phahe {' '.join(args)}: {ran.output}")
        told = f"{ran.stdout}{ran.stderr}".replace(str(self.work), "").splitlines()
        lines = [self._cut(line) for line in told if line.strip() and not set(line.strip()) <= {"─"}]
        if keep:
            lines = [line for line in lines if any(word in line for word in keep.split("|"))]
        left = len(lines) - show
        words = " ".join(f"'{arg}'" if " " in arg else arg for arg in args).replace(str(self.work) + "/", "")
        more = [f"... {left} more lines"] if left > 0 else []
        self.lines += ["```console", f"$ phahe {words}", *lines[:show], *more, "```", ""]
        return ran.stdout

    def picture(self, name: str, data: bytes, words: str) -> None:
        """Add a picture beside the page."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        (self.pictures / name).write_bytes(data)
        self.say(f"![{words}]({self.pictures.name}/{name})")

    def write(self) -> None:
        """Write the page."""
        self.out.parent.mkdir(parents=True, exist_ok=True)
        self.out.write_text("\n".join(self.lines).rstrip() + "\n", encoding="utf-8")

    @staticmethod
    def _cut(line: str) -> str:
        plain = line.rstrip()
        return plain if len(plain) <= WIDEST else plain[: WIDEST - 1] + "…"


def study(page: Study, policy: str) -> None:
    """The steps of the audit."""
    _load(page, policy)
    _chain(page, policy)
    _coverage(page, policy)
    _searches(page, policy)
    _deadlines(page, policy)
    _rest(page, policy)
    _report(page, policy)


def _load(page: Study, policy: str) -> None:
    page.say(
        f"# Case study: who carried {policy} out?",
        "Made by `python tools/case_study.py` and nothing else: every table is what the command above it printed (long "
        "lines cut). The examples mix real documents with invented places (Sông Lam, Vạn Hà) and say which is which "
        "in `api/examples/manifest.json`. The search declared in step 4 is part of the exercise: nobody made it.",
        "## 1. Load the texts",
    )
    os.chdir(page.texts)
    page.run("load", ".", show=30)


def _chain(page: Study, policy: str) -> None:
    from api.pages.drawing import lineage_svg
    from graph.reader import Reader

    page.say(
        "## 2. Read the chain",
        "What the policy rests on, and what rests on it. The weakest link is marked; a gap that cannot be "
        "told (a document without a day) stays empty. Greying out never cuts a chain: compare `--confidence 0.98`.",
    )
    page.run("audit", "chain", policy, "--down")
    with Reader.open(page.work / "data") as reader:
        drawn = lineage_svg(reader.around(reader.pick(policy).iri, depth=3, limit=24), standalone=True)
    page.picture("chain.svg", drawn.encode(), f"The lineage of {policy}: time across, level of government down")


def _coverage(page: Study, policy: str) -> None:
    page.say(
        "## 3. Who acted, and for whom can nothing be said?",
        "`·` is no reproach: nobody declares to have searched, so there is no conclusion. A list of one's own may name "
        "bodies that no register holds.",
    )
    page.run("audit", "coverage", policy, "--on", DAY, show=12)
    (page.work / "bodies.csv").write_text(BODIES, encoding="utf-8")
    page.run("audit", "coverage", policy, "--on", DAY, "--of", str(page.work / "bodies.csv"))


def _searches(page: Study, policy: str) -> None:
    page.say(
        "## 4. Declare what was searched",
        "Only now may the audit say `looked and not found`, and only of this body, these days, these kinds.",
    )
    page.run("audit", "searched", *SEARCH)
    page.run("audit", "coverage", policy, "--on", DAY, keep="✗|✓|?")
    page.say(
        "Seen from today there are 34 provinces. Hải Dương has passed into Hải Phòng: its search is a "
        "search of one part of it, and the plan of Hải Phòng as it was until June 2025 counts for the Hải Phòng of "
        "today, and says so in its note.",
    )
    page.run("audit", "coverage", policy, "--on", "2026-11-01", keep="✗|✓|?|searched in part")


def _deadlines(page: Study, policy: str) -> None:
    page.say(
        "## 5. Deadlines",
        "A class (`Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương`) is spelt out from the "
        "register. `overdue` stands only where the declared search covers the body; a plan does not answer a duty to "
        "report (`?`, with the plan shown).",
    )
    page.run("audit", "deadlines", policy, "--on", DAY, "--ics", str(page.work / "due.ics"), keep="open - |closed - ")
    page.run("audit", "deadlines", policy, "--on", DAY, keep="✗|! late|✓|? unclear")


def _rest(page: Study, policy: str) -> None:
    page.say("## 6. What hangs on it, what is missing, how it spread")
    for args in (
        ("impact", policy, "--on", DAY),
        ("dangling", "--limit", "8"),
        ("diffusion", policy),
        ("contradictions",),
    ):
        page.run("audit", *args)


def _report(page: Study, policy: str) -> None:
    page.say(
        "## 7. The report",
        "The same answers as a PDF, each claim with a numbered quote. Run it again and compare the hashes.",
    )
    pdf = page.work / "report.pdf"
    page.run("report", policy, "-o", str(pdf), "--on", DAY, "--made", MADE)
    for number, words in ((2, "scope and chain"), (4, "deadlines"), (5, "findings and evidence")):
        page.picture(f"report-{number}.png", _page(pdf, number), f"Page {number} of the report: {words}")


def _page(pdf: Path, number: int) -> bytes:
    """A page of a PDF as PNG (the last page where there are fewer)."""
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        image = document[min(number, len(document)) - 1].render(scale=1.1).to_pil().quantize(32)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Write the page that was asked for."""
    parser = argparse.ArgumentParser(description="Write the case study of an audit from a folder of texts.")
    parser.add_argument("--texts", type=Path, default=EXAMPLES)
    parser.add_argument("--policy", default="489/QĐ-TTg")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "case-study.md")
    given = parser.parse_args()
    output = given.output.absolute()
    with tempfile.TemporaryDirectory() as work:
        os.environ["PHAHE_DATA"] = str(Path(work) / "data")
        texts = Path(shutil.copytree(given.texts, Path(work) / "texts"))
        page = Study(texts, output, Path(work))
        study(page, given.policy)
        page.write()
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
