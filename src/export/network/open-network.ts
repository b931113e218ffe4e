import { type LiveTable, type Measure, type NetworkInput, networkQuestion } from '../../analysis/index.js';
import { DemarcheError } from '../../model/index.js';
import { type NetworkContent, networkContent } from './content.js';

/** More than an answer of the API has, and still in memory. */
const MOST = { nodes: 20_000, edges: 1_000_000 };
const MEASURES: readonly Measure[] = [
  'betweenness',
  'closeness',
  'eigenvector',
  'components',
  'communities',
  'camps',
];

/**
 * Computes a network for an export: all of it, or nothing.
 * @throws DemarcheError QUERY_TOO_COSTLY where it is too large, and what computing it throws
 */
export async function openNetwork(
  table: Pick<LiveTable, 'ask'>,
  input: NetworkInput,
  signal: AbortSignal | undefined,
): Promise<{ readonly network: NetworkContent; readonly revision: number }> {
  const { filter, wanted } = networkQuestion(input);
  const { result, revision } = await table.ask(
    'network',
    filter,
    { ...wanted, whole: !wanted.window, measures: wanted.window ? [] : MEASURES, most: MOST },
    signal,
  );
  if (result.moreWindows || [result.whole, ...result.windows].some((slice) => slice?.truncated)) {
    throw new DemarcheError(
      'QUERY_TOO_COSTLY',
      `network: expected at most ${MOST.nodes} nodes and ${MOST.edges} edges, in at most 1000 windows: raise minWeight, or choose fewer statements, larger units or a shorter period`,
    );
  }
  return { network: networkContent(input, result), revision };
}
