"""The Service Description of an endpoint (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

FORMATS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "N-Quads",
    "TriG",
    "JSON-LD",
    "RDF_XML",
)
"""The names of the forms we answer in, in http://www.w3.org/ns/formats/."""

PREFIXES: Final = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
"""


def turtle(endpoint: str, *, writable: bool, named: Sequence[str] = ()) -> str:
    """The description of the service at `endpoint`, with the graphs of its data set that have a fixed name."""
    languages = "sd:SPARQL11Query, sd:SPARQL11Update" if writable else "sd:SPARQL11Query"
    formats = ", ".join(f"<http://www.w3.org/ns/formats/{name}>" for name in FORMATS)
    graph = " ;\n    sd:namedGraph [ a sd:NamedGraph ; sd:name <{}> ; sd:graph [ a sd:Graph ] ]"
    graphs = "".join(graph.format(name) for name in named)
    return f"""{PREFIXES}
[] a sd:Service ;
  sd:endpoint <{endpoint}> ;
  sd:supportedLanguage {languages} ;
  sd:resultFormat {formats} ;
  sd:feature sd:EmptyGraphs ;
  sd:defaultDataset [
    a sd:Dataset ;
    sd:defaultGraph [ a sd:Graph ]{graphs}
  ] .
"""
