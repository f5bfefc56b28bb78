"""Patterns that are compiled when they are first asked: importing the reader must be quick, and few texts ask all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKED: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class Deferred:
    """Stands for a compiled pattern: its methods are those of the pattern from the first one asked on."""

    __slots__ = (*_ASKED, "flags", "pattern")

    if TYPE_CHECKING:
        findall: Any
        finditer: Any
        fullmatch: Any
        match: Any
        search: Any
        split: Any
        sub: Any
        subn: Any

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Asked of a method only while it is not there: compile, and put all methods in place."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return cast("Callable[..., Any]", getattr(compiled, name))


def deferred(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`, not compiled yet; a fault in `source` shows when it is first asked."""
    return cast("re.Pattern[str]", Deferred(source, flags))
