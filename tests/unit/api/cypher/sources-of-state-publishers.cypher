// sourcesPage
MATCH (n:Source)
WHERE n.id IS NOT NULL
  AND COUNT { MATCH (n)-[:PUBLISHED_BY]->(p:Publisher) WHERE coalesce(p.control, 'UNKNOWN') IN $p0 } > 0
WITH n
ORDER BY n.id
LIMIT $p1
RETURN n.id AS id, n.url AS url, n.title AS title, n.author AS author, n.section AS section, n.type AS type, n.publishedAt AS publishedAt, n.language AS language, n.archivedUrl AS archivedUrl
ORDER BY n.id
// $p0 = ["STATE"]
// $p1 = 21
