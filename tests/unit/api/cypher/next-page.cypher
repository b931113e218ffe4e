// statementsPage
CALL () {
MATCH (m:_Month)
WITH m.id AS month
WHERE month <= $p3
WITH month ORDER BY month DESC LIMIT 3
UNWIND range(1, 31) AS date
WITH month + '-' + right('0' + toString(date), 2) AS day
WHERE day <= $p4
WITH day ORDER BY day DESC LIMIT $p6
MATCH (s:Statement)
WHERE s.dateFrom = day
  AND s.id IS NOT NULL
  AND (day < $p4 OR s.id < $p5)
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
WHERE s.id IS NOT NULL
  AND s.dateFrom <= $p1
  AND (s.dateFrom < $p1 OR s.id < $p2)
WITH s ORDER BY s.dateFrom DESC, s.id DESC LIMIT $p0
RETURN s
}
RETURN s
}
RETURN s.id AS id, s.act AS act, s.date AS date, s.dateFrom AS dateFrom, s.dateTo AS dateTo, s.time AS time, s.dateBasis AS dateBasis, s.summary AS summary, s.recordedAt AS recordedAt, s.revision AS revision, s.fingerprint AS fingerprint
ORDER BY s.dateFrom DESC, s.id DESC
// $p0 = 3
// $p1 = "2020-09-01"
// $p2 = "statement:2020-09-01-lavrov-mediation"
// $p3 = "2020-09"
// $p4 = "2020-09-01"
// $p5 = "statement:2020-09-01-lavrov-mediation"
// $p6 = 30
