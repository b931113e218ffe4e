// partsOfTopics
UNWIND $ids AS parent
MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(t:Topic)
WITH DISTINCT parent, t
RETURN parent, t.id AS node, COUNT { (t)<-[:TAKES_STANCE]-() } AS TAKES_STANCE, COUNT { (t)<-[:ABOUT]-() } AS ABOUT,
  COUNT { (:_Month) } AS months
ORDER BY parent, node
// $ids = ["topic:snapback-busy"]

// degreesOfActors
UNWIND $ids AS parent
MATCH (a:Actor {id: parent})
RETURN parent, a.id AS node, COUNT { (a)<-[:MADE_BY]-() } AS MADE_BY, COUNT { (a)<-[:ON_BEHALF_OF]-() } AS ON_BEHALF_OF,
  COUNT { (a)<-[:ADDRESSED_TO]-() } AS ADDRESSED_TO, COUNT { (:_Month) } AS months, COUNT { (:MergedActor) } AS mergedActors
ORDER BY parent
// $ids = ["actor:iran-busy"]

// statementsPage
CALL () {
MATCH (m:_Month)
WITH m.id AS month
WHERE month <= $p8
  AND month >= $p11
WITH month ORDER BY month DESC LIMIT 3
UNWIND range(1, 31) AS date
WITH month + '-' + right('0' + toString(date), 2) AS day
WHERE day <= $p9
  AND (day >= $p10 OR day IN $p12)
WITH day ORDER BY day DESC LIMIT $p13
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND s.dateTo >= $p10
  AND COUNT { MATCH (s)-[edge0:ON_BEHALF_OF]->(node0:Actor) WHERE node0.id IN $p0 } > 0
  AND COUNT { MATCH (s)-[edge1:TAKES_STANCE]->(node1:Topic) WHERE node1.id IN $p1 AND edge1.coding IN $p2 AND edge1.position IN $p3 } > 0
WITH s, day ORDER BY day DESC, s.id DESC LIMIT $p7
RETURN collect(s) AS walked
}
CALL (walked) {
WITH walked WHERE size(walked) = $p7
UNWIND walked AS s
RETURN s
UNION ALL
WITH walked WHERE size(walked) < $p7
CALL (walked) {
MATCH (node0:Actor)
WHERE node0.id IN $p0
MATCH (node0)<-[edge0:ON_BEHALF_OF]-(s:Statement)
WHERE s.dateFrom >= $p4
  AND s.dateTo >= $p5
  AND s.dateFrom <= $p6
  AND COUNT { MATCH (s)-[edge1:TAKES_STANCE]->(node1:Topic) WHERE node1.id IN $p1 AND edge1.coding IN $p2 AND edge1.position IN $p3 } > 0
WITH s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p7
RETURN s
}
RETURN s
}
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint
ORDER BY s.dateFrom DESC, s.id DESC
// $p0 = ["actor:iran-busy"]
// $p1 = ["topic:snapback-busy","topic:snapback-busy-part"]
// $p2 = ["adjudicated"]
// $p3 = ["OPPOSE"]
// $p4 = "2020-01-01"
// $p5 = "2020-01-01"
// $p6 = "2021-12-31"
// $p7 = 21
// $p8 = "2021-12"
// $p9 = "2021-12-31"
// $p10 = "2020-01-01"
// $p11 = "2020-01"
// $p12 = ["2020-01-01","2020-01-01"]
// $p13 = 30
