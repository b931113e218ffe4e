/** What went wrong, for a program: a stable code; for a person: a sentence that says what was wrong and what was expected. */
export class DemarcheError extends Error {
  override readonly name = 'DemarcheError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export type ErrorCode =
  | 'BAD_CONFIGURATION'
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'BAD_RECORD'
  | 'CONFLICT'
  | 'DATABASE_LOCKED'
  | 'DATABASE_UNAVAILABLE'
  | 'SCHEMA_TOO_NEW'
  | 'GRAPH_TOO_LARGE'
  | 'QUERY_TOO_COSTLY'
  | 'REQUEST_ABORTED'
  | 'REQUEST_TIMEOUT'
  | 'ENGINE_REFUSES';
