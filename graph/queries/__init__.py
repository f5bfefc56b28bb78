"""The documented queries: one file each, runnable as it stands anywhere, and by name with other values.

A file begins with comments: `# title@vi`, `# title@en`, `# description@vi`, `# description@en`, and for each parameter
`# param NAME KIND EXAMPLE: meaning | meaning in Vietnamese`. A parameter is a `VALUES ?NAME { ... }` block that holds
the example; a value takes its place as an RDF term, escaped, never as text. Kinds are `document`, `node`, `body`,
`source`, `type`, `predicate`, `text`, `year`, `number` and `date`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from graph.terms import iri, text, whole
from ontology import identity
from ontology.errors import NotFound, WrongUse
from ontology.model import Value
from ontology.namespaces import ID, PHAHE, PREFIXES
from ontology.terms import PREDICATES, TYPES

HERE: Final = Path(__file__).parent
AS_OF: Final = "asOf"
HEADER: Final = re.compile(r"^#\s*(title@vi|title@en|description@vi|description@en|param)\s*:?\s+(.*)$", re.MULTILINE)
PARAM: Final = re.compile(r"(\w+)\s+(\w+)\s+(.+?)\s*:\s+(.*?)\s+\|\s+(.*)")
DATE: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


class Parameter(Value, frozen=True, gc=False):
    """A value that a query asks for; left out, the example of the file stands."""

    name: str
    kind: str
    example: str
    description: str
    description_vi: str


class NamedQuery(Value, frozen=True):
    """A documented query."""

    name: str
    title_vi: str
    title_en: str
    description: str
    description_vi: str
    params: tuple[Parameter, ...]
    text: str

    def filled(self, given: Mapping[str, str]) -> str:
        """The query with these values; raises WrongUse for a value or a name that it does not take."""
        unknown = set(given) - {param.name for param in self.params}
        if unknown:
            takes = ", ".join(param.name for param in self.params) or "none"
            raise WrongUse(f"query {self.name} has no parameter {', '.join(sorted(unknown))}; it takes: {takes}")
        filled = self.text
        for param in self.params:
            found = re.findall(rf"VALUES\s+\?{param.name}\s*\{{[^{{}}]*\}}", filled)
            if len(found) != 1:
                raise ValueError(f"{self.name}: {len(found)} VALUES blocks for ?{param.name}")
            if param.name in given:
                filled = filled.replace(found[0], f"VALUES ?{param.name} {{ {term(param.kind, given[param.name])} }}")
        return filled


@cache
def catalogue() -> tuple[NamedQuery, ...]:
    """All documented queries, by name."""
    return tuple(_read(path) for path in sorted(HERE.glob("*.rq")))


def get(name: str) -> NamedQuery:
    """The query of this name; raises NotFound naming those there are."""
    for query in catalogue():
        if query.name == name:
            return query
    raise NotFound(f"there is no query {name!r}; there are: {', '.join(query.name for query in catalogue())}")


def term(kind: str, value: str) -> str:
    """A value given as plain text as an RDF term of its kind; raises WrongUse where it is none."""
    value = value.strip()
    if kind in {"document", "node", "body", "source"}:
        path = {"body": "body/", "source": "source/"}.get(kind, "")
        return iri(value if value.startswith(ID) else ID + path + value)
    if kind == "type":
        code = next((code for code in TYPES if identity.slug(code) == identity.slug(value)), None)
        if code is None:
            raise WrongUse(f"{value!r} is no document type; there are: {', '.join(TYPES)}")
        return iri(TYPES[code].iri)
    if kind == "predicate":
        if value not in PREDICATES:
            raise WrongUse(f"{value!r} is no relation; there are: {', '.join(sorted(PREDICATES))}")
        return iri(PHAHE + value)
    if kind in {"year", "number"}:
        if not value.isascii() or not value.isdigit():
            raise WrongUse(f"a {kind} is written in digits, not {value!r}")
        return whole(int(value))
    if kind == "date":
        if not DATE.fullmatch(value):
            raise WrongUse(f"a date is written YYYY-MM-DD, not {value!r}")
        return f'"{value}"^^<{PREFIXES["xsd"]}date>'
    return text(value)


def _read(path: Path) -> NamedQuery:
    content = path.read_text(encoding="utf-8")
    fields: dict[str, list[str]] = {}
    for match in HEADER.finditer(content):
        fields.setdefault(match[1], []).append(match[2].strip())
    params = []
    for line in fields.get("param", []):
        parts = PARAM.fullmatch(line)
        if parts is None:
            raise ValueError(f"{path.name}: cannot read parameter {line!r}")
        params.append(Parameter(*parts.groups()))
    said = {name: " ".join(lines) for name, lines in fields.items()}
    return NamedQuery(
        name=path.stem,
        title_vi=said["title@vi"],
        title_en=said["title@en"],
        description=said["description@en"],
        description_vi=said["description@vi"],
        params=tuple(params),
        text=content,
    )
