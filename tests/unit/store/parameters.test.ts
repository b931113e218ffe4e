import { describe, expect, test } from 'vitest';
import { toDriver } from '../../../src/store/neo4j/parameters.js';
import { checkParameters } from '../../../src/store/parameters.js';
import type { QueryParams } from '../../../src/store/query.js';

const check = (access: 'read' | 'write', params: Record<string, unknown>) => () =>
  checkParameters('q', params as QueryParams, access);

describe('checkParameters', () => {
  test.each<[string, Record<string, unknown>]>([
    ['scalars and lists', { a: 'x', b: 1.5, c: null, d: true, e: ['x', 'y'], f: [], g: [1, 2.5] }],
    ['rows with keys and properties', { rows: [{ id: 'a', props: { x: null, l: ['p'], empty: [] } }] }],
    ['rows with an ordinal as key', { rows: [{ from: 'a', to: 'b', key: 0, props: {} }] }],
    ['rows within a row', { rows: [{ id: 'a', speakers: [{ id: 'b', role: null }] }] }],
    ['from and to among the properties', { rows: [{ key: 'k', props: { from: null, to: '2020' } }] }],
  ])('takes %s', (_, params) => {
    expect(check('write', params)).not.toThrow();
    expect(check('read', params)).not.toThrow();
  });

  test.each<[Record<string, unknown>, string]>([
    [{ id: null }, '$id: expected a string or a number, found null'],
    [
      { rows: [{ id: 'a' }, { id: undefined }] },
      '$rows[1].id: expected a string or a number, found undefined',
    ],
    [{ rows: [{ key: Number.NaN }] }, '$rows[0].key: expected a finite number, found NaN'],
    [{ rows: [{ id: 'a', props: null }] }, '$rows[0].props: expected a map of properties, found null'],
    [{ rows: [{ id: 'a' }, 'b'] }, '$rows[1]: expected a map as in the rest of the list, found string'],
    [{ rows: [{ l: ['a', null] }] }, '$rows[0].l[1]: expected a list without null, found null'],
    [{ rows: [{ l: ['a', 1] }] }, '$rows[0].l[1]: expected a string as in the rest of the list, found 1'],
    [{ rows: [{ props: { n: [1, 2] } }] }, '$rows[0].props.n[0]: expected a string, found 1'],
    [
      { rows: [{ speakers: [{ id: null }] }] },
      '$rows[0].speakers[0].id: expected a string or a number, found null',
    ],
  ])('refuses in a write %o', (params, problem) => {
    expect(check('write', params)).toThrow(`statement q: ${problem}`);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ a: undefined }, '$a: expected a scalar, found undefined'],
    [{ a: Number.POSITIVE_INFINITY }, '$a: expected a finite number, found Infinity'],
    [{ a: 2 ** 53 }, '$a: expected an integer within ±(2^53 − 1), found 9007199254740992'],
    [{ a: 1n }, '$a: expected a scalar, found bigint'],
    [{ a: new Date() }, '$a: expected a scalar, found object'],
    [{ a: [['x']] }, '$a[0]: expected a scalar or a map, found list'],
  ])('refuses in any statement %o', (params, problem) => {
    expect(check('read', params)).toThrow(`statement q: ${problem}`);
    expect(check('write', params)).toThrow(`statement q: ${problem}`);
  });
});

test('whole numbers go to Neo4j as integers, wherever they are', () => {
  const params = toDriver({
    limit: 20,
    half: 0.5,
    rows: [{ key: 1, list: [2], props: { n: -0 } }],
    no: null,
  });
  expect(params).toMatchObject({ half: 0.5, no: null });
  expect(JSON.stringify(params)).toBe(
    '{"limit":{"low":20,"high":0},"half":0.5,"rows":[{"key":{"low":1,"high":0},"list":[{"low":2,"high":0}],"props":{"n":{"low":0,"high":0}}}],"no":null}',
  );
});
