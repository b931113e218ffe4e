import type { Migration } from '../schema.js';

/**
 * A migration as Grafeo's DDL. A uniqueness constraint is no index here, so each needs one beside it; an index over
 * several properties is one hash index each, so the first is made and `id` has its own. Relationship constraints are
 * not known: the write queue keeps those unique. Full text needs no index (search.ts scans).
 */
export function ddlOf({ uniqueNodes, indexes }: Migration): string[] {
  return [
    ...uniqueNodes.flatMap((label) => [
      `CREATE CONSTRAINT ${label}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
      indexOn(label, 'id'),
    ]),
    ...indexes.flatMap(({ label, properties: [first] }) =>
      first === undefined ? [] : [indexOn(label, first)],
    ),
  ];
}

function indexOn(label: string, property: string): string {
  return `CREATE INDEX ${label}_${property}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
}
