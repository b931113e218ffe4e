// mergedActors
UNWIND $ids AS id
   MATCH (n:MergedActor {id: id})
   RETURN n.id AS id, n.mergedInto AS into ORDER BY id
// $ids = ["actor:un-security-council"]

// statementsPage
CALL () {
MATCH (m:_Month)
WITH m.id AS month
WITH month ORDER BY month LIMIT 3
UNWIND range(1, 31) AS date
WITH month + '-' + right('0' + toString(date), 2) AS day
WITH day ORDER BY day LIMIT $p4
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND COUNT { MATCH (s)-[b:ON_BEHALF_OF]->(p:Actor) WHERE COUNT { MATCH (p)-[m:MEMBER_OF]->(o:Actor) WHERE o.id = $p0 AND m.fromDay <= s.dateTo AND m.toDay >= s.dateFrom } > 0 OR (b.basis = 'JOINT' AND COUNT { MATCH (p)<-[j:MEMBER_OF]-(g:Actor) WHERE j.fromDay <= s.dateTo AND j.toDay >= s.dateFrom AND COUNT { MATCH (g)-[m:MEMBER_OF]->(o:Actor) WHERE o.id = $p0 AND m.fromDay <= s.dateTo AND m.toDay >= s.dateFrom } > 0 } > 0) } > 0
  AND ((s.act IN $p1) OR (COUNT { MATCH (s)-[c:REPORTED_IN]->(:Source) WHERE c.quote IS NOT NULL } > 0))
  AND NOT (COUNT { MATCH (s)-[:REPORTED_IN]->(:Source)-[:PUBLISHED_BY]->(p:Publisher) WHERE coalesce(p.control, 'UNKNOWN') IN $p2 } > 0)
WITH s, day ORDER BY day, s.id LIMIT $p3
RETURN collect(s) AS walked
}
CALL (walked) {
WITH walked WHERE size(walked) = $p3
UNWIND walked AS s
RETURN s
UNION ALL
WITH walked WHERE size(walked) < $p3
CALL (walked) {
MATCH (s:Statement)
WHERE COUNT { MATCH (s)-[b:ON_BEHALF_OF]->(p:Actor) WHERE COUNT { MATCH (p)-[m:MEMBER_OF]->(o:Actor) WHERE o.id = $p0 AND m.fromDay <= s.dateTo AND m.toDay >= s.dateFrom } > 0 OR (b.basis = 'JOINT' AND COUNT { MATCH (p)<-[j:MEMBER_OF]-(g:Actor) WHERE j.fromDay <= s.dateTo AND j.toDay >= s.dateFrom AND COUNT { MATCH (g)-[m:MEMBER_OF]->(o:Actor) WHERE o.id = $p0 AND m.fromDay <= s.dateTo AND m.toDay >= s.dateFrom } > 0 } > 0) } > 0
  AND ((s.act IN $p1) OR (COUNT { MATCH (s)-[c:REPORTED_IN]->(:Source) WHERE c.quote IS NOT NULL } > 0))
  AND NOT (COUNT { MATCH (s)-[:REPORTED_IN]->(:Source)-[:PUBLISHED_BY]->(p:Publisher) WHERE coalesce(p.control, 'UNKNOWN') IN $p2 } > 0)
WITH s ORDER BY s.dateFrom, s.id LIMIT $p3
RETURN s
}
RETURN s
}
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint
ORDER BY s.dateFrom, s.id
// $p0 = "actor:un-security-council"
// $p1 = ["LETTER"]
// $p2 = ["STATE"]
// $p3 = 21
// $p4 = 30
