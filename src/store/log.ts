/** What a store tells of itself. A pino logger is one. */
export interface StoreLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
