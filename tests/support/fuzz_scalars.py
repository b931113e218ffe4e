"""What the fuzzer is told of the scalars: ids that are there and ids that are not, dates and what is none."""

import json
import os
import urllib.request

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

LISTS = ["actors", "topics", "statements", "sources", "publishers", "events", "disputes", "conditions"]


def ids_of_each_kind():
    query = "{" + " ".join(f"{name}(first: 10) {{ nodes {{ id }} }}" for name in LISTS) + "}"
    request = urllib.request.Request(
        os.environ["DEMARCHE_GRAPHQL"],
        json.dumps({"query": query}).encode(),
        {"content-type": "application/json"},
    )
    data = json.load(urllib.request.urlopen(request))["data"]
    return [node["id"] for name in LISTS for node in data[name]["nodes"]]


anything = st.text(max_size=20)
dates = st.dates().map(str)
parts_of_dates = dates.flatmap(lambda date: st.sampled_from([date[:4], date[:7], date]))

schemathesis.graphql.scalar("ID", (st.sampled_from(ids_of_each_kind()) | anything).map(nodes.String))
schemathesis.graphql.scalar("EDTF", (parts_of_dates | anything).map(nodes.String))
schemathesis.graphql.scalar("DateTime", st.datetimes().map(lambda time: nodes.String(time.isoformat() + "Z")))
