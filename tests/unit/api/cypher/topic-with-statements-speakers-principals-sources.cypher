// topicsById
UNWIND $p5 AS parent
MATCH (t:Topic {id: parent})
CALL (parent) {
CALL (parent) {
MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(node:Topic)
WITH DISTINCT node
WITH node, COUNT { (node)<-[:TAKES_STANCE]-() } AS degree
RETURN collect(node) AS nodes, sum(degree) AS degree
}
WITH nodes, degree, $p4 * COUNT { (:_Month) } AS span
WITH nodes, degree, span, 10 * degree >= span AS walks
CALL (nodes, degree, span, walks) {
WITH nodes, degree, span, walks
WHERE walks
MATCH (m:_Month)
WITH nodes, span, degree, m.id AS month
WITH nodes, span, degree, month ORDER BY month DESC LIMIT 3
UNWIND range(1, 31) AS date
WITH nodes, span, degree, month + '-' + right('0' + toString(date), 2) AS day
WITH nodes, span, degree, day ORDER BY day DESC LIMIT $p3
WITH nodes, span, degree, collect(day) AS days
UNWIND days[0..3 * (1 + span / degree)] AS day
WITH nodes, day ORDER BY day DESC
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND COUNT { MATCH (s)-[edge0:TAKES_STANCE]->(node0:Topic) WHERE node0 IN nodes AND edge0.coding IN $p0 AND edge0.position <> $p1 } > 0
WITH s, day ORDER BY day DESC, s.id DESC LIMIT $p2
RETURN collect(s) AS walked
}
CALL (nodes, walks, walked) {
WITH walked
WHERE size(walked) = $p2
UNWIND walked AS s
RETURN s
UNION ALL
WITH nodes, walks, walked
WHERE size(walked) < $p2
UNWIND nodes AS node0
WITH node0
MATCH (node0)<-[edge0:TAKES_STANCE]-(s:Statement)
WHERE edge0.coding IN $p0
  AND edge0.position <> $p1
WITH DISTINCT s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p2
RETURN s
}
CALL (s) {
MATCH (s)-[r:MADE_BY]->(a:Actor)
WITH [a.id, a.kind, a.name] AS row ORDER BY r.ordinal
RETURN collect(row) AS speakersOfStatements
}
CALL (s) {
MATCH (s)-[r:ON_BEHALF_OF]->(a:Actor)
WITH [coalesce(r.implied, false), a.id, a.kind, a.name] AS row ORDER BY r.ordinal
RETURN collect(row) AS principalsOfStatements
}
CALL (s) {
MATCH (s)-[r:REPORTED_IN]->(o:Source)
CALL (o) {
MATCH (o)-[:PUBLISHED_BY]->(publisher:Publisher)
RETURN head(collect(publisher)) AS p
}
WITH [r.quote, r.primary, o.id, o.url, p.id, p.name, p.country] AS row ORDER BY r.ordinal
RETURN collect(row) AS citationsOfStatements
}
WITH [s.id, s.act, s.date, s.dateFrom, s.dateTo, s.time, s.dateBasis, s.summary, s.recordedAt, s.revision, s.fingerprint, speakersOfStatements, principalsOfStatements, citationsOfStatements] AS row ORDER BY s.dateFrom DESC, s.id DESC
RETURN collect(row) AS statements0
}
RETURN t.id AS id, t.kind AS kind, t.name AS name, t.text AS text, t.aligned AS aligned, t.valence AS valence, t.validFrom AS validFrom, t.validTo AS validTo, statements0
ORDER BY id
// $p0 = ["adjudicated"]
// $p1 = "NO_STANCE"
// $p2 = 21
// $p3 = 30
// $p4 = 630
// $p5 = ["topic:snapback"]
