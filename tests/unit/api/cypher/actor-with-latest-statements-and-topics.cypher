// actorsById
UNWIND $p3 AS parent
MATCH (a:Actor {id: parent})
CALL (parent) {
CALL (parent) {
MATCH (node:Actor {id: parent})
WITH node, COUNT { (node)<-[:ON_BEHALF_OF]-() } AS degree
RETURN collect(node) AS nodes, sum(degree) AS degree
}
WITH nodes, degree, $p2 * COUNT { (:_Month) } AS span
WITH nodes, degree, span, 10 * degree >= span AS walks
CALL (nodes, degree, span, walks) {
WITH nodes, degree, span, walks
WHERE walks
MATCH (m:_Month)
WITH nodes, span, degree, m.id AS month
WITH nodes, span, degree, month ORDER BY month DESC LIMIT 3
UNWIND range(1, 31) AS date
WITH nodes, span, degree, month + '-' + right('0' + toString(date), 2) AS day
WITH nodes, span, degree, day ORDER BY day DESC LIMIT $p1
WITH nodes, span, degree, collect(day) AS days
UNWIND days[0..3 * (1 + span / degree)] AS day
WITH nodes, day ORDER BY day DESC
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND COUNT { MATCH (s)-[edge0:ON_BEHALF_OF]->(node0:Actor) WHERE node0 IN nodes } > 0
WITH s, day ORDER BY day DESC, s.id DESC LIMIT $p0
RETURN collect(s) AS walked
}
CALL (nodes, walks, walked) {
WITH walked
WHERE size(walked) = $p0
UNWIND walked AS s
RETURN s
UNION ALL
WITH nodes, walks, walked
WHERE size(walked) < $p0
UNWIND nodes AS node0
WITH node0
MATCH (node0)<-[edge0:ON_BEHALF_OF]-(s:Statement)
WITH s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p0
RETURN s
}
CALL (s) {
MATCH (s)-[:ABOUT]->(t:Topic)
WITH [t.id, t.kind, t.name] AS row ORDER BY t.id
RETURN collect(row) AS subjectsOfStatements
}
WITH [s.id, s.act, s.date, s.dateFrom, s.dateTo, s.time, s.dateBasis, s.summary, s.recordedAt, s.revision, s.fingerprint, subjectsOfStatements] AS row ORDER BY s.dateFrom DESC, s.id DESC
RETURN collect(row) AS statements0
}
RETURN a.id AS id, a.kind AS kind, a.name AS name, a.aliases AS aliases, a.isoCode AS isoCode, a.wikidataId AS wikidataId, a.description AS description, a.unresolved AS unresolved, statements0
ORDER BY id
// $p0 = 6
// $p1 = 30
// $p2 = 180
// $p3 = ["actor:iran"]
