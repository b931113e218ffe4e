import { VERSION } from '../../model/index.js';
import { datasetQueries } from '../../store/index.js';
import type { DatasetParent } from '../parents.js';
import type { DatasetResolvers } from '../schema.generated.js';

/** The terms of the records of the shipped dataset (seed/LICENSE); quotations remain their sources'. */
const LICENCE = 'CC-BY-4.0';
const TITLE = 'Demarche: the JCPOA and UN snapback, 2013 to 2025';

function modified({ seedRevision, revision }: DatasetParent): boolean {
  return seedRevision !== null && revision > seedRevision;
}

export const Dataset: DatasetResolvers = {
  name: () => 'Demarche',
  version: ({ seedVersion }) => seedVersion,
  modified,
  licence: ({ seedVersion }) => (seedVersion === null ? null : LICENCE),
  citation: (dataset) =>
    dataset.seedVersion === null
      ? null
      : `${TITLE} (version ${dataset.seedVersion}${modified(dataset) ? `, with changes to revision ${dataset.revision}` : ''}) [Data set]. ${LICENCE}.`,
  softwareVersion: () => VERSION,
  engine: (_dataset, _args, context) => context.store.engine,
  counts: async (_dataset, _args, context) => {
    const [counts] = await context.read(datasetQueries.datasetCounts, {});
    if (!counts) throw new Error('the counts are always one row');
    return counts;
  },
  earliest: async (_dataset, _args, context) =>
    (await context.read(datasetQueries.earliestStatement, {}))[0]?.day ?? null,
  latest: async (_dataset, _args, context) =>
    (await context.read(datasetQueries.latestStatement, {}))[0]?.day ?? null,
};
