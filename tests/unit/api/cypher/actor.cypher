// actorsById
UNWIND $p0 AS parent
MATCH (a:Actor {id: parent})
RETURN a.id AS id, a.kind AS kind, a.name AS name, a.aliases AS aliases, a.isoCode AS isoCode, a.wikidataId AS wikidataId, a.description AS description, a.unresolved AS unresolved
ORDER BY id
// $p0 = ["actor:iran"]
