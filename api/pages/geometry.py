"""The shapes a drawing is made of. Units are CSS pixels; x grows to the right, y downwards."""

from __future__ import annotations

from ontology.model import Value


class Box(Value, frozen=True, gc=False):
    """The rectangle of one node: `row` counts from the top of the picture, `lane` is the key of its level."""

    iri: str
    lane: str
    row: int
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


class Label(Value, frozen=True, gc=False):
    """The rectangle that the words of an edge take."""

    x: float
    y: float
    width: float
    height: float


class Route(Value, frozen=True, gc=False):
    """The way of one edge: `edge` indexes the edges of the subgraph; the arrow stands at the last point."""

    edge: int
    points: tuple[tuple[float, float], ...]
    label: Label | None = None


class Lane(Value, frozen=True, gc=False):
    """The strip of one level of government, kept (thin) even where nothing stands in it."""

    key: str
    y: float
    height: float
    empty: bool


class Tick(Value, frozen=True, gc=False):
    """A year on the time axis; `text` is empty for the column of documents without a date."""

    x: float
    text: str


class Plan(Value, frozen=True, gc=False):
    """Where everything of one drawing stands."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]

    def box(self, iri: str) -> Box:
        """The box of a node; raises KeyError where it is not drawn."""
        for box in self.boxes:
            if box.iri == iri:
                return box
        raise KeyError(iri)


def overlap(a: Box | Label, b: Box | Label) -> bool:
    """Whether two rectangles share more than an edge."""
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height
