"""From paths and addresses to a graph: the loaders, each on one source, and the library that keeps what they read."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from api import engine
from graph import rehearsal
from graph.contract import validated
from graph.library import Library
from graph.rehearsal import Rehearsal
from graph.values import Kept
from loaders.extraction.explain import Explanation, explain
from loaders.extraction.extract import extract
from loaders.fetch import fetch
from loaders.sources.registry import gather, read
from ontology.errors import NotFound, PhaheError, SourceError
from ontology.model import Extraction, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Progress = Callable[[int, int, str], None]

ALONE: Final = 4
"""Up to so many small sources are read in this process: starting others would take longer."""

SMALL: Final = 256 * 1024
"""Bytes up to which a text file is small."""

PLAIN: Final = (".txt", ".html", ".htm")
"""What is read in Python alone."""

ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""How an address begins; whether its kind is fetched, `loaders.fetch` says."""

PRELOAD: Final = ("api.pipeline",)


class Item(Value, frozen=True, gc=False, omit_defaults=True):
    """A source to be read: `name` is the address or the path as it was given, `path` where the file lies now."""

    name: str
    path: str | None = None


class Failure(Value, frozen=True, gc=False):
    """A source that was left out, and why, in one line."""

    name: str
    reason: str


class Prepared(Value, frozen=True, gc=False):
    """A source as it was read and what it states, with its bytes: all that the library keeps."""

    name: str
    kept: Kept
    original: bytes
    extraction: Extraction


class Loaded(Value, frozen=True, gc=False):
    """A source that was kept. `state` is `new` or `known` (the same bytes were kept before).

    Where nothing is kept it is `read`, or what it would be: `new`, `known`, or `changed` (it is read otherwise now).
    """

    name: str
    sha256: str
    state: str
    documents: int
    activities: int
    relations: int
    title: str | None = None
    notes: tuple[str, ...] = ()


class Removed(Value, frozen=True, gc=False):
    """A source that was taken out, and the version without it."""

    name: str
    sha256: str
    version: str


class Rebuilt(Value, frozen=True, gc=False):
    """The version that was made anew, and what of the kept records could not be read and is not in it."""

    version: str
    faults: tuple[str, ...] = ()


class LoadReport(Value, frozen=True, gc=False):
    """What became of each source that was given, in that order; `version` is the version that holds them.

    `faults` tells of records kept before that can no longer be read.
    """

    loaded: tuple[Loaded, ...]
    failed: tuple[Failure, ...]
    version: str | None = None
    faults: tuple[str, ...] = ()


def is_address(name: str) -> bool:
    """Whether a source is named by its web address rather than by a path."""
    return ADDRESS.match(name) is not None


def items(names: Iterable[str]) -> list[Item | Failure]:
    """The sources that `names` stand for, in order and each once: a folder is its readable files."""
    found: dict[str, Item | Failure] = {}
    for name in names:
        for one in [Item(name)] if is_address(name) else _files(name):
            found.setdefault(one.name, one)
    return list(found.values())


def _files(name: str) -> list[Item | Failure]:
    try:
        return [Item(path.as_posix(), str(path.absolute())) for path in gather([Path(name)])]
    except SourceError as error:
        return [Failure(name, str(error).removeprefix(f"{Path(name)}: "))]


def load(names: Iterable[str], data: Path, *, progress: Progress | None = None) -> LoadReport:
    """Read the sources, keep what they state, publish; a source that cannot be read is left out and reported."""
    return keep(items(names), data, progress=progress)


def keep(wanted: Sequence[Item | Failure], data: Path, *, progress: Progress | None = None) -> LoadReport:
    """`load` for sources that are already listed (by `items`, maybe in another process of this machine)."""
    if not any(isinstance(one, Item) for one in wanted):
        return _report(wanted, None)
    outcomes: list[Loaded | Failure] = []
    with Library(data) as library:
        known = {source.sha256 for source in library.sources()}
        library.keep_many(_taken(_prepared(wanted, progress), known, outcomes))
        version = library.publish()
        faults = tuple(library.faults)
    return _report(outcomes, version, faults)


def _taken(
    prepared: Iterable[Prepared | Failure], known: set[str], outcomes: list[Loaded | Failure]
) -> Iterator[tuple[Kept, bytes, Extraction]]:
    """What the library is to keep; what becomes of each source is noted in `outcomes` on the way."""
    for one in prepared:
        if isinstance(one, Failure):
            outcomes.append(one)
            continue
        sha256 = one.kept.source.sha256
        outcomes.append(told(one, "known" if sha256 in known else "new"))
        known.add(sha256)
        yield one.kept, one.original, one.extraction


def remove(source: str, data: Path) -> Removed:
    """Take a source out, by path or address as loaded or by its hash, and publish the graph without it."""
    with Library(data, create=False) as library:
        gone = library.remove(source)
        return Removed(gone.locations[0] if gone.locations else gone.sha256, gone.sha256, library.publish())


def rebuild(data: Path) -> Rebuilt:
    """Make the graph anew from the kept records, however damaged it is, and publish it."""
    if not data.is_dir():
        raise NotFound(f"there is no data directory at {data}: load a source first, or set PHAHE_DATA")
    Library.repair(data)
    with Library(data, create=False) as library:
        return Rebuilt(library.publish(anew=True), tuple(library.faults))


def rehearse(names: Iterable[str], *, progress: Progress | None = None) -> LoadReport:
    """What `load` would keep, with nothing written."""
    prepared = _prepared(items(names), progress)
    return _report([one if isinstance(one, Failure) else told(one, "read") for one in prepared], None)


def prepared(wanted: Sequence[Item | Failure], *, progress: Progress | None = None) -> list[Prepared | Failure]:
    """Each source as it is read, in the order wanted, with nothing written."""
    return list(_prepared(wanted, progress))


def compared(found: Iterable[Prepared | Failure], data: Path) -> Rehearsal:
    """What keeping these sources would change in the graph of `data`, with nothing written there."""
    items = [(one.kept, one.extraction) for one in found if isinstance(one, Prepared)]
    if (data / "layout.json").exists():
        with Library(data, create=False) as library:
            return rehearsal.rehearse(library, items)
    with TemporaryDirectory(prefix="phahe-") as empty, Library(Path(empty)) as library:
        return rehearsal.rehearse(library, items)


def extract_paths(names: Iterable[str], *, progress: Progress | None = None) -> Iterator[Extraction | Failure]:
    """What each source states, in the order given, as the extraction contract has it."""
    for one in _prepared(items(names), progress):
        yield one.extraction if isinstance(one, Prepared) else one


def explained(name: str) -> tuple[Explanation, ...] | Failure:
    """Why each relation that a source states was read; what the one source named cannot give is a failure."""
    (one,) = _prepared(items([name])[:1], None)
    return explain(one.kept.text.content, one.extraction) if isinstance(one, Prepared) else one


def prepare(item: Item) -> Prepared | Failure:
    """Read one source and what it states: no effect but the reading, and every failure of it is an answer."""
    name = Path(item.name).name
    try:
        data = fetch(item.name).data if item.path is None else Path(item.path).read_bytes()
        found = read(data, name=name, location=item.name)
        about = {"published": found.source.published, "publisher": found.source.publisher}
        stated = validated(extract(found.text, name=name, **about), found.text)
    except PhaheError as error:
        return Failure(item.name, str(error).removeprefix(f"{item.name}: ").removeprefix(f"{name}: "))
    except OSError as error:
        return Failure(item.name, f"cannot be read: {error.strerror or error}")
    return Prepared(item.name, Kept(found.source, found.text), data, stated)


def _prepared(wanted: Sequence[Item | Failure], progress: Progress | None) -> Iterator[Prepared | Failure]:
    """Every source as it was prepared, in the order wanted, read ahead in several processes."""
    ready: dict[int, Prepared | Failure] = {}
    due = 0
    for done, (place, outcome) in enumerate(_outcomes(wanted), start=1):
        ready[place] = outcome
        if progress:
            progress(done, len(wanted), wanted[place].name)
        while due in ready:
            yield ready.pop(due)
            due += 1


def _outcomes(wanted: Sequence[Item | Failure]) -> Iterator[tuple[int, Prepared | Failure]]:
    """The place and the outcome of each, as they come."""
    yield from ((place, one) for place, one in enumerate(wanted) if isinstance(one, Failure))
    places = [place for place, one in enumerate(wanted) if isinstance(one, Item)]
    todo = [one for one in wanted if isinstance(one, Item)]
    here = len(todo) <= ALONE and all(_small(item) for item in todo)
    for at, outcome in engine.run(prepare, todo, workers=0 if here else None, preload=PRELOAD):
        yield places[at], Failure(todo[at].name, outcome.reason) if isinstance(outcome, engine.Crash) else outcome


def _small(item: Item) -> bool:
    """Whether an item is read as quickly as a process is started, and by no native reader that could crash this one."""
    if item.path is None or Path(item.path).suffix.lower() not in PLAIN:
        return False
    try:
        return Path(item.path).stat().st_size <= SMALL
    except OSError:
        return True


def told(one: Prepared, state: str) -> Loaded:
    """What a report says of a source."""
    source, stated = one.kept.source, one.extraction
    counts = len(stated.documents), len(stated.activities), len(stated.relations)
    return Loaded(one.name, source.sha256, state, *counts, source.title, one.kept.text.notes)


def _report(
    outcomes: Iterable[Loaded | Item | Failure], version: str | None, faults: tuple[str, ...] = ()
) -> LoadReport:
    outcomes = list(outcomes)
    loaded = tuple(one for one in outcomes if isinstance(one, Loaded))
    failed = tuple(one for one in outcomes if isinstance(one, Failure))
    return LoadReport(loaded, failed, version, faults)
