import DataLoader from 'dataloader';
import type { NetworkQuestion, Questions } from '../analysis/index.js';
import { DemarcheError, once } from '../model/index.js';
import type { StatementRow } from '../store/index.js';
import { type PageArguments, page, pageWanted } from './connections.js';
import type { ApiContext, Brought } from './context.js';
import { existingStatements } from './existing-statements.js';
import { noFacets } from './facets.js';
import type { StatementPage } from './parents.js';

type EdgeWanted = Questions['networkEvidence']['wanted']['edges'][number];
export type EdgeEvidence = Questions['networkEvidence']['result'][number];

/** Which edge, in which window. */
export type EdgeKey = Omit<EdgeWanted, 'page'>;

const MOST_EDGES = 100;

/** What edges of one network were computed from; those asked for at a time are looked up together. */
export type EvidenceLoader = DataLoader<EdgeWanted, EdgeEvidence>;

export function evidenceLoader({ filter, wanted }: NetworkQuestion, context: ApiContext): EvidenceLoader {
  return new DataLoader(
    async (edges: readonly EdgeWanted[]) => {
      if (new Set(edges.map((edge) => JSON.stringify({ ...edge, page: undefined }))).size > MOST_EDGES) {
        throw new DemarcheError(
          'QUERY_TOO_COSTLY',
          `edges: expected at most ${MOST_EDGES} whose statements or votes are selected: choose them with edges(limit, between)`,
        );
      }
      const { result } = await context.askTable('networkEvidence', filter, { ...wanted, edges });
      return [...result];
    },
    { cache: false },
  );
}

/** The statements behind an edge, latest first. */
export function edgeStatements(
  evidence: EvidenceLoader,
  question: NetworkQuestion,
  edge: EdgeKey,
  args: PageArguments,
  context: ApiContext,
  brought: readonly Brought[],
): StatementPage {
  const scope = { list: 'statements of an edge', selection: [question, edge], keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);
  const found = once(() => evidence.load({ ...edge, page: wanted.keyset }));
  const list = page<StatementRow, StatementRow>(wanted, {
    rows: async () => {
      const ids = (await found()).statements.map(({ id }) => id);
      return existingStatements(ids, context, brought);
    },
    keyOf: (row) => [row.dateFrom, row.id],
    nodeOf: (row) => row,
    count: async () => (await found()).count,
    exported: (row) => row.id,
  });
  return { ...list, facets: noFacets };
}
