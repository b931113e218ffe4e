/**
 * Counts what is in seed/ into the tables at the end of seed/COVERAGE.md.
 * `npx tsx scripts/coverage.ts` writes them; with `--check` it fails where they are not what it would write.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedFiles } from '../src/ingest/index.js';
import {
  type AnyRecord,
  DEFAULT_CODING,
  parseRecord,
  type RecordOf,
  type RecordType,
} from '../src/model/index.js';
import { writeMadeFiles } from './lib/made-files.js';
import { root } from './lib/root.mjs';

const COVERAGE = 'seed/COVERAGE.md';
const MARK = '<!-- Below: made by scripts/coverage.ts; do not edit. -->\n';

const records: AnyRecord[] = [];
for (const file of await seedFiles()) {
  for (const line of (await readFile(file, 'utf8')).trim().split('\n')) {
    const parsed = parseRecord(JSON.parse(line));
    if ('issues' in parsed) throw new Error(`${file} is not valid: run demarche validate seed/`);
    records.push(parsed.record);
  }
}

const statements = all('statement');
const names = new Map(
  [...all('actor'), ...all('publisher'), ...all('topic')].map(({ id, name }) => [id, name]),
);
const controlOf = new Map(all('publisher').map(({ id, control }) => [id, control ?? 'UNKNOWN']));
const publisherOf = new Map(all('source').map(({ id, publisher }) => [id, publisher]));

const tables = [
  '## In numbers',
  `${statements.length} statements with ${statements.flatMap(positions).length} settled positions, ${all('event').length} events with ${all('vote').length} votes, ${all('actor').length} actors, ${all('source').length} pages of ${all('publisher').length} publishers, ${all('dispute').length} disputes. A statement for two principals counts in both rows; shares are of all statements.`,
  '### By year',
  table(
    ['year', 'statements', 'positions', 'with a quotation', 'events'],
    byKey(statements, ({ date }) => [date.slice(0, 4)], true).map(([year, those]) => [
      year,
      those.length,
      those.flatMap(positions).length,
      those.filter(({ citations }) => citations.some(({ quote }) => quote !== undefined)).length,
      all('event').filter(({ date }) => date.startsWith(year)).length,
    ]),
  ),
  '### By proposition',
  table(
    ['proposition', 'support', 'oppose', 'neutral', 'conditional', 'read, no stance'],
    all('topic')
      .filter(({ kind }) => kind === 'PROPOSITION')
      .map(({ id }) => {
        const those = statements.flatMap((statement) =>
          settled(statement).filter(({ topic }) => topic === id),
        );
        const count = (position: string) => those.filter((stance) => stance.position === position).length;
        return [
          `\`${id.slice('topic:'.length)}\``,
          ...['SUPPORT', 'OPPOSE', 'NEUTRAL', 'CONDITIONAL', 'NO_STANCE'].map(count),
        ];
      }),
  ),
  '### By act',
  countsOf(({ act }) => [act], 'act'),
  '### By language of the words',
  'As read: many of the English ones are translations.',
  countsOf(({ citations }) => citations.flatMap(({ language }) => language ?? []), 'language'),
  '### By control of the publishers',
  table(
    ['control', 'publishers', 'statements reported there', 'reported there alone'],
    byKey(all('publisher'), ({ control }) => [control ?? 'UNKNOWN']).map(([control, publishers]) => {
      const controls = statements.map((statement) => new Set(controlsOf(statement)));
      return [
        `\`${control}\``,
        publishers.length,
        controls.filter((set) => set.has(control)).length,
        controls.filter((set) => set.has(control) && set.size === 1).length,
      ];
    }),
  ),
  '### By principal',
  countsOf((statement) => principals(statement).map((id) => names.get(id) ?? id), 'principal'),
].join('\n\n');

const [prose] = (await readFile(join(root, COVERAGE), 'utf8')).split(MARK);
await writeMadeFiles('coverage.ts', { [COVERAGE]: `${prose}${MARK}\n${tables}\n` });

function all<T extends RecordType>(type: T): RecordOf<T>[] {
  return records.filter((record): record is RecordOf<T> => record.type === type);
}

function settled({ stances = [] }: RecordOf<'statement'>) {
  return stances.filter(({ coding }) => coding === DEFAULT_CODING);
}

function positions(statement: RecordOf<'statement'>) {
  return settled(statement).filter(({ position }) => position !== 'NO_STANCE');
}

function principals({ onBehalfOf, speakers }: RecordOf<'statement'>): string[] {
  return (onBehalfOf ?? speakers).map(({ actor }) => actor);
}

function controlsOf({ citations }: RecordOf<'statement'>): string[] {
  return citations.map(({ source }) => controlOf.get(publisherOf.get(source) ?? '') ?? 'UNKNOWN');
}

/** What has each key, most first (or in the order of the keys). */
function byKey<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
  inOrder = false,
): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const byName = ([a]: [string, T[]], [b]: [string, T[]]) => (a < b ? -1 : 1);
  return [...groups].sort((a, b) => (inOrder ? 0 : b[1].length - a[1].length) || byName(a, b));
}

function countsOf(keysOf: (statement: RecordOf<'statement'>) => readonly string[], heading: string): string {
  const rows = byKey(statements, keysOf).map(([key, those]) => [
    key,
    those.length,
    `${Math.round((100 * those.length) / statements.length)} %`,
  ]);
  return table([heading, 'statements', 'share'], rows);
}

function table(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
