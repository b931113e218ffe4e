import type { AnyRecord } from '../../src/model/index.js';
import { contextOf, contextRecords } from './context.js';
import { corpusSizes } from './sizes.js';
import { statementRecords } from './statements.js';

/**
 * A corpus of that many statements, record by record, each after those it refers to: the same at every run, in constant
 * memory. A few actors make most statements, a few topics draw most stances and a few sources report most of it
 * (Zipf's law), over twelve years with some crises in them.
 */
export function* corpus(statements: number): Generator<AnyRecord> {
  const sizes = corpusSizes(statements);
  const context = contextOf(sizes);
  yield* contextRecords(context, sizes);
  yield* statementRecords(context, statements);
}
