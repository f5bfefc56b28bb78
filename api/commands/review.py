"""Commands for reviewers: what was read with least confidence, verdicts on it, and where they no longer fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from api import terminal
from api.commands import options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.docket import Case
    from graph.review import Decision

C = TypeVar("C", bound="Callable[..., Any]")

SHORT = 12
"""Digits of a claim or a verdict that are shown; every command takes the beginning of one."""


@click.group()
def review() -> None:
    """Say of claims whether they are right; the lineage follows, and the log keeps who, when and why.

    \b
      phahe review list
      phahe review confirm 1a2b3c4d5e6f --by "Nguyễn Văn An"
      phahe review reject 1a2b3c4d5e6f --by An --why "Kế hoạch khác cùng số"
      phahe review correct 1a2b3c4d5e6f --predicate basedOn --by An --why "chỉ là căn cứ"
      phahe review undo 1a2b3c4d5e6f --by An
    """


def signed(command: C) -> C:
    """Add who decides, why, and what state of the claim was seen."""
    for option in (
        options.data,
        click.option(
            "--expect", metavar="VERSION", help="The version of the claim that you saw (`phahe review show`)."
        ),
        click.option("--why", default="", help="The reason, for those who read it later."),
        click.option("--by", required=True, metavar="NAME", help="Who decides."),
    ):
        command = option(command)
    return command


@review.command("list")
@click.option(
    "--state",
    type=click.Choice(("open", "confirmed", "rejected", "all")),
    default="open",
    show_default=True,
    help="Claims on which nobody decided, or those confirmed or rejected.",
)
@click.option("--predicate", metavar="NAME", help="Only claims of this relation.")
@click.option("--source", metavar="SOURCE", help="Only claims of this source.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="Claims to show.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Claims to skip.")
@options.formats("table", "json", "csv")
@options.data
def listed(
    state: str, predicate: str | None, source: str | None, limit: int, offset: int, form: str, data: Path
) -> int:
    """List claims, those read with least confidence first.

    \b
      phahe review list --predicate implements
      phahe review list --state rejected --format csv
    """
    from graph.docket import Docket
    from graph.reader import Reader

    with Reader.open(data) as reader:
        filters = {"predicate": predicate} if predicate else {}
        filters |= {"source": reader.kept(source).source.sha256} if source else {}
        found = Docket(reader).cases(state=state, limit=limit, offset=offset, filters=filters)
    if form == "json":
        terminal.out_json(found)
    else:
        header = ("claim", "confidence", "head", "predicate", "tail", "quote", "verdict", "by")
        (terminal.out_csv if form == "csv" else terminal.out_table)(header, [_row(one) for one in found.cases])
    if found.total > len(found.cases):
        terminal.say(f"{len(found.cases)} of {found.total} shown (--limit, --offset)")
    return 0 if found.cases else 1


def _row(one: Case) -> tuple[object, ...]:
    said = one.verdict
    return (
        _digits(one.assertion),
        f"{one.evidence.confidence:.2f}",
        one.head.label,
        one.predicate,
        one.tail.label,
        f"«{' '.join(one.evidence.exact.split())}»",
        said.act if said else "",
        said.by if said else "",
    )


def _digits(iri: str) -> str:
    return iri.rsplit("/", 1)[-1][:SHORT]


@review.command()
@click.argument("claim", metavar="CLAIM")
@options.formats("table", "json")
@options.data
def show(claim: str, form: str, data: Path) -> None:
    """Show one claim: its quote in its place, and all that was said of it.

    \b
      phahe review show 1a2b3c4d5e6f
    """
    from graph.docket import Docket
    from graph.reader import Reader

    with Reader.open(data) as reader:
        one = Docket(reader).case(claim)
    if form == "json":
        terminal.out_json(one)
        return
    evidence = one.evidence
    terminal.out(f"{one.head.label} {one.predicate} {one.tail.label}")
    quote = " ".join(f"{evidence.prefix}«{evidence.exact}»{evidence.suffix}".split())
    terminal.out(f"  …{quote}…")
    page = f", page {evidence.page}" if evidence.page else ""
    where = evidence.location or evidence.source[:SHORT]
    terminal.out(f"  {where}{page}, rule {evidence.rule}, confidence {evidence.confidence:.2f}")
    terminal.out(f"  claim {one.assertion}")
    if one.history:
        rows = [(said.id[:SHORT], said.when, said.by, said.act, said.why) for said in one.history]
        terminal.out_table(("Verdict", "When", "Who", "What", "Why"), rows)
        terminal.out(f"version to expect: {one.version[:SHORT]}")


@review.command()
@click.argument("claim", metavar="CLAIM")
@signed
def confirm(claim: str, by: str, why: str, expect: str | None, data: Path) -> None:
    """Say that a claim is right.

    \b
      phahe review confirm 1a2b3c4d5e6f --by An
    """
    from graph.review import Decision

    _decided(Decision("confirm", by, why, claim, expect), data)


@review.command()
@click.argument("claim", metavar="CLAIM")
@signed
def reject(claim: str, by: str, why: str, expect: str | None, data: Path) -> None:
    """Say that a claim is wrong: its edge leaves the lineage, unless another claim supports it.

    \b
      phahe review reject 1a2b3c4d5e6f --by An --why "văn bản khác cùng số"
    """
    from graph.review import Decision

    _decided(Decision("reject", by, why, claim, expect), data)


@review.command()
@click.argument("claim", metavar="CLAIM")
@click.option("--predicate", metavar="NAME", help="The relation that the quote states.")
@click.option("--head", metavar="DOCUMENT", help="The document that acts: its number, or as a text names it.")
@click.option("--tail", metavar="DOCUMENT", help="The document acted on: its number, or as a text names it.")
@signed
def correct(
    claim: str,
    predicate: str | None,
    head: str | None,
    tail: str | None,
    by: str,
    why: str,
    expect: str | None,
    data: Path,
) -> None:
    """Say what a quote states in truth: another relation, or other documents.

    \b
      phahe review correct 1a2b3c4d5e6f --predicate basedOn --by An --why "chỉ là căn cứ"
      phahe review correct 1a2b3c4d5e6f --tail "Quyết định số 489/QĐ-TTg ngày 08/4/2020" --by An --why "nhầm số"
    """
    from api.reviewing import end
    from graph.reader import Reader
    from graph.review import Decision

    with Reader.open(data) as reader:
        ends = {name: end(reader, one) for name, one in (("head", head), ("tail", tail)) if one}
    made = Decision("correct", by, why, claim, expect, predicate, head=ends.get("head"), tail=ends.get("tail"))
    _decided(made, data)


@review.command()
@click.argument("head", metavar="HEAD")
@click.argument("predicate", metavar="PREDICATE")
@click.argument("tail", metavar="TAIL")
@click.option(
    "--source", metavar="SOURCE", help="The source that states it: its path or address as loaded, or its hash."
)
@click.option("--quote", help="The words of the source that state it.")
@click.option("--provision", help="The part cited (Điều 5/khoản 2).")
@signed
def add(
    head: str,
    predicate: str,
    tail: str,
    source: str | None,
    quote: str | None,
    provision: str | None,
    by: str,
    why: str,
    expect: str | None,
    data: Path,
) -> None:
    """State an edge that no rule has read: from a quote of a source, or on your own word.

    \b
      phahe review add 211/KH-UBND implements 489/QĐ-TTg --source plan.pdf --quote "triển khai" --by An --why "sót"
    """
    from api.reviewing import end
    from graph.reader import Reader
    from graph.review import Decision

    with Reader.open(data) as reader:
        first, second = end(reader, head), end(reader, tail)
    _decided(Decision("add", by, why, "", expect, predicate, first, second, provision, source, quote), data)


@review.command()
@click.argument("name", metavar="CLAIM|VERDICT")
@signed
def undo(name: str, by: str, why: str, expect: str | None, data: Path) -> None:
    """Take the verdict that stands on a claim back; what stood before stands again. The log keeps both.

    \b
      phahe review undo 1a2b3c4d5e6f --by An
    """
    from graph.review import Decision

    _decided(Decision("undo", by, why, name, expect), data)


def _decided(decision: Decision, data: Path) -> None:
    from api import control

    done = control.review(decision, data)
    said = done.verdict
    terminal.say(f"{said.act} by {said.by}: verdict {said.id[:SHORT]}; version {done.version}")


@review.command()
@options.formats("table", "json", "csv")
@options.data
def conflicts(form: str, data: Path) -> int:
    """List verdicts that do not fit what is found now; exit status 1 where there are any.

    \b
      phahe review conflicts --format csv
    """
    from graph.docket import Docket
    from graph.reader import Reader

    with Reader.open(data) as reader:
        found = Docket(reader).disputes()
    if form == "json":
        terminal.out_json(found)
    elif found:
        rows = [
            (
                one.kind,
                one.verdict.id[:SHORT],
                one.verdict.act,
                one.verdict.by,
                f"{one.verdict.claim.head} {one.verdict.claim.predicate} {one.verdict.claim.tail}",
                f"«{' '.join(one.verdict.claim.quote.split())}»",
                one.advice,
                " ".join(_digits(iri) for iri in one.assertions),
            )
            for one in found
        ]
        header = ("conflict", "verdict", "said", "by", "claim", "quote", "advice", "look_at")
        (terminal.out_csv if form == "csv" else terminal.out_table)(header, rows)
    terminal.say(f"{len(found)} conflicts" if found else "all verdicts fit what is found")
    return 1 if found else 0


@review.command()
@options.formats("table", "json", "csv")
@options.data
def log(form: str, data: Path) -> int:
    """Show every verdict that was ever given, oldest first; exit status 1 where the log was changed by other hands.

    \b
      phahe review log --format csv
    """
    from graph.docket import Docket
    from graph.reader import Reader

    with Reader.open(data) as reader:
        docket = Docket(reader)
        found, faults = docket.log, docket.faults()
    if form == "json":
        terminal.out_json(found)
    else:
        header = ("verdict", "when", "by", "act", "claim", "why")
        rows = [
            (
                one.id[:SHORT],
                one.when,
                one.by,
                one.act,
                f"{one.claim.head} {one.claim.predicate} {one.claim.tail}",
                one.why,
            )
            for one in found
        ]
        (terminal.out_csv if form == "csv" else terminal.out_table)(header, rows)
    for fault in faults:
        terminal.say(f"phahe: {fault}: put the reviews back from a backup")
    return 1 if faults else 0
