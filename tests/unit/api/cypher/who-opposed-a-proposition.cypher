// partsOfTopics
UNWIND $ids AS parent
MATCH (:Topic {id: parent})<-[:PART_OF*0..]-(t:Topic)
WITH DISTINCT parent, t
RETURN parent, t.id AS node, COUNT { (t)<-[:TAKES_STANCE]-() } AS TAKES_STANCE, COUNT { (t)<-[:ABOUT]-() } AS ABOUT,
  COUNT { (:_Month) } AS months
ORDER BY parent, node
// $ids = ["topic:direct-talks"]

// stanceRowsPage
MATCH (node0:Topic)
WHERE node0.id IN $p0
MATCH (node0)<-[edge0:TAKES_STANCE]-(s:Statement)
WHERE edge0.coding IN $p1
  AND edge0.position IN $p2
WITH DISTINCT s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p6
CALL (s) {
MATCH (s)-[r:REPORTED_IN]->(o:Source)
CALL (o) {
MATCH (o)-[:PUBLISHED_BY]->(publisher:Publisher)
RETURN head(collect(publisher)) AS p
}
WITH [r.quote, r.primary, o.id, p.id, p.name, p.country] AS row ORDER BY r.ordinal
RETURN collect(row) AS citationsOfStatements
}
MATCH (s)-[x:TAKES_STANCE]->(t:Topic)
WHERE x.coding IN $p3
  AND x.position IN $p4
  AND t.id IN $p5
MATCH (s)-[b:ON_BEHALF_OF]->(p:Actor)
MATCH (s)-[m:MADE_BY]->(a:Actor)
RETURN s.id AS statement_id, s.act AS statement_act, s.date AS statement_date, s.dateFrom AS statement_dateFrom, s.dateTo AS statement_dateTo, x.id AS stance_id, x.position AS stance_position, x.untilMet AS stance_untilMet, x.coding AS stance_coding, t.id AS topic_id, t.kind AS topic_kind, t.name AS topic_name, a.id AS speaker_id, a.kind AS speaker_kind, a.name AS speaker_name, p.id AS principal_id, p.kind AS principal_kind, p.name AS principal_name, citationsOfStatements
ORDER BY s.dateFrom DESC, s.id DESC, x.id DESC, p.id DESC, a.id DESC
// $p0 = ["topic:direct-talks","topic:direct-talks-part"]
// $p1 = ["adjudicated"]
// $p2 = ["OPPOSE"]
// $p3 = ["adjudicated"]
// $p4 = ["OPPOSE"]
// $p5 = ["topic:direct-talks","topic:direct-talks-part"]
// $p6 = 22
