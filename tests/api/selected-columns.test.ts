import { buildSchema, type GraphQLOutputType, getNamedType, isObjectType, isUnionType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/index.js';
import { readSdl } from '../../src/api/sdl.js';
import { loadSeed } from '../../src/ingest/index.js';
import type { Store } from '../../src/store/index.js';
import { asking } from '../support/api.js';
import { eachStore } from '../support/stores.js';

/**
 * What a statement reads of the nodes it brings along is what the query shows of them. Each field asked for alone must
 * answer as it does among all others.
 */

/** Lists whose statement brings others along. */
const ROOTS: Readonly<Record<string, { readonly type: string; ask(selection: string): string }>> = {
  statements: { type: 'Statement', ask: (of) => `{ statements(first: 20) { nodes { id ${of} } } }` },
  stances: { type: 'StanceRow', ask: (of) => `{ stances(first: 20) { nodes { ${of} } } }` },
  statement: {
    type: 'Statement',
    ask: (of) => `{ statement(id: "statement:2020-09-01-lavrov-mediation") { id ${of} } }`,
  },
  actor: { type: 'Actor', ask: (of) => `{ actor(id: "actor:iran") { id ${of} } }` },
  'an official': { type: 'Actor', ask: (of) => `{ actor(id: "actor:sergei-lavrov") { id ${of} } }` },
  topic: { type: 'Topic', ask: (of) => `{ topic(id: "topic:snapback") { id ${of} } }` },
  event: {
    type: 'Event',
    ask: (of) => `{ events(first: 1) { nodes { id } } event(id: "EVENT") { id ${of} } }`,
  },
  dispute: { type: 'Dispute', ask: (of) => `{ dispute(id: "DISPUTE") { id ${of} } }` },
};

/** For all fields at once. */
const GENEROUS = {
  ...DEFAULT_LIMITS,
  maxQueryCost: 1e9,
  maxQueryTokens: 100_000,
  maxAliases: 1_000,
  maxAnswerObjects: 1e6,
};

const schema = buildSchema(readSdl());

/** The selections that end in a scalar, each alone: `speakers { actor { name } }`. */
function leavesOf(type: GraphQLOutputType, depth: number): string[] {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    return named
      .getTypes()
      .flatMap((member) =>
        leavesOf(member, 1).map(
          (leaf) => `... on ${member.name} { ${member.name}_${leaf.replace(/^\w+/, '$&: $&')} }`,
        ),
      );
  }
  if (!isObjectType(named)) return [''];
  if (depth === 0 || named.name.endsWith('Connection')) return [];
  return Object.values(named.getFields()).flatMap((field) => {
    const below = leavesOf(field.type, depth - 1);
    return below.map((leaf) => (leaf === '' ? field.name : `${field.name} { ${leaf} }`));
  });
}

const [factory] = await eachStore();
let store: Store;
let ask: ReturnType<typeof asking>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  if (!factory) throw new Error('no store to test with');
  store = await factory.open();
  await loadSeed(store);
  ask = asking(store, GENEROUS);
  const { data } = await ask<Record<string, { nodes: { id: string }[] }>>(
    '{ events(filter: {kinds: [VOTE]}, first: 1) { nodes { id } } disputes(first: 1) { nodes { id } } }',
  );
  ids.EVENT = data.events?.nodes[0]?.id ?? '';
  ids.DISPUTE = data.disputes?.nodes[0]?.id ?? '';
});
afterAll(() => store.close());

test.each(Object.entries(ROOTS))(
  'fields of %s, each alone',
  async (_, { type, ask: queryOf }) => {
    const asked = async (selection: string) => {
      const { data, errors } = await ask(
        queryOf(selection).replace(/EVENT|DISPUTE/, (name) => ids[name] ?? ''),
      );
      expect(errors, selection).toEqual([]);
      return data;
    };
    const root = schema.getType(type);
    if (!isObjectType(root)) throw new Error(`${type} is no type of objects`);
    for (const field of Object.values(root.getFields())) {
      const leaves = leavesOf(field.type, 3).map((leaf) =>
        leaf === '' ? field.name : `${field.name} { ${leaf} }`,
      );
      if (leaves.length === 0) continue;
      const together = await asked(leaves.join(' '));
      for (const leaf of leaves) expect(together, leaf).toMatchObject((await asked(leaf)) ?? {});
    }
  },
  300_000,
);
