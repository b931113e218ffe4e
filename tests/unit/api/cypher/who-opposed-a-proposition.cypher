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
WITH [r.quote, r.language, r.translated, r.elided, r.attribution, r.reportedBy, r.primary, r.start, r.end, r.prefix, r.suffix, o.id, o.url, o.title, o.author, o.section, o.type, o.publishedAt, o.language, o.archivedUrl, p.id, p.name, p.country, p.control, p.controlSource] AS row ORDER BY r.ordinal
RETURN collect(row) AS citationsOfStatements
}
MATCH (s)-[x:TAKES_STANCE]->(t:Topic)
WHERE x.coding IN $p3
  AND x.position IN $p4
  AND t.id IN $p5
MATCH (s)-[b:ON_BEHALF_OF]->(p:Actor)
MATCH (s)-[m:MADE_BY]->(a:Actor)
RETURN s.id AS statement_id, s.act AS statement_act, s.date AS statement_date, s.dateFrom AS statement_dateFrom, s.dateTo AS statement_dateTo, s.time AS statement_time, s.dateBasis AS statement_dateBasis, s.summary AS statement_summary, s.recordedAt AS statement_recordedAt, s.revision AS statement_revision, s.fingerprint AS statement_fingerprint, x.id AS stance_id, x.position AS stance_position, x.untilMet AS stance_untilMet, x.rationale AS stance_rationale, x.confidence AS stance_confidence, x.coding AS stance_coding, x.coder AS stance_coder, x.codedAt AS stance_codedAt, t.id AS topic_id, t.kind AS topic_kind, t.name AS topic_name, t.text AS topic_text, t.aligned AS topic_aligned, t.valence AS topic_valence, t.validFrom AS topic_validFrom, t.validTo AS topic_validTo, a.id AS speaker_id, a.kind AS speaker_kind, a.name AS speaker_name, a.aliases AS speaker_aliases, a.isoCode AS speaker_isoCode, a.wikidataId AS speaker_wikidataId, a.description AS speaker_description, a.unresolved AS speaker_unresolved, p.id AS principal_id, p.kind AS principal_kind, p.name AS principal_name, p.aliases AS principal_aliases, p.isoCode AS principal_isoCode, p.wikidataId AS principal_wikidataId, p.description AS principal_description, p.unresolved AS principal_unresolved, m.role AS role, m.capacity AS capacity, b.basis AS basis, citationsOfStatements
ORDER BY s.dateFrom DESC, s.id DESC, x.id DESC, p.id DESC, a.id DESC
// $p0 = ["topic:direct-talks","topic:direct-talks-part"]
// $p1 = ["adjudicated"]
// $p2 = ["OPPOSE"]
// $p3 = ["adjudicated"]
// $p4 = ["OPPOSE"]
// $p5 = ["topic:direct-talks","topic:direct-talks-part"]
// $p6 = 22
