import type { Measure } from '../analysis/index.js';
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
export function networkParts(network: Selected): { readonly whole: boolean; readonly measures: Measure[] } {
  const own = network.below('Network');
  const fields = [
    ...own,
    ...own.filter(({ name }) => name === 'windows').flatMap((window) => window.below('NetworkWindow')),
  ];
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
  };
}
