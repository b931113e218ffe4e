import { createHash } from 'node:crypto';
import { DemarcheError, once } from '../model/index.js';

/**
 * A keyset cursor: the key of a row, the list it belongs to, and a hash of what was asked. Used with another list or
 * another filter it would silently skip or repeat rows, so that is an error.
 */
export interface CursorScope {
  /** the list and its order, such as `statements DATE_DESC` */
  readonly list: string;
  /** everything that selects the rows, but not the page */
  readonly selection: unknown;
  /** how many values a key of this list has */
  readonly keyLength: number;
}

/** Filters that mean the same hash alike: lists in them are sets, and `null` is the same as left out. */
function sameWhereEqual(_key: string, value: unknown): unknown {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [...value].sort();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item != null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function hashOf(scope: CursorScope): string {
  return createHash('sha256')
    .update(JSON.stringify({ list: scope.list, selection: scope.selection }, sameWhereEqual))
    .digest('base64url')
    .slice(0, 10);
}

/** Makes the cursors of a list's rows from their keys. What was asked is hashed once, when a cursor is asked for. */
export function cursorsOf(scope: CursorScope): (key: readonly string[]) => string {
  const hash = once(() => hashOf(scope));
  return (key) => Buffer.from(JSON.stringify([scope.list, hash(), ...key])).toString('base64url');
}

/**
 * The key in a cursor.
 * @throws DemarcheError BAD_CURSOR where it is no cursor, or one of another list or filter
 */
export function decodeCursor(scope: CursorScope, cursor: string, argument: string): readonly string[] {
  const parts = parse(cursor);
  if (!parts) {
    throw new DemarcheError(
      'BAD_CURSOR',
      `${argument}: expected a cursor that this API gave, but it cannot be read`,
    );
  }
  const [list, hash, ...key] = parts;
  if (list !== scope.list) {
    throw new DemarcheError(
      'BAD_CURSOR',
      `${argument}: expected a cursor of "${scope.list}", but this one is of "${list}"`,
    );
  }
  if (hash !== hashOf(scope) || key.length !== scope.keyLength) {
    throw new DemarcheError(
      'BAD_CURSOR',
      `${argument}: expected a cursor of the same filter, but this one was given for another; start again without it`,
    );
  }
  return key;
}

function parse(cursor: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
