// statementsPage
CALL () {
MATCH (m:_Month)
WITH m.id AS month
WITH month ORDER BY month DESC LIMIT 3
UNWIND range(1, 31) AS date
WITH month + '-' + right('0' + toString(date), 2) AS day
WITH day ORDER BY day DESC LIMIT $p1
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
WITH s, day ORDER BY day DESC, s.id DESC LIMIT $p0
RETURN collect(s) AS walked
}
CALL (walked) {
WITH walked WHERE size(walked) = $p0
UNWIND walked AS s
RETURN s
UNION ALL
WITH walked WHERE size(walked) < $p0
CALL (walked) {
MATCH (s:Statement)
WHERE s.dateFrom IS NOT NULL
  AND s.id IS NOT NULL
WITH s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p0
RETURN s
}
RETURN s
}
CALL (s) {
MATCH (s)-[r:MADE_BY]->(a:Actor)
WITH [a.id, a.kind, a.name] AS row ORDER BY r.ordinal
RETURN collect(row) AS speakersOfStatements
}
CALL (s) {
MATCH (s)-[r:TAKES_STANCE]->(t:Topic)
WITH [r.id, r.position, r.untilMet, r.coding, t.id, t.kind, t.name] AS row ORDER BY r.id
RETURN collect(row) AS stancesOfStatements
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
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint, speakersOfStatements, stancesOfStatements, citationsOfStatements
ORDER BY s.dateFrom DESC, s.id DESC
// $p0 = 21
// $p1 = 30
