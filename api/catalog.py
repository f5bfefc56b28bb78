"""What there is to have, for machines: a DCAT description of the current version (https://www.w3.org/TR/vocab-dcat-3/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.dumps import FORMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.dumps import Dump

MEDIA_TYPES: Final = {
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "graphml": "application/xml",
}
MEDIA: Final = "https://www.iana.org/assignments/media-types/"
GRAPHS: Final = {
    "nquads": "every graph: lineage, register and what each source says",
    "trig": "every graph: lineage, register and what each source says",
    "turtle": "lineage and register",
    "jsonld": "lineage and register",
    "graphml": "the edges of the lineage with the cards of its nodes",
}

HEAD: Final = """@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{base}/dcat#catalog> a dcat:Catalog ;
  dcterms:title "Phả hệ chính sách"@vi, "Lineage of Vietnamese public policy"@en ;
  dcterms:description "Văn bản nào thực hiện văn bản nào, với câu trích làm bằng chứng."@vi ;
  dcterms:description "Which document carries out which, each with the quote that says so."@en ;
  foaf:homepage <{base}/> ;
  dcat:dataset <{base}/dcat#dataset> ;
  dcat:service <{base}/dcat#sparql>, <{base}/dcat#api> .

<{base}/dcat#dataset> a dcat:Dataset ;
  dcterms:title "Phả hệ văn bản"@vi, "Lineage of documents"@en ;
  dcterms:description "{counts}"@en ;
  dcterms:identifier "{version}" ;
  dcat:version "{version}" ;
  dcterms:modified "{modified}"^^xsd:dateTime ;
  dcterms:language <http://publications.europa.eu/resource/authority/language/VIE> ;
  dcterms:spatial <http://publications.europa.eu/resource/authority/country/VNM> ;
  dcterms:conformsTo <https://w3id.org/phahe/ontology> ;
  dcat:landingPage <{base}/data> ;
  dcat:keyword "chính sách"@vi, "văn bản pháp luật"@vi, "public policy"@en ;
  dcat:distribution {distributions} .

<{base}/dcat#sparql> a dcat:DataService ;
  dcterms:title "SPARQL"@en ;
  dcat:endpointURL <{base}/sparql> ;
  dcat:endpointDescription <{base}/sparql> ;
  dcterms:conformsTo <https://www.w3.org/TR/sparql11-protocol/> ;
  dcat:servesDataset <{base}/dcat#dataset> .

<{base}/dcat#api> a dcat:DataService ;
  dcterms:title "REST API"@en ;
  dcat:endpointURL <{base}/api/v1> ;
  dcat:endpointDescription <{base}/openapi.json> ;
  dcat:servesDataset <{base}/dcat#dataset> .
"""

DISTRIBUTION: Final = """
<{base}/dcat#{form}> a dcat:Distribution ;
  dcterms:title "{name}"@en ;
  dcterms:description "{graphs}"@en ;
  dcat:accessURL <{base}/dumps/{version}/{name}> ;
  dcat:downloadURL <{base}/dumps/{version}/{name}> ;
  dcat:mediaType <{media}> ;
  dcat:compressFormat <https://www.iana.org/assignments/media-types/application/gzip>{more} .
"""

CHECKSUM: Final = """ ;
  dcat:byteSize "{size}"^^xsd:nonNegativeInteger ;
  spdx:checksum <{base}/dcat#{form}-checksum> .

<{base}/dcat#{form}-checksum> a spdx:Checksum ;
  spdx:algorithm spdx:checksumAlgorithm_sha256 ;
  spdx:checksumValue "{sha256}"^^xsd:hexBinary"""


def turtle(base: str, version: str, modified: str, counts: Mapping[str, int], dumps: Mapping[str, Dump]) -> str:
    """The description of what the server at `base` gives; `modified` is when the version was published (UTC, ISO)."""
    forms = list(FORMS.values())
    text = HEAD.format(
        base=base,
        version=version,
        modified=modified,
        counts=", ".join(f"{count} {name}" for name, count in counts.items()),
        distributions=", ".join(f"<{base}/dcat#{form}>" for form in forms),
    )
    return text + "".join(_distribution(base, version, name, dumps.get(name)) for name in FORMS)


def _distribution(base: str, version: str, name: str, dump: Dump | None) -> str:
    form = FORMS[name]
    more = CHECKSUM.format(base=base, form=form, size=dump.size, sha256=dump.sha256) if dump else ""
    return DISTRIBUTION.format(
        base=base,
        version=version,
        name=name,
        form=form,
        graphs=GRAPHS[form],
        media=MEDIA + MEDIA_TYPES[form],
        more=more,
    )
