import { DemarcheError } from '../model/index.js';
import type { QueryRow, QueryValue } from './query.js';

/**
 * Makes a row, which nobody else has, what the rest of the code sees, whichever engine made it: null, booleans, numbers, strings, lists of strings,
 * and lists of rows, which are lists of such values. Anything else (a node, a map, a date of the engine's own) would
 * differ between engines and is refused.
 */
export function plainRow<R extends QueryRow>(queryName: string, row: Record<string, unknown>): R {
  for (const column of Object.keys(row)) {
    const value = row[column];
    if (typeof value !== 'string') row[column] = plainValue(value, queryName, column);
  }
  // the columns' types are the statement's promise, kept by the contract suite that runs each statement
  return row as R;
}

function plainValue(value: unknown, queryName: string, column: string): QueryValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return plainNumber(value, queryName, column);
    case 'undefined':
      return null;
    default:
      if (value === null) return null;
      if (isListOfStrings(value)) return value;
      if (isListOfLists(value)) {
        return value.map((row) => row.map((item) => plainValue(item, queryName, column)));
      }
      throw refused(queryName, column, 'a scalar, a list of strings or a list of rows was expected');
  }
}

/** An engine's −0 is 0, as JSON has it; what JSON or a JavaScript number cannot hold is an error (Neo4j's driver makes it infinite). */
function plainNumber(value: number, queryName: string, column: string): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw refused(
      queryName,
      column,
      `a finite number, whole ones within ±(2^53 − 1), was expected, found ${value}`,
    );
  }
  return value === 0 ? 0 : value;
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isListOfLists(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.every((item) => Array.isArray(item));
}

function refused(queryName: string, column: string, problem: string): DemarcheError {
  return new DemarcheError('ENGINE_REFUSES', `statement ${queryName}: column ${column}: ${problem}`);
}
