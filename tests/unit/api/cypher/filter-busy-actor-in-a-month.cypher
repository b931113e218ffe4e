// degreesOfActors
UNWIND $ids AS parent
MATCH (a:Actor {id: parent})
RETURN parent, a.id AS node, COUNT { (a)<-[:MADE_BY]-() } AS MADE_BY, COUNT { (a)<-[:ON_BEHALF_OF]-() } AS ON_BEHALF_OF,
  COUNT { (a)<-[:ADDRESSED_TO]-() } AS ADDRESSED_TO, COUNT { (:_Month) } AS months, COUNT { (:MergedActor) } AS mergedActors
ORDER BY parent
// $ids = ["actor:iran-busy"]

// statementsPage
MATCH (m:_Month)
WITH m.id AS month
WHERE month <= $p5
  AND month >= $p8
WITH month ORDER BY month DESC
UNWIND range(1, 31) AS date
WITH month + '-' + right('0' + toString(date), 2) AS day
WHERE day <= $p6
  AND (day >= $p7 OR day IN $p9)
WITH day ORDER BY day DESC
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND s.dateTo >= $p7
  AND COUNT { MATCH (s)-[edge0:ON_BEHALF_OF]->(node0:Actor) WHERE node0.id IN $p0 } > 0
WITH s, day ORDER BY day DESC, s.id DESC LIMIT $p4
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint
ORDER BY s.dateFrom DESC, s.id DESC
// $p0 = ["actor:iran-busy"]
// $p1 = "2020-01-01"
// $p2 = "2020-09-01"
// $p3 = "2020-09-30"
// $p4 = 21
// $p5 = "2020-09"
// $p6 = "2020-09-30"
// $p7 = "2020-09-01"
// $p8 = "2020-01"
// $p9 = ["2020-01-01","2020-09-01"]
