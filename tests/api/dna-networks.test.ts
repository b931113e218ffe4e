import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDna } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { DNA_SAMPLE, hasDnaSample, recordedNetworks } from '../support/dna-sample.js';
import { eachStore } from '../support/stores.js';

/** The networks that DNA itself computed from its sample database, from an import into an empty one, by the API. */

interface Found {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
  readonly statements: number;
  readonly matrix: {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly values: readonly (readonly number[])[];
  };
}
interface Named {
  readonly id: string;
  readonly name: string;
}

const isThere = hasDnaSample();
const recorded = isThere ? recordedNetworks() : [];

describe.skipIf(!isThere).each(await eachStore())('on $name', (factory) => {
  let store: Store;
  let ask: ReturnType<typeof asking>;
  let named: (names: readonly string[] | undefined, kind: string) => string[];
  beforeAll(async () => {
    store = await factory.open();
    const { refused } = await importDna(store, DNA_SAMPLE);
    expect(refused).toEqual([]);
    ask = asking(store);
    const { data } = await ask<{ actors: { nodes: Named[] }; topics: { nodes: Named[] } }>(
      '{ actors(first: 100) { nodes { id name } } topics(first: 100) { nodes { id name } } }',
    );
    const all = [...data.actors.nodes, ...data.topics.nodes];
    named = (names = [], kind) =>
      all.filter(({ id, name }) => names.includes(name) && id.startsWith(kind)).map(({ id }) => id);
  });
  afterAll(() => store.close());

  describe.each(['DNA', 'STRICT'])('in mode %s', (mode) => {
    test.each(recorded.map((one) => [JSON.stringify(one.options), one] as const))('%s', async (_, one) => {
      const { options } = one;
      const actors = named(options.excludeValues, 'actor:');
      const topics = named(options.excludeValues, 'topic:');
      const input = {
        nodes: options.networkType === 'twomode' ? 'ACTOR_TOPIC' : 'ACTOR_ACTOR',
        aggregation: options.qualifierAggregation.toUpperCase(),
        normalization: (options.normalization ?? 'no').replace('no', 'none').toUpperCase(),
        duplicates: (options.duplicates ?? 'include').toUpperCase(),
        isolates: options.isolates ?? false,
        exclude: {
          ...(actors.length > 0 && { actors }),
          ...(topics.length > 0 && { topics }),
        },
        mode,
      };
      const { data, errors } = await ask<{ network: Found }>(
        `query($input: NetworkInput!) { network(input: $input) {
          start middle end statements matrix { rows columns values } } }`,
        { input },
      );
      expect(errors).toEqual([]);
      const { network } = data;
      const [expected] = one.results;
      expect(network.matrix.rows).toEqual(expected?.rows);
      expect(network.matrix.columns).toEqual(expected?.columns);
      expect(network.statements).toBe(expected?.statements);
      expect([network.start, network.middle, network.end]).toEqual([
        expected?.start,
        expected?.mid,
        expected?.stop,
      ]);
      for (const [i, line] of expected?.matrix.entries() ?? []) {
        for (const [j, weight] of line.entries()) {
          expect(Math.abs((network.matrix.values[i]?.[j] ?? Number.NaN) - weight)).toBeLessThanOrEqual(1e-9);
        }
      }
    });
  });
});
