/** How much one request may ask for; each can be configured (src/config.ts). */
export interface ApiLimits {
  /** most nodes of one page */
  readonly maxPageSize: number;
  /** deepest nesting of fields */
  readonly maxQueryDepth: number;
  /** most that a query may cost, as estimated before it is run (query-cost.ts) */
  readonly maxQueryCost: number;
  /** most lexical tokens of a query */
  readonly maxQueryTokens: number;
  /** most aliases in a query */
  readonly maxAliases: number;
  /** most directives in a query */
  readonly maxDirectives: number;
  /** most fields that a query may ask of `Query` */
  readonly maxRootFields: number;
  /** most objects in an answer, counted while it is made */
  readonly maxAnswerObjects: number;
  /** after this the caller's signal ends a request; here for the text of the error */
  readonly requestTimeoutMs: number;
}

export const DEFAULT_LIMITS: ApiLimits = {
  maxPageSize: 100,
  maxQueryDepth: 15,
  maxQueryCost: 20_000,
  maxQueryTokens: 2_000,
  maxAliases: 30,
  maxDirectives: 30,
  maxRootFields: 20,
  maxAnswerObjects: 25_000,
  requestTimeoutMs: 30_000,
};
