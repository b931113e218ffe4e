import neo4j, { type Session } from 'neo4j-driver';
import type { SearchedLabel } from '../port.js';
import type { Migration } from '../schema.js';
import { fullTextIndex } from './search.js';

/** Seconds to wait for indexes to be built; a corpus of a million statements takes about one minute. */
const BUILD_SECONDS = 3_600;

/** Runs a migration's DDL, each statement in a transaction of its own as Neo4j demands, and waits for the indexes. */
export async function applyMigration(session: Session, migration: Migration): Promise<void> {
  for (const statement of ddlOf(migration)) {
    await session
      .executeWrite((transaction) => transaction.run(statement), {
        metadata: { query: `migration ${migration.version}` },
      })
      .catch(unlessMadeMeanwhile);
  }
  await session.executeRead((transaction) => transaction.run(`CALL db.awaitIndexes(${BUILD_SECONDS})`));
}

/** IF NOT EXISTS does not hold against another instance that makes the same index at the same moment. */
function unlessMadeMeanwhile(error: unknown): void {
  const exists =
    error instanceof neo4j.Neo4jError && error.code.endsWith('.EquivalentSchemaRuleAlreadyExists');
  if (!exists) throw error;
}

/** A migration as Neo4j's DDL. Names are given, so that a later migration can drop what an earlier one made. */
export function ddlOf({ uniqueNodes, uniqueRelationships, indexes, fullText, dropped }: Migration): string[] {
  return [
    ...dropped.map((index) => `DROP INDEX ${quoted(index)} IF EXISTS`),
    ...uniqueNodes.map(
      (label) =>
        `CREATE CONSTRAINT ${name(label, 'id')} IF NOT EXISTS FOR (n:${quoted(label)}) REQUIRE n.id IS UNIQUE`,
    ),
    ...uniqueRelationships.map(
      (type) =>
        `CREATE CONSTRAINT ${name(type, 'id')} IF NOT EXISTS FOR ()-[r:${quoted(type)}]-() REQUIRE r.id IS UNIQUE`,
    ),
    ...indexes.map(
      ({ label, properties }) =>
        `CREATE INDEX ${name(label, ...properties, 'index')} IF NOT EXISTS FOR (n:${quoted(label)}) ON (${properties
          .map((property) => `n.${quoted(property)}`)
          .join(', ')})`,
    ),
    ...fullText.map(fullTextDdl),
  ];
}

function fullTextDdl(label: SearchedLabel): string {
  // the text is folded and split into words by us (model/text.ts): the analyzer must leave it so
  return `CREATE FULLTEXT INDEX ${quoted(fullTextIndex(label))} IF NOT EXISTS FOR (n:${quoted(label)})
    ON EACH [n.searchText] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`;
}

function name(...parts: readonly string[]): string {
  return quoted(['demarche', ...parts].join('_'));
}

function quoted(identifier: string): string {
  return `\`${identifier}\``;
}
