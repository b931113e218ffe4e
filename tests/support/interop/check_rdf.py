"""Parses the RDF of an export in both its forms, and holds it against the vocabulary and the shapes."""
import json
import sys

from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef

turtle, json_ld, vocabulary, shapes = sys.argv[1:]
DEM = Namespace("urn:demarche:vocabulary:")
SCHEMA = Namespace("https://schema.org/")

data = Graph().parse(turtle, format="turtle")
other = set(Graph().parse(json_ld, format="json-ld"))
defined = set(Graph().parse(vocabulary, format="turtle").subjects())
constraints = Graph().parse(shapes, format="turtle")

used = {term for triple in data for term in triple[1:2]} | set(data.objects(None, RDF.type))
undefined = sorted(str(term) for term in used if term.startswith(DEM) and term not in defined)


def conforms(graph):
    return validate(graph, shacl_graph=constraints, inference="none")


ok, _, text = conforms(data)

# what the shapes are for: each of these must be found
broken = []
for subject, predicate, value in [
    (next(data.subjects(RDF.type, DEM.Actor)), SCHEMA.name, None),
    (next(data.subjects(RDF.type, DEM.Stance)), DEM.position, Literal("MAYBE")),
    (next(data.subjects(RDF.type, DEM.Statement)), DEM.date, Literal("yesterday")),
    (next(data.subjects(RDF.type, DEM.Speaking)), DEM.object, URIRef("urn:demarche:topic:none")),
]:
    wrong = Graph()
    for triple in data.triples((subject, None, None)):
        wrong.add(triple)
    wrong.remove((subject, predicate, None))
    if value is not None:
        wrong.add((subject, predicate, value))
    broken.append([str(predicate), conforms(wrong)[0]])

json.dump(
    {
        "triples": len(data),
        "same": set(data) == other,
        "undefined": undefined,
        "conforms": ok,
        "report": "" if ok else text[:2000],
        "broken": broken,
        "texts": {
            str(s): str(o) for s, o in data.subject_objects(SCHEMA.text) if str(s).startswith("urn:demarche:topic:hard")
        },
        "types": {str(t): len(list(data.subjects(RDF.type, t))) for t in set(data.objects(None, RDF.type))},
    },
    sys.stdout,
)
