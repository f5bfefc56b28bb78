"""Keys are told once, kept as hashes, and open what they were made for."""

import stat
from datetime import UTC, datetime, timedelta

import pytest

from api import keys
from ontology.errors import NotFound, StoreError, WrongUse


def test_a_key_is_told_once_and_kept_as_a_hash(tmp_path):
    data = tmp_path / "empty"
    key, text = keys.create(data, ("load",), label="nightly")
    kept = (data / keys.FILE).read_text()
    assert text not in kept
    assert key.digest in kept
    assert stat.S_IMODE((data / keys.FILE).stat().st_mode) == 0o600
    assert keys.holder(data, text) == key
    assert keys.holder(data, text + "x") is None


@pytest.mark.parametrize(
    ("scopes", "scope", "allowed"),
    [
        (("read",), "read", True),
        (("read",), "load", False),
        (("review",), "review", True),
        (("review",), "load", False),
        (("load",), "read", True),
        (("load",), "review", False),
        (("load",), "admin", False),
        (("admin",), "load", True),
        (("admin",), "admin", True),
    ],
)
def test_scopes(tmp_path, scopes, scope, allowed):
    key, _ = keys.create(tmp_path, scopes)
    assert key.allows(scope) is allowed


def test_a_revoked_key_opens_nothing(tmp_path):
    key, text = keys.create(tmp_path, ("admin",))
    other, other_text = keys.create(tmp_path, ("read",))
    assert keys.revoke(tmp_path, key.id) == key
    assert keys.holder(tmp_path, text) is None
    assert keys.holder(tmp_path, other_text) == other
    with pytest.raises(NotFound, match="phahe key list"):
        keys.revoke(tmp_path, key.id)


def test_a_key_lapses(tmp_path):
    key, text = keys.create(tmp_path, ("read",), days=1)
    now = datetime.now(UTC)
    assert not key.lapsed(now)
    assert key.lapsed(now + timedelta(days=1, seconds=1))
    lapsed, old = keys.create(tmp_path, ("read",), days=0)
    assert keys.holder(tmp_path, text) == key
    assert keys.holder(tmp_path, old) is None
    assert lapsed.lapsed(now)


def test_unknown_scope_and_damaged_file(tmp_path):
    with pytest.raises(WrongUse, match="read, review, load, admin"):
        keys.create(tmp_path, ("root",))
    (tmp_path / keys.FILE).write_text("{")
    with pytest.raises(StoreError, match="damaged"):
        keys.listed(tmp_path)
