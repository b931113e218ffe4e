import { exportFormats } from '../../export/index.js';
import { citationOf, isModified, licenceOf, VERSION } from '../../model/index.js';
import { datasetQueries } from '../../store/index.js';
import type { DatasetResolvers } from '../schema.generated.js';

export const Dataset: DatasetResolvers = {
  name: () => 'Demarche',
  version: ({ seedVersion }) => seedVersion,
  modified: isModified,
  licence: licenceOf,
  citation: citationOf,
  softwareVersion: () => VERSION,
  engine: (_dataset, _args, context) => context.store.engine,
  counts: async (_dataset, _args, context) => {
    const [counts] = await context.read(datasetQueries.datasetCounts, {});
    if (!counts) throw new Error('the counts are always one row');
    return counts;
  },
  exports: exportFormats,
  earliest: async (_dataset, _args, context) =>
    (await context.read(datasetQueries.earliestStatement, {}))[0]?.day ?? null,
  latest: async (_dataset, _args, context) =>
    (await context.read(datasetQueries.latestStatement, {}))[0]?.day ?? null,
};
