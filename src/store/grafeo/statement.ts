import type { QueryResult } from '@grafeo-db/js';
import { DemarcheError } from '../../model/index.js';
import type { Query, QueryParams, QueryRow } from '../query.js';
import { plainRow } from '../rows.js';
import { storeError } from './errors.js';

/** What runs Cypher: the database, or a transaction of it. Both run it off the event loop. */
interface Executor {
  executeCypher(text: string, params: QueryParams): Promise<QueryResult>;
}

/** Runs one statement and returns its rows as the port promises them. */
export async function runStatement<P extends QueryParams, R extends QueryRow>(
  executor: Executor,
  query: Query<P, R>,
  params: P,
): Promise<R[]> {
  try {
    const result = await executor.executeCypher(query.text, params);
    return result.toArray().map((row) => plainRow<R>(query.name, row));
  } catch (error) {
    throw storeError(error, query.name);
  }
}

const QUOTED = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g;
const WRITES = /\b(?:CREATE|MERGE|SET|DELETE|REMOVE|INSERT|DROP|FOREACH)\b/;

/** Grafeo would write in a read, past the queue; Neo4j refuses it, and so does this. */
export function checkReads(name: string, text: string): void {
  const [clause] = text.replace(QUOTED, '').match(WRITES) ?? [];
  if (clause) {
    throw new DemarcheError(
      'ENGINE_REFUSES',
      `statement ${name}: ${clause} in a reading statement: use write()`,
    );
  }
}
