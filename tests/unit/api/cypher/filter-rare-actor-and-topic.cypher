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
// $ids = ["actor:iran"]

// statementsCount
MATCH (node0:Actor)
WHERE node0.id IN $p0
MATCH (node0)<-[edge0:ON_BEHALF_OF]-(s:Statement)
WHERE s.dateFrom >= $p4
  AND s.dateTo >= $p5
  AND s.dateFrom <= $p6
  AND COUNT { MATCH (s)-[edge1:TAKES_STANCE]->(node1:Topic) WHERE node1.id IN $p1 AND edge1.coding IN $p2 AND edge1.position IN $p3 } > 0
RETURN count(s) AS count
// $p0 = ["actor:iran"]
// $p1 = ["topic:snapback-busy","topic:snapback-busy-part"]
// $p2 = ["adjudicated"]
// $p3 = ["OPPOSE"]
// $p4 = "2020-01-01"
// $p5 = "2020-01-01"
// $p6 = "2021-12-31"

// statementsPage
MATCH (node0:Actor)
WHERE node0.id IN $p0
MATCH (node0)<-[edge0:ON_BEHALF_OF]-(s:Statement)
WHERE s.dateFrom >= $p4
  AND s.dateTo >= $p5
  AND s.dateFrom <= $p6
  AND COUNT { MATCH (s)-[edge1:TAKES_STANCE]->(node1:Topic) WHERE node1.id IN $p1 AND edge1.coding IN $p2 AND edge1.position IN $p3 } > 0
WITH s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p7
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint
ORDER BY s.dateFrom DESC, s.id DESC
// $p0 = ["actor:iran"]
// $p1 = ["topic:snapback-busy","topic:snapback-busy-part"]
// $p2 = ["adjudicated"]
// $p3 = ["OPPOSE"]
// $p4 = "2020-01-01"
// $p5 = "2020-01-01"
// $p6 = "2021-12-31"
// $p7 = 21
