"""The command line `phahe`: one table says where each command is; its module is loaded when it is needed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any, Final, NoReturn

import click

from api import terminal

SECTIONS: Final[dict[str, dict[str, str]]] = {
    "Bring documents in": {
        "load": "api.commands.sources",
        "remove": "api.commands.sources",
        "rebuild": "api.commands.sources",
        "backup": "api.commands.backups",
        "restore": "api.commands.backups",
        "extract": "api.commands.sources",
        "explain": "api.commands.sources",
    },
    "Ask": {
        "search": "api.commands.questions",
        "chain": "api.commands.questions",
        "query": "api.commands.query",
        "graph": "api.commands.files",
        "export": "api.commands.files",
        "body": "api.commands.registers",
        "status": "api.commands.status",
        "check": "api.commands.checks",
    },
    "Decide": {
        "review": "api.commands.review",
    },
    "Audit": {
        "audit": "api.commands.audit",
        "report": "api.commands.report",
    },
    "Serve": {
        "serve": "api.commands.service",
        "demo": "api.commands.service",
        "key": "api.commands.keys",
    },
    "Know the tool": {
        "accuracy": "api.commands.state",
        "doctor": "api.commands.state",
    },
}
"""The commands, by what a person wants to do; each is an attribute of its name in its module."""

COMMANDS: Final = {name: module for section in SECTIONS.values() for name, module in section.items()}


class Phahe(click.Group):
    """A group that finds its commands by the table, shows them by section, and ends every error in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the interface is click's
        """Return the names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, with its module loaded."""
        module = COMMANDS.get(cmd_name)
        command = getattr(importlib.import_module(module), cmd_name) if module else None
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under the heading of their section."""
        for heading, names in SECTIONS.items():
            rows = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(heading):
                formatter.write_dl([(name, command.get_short_help_str(70)) for name, command in rows if command])

    def main(self, *args: Any, standalone_mode: bool = True, **kwargs: Any) -> NoReturn:  # noqa: ANN401, ARG002
        """Run the command line and exit with its status."""
        run: Callable[..., object] = super().main
        sys.exit(terminal.run(lambda: run(*args, standalone_mode=False, **kwargs)))


@click.command(cls=Phahe, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="phahe", message="phahe %(version)s")
def main() -> None:
    """Phả hệ: the lineage of Vietnamese public policy, from the pages that state it.

    Reads documents, decides which is which, and keeps who implements what as a graph in which every
    edge has its quote. The data directory is PHAHE_DATA, or ./phahe-data.

    \b
      phahe demo                        a small graph, its chain, and the site
      phahe load pages/                 read a folder of .txt .html .pdf .docx
      phahe chain 211/KH-UBND           up to what it rests on, down to what rests on it
      phahe serve                       the site and SPARQL on 127.0.0.1:8000

    Exit status: 0 done, 1 the data says no, 2 wrong use, 3 a fault of the store or of a source.
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
