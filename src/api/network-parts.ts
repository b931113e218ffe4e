import type { Measure, Questions } from '../analysis/index.js';
import type { Selected } from './selection.js';

const MEASURE_OF_FIELD: Readonly<Record<string, Measure>> = {
  betweenness: 'betweenness',
  closeness: 'closeness',
  eigenvector: 'eigenvector',
  component: 'components',
  components: 'components',
  community: 'communities',
  communities: 'communities',
  modularity: 'communities',
  camp: 'camps',
  polarisation: 'camps',
};

/** Fields for which the network of the whole time need not be computed. */
const NOT_OF_THE_WHOLE: ReadonlySet<string> = new Set(['windows', 'revision', 'exportUrl']);

/** What of a network a query selects: only that is computed. */
export function networkParts(
  network: Selected,
): Pick<Questions['network']['wanted'], 'whole' | 'measures' | 'windowEdges'> {
  const own = network.below('Network');
  const ofWindows = own
    .filter(({ name }) => name === 'windows')
    .flatMap((window) => window.below('NetworkWindow'));
  const fields = [...own, ...ofWindows];
  const nodes = fields.flatMap((field) => {
    if (field.name === 'nodes') return field.below('NetworkNode');
    if (field.name === 'edges') {
      return field
        .below('NetworkEdge')
        .filter(({ name }) => name === 'source' || name === 'target')
        .flatMap((end) => end.below('NetworkNode'));
    }
    if (field.name !== 'polarisation') return [];
    return field
      .below('NetworkPolarisation')
      .filter(({ name }) => name === 'camps')
      .flatMap((camp) => camp.below('NetworkNode'));
  });
  const measures = [...fields, ...nodes].flatMap(({ name }) => MEASURE_OF_FIELD[name] ?? []);
  return {
    whole: own.some(({ name }) => !NOT_OF_THE_WHOLE.has(name)),
    measures: [...new Set(measures)],
    windowEdges: edgesAsked(ofWindows),
  };
}

/** How many of the strongest edges suffice for the fields; `undefined` where all are needed. */
function edgesAsked(fields: readonly Selected[]): number | undefined {
  let most = 0;
  for (const { name, args } of fields) {
    if (name === 'matrix') return undefined;
    if (name !== 'edges') continue;
    if (args.between != null || args.of != null || typeof args.limit !== 'number') return undefined;
    most = Math.max(most, args.limit);
  }
  return most;
}
