// actorsPage
MATCH (n:Actor)
WHERE n.id IS NOT NULL
WITH n
ORDER BY n.id
LIMIT $p0
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.aliases AS aliases, n.isoCode AS isoCode, n.wikidataId AS wikidataId, n.description AS description, n.unresolved AS unresolved
ORDER BY n.id
// $p0 = 3

// statementsOfActorSpeakerCounts
UNWIND $p0 AS parent
CALL (parent) {
MATCH (node:Actor {id: parent})
WITH node AS node0
MATCH (node0)<-[edge0:MADE_BY]-(s:Statement)
RETURN count(s) AS count
}
RETURN parent, count
ORDER BY parent
// $p0 = ["actor:a","actor:b"]

// statementsOfActorSpeakerPages
UNWIND $p0 AS parent
CALL (parent) {
CALL (parent) {
MATCH (node:Actor {id: parent})
WITH node, COUNT { (node)<-[:MADE_BY]-() } AS degree
RETURN collect(node) AS nodes, sum(degree) AS degree
}
WITH nodes, degree, $p3 * COUNT { (:_Month) } AS span
WITH nodes, degree, span, 10 * degree >= span AS walks
CALL (nodes, degree, span, walks) {
WITH nodes, degree, span, walks
WHERE walks
MATCH (m:_Month)
WITH nodes, span, degree, m.id AS month
WITH nodes, span, degree, month ORDER BY month DESC LIMIT 3
UNWIND range(1, 31) AS date
WITH nodes, span, degree, month + '-' + right('0' + toString(date), 2) AS day
WITH nodes, span, degree, day ORDER BY day DESC LIMIT $p2
WITH nodes, span, degree, collect(day) AS days
UNWIND days[0..3 * (1 + span / degree)] AS day
WITH nodes, day ORDER BY day DESC
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND COUNT { MATCH (s)-[edge0:MADE_BY]->(node0:Actor) WHERE node0 IN nodes } > 0
WITH s, day ORDER BY day DESC, s.id DESC LIMIT $p1
RETURN collect(s) AS walked
}
CALL (nodes, walks, walked) {
WITH walked
WHERE size(walked) = $p1
UNWIND walked AS s
RETURN s
UNION ALL
WITH nodes, walks, walked
WHERE size(walked) < $p1
UNWIND nodes AS node0
WITH node0
MATCH (node0)<-[edge0:MADE_BY]-(s:Statement)
WITH s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p1
RETURN s
}
RETURN s
}
CALL (s) {
MATCH (s)-[:ABOUT]->(t:Topic)
WITH [t.id, t.kind, t.name] AS row ORDER BY t.id
RETURN collect(row) AS subjectsOfStatements
}
RETURN parent, s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint, subjectsOfStatements
ORDER BY parent, s.dateFrom DESC, s.id DESC
// $p0 = ["actor:a","actor:b"]
// $p1 = 4
// $p2 = 30
// $p3 = 120
