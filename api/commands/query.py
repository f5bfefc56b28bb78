"""The command that puts a SPARQL query, written or named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import click
import msgspec

from api import terminal
from api.commands import options
from api.commands.files import written
from ontology.errors import QueryError, WrongUse
from ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from graph.answers import Answer
    from graph.reader import Reader

FORMS: Final = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")


class Term(msgspec.Struct, frozen=True):
    """A term of a SPARQL JSON result."""

    value: str


class Head(msgspec.Struct, frozen=True):
    """The names of the columns."""

    vars: tuple[str, ...] = ()


class Rows(msgspec.Struct, frozen=True):
    """The solutions."""

    bindings: tuple[dict[str, Term], ...] = ()


class Solutions(msgspec.Struct, frozen=True):
    """A SPARQL JSON result."""

    head: Head
    results: Rows = Rows()
    boolean: bool | None = None


@click.command()
@click.argument("text", required=False, metavar="SPARQL")
@click.option("--file", "source", type=click.File("r", encoding="utf-8"), help="Read the query from a file (-: stdin).")
@click.option("--name", metavar="NAME", help="Put a documented query of phahe (--list shows them).")
@click.option("--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter of the named query.")
@click.option("--list", "listing", is_flag=True, help="List the named queries and their parameters.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Default: a table, or Turtle for a graph.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 3600), default=60.0, show_default=True, help="Seconds it may take."
)
@options.output
@options.clocks
@options.data
def query(
    text: str | None,
    source: TextIO | None,
    name: str | None,
    params: tuple[str, ...],
    form: str | None,
    timeout: float,
    output: Path | None,
    as_of: str | None,
    known_on: str | None,
    data: Path,
    *,
    listing: bool,
) -> int | None:
    """Put a SPARQL query to the graph.

    With no FROM it sees the lineage and the register; every graph is reached by GRAPH. The usual prefixes
    (phahe:, eli:, dcterms:, prov:, skos: ...) need not be declared.

    \b
      phahe query 'SELECT * { ?s phahe:implements ?o } LIMIT 5'
      phahe query --file question.rq --format csv -o answer.csv
      phahe query --name chain-up --param document=211/KH-UBND
      phahe query --name in-force --as-of 2021-01-01
      phahe query --list
    """
    from graph.reader import Reader

    if listing:
        _list()
        return None
    if [text, source, name].count(None) != 2:
        raise WrongUse("give one query: its text, --file FILE or --name NAME (see: phahe query --help)")
    given = _pairs(params) | ({"asOf": as_of} if as_of else {})
    if given and name is None:
        raise WrongUse(f"{'--param' if params else '--as-of'} goes with --name")
    put = source.read() if source else text
    with Reader.known_on(data, known_on) as reader:
        answer = _answer(reader, put, name, given, form, timeout)
    _tell_examples(name, given)
    return _show(answer, form, output)


def _pairs(params: tuple[str, ...]) -> dict[str, str]:
    wrong = [one for one in params if "=" not in one]
    if wrong:
        raise WrongUse(f"a parameter is KEY=VALUE, not {wrong[0]!r}")
    return {key: value for key, _, value in (one.partition("=") for one in params)}


def _answer(
    reader: Reader, text: str | None, name: str | None, given: dict[str, str], form: str | None, timeout: float
) -> Answer:
    from graph import guard
    from graph.answers import Limits

    limits = Limits(seconds=timeout, rows=10_000_000, result_bytes=1 << 30)
    accept = None if form is None else "json" if form == "table" else form
    if name is not None:
        return reader.named(name, given, accept=accept, limits=limits)
    before = undeclared(text or "")
    if guard.form(text or "") in ("construct", "describe") and form == "table":
        raise WrongUse("a graph is no table: leave --format out, or take turtle, jsonld, ntriples ...")
    try:
        return reader.query(before + (text or ""), accept=accept, limits=limits)
    except QueryError as error:
        raise type(error)(moved(str(error), len(before))) from error


def undeclared(text: str) -> str:
    """Declarations, on one line, of the usual prefixes that a query uses and does not declare."""
    declared = {found.casefold() for found in re.findall(r"prefix\s+([\w.-]*):", text, re.IGNORECASE)}
    used = [name for name in PREFIXES if name not in declared and re.search(rf"(?<![\w:]){name}:", text)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in used)


def moved(message: str, by: int) -> str:
    """A message about a place on the first line, for the line as it was before `by` characters were put in."""
    return re.sub(r"\bat 1:(\d+)", lambda found: f"at 1:{max(1, int(found[1]) - by)}", message)


def _tell_examples(name: str | None, given: dict[str, str]) -> None:
    """Say which parameters were left out: the query was answered for its own examples of them (no day is no bound)."""
    from graph.queries import AS_OF, get

    for param in get(name).params if name else ():
        if param.name not in {*given, AS_OF}:
            terminal.say(f"{param.name} is the example, {param.example} (else: --param {param.name}=...)")


def _show(answer: Answer, form: str | None, output: Path | None) -> int:
    if answer.truncated:
        terminal.say("phahe: the answer was cut; ask for less, or export the graph")
    if form is None and answer.kind != "graph" and output is None:
        form = "table"
    if form == "table":
        return _table(answer.body)
    with written(output) as out:
        out.write(answer.body)
    return 0


def _table(body: bytes) -> int:
    """A table of solutions, or yes and no; exit status 1 where nothing is found or the answer is no."""
    found = msgspec.json.decode(body, type=Solutions)
    if found.boolean is not None:
        terminal.out("yes" if found.boolean else "no")
        return 0 if found.boolean else 1
    rows = found.results.bindings
    names = found.head.vars
    if rows:
        terminal.out_table(names, [[row[name].value if name in row else None for name in names] for row in rows])
    terminal.say("1 row" if len(rows) == 1 else f"{len(rows)} rows")
    return 0 if rows else 1


def _list() -> None:
    from graph.queries import catalogue

    rows = [(one.name, " ".join(param.name for param in one.params), one.title_en, one.title_vi) for one in catalogue()]
    terminal.out_table(("Name", "Parameters", "What it answers", "Trả lời câu hỏi"), rows)
