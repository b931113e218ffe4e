import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { gephi, type Program, python } from '../support/interop.js';
import { endsOf, networkAnswer, type SliceAnswer } from '../support/network-answer.js';
import { writeExport } from '../support/write-export.js';

/** Discourse networks as other programs read them, against what the API answers: nodes, edges, weights and times. */

const WHOLE = {
  nodes: 'ACTOR_ACTOR',
  aggregation: 'SUBTRACT',
  filter: { date: { from: '2020', to: '2021' } },
};
const OVER_TIME = { ...WHOLE, window: { unit: 'MONTH', size: 3 } };

let directory: string;
let store: Store;
let py: Program | undefined;
let java: Program | undefined;
let whole: SliceAnswer;
let windows: readonly SliceAnswer[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-networks-'));
  store = await openGrafeo({});
  await store.applySchema();
  await loadSeed(store);
  whole = await networkAnswer(store, WHOLE);
  ({ windows } = await networkAnswer(store, OVER_TIME));
  py = await python();
  java = await gephi();
}, 600_000);
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

async function written(format: string, network: object): Promise<string> {
  const [path = ''] = (await writeExport(store, format, directory, { what: 'network', network })).values();
  return path;
}

type Values = Readonly<Record<string, unknown>>;
interface ReadGraph {
  readonly directed: boolean;
  readonly nodes: readonly (readonly [string, Values])[];
  readonly edges: readonly (readonly [string, string, string, Values])[];
}

/** An edge as `a b`, with what is wanted of it. */
function edgesBy(slice: SliceAnswer): Map<string, number> {
  return new Map(slice.edges.map((edge) => [endsOf(edge).join(' '), edge.weight]));
}
const ends = (a: string, b: string) => [a, b].sort().join(' ');

/** From the middle of a window until the day before that of the next; the last until its end. */
const days = (number: number): [string, string] => {
  const next = windows[number + 1]?.middle;
  const last = next ? new Date(Date.parse(`${next}Z`) - 1).toISOString() : `${windows[number]?.end}`;
  return [`${windows[number]?.middle.slice(0, 10)}`, last.slice(0, 10)];
};

/** For each edge its weights by days. */
function changing(): Map<string, [string, string, number][]> {
  const found = new Map<string, [string, string, number][]>();
  for (const [number, window] of windows.entries()) {
    for (const [edge, weight] of edgesBy(window)) {
      found.set(edge, [...(found.get(edge) ?? []), [...days(number), weight]]);
    }
  }
  return found;
}

test('there is something to compare', () => {
  expect(whole.edges.length).toBeGreaterThan(50);
  expect(windows.filter(({ edges }) => edges.length > 0).length).toBeGreaterThan(3);
  expect(whole.edges.some(({ weight }) => weight < 0)).toBe(true);
});

describe('networkx and igraph', () => {
  test.for([
    ['graphml', 'graphml'],
    ['igraph', 'graphml'],
    ['gexf', 'gexf'],
  ] as const)('%s reads the whole in %s', async ([reader, format], { skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_graph.py', reader, await written(format, WHOLE))) as ReadGraph;
    expect(read.directed).toBe(false);
    expect(new Map(read.nodes.map(([id, { degree }]) => [id, degree]))).toEqual(
      new Map(whole.nodes.map(({ id, degree }) => [id, degree])),
    );
    expect(new Map(read.edges.map(([, a, b, { weight }]) => [ends(a, b), weight]))).toEqual(edgesBy(whole));
  });

  test('reads the windows in GraphML, an edge for each', async ({ skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_graph.py', 'graphml', await written('graphml', OVER_TIME))) as ReadGraph;
    expect(
      new Map(read.edges.map(([, a, b, { weight, window }]) => [`${window} ${ends(a, b)}`, weight])),
    ).toEqual(
      new Map(
        windows.flatMap((window, number) =>
          [...edgesBy(window)].map(([edge, weight]) => [`${number} ${edge}`, weight] as const),
        ),
      ),
    );
  });

  test('reads the windows in GEXF; of weights that change it knows the last', async ({ skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_graph.py', 'gexf', await written('gexf', OVER_TIME))) as ReadGraph;
    expect(new Map(read.edges.map(([, a, b, { weight }]) => [ends(a, b), weight]))).toEqual(
      new Map([...changing()].map(([edge, weights]) => [edge, weights.at(-1)?.[2]])),
    );
    expect(new Set(read.nodes.map(([id]) => id))).toEqual(
      new Set(windows.flatMap(({ nodes }) => nodes.map(({ id }) => id))),
    );
  });
});

interface GephiGraph {
  readonly issues: readonly string[];
  readonly dynamic: boolean;
  readonly nodes: readonly (readonly [string, string])[];
  readonly edges: readonly (readonly [string, string, Values, unknown, string, string, string])[];
}

describe('Gephi', () => {
  const weightsOf = ({ edges }: GephiGraph) =>
    new Map(edges.map(([, , { Weight }, , a, b]) => [ends(a, b), Weight]));

  test.for(['graphml', 'gexf'])('opens the whole in %s without a word', async (format, { skip }) => {
    if (!java) return skip('no Gephi');
    const read = (await java('Gephi.java', await written(format, WHOLE))) as GephiGraph;
    expect(read.issues).toEqual([]);
    expect(new Map(read.nodes.map(([id, label]) => [id, label]))).toEqual(
      new Map(whole.nodes.map(({ id, name }) => [id, name])),
    );
    expect(weightsOf(read)).toEqual(edgesBy(whole));
  });

  test('sees the windows of GEXF in its timeline', async ({ skip }) => {
    if (!java) return skip('no Gephi');
    const read = (await java('Gephi.java', await written('gexf', OVER_TIME))) as GephiGraph;
    expect([read.issues, read.dynamic]).toEqual([[], true]);
    expect(weightsOf(read)).toEqual(changing());
  });

  test('keeps the edges of every window of GraphML', async ({ skip }) => {
    if (!java) return skip('no Gephi');
    const read = (await java('Gephi.java', await written('graphml', OVER_TIME))) as GephiGraph;
    expect(read.issues).toEqual([]);
    expect(read.edges.length).toBe(windows.reduce((sum, { edges }) => sum + edges.length, 0));
  });

  test('opens DL, with its labels and weights', async ({ skip }) => {
    if (!java) return skip('no Gephi');
    const read = (await java('Gephi.java', await written('dl', WHOLE))) as GephiGraph;
    expect(read.issues).toEqual([]);
    const names = new Map(whole.nodes.map(({ id, name }) => [`"${name}"`, id]));
    const idOf = new Map(read.nodes.map(([id, label]) => [id, names.get(label) ?? label]));
    // it takes every matrix for one of a directed network
    expect(
      new Map(
        read.edges.map(([, , { Weight }, , a, b]) => [ends(idOf.get(a) ?? '', idOf.get(b) ?? ''), Weight]),
      ),
    ).toEqual(edgesBy(whole));
  });
});
