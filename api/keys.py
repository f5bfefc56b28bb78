"""The keys that open writing, kept in the data directory as hashes: a lost key cannot be read back, only revoked."""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import os
import secrets
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from ontology.errors import NotFound, StoreError, WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SCOPES: Final = ("read", "review", "load", "admin")
FILE: Final = "keys.json"


class Key(msgspec.Struct, frozen=True, omit_defaults=True):
    """A key as it is kept: `digest` is the SHA-256 of its text, in hex; `created`, `expires`: UTC, ISO 8601."""

    id: str
    digest: str
    scopes: tuple[str, ...]
    created: str
    expires: str | None = None
    label: str | None = None

    def allows(self, scope: str) -> bool:
        """Whether the key opens `scope`: `admin` opens all of them, and every key opens `read`."""
        return scope == "read" or scope in self.scopes or "admin" in self.scopes

    def lapsed(self, now: datetime) -> bool:
        """Whether the key has expired."""
        return self.expires is not None and datetime.fromisoformat(self.expires) <= now


def digest(text: str) -> str:
    """The hash under which a key is kept. The key is 256 random bits, so no salt and no slow hash are needed."""
    return hashlib.sha256(text.encode()).hexdigest()


def create(
    data: Path, scopes: tuple[str, ...], *, days: int | None = None, label: str | None = None
) -> tuple[Key, str]:
    """A new key and its text, which is told here once and never again. Works on an empty data directory."""
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        raise WrongUse(f"a key's scope is one of {', '.join(SCOPES)}")
    now = datetime.now(UTC).replace(microsecond=0)
    identity, text = secrets.token_hex(4), f"phahe_{secrets.token_urlsafe(32)}"
    expires = (now + timedelta(days=days)).isoformat() if days is not None else None
    key = Key(identity, digest(text), tuple(sorted(set(scopes))), now.isoformat(), expires, label)
    _change(data, lambda keys: [*keys, key])
    return key, text


def revoke(data: Path, identity: str) -> Key:
    """Take the key with this id out; raises NotFound where there is none."""
    gone = [key for key in listed(data) if key.id == identity]
    if not gone:
        raise NotFound(f"no key {identity!r} (see: phahe key list)")
    _change(data, lambda keys: [key for key in keys if key.id != identity])
    return gone[0]


def listed(data: Path) -> list[Key]:
    """All keys of the data directory, in the order they were made; raises StoreError where the file is damaged."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=list[Key])
    except FileNotFoundError:
        return []
    except msgspec.DecodeError as error:
        raise StoreError(f"{data / FILE} is damaged; put it right or delete it and make new keys") from error


def holder(data: Path, text: str) -> Key | None:
    """The valid key whose text this is, or None. Every kept hash is compared, in constant time."""
    wanted, now, found = digest(text), datetime.now(UTC), None
    for key in listed(data):
        if hmac.compare_digest(key.digest, wanted) and not key.lapsed(now):
            found = key
    return found


def stands(data: Path, identity: str) -> bool:
    """Whether the key of this id is there and has not expired."""
    now = datetime.now(UTC)
    return any(key.id == identity and not key.lapsed(now) for key in listed(data))


def _change(data: Path, change: Callable[[list[Key]], list[Key]]) -> None:
    data.mkdir(parents=True, exist_ok=True)
    with _locked(data):
        fresh = data / f"{FILE}.new"
        fresh.touch(mode=0o600)
        fresh.write_bytes(msgspec.json.format(msgspec.json.encode(change(listed(data)))) + b"\n")
        fresh.replace(data / FILE)


@contextmanager
def _locked(data: Path) -> Iterator[None]:
    """One change at a time: the lock goes with the file handle, also where the process dies."""
    handle = os.open(data / f"{FILE}.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
