import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExportFixture, exportFixture } from '../support/export-fixture.js';
import { HARD_TEXTS } from '../support/hard-records.js';
import { type Program, python } from '../support/interop.js';
import { writeExport } from '../support/write-export.js';

/** Turtle and JSON-LD, as rdflib parses them and pyshacl holds them against the shapes that ship. */

const SCHEMA = fileURLToPath(new URL('../../schema/', import.meta.url));

let directory: string;
let fixture: ExportFixture;
let py: Program | undefined;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-rdf-'));
  fixture = await exportFixture();
  py = await python();
}, 600_000);
afterAll(async () => {
  await fixture.store.close();
  await rm(directory, { recursive: true });
});

interface Checked {
  readonly triples: number;
  readonly same: boolean;
  readonly undefined: readonly string[];
  readonly conforms: boolean;
  readonly report: string;
  readonly broken: readonly (readonly [string, boolean])[];
  readonly texts: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, number>>;
}

async function check(program: Program, request: object): Promise<Checked> {
  const path = async (format: string) =>
    [...(await writeExport(fixture.store, format, directory, request)).values()][0] ?? '';
  return (await program(
    'check_rdf.py',
    await path('turtle'),
    await path('json-ld'),
    join(SCHEMA, 'vocabulary.ttl'),
    join(SCHEMA, 'shapes.ttl'),
  )) as Checked;
}

describe.each([
  ['the whole graph', {}],
  ['a selection', { filter: { principals: ['actor:iran'] } }],
  ['a neighbourhood', { ids: ['event:unsc-2025-09-19', 'topic:hard-quotes'], depth: 2 }],
])('%s', (_, request) => {
  test('is the same in both forms, has but terms that are explained, and fits the shapes', {
    timeout: 400_000,
  }, async ({ skip }) => {
    if (!py) return skip('no Python');
    const { same, undefined: unexplained, conforms, report, triples, broken } = await check(py, request);
    expect({ same, unexplained, conforms, report }).toEqual({
      same: true,
      unexplained: [],
      conforms: true,
      report: '',
    });
    expect(triples).toBeGreaterThan(1_000);
    expect(broken.map(([, fits]) => fits)).toEqual([false, false, false, false]);
  });
});

test('every node and every edge with attributes is there, and every text as it was', {
  timeout: 400_000,
}, async ({ skip }) => {
  if (!py) return skip('no Python');
  const { types, texts } = await check(py, {});
  const ofKind = (kind: string) => fixture.nodes.filter((node) => node.kind === kind).length;
  const ofType = (type: string) => fixture.edges.filter((edge) => edge.type === type).length;
  const cited = fixture.edges.reduce(
    (sum, { attributes: { citations } }) => sum + (Array.isArray(citations) ? citations.length : 0),
    0,
  );
  expect(types).toMatchObject({
    'urn:demarche:vocabulary:Actor': ofKind('Actor'),
    'urn:demarche:vocabulary:Statement': ofKind('Statement'),
    'urn:demarche:vocabulary:Source': ofKind('Source'),
    'urn:demarche:vocabulary:Stance': ofType('TAKES_STANCE'),
    'urn:demarche:vocabulary:Vote': ofType('VOTED'),
    'urn:demarche:vocabulary:Office': ofType('HOLDS_OFFICE'),
    'urn:demarche:vocabulary:Citation': ofType('REPORTED_IN') + cited,
  });
  expect(texts).toEqual(
    Object.fromEntries(
      Object.entries(HARD_TEXTS).map(([name, text]) => [
        `urn:demarche:topic:hard-${name.toLowerCase()}`,
        text,
      ]),
    ),
  );
});
