import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flatEdge, flatNode } from '../../src/export/flat.js';
import { textOfValue } from '../../src/export/text/value.js';
import type { Attributes, GraphEdge, GraphNode } from '../../src/records/index.js';
import { exportFixture } from '../support/export-fixture.js';
import { gephi, type Program, python } from '../support/interop.js';
import { writeExport } from '../support/write-export.js';

/** GraphML and GEXF, as networkx, igraph and Gephi read them: every node, edge and value. */

let directory: string;
let files: { readonly graphml: string; readonly gexf: string };
let nodes: readonly GraphNode[];
let edges: readonly GraphEdge[];
let py: Program | undefined;
let java: Program | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-interop-'));
  const fixture = await exportFixture();
  ({ nodes, edges } = fixture);
  const path = async (format: string) =>
    [...(await writeExport(fixture.store, format, directory)).values()][0] ?? '';
  files = { graphml: await path('graphml'), gexf: await path('gexf') };
  await fixture.store.close();
  py = await python();
  java = await gephi();
}, 600_000);
afterAll(() => rm(directory, { recursive: true }));

type Values = Readonly<Record<string, unknown>>;

/** Attributes as formats without lists have them. */
function withoutLists(attributes: Attributes): Values {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'object' ? textOfValue(value) : value,
    ]),
  );
}

describe('networkx', () => {
  test('reads GraphML', async ({ skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_graph.py', 'graphml', files.graphml)) as ReadGraph;
    expect(read.directed).toBe(true);
    expect(byId(read.nodes)).toEqual(
      new Map(nodes.map((n) => [n.id, [withoutLists(flatNode(n).attributes)]])),
    );
    expect(byId(read.edges)).toEqual(
      new Map(
        edges.map((e) => [e.id, [e.source, e.target, { id: e.id, ...withoutLists(flatEdge(e).attributes) }]]),
      ),
    );
  });

  test('reads GEXF', async ({ skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_graph.py', 'gexf', files.gexf)) as ReadGraph;
    const timed = ({ firstDay, lastDay, ...attributes }: Values) => ({
      ...attributes,
      ...(firstDay !== undefined && { start: firstDay }),
      ...(lastDay !== undefined && { end: lastDay }),
    });
    expect(byId(read.nodes)).toEqual(
      new Map(nodes.map((n) => [n.id, [timed(withoutLists(flatNode(n).attributes))]])),
    );
    expect(byId(read.edges)).toEqual(
      new Map(
        edges.map((e) => [
          e.id,
          [e.source, e.target, { id: e.id, ...timed(withoutLists(flatEdge(e).attributes)) }],
        ]),
      ),
    );
  });
});

describe('igraph', () => {
  /** It gives every node and edge every attribute: one that is missing is an empty text, no number, or false. */
  const present = (values: Values, wanted: Values) =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([name, value]) => name in wanted || (value !== '' && value !== null && value !== false),
      ),
    );

  test('reads GraphML', async ({ skip }) => {
    if (!py) return skip('no Python');
    const read = (await py('read_graph.py', 'igraph', files.graphml)) as ReadGraph;
    expect(read.directed).toBe(true);
    const wantedNodes = new Map(
      nodes.map((n) => [n.id, { id: n.id, ...withoutLists(flatNode(n).attributes) }]),
    );
    const wantedEdges = new Map(
      edges.map((e) => [e.id, { id: e.id, ...withoutLists(flatEdge(e).attributes) }]),
    );
    expect(
      new Map(read.nodes.map(([id, values]) => [id, present(values, wantedNodes.get(id) ?? {})])),
    ).toEqual(wantedNodes);
    expect(
      new Map(read.edges.map(([id, , , values]) => [id, present(values, wantedEdges.get(id) ?? {})])),
    ).toEqual(wantedEdges);
    expect(new Map(read.edges.map(([id, ...ends]) => [id, ends.slice(0, 2)]))).toEqual(
      new Map(edges.map((e) => [e.id, [e.source, e.target]])),
    );
  });
});

describe('Gephi', () => {
  const ofGephi = new Set(['Id', 'Label', 'Weight', 'yed-label', 'id']);
  const own = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !ofGephi.has(name)));

  test.for(['graphml', 'gexf'] as const)(
    'opens %s without a word, and loses nothing',
    async (format, { skip }) => {
      if (!java) return skip('no Gephi');
      const read = (await java('Gephi.java', files[format])) as GephiGraph;
      expect(read.issues).toEqual([]);
      const wanted = (attributes: Attributes) => {
        const { label, firstDay, lastDay, ...rest } = withoutLists(attributes);
        return asGephiReads(format === 'gexf' ? rest : { firstDay, lastDay, ...rest });
      };
      const days = ({ period: { from, to } }: GraphNode | GraphEdge) =>
        format === 'graphml' || (from === undefined && to === undefined) ? null : [from ?? null, to ?? null];
      expect(
        new Map(read.nodes.map(([id, label, values, when]) => [id, [label, own(values), when]])),
      ).toEqual(new Map(nodes.map((n) => [n.id, [n.label, wanted(flatNode(n).attributes), days(n)]])));
      expect(
        new Map(
          read.edges.map(([id, label, values, when, source, target]) => [
            id,
            [label, source, target, own(values), when],
          ]),
        ),
      ).toEqual(
        new Map(
          edges.map((e) => [
            e.id,
            [flatEdge(e).label, e.source, e.target, wanted(flatEdge(e).attributes), days(e)],
          ]),
        ),
      );
      expect(read.dynamic).toBe(format === 'gexf');
      if (format === 'gexf') expect(read.timeFormat).toBe('DATE');
    },
  );
});

/** Two mistakes that Gephi's importers (0.10.1) make with every file: no form of the file avoids them. */
function asGephiReads(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== 'NULL')
      .map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replaceAll('INF', 'Infinity') : value,
      ]),
  );
}

interface ReadGraph {
  readonly directed: boolean;
  readonly nodes: readonly (readonly [string, Values])[];
  readonly edges: readonly (readonly [string, string, string, Values])[];
}

interface GephiGraph {
  readonly issues: readonly string[];
  readonly dynamic: boolean;
  readonly timeFormat: string;
  readonly nodes: readonly (readonly [
    string,
    string,
    Values,
    readonly [string | null, string | null] | null,
  ])[];
  readonly edges: readonly (readonly [
    string,
    string,
    Values,
    readonly [string | null, string | null] | null,
    string,
    string,
    string,
  ])[];
}

function byId(elements: readonly (readonly [string, ...unknown[]])[]): Map<string, unknown[]> {
  return new Map(elements.map(([id, ...rest]) => [id, rest]));
}
