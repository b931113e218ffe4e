import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  coerceInputValue,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInputObjectType,
  GraphQLInt,
  getNullableType,
  isListType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { parseNetworkInput } from '../../../src/analysis/index.js';
import { exportQuery, FILTER_KEYS, NETWORK_KEYS, readExportQuery } from '../../../src/export/query-string.js';
import { parseExportRequest } from '../../../src/export/request.js';

/** The query string of `GET /export`. */

const schema = buildSchema(
  readdirSync('schema')
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(`schema/${file}`, 'utf8'))
    .join('\n'),
);

/** The keys of an input as a query string has them, but those that hold whole filters, and `ids`: there those of a neighbourhood. */
function keysOf(name: string, prefix = ''): [string, string][] {
  const input = schema.getType(name);
  if (!(input instanceof GraphQLInputObjectType)) throw new Error(`no input ${name}`);
  return Object.values(input.getFields()).flatMap((field): [string, string][] => {
    const type = getNullableType(field.type);
    const key = `${prefix}${field.name}`;
    if (['and', 'or', 'not', 'ids'].includes(field.name)) return [];
    if (isListType(type)) return [[key, 'list']];
    if (type instanceof GraphQLInputObjectType) return keysOf(type.name, `${key}.`);
    if (type === GraphQLBoolean) return [[key, 'boolean']];
    return [[key, type === GraphQLInt || type === GraphQLFloat ? 'number' : 'text']];
  });
}

test('knows every key of the filter and of the network that the API has', () => {
  expect(FILTER_KEYS).toEqual(Object.fromEntries(keysOf('StatementFilter')));
  const ofFilter = Object.keys(FILTER_KEYS).map((key) => `filter.${key}`);
  const keys = keysOf('NetworkInput').filter(([key]) => !ofFilter.includes(key));
  expect(NETWORK_KEYS).toEqual(Object.fromEntries(keys));
});

test('what the API fills in is what is left out', () => {
  const input = schema.getType('NetworkInput');
  if (!(input instanceof GraphQLInputObjectType)) throw new Error('no NetworkInput');
  const given = coerceInputValue({ nodes: 'ACTOR_ACTOR' }, input) as object;
  expect(Object.keys(given).length).toBeGreaterThan(10);
  expect(parseNetworkInput(given, 'input')).toEqual({ nodes: 'ACTOR_ACTOR' });
});

describe('what is written is read again', () => {
  test.each([
    {},
    { what: 'statements' },
    { filter: { principals: ['actor:iran'], stance: { topics: ['topic:a'], minConfidence: 0.5 } } },
    { filter: { or: [{ acts: ['LETTER'] }, { not: { hasQuote: false } }] } },
    { ids: ['topic:b', 'actor:a'], depth: 0 },
    { what: 'network', network: { nodes: 'ACTOR_TOPIC', aggregation: 'SUBTRACT', includeVotes: true } },
    {
      network: {
        nodes: 'ACTOR_ACTOR',
        window: { unit: 'DAY', size: 7 },
        exclude: { actors: ['actor:a'], authors: ['A, B'] },
        filter: { speakers: ['actor:b'], date: { from: '2020', to: null } },
      },
    },
  ])('%j', (request) => {
    const parsed = parseExportRequest(request);
    expect(readExportQuery(new URLSearchParams(exportQuery(parsed)))).toEqual(parsed);
  });
});

test('lists by commas and by repetition, inner objects by dots', () => {
  const search =
    'speakers=actor:a,actor:b&speakers=actor:c&date.from=2020&date.to=2021-05&expandJoint=true&changedSince=3';
  expect(readExportQuery(new URLSearchParams(search))).toEqual({
    what: 'graph',
    filter: {
      speakers: ['actor:a', 'actor:b', 'actor:c'],
      date: { from: '2020', to: '2021-05' },
      expandJoint: true,
      changedSince: 3,
    },
  });
});

test('a network by its keys, with those of its filter', () => {
  const search =
    'what=network&nodes=ACTOR_ACTOR&aggregation=IGNORE&window.unit=DAY&window.size=7&exclude.actors=actor:a,actor:b&isolates=true&principals=actor:c&minWeight=0.5';
  expect(readExportQuery(new URLSearchParams(search))).toEqual({
    what: 'network',
    network: {
      nodes: 'ACTOR_ACTOR',
      window: { unit: 'DAY', size: 7 },
      exclude: { actors: ['actor:a', 'actor:b'] },
      isolates: true,
      filter: { principals: ['actor:c'] },
      minWeight: 0.5,
    },
  });
});

test('a filter that leaves everything open is none', () => {
  expect(parseExportRequest({ filter: {} })).toEqual({ what: 'graph', filter: undefined });
  expect(parseExportRequest({ filter: { speakers: null } })).toEqual({ what: 'graph', filter: undefined });
});
