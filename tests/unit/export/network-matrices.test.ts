import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../src/model/index.js';
import { openGrafeo } from '../../../src/store/grafeo/index.js';
import type { Store } from '../../../src/store/index.js';
import { loadRecords } from '../../support/load-records.js';
import { endsOf, networkAnswer, type SliceAnswer } from '../../support/network-answer.js';
import { writeExport } from '../../support/write-export.js';

/** Networks as matrices, in CSV and in DL, read by readers of their own that take nothing for granted. */

/** Names that break files, two of them the same. */
const NAMES = ['Say "no", or =else', "O'Neil;\ta|b", '  النرويج  e\u0301🕊', 'Same', 'Same', '-1 0 1'];

function records(): AnyRecord[] {
  const ids = NAMES.map((_, number) => `actor:n${number}`);
  const statements = ids.flatMap((actor, number) =>
    [0, 1, 2].map((month) => ({
      type: 'statement',
      id: `statement:s${number}-${month}`,
      act: 'STATEMENT',
      date: `2020-0${month + 1}-1${number}`,
      dateBasis: 'PRINTED',
      speakers: [{ actor, capacity: 'NATIONAL' }],
      summary: 'x',
      stances: [0, 1].slice(0, 1 + (number % 2)).map((topic) => ({
        topic: `topic:q${topic}`,
        position: (number + month + topic) % 3 === 0 ? 'OPPOSE' : 'SUPPORT',
        coding: 'adjudicated',
      })),
      citations: [{ source: 'source:s', attribution: 'PARAPHRASE' }],
    })),
  );
  return [
    ...ids.map((id, number) => ({ type: 'actor', id, kind: 'STATE', name: NAMES[number] })),
    { type: 'publisher', id: 'publisher:p', name: 'P', control: 'UNKNOWN' },
    { type: 'source', id: 'source:s', url: 'https://example.org/s', title: 'S', publisher: 'publisher:p' },
    ...[0, 1].map((number) => ({
      type: 'topic',
      id: `topic:q${number}`,
      kind: 'PROPOSITION',
      name: `Question, no. ${number}`,
      text: `Question ${number}.`,
    })),
    ...statements,
  ] as AnyRecord[];
}

let store: Store;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-matrices-'));
  store = await openGrafeo({});
  await store.applySchema();
  await loadRecords(store, records());
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const WINDOW = { unit: 'MONTH', size: 1 };
const INPUTS = {
  'one-mode': { nodes: 'ACTOR_ACTOR', aggregation: 'SUBTRACT', normalization: 'AVERAGE' },
  'two-mode': { nodes: 'ACTOR_TOPIC', aggregation: 'SUBTRACT' },
  'one-mode by windows': { nodes: 'TOPIC_TOPIC', aggregation: 'CONGRUENCE', window: WINDOW },
  'two-mode by windows': { nodes: 'ACTOR_TOPIC', window: WINDOW },
  'of nothing': { nodes: 'ACTOR_ACTOR', filter: { speakers: ['actor:nobody'] } },
};

async function written(format: string, network: object): Promise<string> {
  const [path = ''] = (await writeExport(store, format, directory, { what: 'network', network })).values();
  return readFile(path, 'utf8');
}

/** The matrices that the API's edges make, in the order of labels. */
async function wanted(network: object & { readonly nodes: string }) {
  const { windows, ...whole } = await networkAnswer(store, network);
  const slices: readonly SliceAnswer[] = 'window' in network ? windows : [whole];
  const known = new Map(slices.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name] as const)));
  const nodes = [...known].sort(([a, nameA], [b, nameB]) => {
    const [first, second] = [
      [a.slice(0, 5), nameA, a],
      [b.slice(0, 5), nameB, b],
    ];
    return first < second ? -1 : 1;
  });
  const isRow = (id: string) => network.nodes !== 'ACTOR_TOPIC' || id.startsWith('actor:');
  const isColumn = (id: string) => network.nodes !== 'ACTOR_TOPIC' || id.startsWith('topic:');
  const label = ([id, name]: readonly [string, string]) => {
    const line = name.replace(/\s+/g, ' ').trim();
    return name === 'Same' ? `${line} (${id})` : line;
  };
  const rows = nodes.filter(([id]) => isRow(id));
  const columns = nodes.filter(([id]) => isColumn(id));
  return {
    rows: rows.map(label),
    columns: columns.map(label),
    slices: slices.map(({ start, middle, end, edges }) => {
      const weights = new Map(edges.map((edge) => [endsOf(edge).join(' '), edge.weight]));
      const cells = rows.map(([row]) =>
        columns.map(([column]) => weights.get([row, column].sort().join(' ')) ?? 0),
      );
      return { start, middle, end, cells };
    }),
  };
}

describe.each(Object.entries(INPUTS))('%s', (_, input) => {
  test('DL', async () => {
    const { rows, columns, slices } = await wanted(input);
    const quoted = (label: string) => label.replaceAll('"', "'");
    const matrices = readDl(await written('dl', input));
    expect(matrices.rows).toEqual(rows.map(quoted));
    expect(matrices.columns).toEqual(columns.map(quoted));
    expect(matrices.cells).toEqual(slices.map(({ cells }) => cells));
    expect(matrices.names).toEqual(
      'window' in input ? slices.map(({ start, end }) => `${start} to ${end}`) : [],
    );
  });

  test('CSV', async () => {
    const { rows, columns, slices } = await wanted(input);
    const [head = [], ...lines] = readCsv(await written('matrix', input));
    const isOverTime = 'window' in input;
    expect(head).toEqual([...(isOverTime ? ['start', 'middle', 'end'] : []), '', ...columns]);
    expect(lines).toEqual(
      slices.flatMap(({ start, middle, end, cells }) =>
        cells.map((row, number) => [
          ...(isOverTime ? [start, middle, end] : []),
          rows[number],
          ...row.map(String),
        ]),
      ),
    );
  });
});

/** Strictly by UCINET's help on its DL language: what stands where another word is expected is an error. */
function readDl(text: string) {
  const tokens = text.match(/"[^"]*"|,|[^\s,"]+/g) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const expectWords = (...words: readonly string[]) => expect(words.map(next)).toEqual(words);
  expectWords('dl');
  const sizes = new Map<string, number>();
  while (/^n[rcm]?=\d+$/.test(tokens[at] ?? '')) {
    const [name = '', size] = next().split('=');
    sizes.set(name, Number(size));
  }
  expectWords('format=fullmatrix');
  const labels = (count: number) =>
    Array.from({ length: count }, (_, number) => {
      if (number > 0) expectWords(',');
      const label = next();
      expect(label).toMatch(/^".+"$/);
      return label.slice(1, -1);
    });
  const n = sizes.get('n');
  const [nr, nc] = [n ?? sizes.get('nr') ?? -1, n ?? sizes.get('nc') ?? -1];
  let rows: string[];
  let columns: string[];
  if (n === undefined) {
    expectWords('row', 'labels:');
    rows = labels(nr);
    expectWords('column', 'labels:');
    columns = labels(nc);
  } else {
    expectWords('labels:');
    rows = labels(n);
    columns = rows;
  }
  const nm = sizes.get('nm');
  if (nm !== undefined) expectWords('matrix', 'labels:');
  const names = nm === undefined ? [] : labels(nm);
  expectWords('data:');
  const number = () => {
    const token = next();
    expect(token).toMatch(/^-?\d+(\.\d+)?(e-?\d+)?$/);
    return Number(token);
  };
  const cells = Array.from({ length: nm ?? 1 }, () =>
    Array.from({ length: nr }, () => Array.from({ length: nc }, number)),
  );
  expect(at).toBe(tokens.length);
  return { rows, columns, names, cells };
}

function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
