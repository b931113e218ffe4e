import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cytoscape from 'cytoscape';
import { MultiDirectedGraph } from 'graphology';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flatEdge, flatNode } from '../../../src/export/flat.js';
import { type ExportFixture, exportFixture } from '../../support/export-fixture.js';
import { writeExport } from '../../support/write-export.js';

/** The JSON formats, as the libraries whose formats they are open them. */

let directory: string;
let fixture: ExportFixture;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-json-'));
  fixture = await exportFixture();
}, 60_000);
afterAll(async () => {
  await fixture.store.close();
  await rm(directory, { recursive: true });
});

async function read(format: string) {
  const [path = ''] = (await writeExport(fixture.store, format, directory)).values();
  return JSON.parse(await readFile(path, 'utf8'));
}

test('Graphology', async () => {
  const graph = MultiDirectedGraph.from(await read('graphology'));
  expect(graph.multi).toBe(true);
  expect(new Map(graph.mapNodes((id, values) => [id, values]))).toEqual(
    new Map(fixture.nodes.map((node) => [node.id, flatNode(node).attributes])),
  );
  expect(new Map(graph.mapEdges((id, values, source, target) => [id, [source, target, values]]))).toEqual(
    new Map(fixture.edges.map((edge) => [edge.id, [edge.source, edge.target, flatEdge(edge).attributes]])),
  );
});

test('Cytoscape.js', async () => {
  const graph = cytoscape({ headless: true, ...(await read('cytoscape')) });
  expect(new Map(graph.nodes().map((node) => [node.id(), node.data()]))).toEqual(
    new Map(
      fixture.nodes.map((node) => [node.id, { id: node.id, name: node.label, ...flatNode(node).attributes }]),
    ),
  );
  expect(new Map(graph.edges().map((edge) => [edge.id(), edge.data()]))).toEqual(
    new Map(
      fixture.edges.map((edge) => [
        edge.id,
        {
          id: edge.id,
          source: edge.source,
          target: edge.target,
          interaction: edge.type,
          ...flatEdge(edge).attributes,
        },
      ]),
    ),
  );
});
