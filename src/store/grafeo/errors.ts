import { DemarcheError, type ErrorCode } from '../../model/index.js';

/** An engine's error as the port's. Grafeo names its errors in their messages: `GRAFEO-Q003` is its time limit. */
export function storeError(error: unknown, queryName: string): unknown {
  if (!(error instanceof Error) || error instanceof DemarcheError) return error;
  const [code, problem] = problemOf(error.message);
  return new DemarcheError(code, `statement ${queryName}: ${problem}`, { cause: error });
}

function problemOf(message: string): [ErrorCode, string] {
  if (message.includes('GRAFEO-Q003')) return ['REQUEST_TIMEOUT', 'the database ended it at its time limit'];
  return ['ENGINE_REFUSES', `Grafeo refused it: ${message}`];
}

/** Another transaction wrote the same thing meanwhile: the whole transaction can be run again. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes('GRAFEO-T001') || isConflict(error.cause);
}
