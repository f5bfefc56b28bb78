"""Reading and writing at once, against a real server: no answer is lost, none is of another version than it says."""

import shutil

import pytest

from tests.api import mixed
from tests.api.process import served


@pytest.mark.parametrize("seconds", [60, pytest.param(600, marks=pytest.mark.long)])
@pytest.mark.timeout(900)
def test_no_answer_is_wrong_or_lost(data, tmp_path, seconds):
    home = tmp_path / "data"
    shutil.copytree(data, home, ignore=shutil.ignore_patterns("*.sock"))
    # A long turn in the short lane: on a busy machine a query that is refused would be no fault of the data's.
    with served(home, short_lane=5, workers=4) as server:
        told = mixed.loaded(server, home, tmp_path, seconds)
        assert server.stop() == 0
    assert told.wrong == []
    assert mixed.false(told) == []
    assert len(told.answers) > 5 * seconds
    assert told.writes > 2
    assert len({version for _, version, _ in told.answers}) > 2
