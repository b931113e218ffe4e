import { DemarcheError } from '../model/index.js';
import type { SchemaReport, Store } from './port.js';
import { query } from './query.js';
import { MIGRATIONS, type Migration } from './schema.js';

const readSchemaVersion = query<Record<never, never>, { version: number }>(
  'readSchemaVersion',
  "MATCH (m:_Meta {id: 'meta'}) RETURN coalesce(m.schemaVersion, 0) AS version",
);

/** Never lowers the version: during a rolling upgrade an older instance may finish after a newer one. */
const recordSchemaVersion = query<{ version: number }, Record<never, never>>(
  'recordSchemaVersion',
  `MERGE (m:_Meta {id: 'meta'})
     ON CREATE SET m.revision = 0
   SET m.schemaVersion = CASE WHEN coalesce(m.schemaVersion, 0) < $version THEN $version ELSE m.schemaVersion END`,
);

/**
 * Brings a database to the newest schema this code knows. `apply` translates one migration to the engine's own DDL
 * and must do no harm when it runs twice: a version is recorded only after its migration, and a process may die
 * between the two.
 */
export async function migrate(
  store: Pick<Store, 'read' | 'write'>,
  apply: (migration: Migration) => Promise<void>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<SchemaReport> {
  const [meta] = await store.read(readSchemaVersion, {});
  const from = meta?.version ?? 0;
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) {
    throw new DemarcheError(
      'SCHEMA_TOO_NEW',
      `the database has schema version ${from}; this Demarche knows versions up to ${newest}: use the newer Demarche that wrote it`,
    );
  }
  for (const migration of migrations) {
    if (migration.version <= from) continue;
    await apply(migration);
    await store.write(async (transaction) => {
      for (const statement of migration.fill) await transaction.run(statement, {});
      await transaction.run(recordSchemaVersion, { version: migration.version });
    });
  }
  return { from, to: newest };
}
