"""The questions of an auditor: who carries a policy out, what is due, what hangs on it, what stands against what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api import terminal
from api.commands import options
from api.commands.naming import picked

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.audit_values import Search
    from graph.reader import Reader
    from ontology.model import Value

FORMATS = ("table", "csv", "xlsx", "json")
WIDE, NARROW = 110, 64


@click.group()
def audit() -> None:
    """Follow a policy down to those who carry it out: each claim with its quote, each absence with its search.

    \b
      phahe audit coverage 49-KL/TW --of provinces --on 2026-11-01
      phahe audit deadlines 489/QĐ-TTg --on 2021-06-30 --format csv
      phahe audit searched 'Hải Dương' --place vbpl.vn --since 2019-05-10 --until 2021-06-30 --items 412 --by 'N. V. A'
    """


def _show(value: Value, form: str, output: Path | None, *, found: bool = True) -> int:
    """Write an answer; exit status 1 where there is nothing in it."""
    from api.sheets import sheets, workbook

    if form == "xlsx" and output is None:
        raise click.UsageError("a workbook is written to a file: give -o FILE.xlsx")
    if form == "json":
        terminal.out_json(value)
    elif form == "xlsx" and output:
        output.write_bytes(workbook(sheets(value)))
        terminal.say(f"written to {output}")
    elif form == "csv":
        sheet = sheets(value)[0]
        terminal.out_csv(sheet.header, sheet.rows)
    else:
        _table(value)
    return 0 if found else 1


def _table(value: Value) -> None:
    """The first sheet for people: the columns a person reads, long quotes cut; then what the others count."""
    from api.sheets import sheets

    hidden = {"source", "assertion", "key", "iri", "head_iri", "tail_iri", "location", "page", "basis", "searches"}
    for sheet in sheets(value):
        if not sheet.rows:
            continue
        kept = [at for at, name in enumerate(sheet.header) if name not in hidden]
        widths = {at: WIDE if sheet.header[at] in {"quote", "advice", "words", "note"} else NARROW for at in kept}
        rows = [tuple(_short(row[at], widths[at]) for at in kept) for row in sheet.rows]
        filled = [at for at in range(len(kept)) if any(row[at] for row in rows)]
        header = [sheet.header[kept[at]] for at in filled]
        terminal.out_table(header, [tuple(row[at] for at in filled) for row in rows], title=sheet.name)
        terminal.out("")


def _short(value: object, width: int) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= width else f"{text[:width].rsplit(' ', 1)[0]}…"


def _asked(data: Path, ask: Callable[[Reader], Value]) -> Value:
    from graph.reader import Reader

    with Reader.open(data) as reader:
        return ask(reader)


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from graph import clocks

    return clocks.day(value) if value else None


on = click.option("--on", "day", metavar="DAY", callback=_day, help="The day asked about (YYYY-MM-DD); default today.")


@audit.command("chain")
@click.argument("number", metavar="NUMBER")
@click.option("--to", metavar="NUMBER", help="Only the ways between the two.")
@click.option("--up", is_flag=True, help="Only what it rests on.")
@click.option("--down", is_flag=True, help="Only what rests on it.")
@click.option("--predicates", metavar="A,B", help="Walk these relations only.")
@click.option("--depth", type=click.IntRange(1), help="The most steps from the document.")
@click.option("--level", "levels", multiple=True, help="Grey out other levels (may be repeated).")
@click.option("--since", callback=_day, metavar="DAY", help="Grey out what is dated before.")
@click.option("--until", callback=_day, metavar="DAY", help="Grey out what is dated after.")
@click.option("--confidence", type=click.FloatRange(0, 1), default=0.0, help="Grey out links read less surely.")
@click.option("--confirmed", is_flag=True, help="Grey out links that nobody confirmed.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True, help="Ways to show.")
@options.formats(*FORMATS)
@options.output
@options.data
def chain_(
    number: str,
    to: str | None,
    predicates: str | None,
    depth: int | None,
    levels: tuple[str, ...],
    since: str | None,
    until: str | None,
    confidence: float,
    limit: int,
    form: str,
    output: Path | None,
    data: Path,
    *,
    up: bool,
    down: bool,
    confirmed: bool,
) -> int:
    """Follow chains link by link: gaps in days, the weakest link, how many ways there are in all, cycles.

    Filters are applied after the walk: they grey out and never cut a chain in the middle.
    """
    from graph import audit as asked
    from graph.audit_values import ChainAudit
    from graph.chains import Filters

    filters = Filters(frozenset(levels), since, until, confidence, confirmed)
    both = up == down

    def ask(reader: Reader) -> Value:
        return asked.chain(
            reader,
            picked(reader, number),
            to=picked(reader, to) if to else None,
            up=up or both,
            down=down or both,
            predicates=_predicates(predicates),
            depth=depth or asked.FAR,
            filters=filters,
            limit=limit,
        )

    found = _asked(data, ask)
    assert isinstance(found, ChainAudit)
    status = _show(found, form, output, found=bool(found.up.shown or found.down.shown))
    for name, routes in (("up", found.up), ("down", found.down)):
        if routes.shown:
            terminal.say(f"{name}: {len(routes.shown)} of {routes.total} ways, {routes.not_shown} not shown")
        for cycle in routes.cycles:
            terminal.say(f"cycle: {' → '.join(node.label for node in (*cycle, cycle[0]))}")
    return status


def _predicates(written: str | None) -> frozenset[str] | None:
    from ontology.errors import WrongUse
    from ontology.terms import PREDICATES

    names = frozenset(filter(None, (written or "").replace(",", " ").split()))
    unknown = sorted(names - set(PREDICATES))
    if unknown:
        raise WrongUse(f"{', '.join(unknown)} is no relation; the relations are: {', '.join(sorted(PREDICATES))}")
    return names or None


@audit.command()
@click.argument("number", metavar="NUMBER")
@click.option("--of", "expected", default="provinces", show_default=True, metavar="SET",
              help="provinces, ministries, districts:PROVINCE, communes:PROVINCE, or a CSV of bodies.")  # fmt: skip
@on
@click.option("--geography", callback=_day, metavar="DAY", help="The day whose units are shown; default the day asked.")
@click.option("--kinds", default="", metavar="KH,CTr", help="Only these types of document.")
@options.formats(*FORMATS)
@options.output
@options.data
def coverage(
    number: str,
    expected: str,
    day: str | None,
    geography: str | None,
    kinds: str,
    form: str,
    output: Path | None,
    data: Path,
) -> int:
    """Show which expected bodies carry a policy out: found, awaiting review, looked and not found, not collected.

    The last two are never merged: only a declared search (`phahe audit searched`) makes a cell `looked and not found`.
    """
    from graph import audit as asked

    wanted = tuple(kinds.replace(",", " ").split())
    return _show(
        _asked(
            data,
            lambda reader: asked.coverage(
                reader, picked(reader, number), expected, day=day, geography=geography, kinds=wanted
            ),
        ),
        form,
        output,
    )


@audit.command()
@click.argument("number", metavar="NUMBER")
@on
@click.option("--direct", is_flag=True, help="Only duties about the document itself, not about what carries it out.")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), help="Also write a calendar (.ics).")
@options.formats(*FORMATS)
@options.output
@options.data
def deadlines(
    number: str, day: str | None, ics: Path | None, form: str, output: Path | None, data: Path, *, direct: bool
) -> int:
    """Show what is due, for whom, and how each stands: met, late, open, overdue, or no evidence seen.

    Overdue is said only where a declared search covers the body; else no evidence was seen, which claims nothing.
    """
    from graph import audit as asked
    from graph.agenda import calendar
    from graph.audit_values import Deadlines

    found = _asked(data, lambda reader: asked.deadlines(reader, picked(reader, number), day=day, below=not direct))
    assert isinstance(found, Deadlines)
    if ics:
        ics.write_bytes(calendar(found))
        terminal.say(f"calendar written to {ics}")
    return _show(found, form, output, found=bool(found.duties or found.nearby))


@audit.command()
@click.argument("number", metavar="NUMBER")
@on
@click.option("--limit", type=click.IntRange(1, 100_000), default=200, show_default=True, help="Documents to show.")
@options.formats(*FORMATS)
@options.output
@options.data
def impact(number: str, day: str | None, limit: int, form: str, output: Path | None, data: Path) -> int:
    """Show what hangs on a document: all that still rests on it, by level, and what rests on nothing else."""
    from graph import audit as asked
    from graph.audit_values import Impact

    found = _asked(data, lambda reader: asked.impact(reader, picked(reader, number), day=day, limit=limit))
    assert isinstance(found, Impact)
    terminal.say(f"{len(found.affected)} of {found.total} documents and activities shown, {found.gone} no longer stand")
    return _show(found, form, output)


@audit.command()
@click.argument("number", metavar="NUMBER")
@click.option("--since", required=True, metavar="DAY|VERSION", help="The earlier day, or published version.")
@click.option("--until", metavar="DAY|VERSION", help="The later one; default now.")
@click.option("--known", is_flag=True, help="What became known between the two, not what is dated between them.")
@options.formats(*FORMATS)
@options.output
@options.data
def changes(
    number: str, since: str, until: str | None, form: str, output: Path | None, data: Path, *, known: bool
) -> int:
    """Show what changed in the lineage of a document between two days, or between two loads (`--known`)."""
    from graph import audit as asked

    ask = asked.changes_known if known else asked.changes
    return _show(_asked(data, lambda reader: ask(reader, picked(reader, number), since, until)), form, output)


@audit.command()
@options.formats(*FORMATS)
@options.output
@options.data
def contradictions(form: str, output: Path | None, data: Path) -> int:
    """List what cannot all be true, with the quotes of both sides."""
    from graph import audit as asked
    from graph.audit_values import Contradictions

    found = _asked(data, asked.contradictions)
    assert isinstance(found, Contradictions)
    terminal.say(f"{len(found.findings)} contradictions")
    return _show(found, form, output)


@audit.command()
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="Documents to show.")
@options.formats(*FORMATS)
@options.output
@options.data
def dangling(limit: int, form: str, output: Path | None, data: Path) -> int:
    """List documents that are named and never seen, by how many chains wait on them: what to obtain next."""
    from graph import audit as asked
    from graph.audit_values import Dangling

    found = _asked(data, lambda reader: asked.dangling(reader, limit=limit))
    assert isinstance(found, Dangling)
    terminal.say(f"{len(found.awaited)} of {found.total} shown")
    return _show(found, form, output)


@audit.command()
@click.argument("number", metavar="NUMBER")
@options.formats(*FORMATS)
@options.output
@options.data
def diffusion(number: str, form: str, output: Path | None, data: Path) -> int:
    """Measure how a policy spread: lags by level, the main path, the bodies that most ways pass through."""
    from graph import audit as asked

    return _show(_asked(data, lambda reader: asked.diffusion(reader, picked(reader, number))), form, output)


@audit.command()
@click.argument("body", required=False)
@click.option("--place", default="", help="Where was looked: a site, an archive.")
@click.option("--since", default="", metavar="DAY", help="The first day of publication looked through.")
@click.option("--until", default="", metavar="DAY", help="The last.")
@click.option("--kinds", default="", metavar="KH,CTr", help="The types of document looked for; default all.")
@click.option("--items", default="", help="How many items were read.")
@click.option("--by", default="", help="Who searched.")
@click.option("--on", "day", default="", metavar="DAY", help="The day of the search; default today.")
@click.option("--note", default="", help="Anything else.")
@click.option("--from", "manifest", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Declare the searches of a CSV with these columns.")  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="List what was declared.")
@click.option("--withdraw", metavar="ID", help="Take a record back (with --by).")
@options.formats("table", "csv", "json")
@options.data
def searched(
    body: str | None,
    place: str,
    since: str,
    until: str,
    kinds: str,
    items: str,
    by: str,
    day: str,
    note: str,
    manifest: Path | None,
    withdraw: str | None,
    form: str,
    data: Path,
    *,
    listing: bool,
) -> int:
    """Declare a search: who looked where, for whose documents, published when, and how many items were read.

    Only such a record lets the audit say that something was looked for and not found.
    """
    from graph import clocks, searches
    from ontology.errors import NotFound
    from ontology.registers import load

    if not data.is_dir():
        raise NotFound(f"there is no data directory {data}: load a source first (`phahe load PATH`)")
    kept = searches.Searches(data)
    day = day or clocks.today()
    if withdraw:
        gone = kept.withdraw(withdraw, by=by or "unknown", on=day)
        terminal.say(f"withdrawn: {gone.id} ({gone.body}, {gone.place})")
    elif manifest:
        found = searches.manifest(manifest, load())
        terminal.say(f"{sum(kept.add(one) for one in found)} of {len(found)} searches are new")
    elif body:
        given = {"body": body, "place": place, "since": since, "until": until, "kinds": kinds, "items": items,
                 "by": by, "on": day, "note": note}  # fmt: skip
        one = searches.declared(given, load())
        new = kept.add(one)
        terminal.say(f"{'declared' if new else 'known already'}: {one.id}, {one.key}, {one.since} to {one.until}")
    elif not listing:
        raise click.UsageError("name the body searched for, or give --from, --list or --withdraw")
    return _list(kept.all(), form) if listing else 0


def _list(found: list[Search], form: str) -> int:
    from api.sheets import of_searches

    if form == "json":
        terminal.out_json(found)
        return 0
    sheet = of_searches(found)
    (terminal.out_csv if form == "csv" else terminal.out_table)(sheet.header, sheet.rows)
    return 0
