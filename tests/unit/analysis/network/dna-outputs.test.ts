import { describe, expect, test } from 'vitest';
import {
  type Aggregation,
  type Duplicates,
  denseMatrix,
  type NetworkMode,
  type NetworkRows,
  type Normalization,
  network,
  rowsOfRecords,
} from '../../../../src/analysis/index.js';
import { openDna } from '../../../../src/ingest/index.js';
import {
  DNA_SAMPLE,
  hasDnaSample,
  type RecordedNetwork,
  recordedNetworks,
} from '../../../support/dna-sample.js';
import { readAll } from '../../../support/read-input.js';

const isThere = hasDnaSample();
const recorded = isThere ? recordedNetworks() : [];

async function sampleRows(): Promise<NetworkRows> {
  const { records } = await readAll(await openDna(DNA_SAMPLE));
  return rowsOfRecords(records, { actorsAs: 'PRINCIPAL' });
}

function computed(rows: NetworkRows, { options }: RecordedNetwork, mode: NetworkMode) {
  const excluded = new Set(options.excludeValues);
  const ids = (labels: NetworkRows['actors']) =>
    labels.filter(({ name }) => excluded.has(name)).map(({ id }) => id);
  return network(rows, {
    type: options.networkType === 'twomode' ? 'ACTOR_TOPIC' : 'ACTOR_ACTOR',
    aggregation: options.qualifierAggregation.toUpperCase() as Aggregation,
    normalization: (options.normalization ?? 'no').replace('no', 'none').toUpperCase() as Normalization,
    duplicates: (options.duplicates ?? 'include').toUpperCase() as Duplicates,
    isolates: options.isolates,
    exclude: { actors: ids(rows.actors), topics: ids(rows.topics) },
    mode,
  });
}

const text = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 16);

describe.skipIf(!isThere)('the networks that DNA computes from its sample database', () => {
  // on this sample none of DNA's quirks shows
  describe.each(['DNA', 'STRICT'] as const)('in mode %s', (mode) => {
    test.each(recorded.map((one) => [JSON.stringify(one.options), one] as const))('%s', async (_, one) => {
      const found = computed(await sampleRows(), one, mode);
      const [expected] = one.results;
      expect(found.rows.map(({ name }) => name)).toEqual(expected?.rows);
      expect(found.columns.map(({ name }) => name)).toEqual(expected?.columns);
      expect(found.statements).toBe(expected?.statements);
      expect([found.start, found.middle, found.stop].map(text)).toEqual([
        expected?.start,
        expected?.mid,
        expected?.stop,
      ]);
      const matrix = denseMatrix(found);
      for (const [i, line] of expected?.matrix.entries() ?? []) {
        for (const [j, weight] of line.entries()) {
          expect(Math.abs((matrix[i]?.[j] ?? Number.NaN) - weight)).toBeLessThanOrEqual(1e-9);
        }
      }
    });
  });
});
