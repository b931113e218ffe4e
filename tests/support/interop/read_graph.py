"""Reads a graph file with networkx or igraph and prints what that found, as JSON."""
import json
import math
import sys

reader, path = sys.argv[1:]


def plain(value):
    return None if isinstance(value, float) and math.isnan(value) else value


if reader == "igraph":
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"]
    nodes = [[v["id"], {k: plain(x) for k, x in v.attributes().items()}] for v in graph.vs]
    edges = [
        [e["id"], ids[e.source], ids[e.target], {k: plain(x) for k, x in e.attributes().items()}]
        for e in graph.es
    ]
    directed = graph.is_directed()
else:
    import networkx

    graph = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[reader](path)
    nodes = list(graph.nodes(data=True))
    if graph.is_multigraph():
        edges = [[key, a, b, data] for a, b, key, data in graph.edges(keys=True, data=True)]
    else:
        edges = [[data.get("id", ""), a, b, data] for a, b, data in graph.edges(data=True)]
    directed = graph.is_directed()

json.dump({"directed": directed, "nodes": nodes, "edges": edges}, sys.stdout)
