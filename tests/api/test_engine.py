"""Every item has its outcome, and a crash costs one item."""

import os

import pytest

from api.engine import Crash, run


def square(number):
    return number * number


def die_on_seven(number):
    if number == 7:
        os._exit(1)
    return number


def fail(number):
    raise ValueError(number)


def test_every_item_has_its_outcome():
    assert dict(run(square, range(40), workers=2)) == {number: number * number for number in range(40)}


def test_nothing_to_do():
    assert list(run(square, [])) == []


def test_a_crash_costs_one_item():
    outcomes = dict(run(die_on_seven, range(20), workers=2))
    assert outcomes.pop(7) == Crash()
    assert outcomes == {number: number for number in range(20) if number != 7}


@pytest.mark.parametrize("workers", [0, 1])
def test_a_fault_costs_one_item(workers):
    ((place, outcome),) = run(fail, [3], workers=workers)
    assert place == 0
    assert outcome == Crash("a fault of phahe (ValueError: 3): please report it")
