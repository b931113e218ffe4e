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
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint
ORDER BY s.dateFrom DESC, s.id DESC
// $p0 = 21
// $p1 = 30
