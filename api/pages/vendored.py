"""Files that the site hands out beside its pages: the ontology, and what is known of the browser files of others."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec

from ontology.model import Value


class Package(Value, frozen=True, gc=False):
    """A package whose files the pages use (`vendor.json`); `into` is its folder under `static/vendor`."""

    name: str
    version: str
    licence: str
    home: str
    into: str = ""
    tests: bool = False


class _Vendor(Value, frozen=True, gc=False):
    packages: tuple[Package, ...]


@lru_cache(maxsize=1)
def packages() -> tuple[Package, ...]:
    """The packages that are shipped."""
    text = files("api.pages").joinpath("vendor.json").read_bytes()
    return tuple(package for package in msgspec.json.decode(text, type=_Vendor).packages if not package.tests)


@lru_cache(maxsize=1)
def ontology() -> bytes:
    """The ontology in Turtle."""
    return files("ontology").joinpath("phahe.ttl").read_bytes()
