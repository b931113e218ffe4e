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
  | 'NOT_FOUND'
  | 'OUTPUT_FAILED'
  | 'DATABASE_LOCKED'
  | 'DATABASE_UNAVAILABLE'
  | 'SCHEMA_TOO_NEW'
  | 'GRAPH_TOO_LARGE'
  | 'QUERY_TOO_COSTLY'
  | 'QUERY_TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_TOKENS'
  | 'VARIABLES_TOO_LARGE'
  | 'PAGE_TOO_LARGE'
  | 'ANSWER_TOO_LARGE'
  | 'BAD_REQUEST'
  | 'BATCH_REFUSED'
  | 'BODY_TOO_LARGE'
  | 'BODY_TOO_SLOW'
  | 'CROSS_SITE_REQUEST'
  | 'PERSISTED_QUERY_ONLY'
  | 'RATE_LIMITED'
  | 'SERVICE_BUSY'
  | 'UNAUTHENTICATED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'REQUEST_ABORTED'
  | 'REQUEST_TIMEOUT'
  | 'ENGINE_REFUSES';
