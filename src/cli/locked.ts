import { DemarcheError } from '../model/index.js';

/** The error of a database that a service holds, with what to do about it. */
export function lockedAdvice(error: unknown, advice: string): unknown {
  if (!(error instanceof DemarcheError) || error.code !== 'DATABASE_LOCKED') return error;
  return new DemarcheError(
    error.code,
    `${error.message}\nThe embedded database takes one process at a time: ${advice}. With Neo4j (NEO4J_URI) both can run at once.`,
    { cause: error },
  );
}
