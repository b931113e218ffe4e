import type { Label, Levels, NetworkDocument, NetworkRows } from '../../src/analysis/index.js';

/** A row of a network as a test writes it: who, on what, at which level, and what else matters. */
export interface TestRow {
  readonly actor: string;
  readonly topic: string;
  readonly level: string;
  /** default: a statement of its own, by the row's place */
  readonly statement?: string;
  /** default `2020-01-01` */
  readonly date?: string;
  /** more days that the date can mean */
  readonly span?: number;
  readonly seconds?: number;
  /** default `d` */
  readonly document?: string;
  readonly others?: readonly string[];
}

export const BOOLEAN: Levels = { type: 'BOOLEAN', names: ['no', 'yes'], values: [-1, 1] };
export const SCALE: Levels = {
  type: 'SCALE',
  names: ['no', 'rather no', 'neutral', 'rather yes', 'yes'],
  values: [-1, -0.5, 0, 0.5, 1],
};
export const CATEGORY: Levels = { type: 'CATEGORY', names: ['red', 'green', 'blue'], values: [] };

/** `A x yes` is a row; ids are `actor:A`, `topic:x`, names `A`, `x`. */
export function row(words: string, more: Omit<TestRow, 'actor' | 'topic' | 'level'> = {}): TestRow {
  const [actor = '', topic = '', ...level] = words.split(' ');
  return { actor, topic, level: level.join(' '), ...more };
}

export function testRows(
  rows: readonly TestRow[],
  levels: Levels = BOOLEAN,
  documents: readonly (Partial<NetworkDocument> & { readonly id: string })[] = [],
): NetworkRows {
  const actors = codes<Label>((name) => ({ id: `actor:${name}`, name }));
  const topics = codes<Label>((name) => ({ id: `topic:${name}`, name }));
  const sources = codes<NetworkDocument>((id) => ({
    id,
    author: '',
    publisher: '',
    section: '',
    kind: '',
    ...documents.find((document) => document.id === id),
  }));
  const statements = codes((id) => `statement:${id}`);
  const statementOf = rows.map(({ statement }, place) => statements.codeOf(statement ?? String(place)));
  const firsts = statements.list.map((_, code) => rows[statementOf.indexOf(code)]);
  const others = firsts.map((first) => (first?.others ?? []).map(actors.codeOf));
  return {
    length: rows.length,
    statement: Uint32Array.from(statementOf),
    actor: Uint32Array.from(rows, ({ actor }) => actors.codeOf(actor)),
    topic: Uint32Array.from(rows, ({ topic }) => topics.codeOf(topic)),
    level: Uint8Array.from(rows, ({ level }) => levels.names.indexOf(level)),
    statements: {
      length: statements.list.length,
      idOf: (code) => statements.list[code] ?? '',
      day: Int32Array.from(firsts, (first) => Date.parse(first?.date ?? '2020-01-01') / 86_400_000),
      span: Uint16Array.from(firsts, (first) => first?.span ?? 0),
      time: Int32Array.from(firsts, (first) => first?.seconds ?? -1),
      document: Uint32Array.from(firsts, (first) => sources.codeOf(first?.document ?? 'd')),
      others: {
        starts: Uint32Array.from([0, ...others.map((_, code) => others.slice(0, code + 1).flat().length)]),
        actor: Uint32Array.from(others.flat()),
      },
    },
    actors: actors.list,
    topics: topics.list,
    levels,
    documents: sources.list,
  };
}

function codes<T>(make: (name: string) => T): { readonly list: readonly T[]; codeOf(name: string): number } {
  const list: T[] = [];
  const known = new Map<string, number>();
  return {
    list,
    codeOf(name) {
      const code = known.get(name) ?? list.push(make(name)) - 1;
      known.set(name, code);
      return code;
    },
  };
}

/** A moment as networks count them, from `2020-01-01` or `2020-01-01T12:30`. */
export function moment(text: string): number {
  return Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00Z`) / 1_000;
}
