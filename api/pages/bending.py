"""Where the boxes of the network view stand, and how its edges bend so that they do not run behind boxes.

vis-network draws an edge as a quadratic curve through one point beside the straight line, set by a roundness and a
side; the shapes of a few such curves are compared here, in Python, and the first that meets fewest boxes is taken.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Any, Final

from api.pages.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.pages.geometry import Plan

CURVES: Final = (
    (0.0, "curvedCW"),
    (0.12, "curvedCW"),
    (0.12, "curvedCCW"),
    (0.24, "curvedCW"),
    (0.24, "curvedCCW"),
    (0.4, "curvedCW"),
    (0.4, "curvedCCW"),
    (0.6, "curvedCW"),
    (0.6, "curvedCCW"),
)
SAMPLES: Final = 24
TALL: Final = 30.0
STRETCH: Final = 1.25
ROW: Final = 68.0
LANE: Final = 12.0
SIZE: Final = (190.0, 46.0)
"""The room that vis-network takes for a name and a date."""


def spread(drawn: Plan) -> dict[str, Box]:
    """The boxes of a drawing for the network view: in the same order in time and level, but closer rows.

    The boxes of an overview stand as they are.
    """
    if all(box.height < TALL for box in drawn.boxes):
        return {box.iri: box for box in drawn.boxes}
    lanes = {lane.key: at for at, lane in enumerate(drawn.lanes)}
    return {
        box.iri: Box(box.iri, box.lane, box.row, box.x * STRETCH, box.row * ROW + lanes[box.lane] * LANE, *SIZE)
        for box in drawn.boxes
    }


def via(start: tuple[float, float], end: tuple[float, float], roundness: float, side: str) -> tuple[float, float]:
    """The control point that vis-network gives a curve."""
    clockwise = side == "curvedCW"
    dx, dy = end[0] - start[0], start[1] - end[1]
    radius = hypot(dx, dy)
    angle = atan2(dy, dx) + ((roundness if clockwise else -roundness) * 0.5 + 0.5) * pi
    reach = (roundness * 0.5 + 0.5) * radius
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)


def bend(start: Box, end: Box, others: Sequence[Box]) -> dict[str, Any]:
    """The `smooth` option of an edge between two boxes, given the boxes it should not meet."""
    a, b = middle(start), middle(end)

    def hits(curve: tuple[float, str]) -> int:
        roundness, side = curve
        control = via(a, b, roundness, side) if roundness else ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        points = [along(a, control, b, at / SAMPLES) for at in range(1, SAMPLES)]
        return sum(any(inside(box, point) for point in points) for box in others)

    roundness, side = min(CURVES, key=hits)
    return {"enabled": roundness > 0, "type": side, "roundness": roundness}


def middle(box: Box) -> tuple[float, float]:
    """The centre of a box."""
    return box.x + box.width / 2, box.y + box.height / 2


def along(
    a: tuple[float, float], control: tuple[float, float], b: tuple[float, float], t: float
) -> tuple[float, float]:
    """The point of a quadratic curve at `t`, from 0 to 1."""
    rest = 1 - t
    x, y = (rest * rest * a[axis] + 2 * rest * t * control[axis] + t * t * b[axis] for axis in (0, 1))
    return x, y


def inside(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box or just beside it."""
    return box.x - 6 < point[0] < box.right + 6 and box.y - 6 < point[1] < box.bottom + 6
