"""Nothing that is not documented: every command and option stands in docs/cli.md, and nothing else does."""

import re
from pathlib import Path

import click
import pytest

from api.cli import main

PLACE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
PAGE = PLACE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `([^`]+)`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
EVERYWHERE = {"--data", "--help"}


def commands(command, path):
    """Every command below `command`, with its full name."""
    if path != "phahe":
        yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), f"{path} {name}")


ALL = dict(commands(main, "phahe"))


@pytest.mark.parametrize("name", ALL)
def test_every_command_is_documented_with_its_options(name):
    text = SECTIONS[name]
    for option in ALL[name].params:
        if isinstance(option, click.Option) and not EVERYWHERE.intersection(option.opts):
            assert any(re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text) for one in option.opts), option.opts


def test_nothing_is_documented_that_is_not_there():
    assert set(SECTIONS) == set(ALL)
    options = {one for command in ALL.values() for option in command.params for one in option.opts}
    stated = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE))
    assert stated <= options | EVERYWHERE


def test_every_setting_is_documented():
    from api.settings import Settings

    page = PLACE.with_name("operations.md").read_text(encoding="utf-8")
    stated = set(re.findall(r"PHAHE_[A-Z_]+", page)) - {"PHAHE_SETTINGS"}
    assert {f"PHAHE_{name.upper()}" for name in Settings.model_fields} == stated


@pytest.mark.parametrize("name", ALL)
def test_every_option_has_help(name):
    assert ALL[name].help
    for option in ALL[name].params:
        if isinstance(option, click.Option):
            assert option.help, option.opts
