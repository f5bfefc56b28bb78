"""What reading takes: citations in bytes, mentions, the whole contract; beside eyecite on its own kind of text. CPU time.

Rates are MB (10^6 bytes of UTF-8) a second of one core. The dense mix is made of the texts in `../shared/seeds`, their
paragraphs shuffled and the figures of their numbers varied; the labelled texts are those of `../shared/corpus`. Both
are skipped where they are absent. eyecite (no dependency: it brings a package `tests` that
would hide this one) is measured where `PHAHE_EYECITE` names the folder of a `pip install --target FOLDER eyecite`. The wall time of two
processes says something only of an idle machine with two cores.
"""

from __future__ import annotations

import importlib
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from loaders.extraction import citations
from loaders.extraction.extract import extract
from loaders.extraction.mentions import find
from loaders.extraction.normal import normal
from ontology.model import Text
from tests.benchmarks.rows import Row, cpu_seconds

SHARED = Path(os.environ.get("PHAHE_SHARED", Path(__file__).resolve().parents[2] / "../shared"))
MIX = 300
PARAGRAPHS = 14
STATEMENTS = 2_000
DENSE = {
    "a relation in every clause": "Thực hiện Chỉ thị số {0}-CT/TW ngày {1}/{2}/2018 của Ban Bí thư, Ủy ban nhân dân tỉnh ban "
    "hành Kế hoạch số {0}/KH-UBND triển khai Nghị quyết số {0}/NQ-CP của Chính phủ.\n",
    "a figure in every clause": "Triển khai Chỉ thị số 6-CT/TW, toàn tỉnh đã cử {0} cán bộ đi học, mở {1} lớp với {0} lượt người, "
    "đạt {1}% kế hoạch; có {2} xã đạt chuẩn.\n",
    "an order in every line": "Yêu cầu Sở Y tế báo cáo kết quả thực hiện Kế hoạch số {0}/KH-UBND trước ngày {1}/{2}/2024.\n",
}
OPINION = (
    "The court relied on {name} v. Board of Education, {a} U.S. {b}, {c} ({y}), and held that the order could stand. ",
    "That reading was rejected in {name} v. United States, {a} F.3d {b}, {c} (9th Cir. {y}), which found no ground for it. ",
    "See also {name} v. State, {a} F. Supp. 2d {b} (S.D.N.Y. {y}) (granting the motion in part). ",
    "Nothing in the record suggests that the petitioner was denied a fair hearing before the judge who saw the witnesses. ",
    "The findings below were supported by the testimony of three of them, so that we must take the facts as they are. ",
    "The statute, 42 U.S.C. § {c}, says no more than that; and {name}, {a} U.S. at {b}, is not to the contrary. ",
)


def rows() -> Iterator[Row]:
    """The two sets of texts, text that states something in every line, then peers, processes and the start."""
    for name, texts in (("dense mix", mix()), ("labelled texts", corpus())):
        if texts:
            yield from _reading(name, texts)
    yield from _dense()
    yield from _beside_eyecite()
    yield from _processes(corpus() or mix())
    yield _start()


def mix() -> list[bytes]:
    """Made texts as dense in citations as news of policy: about one in 900 bytes."""
    folder = SHARED / "seeds"
    pages = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))] if folder.is_dir() else []
    paragraphs = [line for page in pages for line in page.split("\n") if line.strip()]
    draw = random.Random(7)
    made = ["\n".join(draw.sample(paragraphs, min(PARAGRAPHS, len(paragraphs)))) for _ in range(MIX if pages else 0)]
    return [re.sub(r"\d{2,3}(?=[-/][A-ZĐ])", lambda _: str(draw.randint(1, 999)), text).encode() for text in made]


def corpus() -> list[bytes]:
    """The labelled texts of law."""
    folder = SHARED / "corpus/documents/vnlegaltext"
    return [path.read_bytes() for path in sorted(folder.rglob("*.txt"))] if folder.is_dir() else []


def _reading(name: str, texts: Sequence[bytes]) -> Iterator[Row]:
    size = sum(map(len, texts)) / 1e6
    decoded = [data.decode() for data in texts]
    forms = [normal(text).content for text in decoded]
    decoding = size / cpu_seconds(lambda: [data.decode() for data in texts])
    quick = size / cpu_seconds(lambda: [citations.find(data) for data in texts])
    yield Row(f"{name}: citations in bytes", quick, "MB/s", decoding, "decoding")
    places = citations._places
    citations._places = citations._by_pattern
    try:
        slow = size / cpu_seconds(lambda: [citations.find(data) for data in texts])
    finally:
        citations._places = places
    yield Row(f"{name}: the same without hyperscan", slow, "MB/s", quick, "with it")
    yield Row(
        f"{name}: all mentions of text", size / cpu_seconds(lambda: [find(form) for form in forms]), "MB/s", decoding,
        "decoding",
    )  # fmt: skip
    whole = size / cpu_seconds(lambda: [extract(Text(text), name="bench") for text in decoded])
    yield Row(f"{name}: the whole contract", whole, "MB/s", decoding, "decoding")


def _dense() -> Iterator[Row]:
    """Seconds a megabyte takes of made text that states something in every line, each time something else."""
    for name, model in DENSE.items():
        lines = [model.format(count, count % 28 + 1, count % 12 + 1) for count in range(1, 1 + STATEMENTS)]
        small, large = "".join(lines[: STATEMENTS // 2]), "".join(lines)
        half, whole = (cpu_seconds(partial(extract, Text(text), name="bench")) for text in (small, large))
        yield Row(
            f"dense: {name}", 1e6 * whole / len(large.encode()), "s/MB", 1e6 * half / len(small.encode()), "half of it"
        )


def _beside_eyecite() -> Iterator[Row]:
    """Microseconds a citation; the ratio says how many times as long eyecite takes for one of its own."""
    folder = os.environ.get("PHAHE_EYECITE")
    if folder is None or not (texts := mix()):
        return
    sys.path.append(folder)
    eyecite = importlib.import_module("eyecite")
    tokenizers = importlib.import_module("eyecite.tokenizers")
    quick = _each(lambda: [citation for data in texts for citation in citations.find(data)])
    whole = _each(lambda: [d for data in texts for d in extract(Text(data.decode()), name="bench").documents])
    opinion = _opinion()
    with tempfile.TemporaryDirectory() as cache:
        for name, tokenizer in (
            ("hyperscan", tokenizers.HyperscanTokenizer(cache_dir=cache)),
            ("default", tokenizers.AhocorasickTokenizer()),
        ):
            peer = _each(lambda tokenizer=tokenizer: eyecite.get_citations(opinion, tokenizer=tokenizer))
            yield Row(f"eyecite ({name}), a citation", peer, "us", quick, "citations in bytes")
            yield Row(f"eyecite ({name}), a citation", peer, "us", whole, "a document with all that is said of it")


def _each(work: Callable[[], Sequence[object]]) -> float:
    """Microseconds for each thing that `work` finds."""
    found = len(work())
    return 1e6 * cpu_seconds(work) / found


def _opinion() -> str:
    """A made-up opinion of 85 kB with a citation in every 200 characters or so, as opinions have them."""
    draw = random.Random(7)
    names = ("Miller", "Garcia", "Hudson", "Whitfield", "Okafor", "Larsen")
    sentences = []
    for at in range(780):
        figures = {"a": draw.randint(100, 560), "b": draw.randint(1, 900), "c": draw.randint(901, 1300)}
        name, year = draw.choice(names), draw.randint(1960, 2019)
        sentences.append(OPINION[at % len(OPINION)].format(name=name, y=year, **figures))
    return "\n\n".join("".join(sentences[at : at + 6]) for at in range(0, len(sentences), 6))


def _processes(texts: Sequence[bytes]) -> Iterator[Row]:
    """Wall time of reading all texts twice, by one process and by two."""
    if not texts:
        return
    one, two = (_wall(texts, workers) for workers in (1, 2))
    yield Row("two processes (wall time)", 1 / two, "runs/s", 1 / one, "one")


def _wall(texts: Sequence[bytes], workers: int) -> float:
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(_read, texts[:8], chunksize=1))
        start = time.perf_counter()
        list(pool.map(_read, [*texts, *texts], chunksize=16))
        return time.perf_counter() - start


def _read(data: bytes) -> int:
    return len(extract(Text(data.decode()), name="bench").documents)


def _start() -> Row:
    """CPU seconds of a fresh interpreter that imports the extractor, less one that imports nothing.

    The bytecode is kept, as that of an installed package is: the first import, which writes it, is not counted.
    """

    def took(code: str, env: dict[str, str]) -> float:
        before = os.times()
        subprocess.run([sys.executable, "-c", code], check=True, env=env)
        after = os.times()
        return (after.children_user + after.children_system) - (before.children_user + before.children_system)

    with tempfile.TemporaryDirectory() as kept:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": kept}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        empty, ours = (
            min([took(code, env) for _ in range(6)][1:]) for code in ("pass", "import loaders.extraction.extract")
        )
    return Row("importing the extractor", ours - empty, "s", empty, "an empty interpreter")
