import { z } from 'zod';
import { type NetworkInput, parseNetworkInput } from '../analysis/index.js';
import {
  DemarcheError,
  ID_KINDS,
  idPattern,
  parseInput,
  parseStatementFilter,
  type StatementFilter,
} from '../model/index.js';

/** What is exported. */
export type ExportRequest =
  | {
      /** the graph: all of it, or what belongs to the statements of a filter; or the table of these statements */
      readonly what: 'graph' | 'statements';
      /** left out: everything */
      readonly filter?: StatementFilter | undefined;
    }
  | {
      /** nodes and what is at most `depth` edges away */
      readonly what: 'neighbourhood';
      readonly ids: readonly string[];
      readonly depth: number;
    }
  | {
      /** a discourse network, computed on the statements of its filter */
      readonly what: 'network';
      readonly network: NetworkInput;
    };

const MOST_IDS = 1_000;
const DEEPEST = 4;
const DEFAULT_DEPTH = 1;

const requestSchema = z.strictObject({
  what: z
    .enum(['graph', 'statements', 'neighbourhood', 'network'], 'graph, statements, neighbourhood or network')
    .nullish(),
  filter: z.unknown().optional(),
  network: z.unknown().optional(),
  ids: z
    .array(z.string().regex(idPattern(...ID_KINDS), 'an id such as "actor:iran"'))
    .min(1, 'at least one id')
    .max(MOST_IDS, `at most ${MOST_IDS} ids`)
    .nullish(),
  depth: z
    .int(`a whole number from 0 to ${DEEPEST}`)
    .min(0, `a whole number from 0 to ${DEEPEST}`)
    .max(DEEPEST, `a whole number from 0 to ${DEEPEST}`)
    .nullish(),
});

/**
 * Checks a request; one without anything asks for the whole graph, one with `ids` for their neighbourhood, one with
 * `network` for that.
 * @throws DemarcheError BAD_USER_INPUT or QUERY_TOO_COSTLY, naming the key and what was expected there
 */
export function parseExportRequest(value: unknown): ExportRequest {
  const { ids, depth, ...rest } = parseInput(requestSchema, value, 'export');
  const what = rest.what ?? (ids ? 'neighbourhood' : rest.network == null ? 'graph' : 'network');
  if (what === 'network') {
    const given = { ids, depth, filter: rest.filter };
    const [other] = Object.entries(given).flatMap(([key, own]) => (own == null ? [] : [key]));
    if (other) throw badInput(`${other}: expected none with what=network; a network has a filter of its own`);
    return { what, network: parseNetworkInput(rest.network ?? {}, 'network') };
  }
  if (rest.network != null) throw badInput(`network: expected none with what=${what}`);
  if (what === 'neighbourhood') {
    if (!ids) throw badInput('ids: expected the ids of which the neighbourhood is exported');
    if (rest.filter != null)
      throw badInput('filter: expected none beside "ids": a neighbourhood has no filter');
    return { what, ids: [...new Set(ids)].sort(), depth: depth ?? DEFAULT_DEPTH };
  }
  if (ids != null || depth != null) {
    throw badInput(
      `${ids ? 'ids' : 'depth'}: expected none with what=${what}; it belongs to what=neighbourhood`,
    );
  }
  const filter = rest.filter == null ? undefined : parseStatementFilter(rest.filter);
  return { what, filter: filter && isEmpty(filter) ? undefined : filter };
}

function isEmpty(filter: StatementFilter): boolean {
  return Object.values(filter).every((value) => value == null);
}

function badInput(message: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', message);
}
