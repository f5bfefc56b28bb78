"""Commands for the keys that open writing over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api import keys, terminal
from api.commands import options

if TYPE_CHECKING:
    from pathlib import Path


@click.group()
def key() -> None:
    """Make, list and revoke the keys that open writing over HTTP.

    A key is sent as `Authorization: Bearer KEY`. It is shown once; only its hash is kept.

    \b
      phahe key create --scope load --label nightly
      phahe key list
      phahe key revoke 1a2b3c4d
    """


@key.command()
@click.option("--scope", "scopes", type=click.Choice(keys.SCOPES), multiple=True, required=True, help="What it opens.")
@click.option("--days", type=click.IntRange(0, 36500), help="Days until it expires; default: never.")
@click.option("--label", help="What it is for.")
@options.data
def create(scopes: tuple[str, ...], days: int | None, label: str | None, data: Path) -> None:
    """Make a key; the key alone is the last line of stdout. Works on an empty data directory.

    \b
      phahe key create --scope load --scope review --days 90
    """
    made, text = keys.create(data, scopes, days=days, label=label)
    terminal.say(f"key {made.id} opens {', '.join(made.scopes)}; it will not be shown again")
    terminal.out(text)


@key.command("list")
@options.formats("table", "json")
@options.data
def listed(form: str, data: Path) -> None:
    """List the keys, without what would open anything.

    \b
      phahe key list --format json
    """
    found = keys.listed(data)
    if form == "json":
        shown = ("id", "scopes", "created", "expires", "label")
        terminal.out_json([{name: getattr(one, name) for name in shown} for one in found])
        return
    rows = [(one.id, ", ".join(one.scopes), one.created, one.expires or "never", one.label) for one in found]
    terminal.out_table(("Key", "Opens", "Made", "Expires", "Label"), rows)


@key.command()
@click.argument("identity", metavar="KEY-ID")
@options.data
def revoke(identity: str, data: Path) -> None:
    """Make a key useless from now on.

    \b
      phahe key revoke 1a2b3c4d
    """
    gone = keys.revoke(data, identity)
    terminal.say(f"key {gone.id} is revoked")
