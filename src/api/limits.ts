/** How much one request may ask for; each can be configured (src/config.ts). */
export interface ApiLimits {
  /** most nodes of one page */
  readonly maxPageSize: number;
  /** deepest nesting of fields */
  readonly maxQueryDepth: number;
  /** most objects a query may ask for, as estimated before it is run (query-cost.ts) */
  readonly maxQueryCost: number;
  /** most lexical tokens of a query */
  readonly maxQueryTokens: number;
}

export const DEFAULT_LIMITS: ApiLimits = {
  maxPageSize: 100,
  maxQueryDepth: 15,
  maxQueryCost: 20_000,
  maxQueryTokens: 2_000,
};
