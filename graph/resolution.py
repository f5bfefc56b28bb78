"""Which document each reference is: a pure function of a block of references with equal type, number and symbol.

Only full references found entities. A partial one joins an entity where a title says so; else it stands alone, named
after its source, with the entities it may be. So nothing depends on the order in which sources come, and nothing is
merged because it is the only one met so far.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from graph.references import CONSTITUTION, COUNTED_WITH, LIKE, WHOLE_DATE, Reference, agree, key, likeness
from ontology import identity
from ontology.identity import Key
from ontology.model import Value


class Identity(Value, frozen=True, gc=False, array_like=True):
    """What a reference turned out to be. `reason` says why in one word or two; `lacks` what its identity misses.

    `candidates` are the documents it may be, where `ambiguous`. `entry` is the register's document it is, if any.
    """

    iri: str
    reason: str
    ambiguous: bool = False
    lacks: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    entry: str | None = None


class Entity(Value, frozen=True):
    """References of one document. A point is what its members state of date and body; they do not conflict."""

    members: tuple[Reference, ...]

    @property
    def entry(self) -> str | None:
        """The document of the register among the members."""
        return next((one.id for one in self.members if not one.source and one.sure), None)

    @property
    def sure(self) -> bool:
        """Whether anything but unsure rows of the register speaks for it."""
        return any(one.sure for one in self.members)

    @property
    def spokesman(self) -> Reference:
        """The member whose type and number stand: the register's; else the narrower type, the fuller number."""
        known = (one for one in self.members if not one.source and one.sure)
        return next(known, None) or min(
            self.members, key=lambda one: (one.type not in COUNTED_WITH, -len(one.number.slug if one.number else ""))
        )

    def most(self, part: str) -> str | None:
        """The value of `part` that stands: the register's, else that of most sources, the fullest, the first."""
        known = [value for one in self.members if not one.source and one.sure and (value := getattr(one, part))]
        if known:
            return str(known[0])
        counts: Counter[str] = Counter()
        for one in self.members:
            if value := getattr(one, part):
                counts[value] += one.weight
        return min(
            counts, key=lambda value: (-len(value) if part == "date" else 0, -counts[value], value), default=None
        )


def resolve(block: Iterable[Reference], register: Sequence[Reference] = ()) -> dict[tuple[str, str], Identity]:
    """The identity of each reference of one block, by (source, id). `register` are its documents with this number."""
    references = sorted({*block, *register}, key=lambda one: (one.source, one.id))
    entities, loose = _found([one for one in references if one.full])
    names = _names(entities)
    found: dict[tuple[str, str], Identity] = {}
    for entity, iri in zip(entities, names, strict=True):
        for one in entity.members:
            found[one.source, one.id] = Identity(iri, one.note or "full", entry=entity.entry)
    for one in [*loose, *(one for one in references if not one.full)]:
        found[one.source, one.id] = _joined(one, entities, names)
    return {key: value for key, value in found.items() if key[0]}


def resolve_loose(
    block: Iterable[Reference], shelved: Iterable[tuple[Reference, str]]
) -> dict[tuple[str, str], Identity]:
    """The identity of references that leave out their issuer, or a law's number; `shelved` are full ones they ask."""
    references = list(block)
    members: defaultdict[str, list[Reference]] = defaultdict(list)
    for one, iri in shelved:
        members[iri].append(one)
    names = sorted(members)
    if references[0].number is None:
        return {(one.source, one.id): _law(one, names) for one in references}
    entities = [Entity(tuple(members[name])) for name in names]
    return {(one.source, one.id): _joined(one, entities, names) for one in references}


def renamed(found: Identity, one: Reference, other: Reference) -> Identity:
    """What `other` is, that states the same as `one`, which was found to be `found`."""
    return replace(found, iri=found.iri.replace(f"~{one.naming}", f"~{other.naming}"))


def _found(full: list[Reference]) -> tuple[list[Entity], list[Reference]]:
    """The entities that full references found, and those references that fit several of them."""
    groups: defaultdict[tuple[str | None, str | None], list[Reference]] = defaultdict(list)
    for one in full:
        groups[one.series, one.period].append(one)
    entities: list[Entity] = []
    loose: list[Reference] = []
    for group in sorted(groups, key=repr):
        founded, rest = _divided(groups[group])
        entities += founded
        loose += rest
    return entities, loose


def _divided(group: list[Reference]) -> tuple[list[Entity], list[Reference]]:
    """Entities of one series and period: one, unless what the references state of date and body sets them apart."""
    points: defaultdict[tuple[str, str], list[Reference]] = defaultdict(list)
    for one in group:
        points[one.date or "", one.body or ""].append(one)
    number = group[0].number
    if (number and number.year) or all(agree(a[0], b[0]) for a in points.values() for b in points.values()):
        # A number that holds its year names one document of its series by itself: another day is a misprint.
        return [Entity(tuple(group))], []
    firm = [point for point in sorted(points) if not any(_fuller(other, point) for other in points)]
    clusters = _united([points[point] for point in firm])
    loose: list[Reference] = []
    for point in sorted(set(points) - set(firm)):
        fits = [cluster for cluster in clusters if any(agree(points[point][0], member) for member in cluster)]
        (fits[0] if len(fits) == 1 else loose).extend(points[point])
    return [Entity(tuple(cluster)) for cluster in clusters], loose


def _fuller(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether point `one` states all that `other` states, and more."""
    return one != other and all(a.startswith(b) for a, b in zip(one, other, strict=True))


def _united(points: list[list[Reference]]) -> list[list[Reference]]:
    """Points that conflict, put together where a misprint is the likelier reason."""
    clusters: list[list[Reference]] = []
    for point in points:
        same = [cluster for cluster in clusters if any(_misprint(a, b) for a in cluster for b in point)]
        merged = [one for cluster in same for one in cluster] + point
        clusters = [cluster for cluster in clusters if not any(cluster is one for one in same)] + [merged]
    return clusters


def _misprint(one: Reference, other: Reference) -> bool:
    """Whether two references of one series, period and number differ by an error: in the body or in the date only.

    A series counts a number once: on one whole day it is one document, whichever body of the series it is laid to.
    """
    if one.date == other.date and one.date and len(one.date) == WHOLE_DATE:
        return True
    if (one.date != other.date and one.body != other.body) or (one.year and other.year and one.year != other.year):
        return False
    return bool(one.title and other.title and likeness(one.title, other.title) >= LIKE)


def _names(entities: list[Entity]) -> list[str]:
    """An IRI for each entity; where the year leaves two of them with one name, the whole date tells them apart."""
    keys = [_key(entity) for entity in entities]
    counts = Counter(keys)
    for index, entity in enumerate(entities):
        if counts[keys[index]] > 1:
            keys[index] = _key(entity, whole=True)
    counts = Counter(keys)
    return [
        identity.document(one if counts[one] == 1 else _named(entity, one))
        for one, entity in zip(keys, entities, strict=True)
    ]


def _key(entity: Entity, *, whole: bool = False) -> Key:
    date = entity.most("date")
    year = date if whole or not date else date[:4]
    return key(entity.spokesman, body=entity.most("body"), date=year or entity.most("year"))


def _named(entity: Entity, shared: Key) -> Key:
    """`shared`, told apart by its members' namings: two entities that neither date nor body can name apart."""
    return replace(shared, naming=min(one.naming for one in entity.members))


def _joined(one: Reference, entities: list[Entity], names: list[str]) -> Identity:
    """The entity whose title a partial reference bears, else itself with what it may be."""
    if one.number is None:
        return _unnumbered(one)
    fits = [
        (entity, iri) for entity, iri in zip(entities, names, strict=True) if all(agree(one, m) for m in entity.members)
    ]
    alike = [(entity, iri) for entity, iri in fits if entity.sure and _titled(one, entity)]
    if len(alike) == 1:
        entity, iri = alike[0]
        return Identity(iri, "title", entry=entity.entry)
    own = identity.document(replace(key(one), naming=one.naming))
    return Identity(own, "partial", ambiguous=True, lacks=one.lacks, candidates=tuple(sorted({iri for _, iri in fits})))


def _law(one: Reference, names: Sequence[str]) -> Identity:
    """The law that some source gives number, name and day of, where `one` gives name and day."""
    if len(names) == 1:
        return Identity(names[0], "name and day")
    return replace(_unnumbered(one), ambiguous=bool(names), candidates=tuple(names))


def _unnumbered(one: Reference) -> Identity:
    """An unnumbered document: the register's, where it was found there, else as its source names it."""
    if one.entry:
        return Identity(identity.document(key(one)), "register", entry=one.entry)
    if one.type == CONSTITUTION and one.year:
        # A constitution bears no number: its year names it.
        return Identity(identity.document(replace(key(one), period=one.year)), "full")
    if one.law:
        return Identity(identity.document(replace(key(one), period=one.date, number=one.law)), "full")
    if one.congress:
        return Identity(identity.document(replace(key(one), period=f"dai-hoi-{str(one.term).lower()}")), "full")
    own = identity.document(replace(key(one), naming=one.naming))
    return Identity(own, "unnumbered", ambiguous=bool(one.options), lacks=("number",), candidates=one.options)


def _titled(one: Reference, entity: Entity) -> bool:
    title = one.title
    return bool(title) and any(m.title and likeness(str(title), m.title) >= LIKE for m in entity.members if m.sure)
