import { type ExportRequest, exportPath } from '../export/index.js';
import { DemarcheError, once } from '../model/index.js';
import type { Keyset } from '../store/index.js';
import { type CursorScope, cursorsOf, decodeCursor } from './cursors.js';

/** A Relay connection, computed no further than it is selected: GraphQL calls only the fields that were asked for. */
export interface Page<Node> {
  edges(): Promise<Edge<Node>[]>;
  nodes(): Promise<Node[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
  /** where the service has an export of the list */
  exportUrl(args: { readonly format: string }): Promise<string | null>;
}

interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which page is wanted: the rows from `keyset.bound` on. */
export interface PageWanted {
  /** how many rows the page has at most; one more is read, to know whether there are more */
  readonly size: number;
  readonly keyset: Keyset;
  readonly scope: CursorScope;
}

export const DEFAULT_PAGE_SIZE = 20;

/**
 * Checks the arguments of a connection.
 * @throws DemarcheError BAD_USER_INPUT or BAD_CURSOR naming the argument
 */
export function pageWanted(args: PageArguments, scope: CursorScope, maxPageSize: number): PageWanted {
  const { first, after, last, before } = args;
  if (first != null && last != null) throw badInput('first, last', 'one of the two');
  if (after != null && (before != null || last != null))
    throw badInput('after', '"after" together with "first" only');
  if (before != null && first != null) throw badInput('before', '"before" together with "last" only');
  const backward = last != null || before != null;
  const size = (backward ? last : first) ?? Math.min(DEFAULT_PAGE_SIZE, maxPageSize);
  if (size < 0 || size > maxPageSize) {
    const argument = backward ? 'last' : 'first';
    throw new DemarcheError(
      size < 0 ? 'BAD_USER_INPUT' : 'PAGE_TOO_LARGE',
      `${argument}: expected a number from 0 to ${maxPageSize}, not ${size}`,
    );
  }
  const cursor = backward ? before : after;
  const bound = cursor == null ? undefined : decodeCursor(scope, cursor, backward ? 'before' : 'after');
  return { size, keyset: { limit: size + 1, backward, bound }, scope };
}

function badInput(argument: string, expected: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${argument}: expected ${expected}`);
}

/** How far the neighbourhood of nodes reaches, where an export of them is offered. */
const EXPORTED_DEPTH = 1;

interface PageSource<Row, Node> {
  /** the rows from the bound on in the direction of reading, one more than the page where there are more */
  rows(): Promise<readonly Row[]>;
  keyOf(row: Row): readonly string[];
  nodeOf(row: Row): Node;
  count(): Promise<number>;
  /** what an export of the list holds, or the id of each node whose neighbourhood it holds */
  readonly exported: ExportRequest | ((node: Node) => string);
}

/** A connection over what the source gives; rows are read at most once, and only when a field needs them. */
export function page<Row, Node>(wanted: PageWanted, source: PageSource<Row, Node>): Page<Node> {
  const cursorOf = cursorsOf(wanted.scope);
  const read = once(async () => {
    const rows = await source.rows();
    const shown = rows.slice(0, wanted.size);
    if (wanted.keyset.backward) shown.reverse();
    return {
      more: rows.length > wanted.size,
      edges: shown.map((row) => ({
        get cursor() {
          return cursorOf(source.keyOf(row));
        },
        node: source.nodeOf(row),
      })),
    };
  });
  return {
    edges: async () => (await read()).edges,
    nodes: async () => (await read()).edges.map((edge) => edge.node),
    pageInfo: async () => {
      const { edges, more } = await read();
      const { backward, bound } = wanted.keyset;
      return {
        hasNextPage: backward ? bound !== undefined : more,
        hasPreviousPage: backward ? more : bound !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      };
    },
    totalCount: () => source.count(),
    exportUrl: async ({ format }) => {
      const { exported } = source;
      if (typeof exported === 'object') return exportPath(format, exported);
      const ids = (await read()).edges.map((edge) => exported(edge.node));
      return ids.length === 0
        ? null
        : exportPath(format, { what: 'neighbourhood', ids, depth: EXPORTED_DEPTH });
    },
  };
}
