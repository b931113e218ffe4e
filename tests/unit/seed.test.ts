import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { issueText, seedFiles, validateDataset } from '../../src/ingest/index.js';
import {
  parseEdtf,
  parseRecord,
  primaryCitation,
  RECORD_TYPES,
  type RecordOf,
  type RecordType,
} from '../../src/model/index.js';

/** The dataset that ships with Demarche: what seed/README.md promises, checked. */

const files = await seedFiles();
const records = files.flatMap((path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const parsed = parseRecord(JSON.parse(line));
      return 'record' in parsed ? [{ file: path, record: parsed.record }] : [];
    }),
);

function all<T extends RecordType>(type: T): RecordOf<T>[] {
  return records.map(({ record }) => record).filter((record): record is RecordOf<T> => record.type === type);
}

const statements = all('statement');
const topics = new Map(all('topic').map((topic) => [topic.id, topic]));
const topicKind = (id: string) => topics.get(id)?.kind;

test('keeps the record format and the rules of curated datasets', async () => {
  const report = await validateDataset(fileURLToPath(new URL('../../seed/', import.meta.url)));
  expect(report.issues.map(issueText)).toEqual([]);
  expect(report.read).toBe(records.length);
  expect(report.same).toBe(0);
  // it names each actor by one id
  for (const type of RECORD_TYPES) {
    if (type !== 'merge' && type !== 'split') expect(report.byType[type].new, type).toBeGreaterThan(0);
  }
});

test('every statement has a source, and one citation that stands for it', () => {
  for (const statement of statements)
    expect(primaryCitation(statement)?.source, statement.id).toMatch(/^source:/);
});

describe('positions', () => {
  const stances = statements.flatMap((statement) =>
    (statement.stances ?? []).map((stance) => ({ statement, stance })),
  );

  test('are taken on propositions', () => {
    for (const { statement, stance } of stances)
      expect(topicKind(stance.topic), statement.id).toBe('PROPOSITION');
    for (const event of all('event')) {
      for (const { topic } of event.decides ?? []) expect(topicKind(topic), event.id).toBe('PROPOSITION');
    }
  });

  test('are never taken by whoever presides', () => {
    for (const { statement, stance } of stances) {
      if (!statement.speakers.some(({ capacity }) => capacity === 'PRESIDING')) continue;
      expect(stance.position, statement.id).toBe('NO_STANCE');
    }
  });

  test('come with a subject, a coder, a reason and a confidence', () => {
    for (const { statement, stance } of stances) {
      expect(statement.about?.length, statement.id).toBeGreaterThan(0);
      expect(stance.coder, statement.id).toEqual(expect.any(String));
      if (stance.coding !== 'adjudicated') continue;
      expect(stance, statement.id).toMatchObject({
        rationale: expect.any(String),
        confidence: expect.any(Number),
      });
    }
  });

  test('that are conditional say the condition', () => {
    for (const { statement, stance } of stances) {
      if (stance.position === 'CONDITIONAL' && stance.coding === 'adjudicated')
        expect(stance.conditions?.length, statement.id).toBeGreaterThan(0);
    }
  });
});

test('votes add up to what the event says', () => {
  const votes = all('vote');
  for (const event of all('event').filter(({ kind }) => kind === 'VOTE')) {
    const cast = (vote: string) => votes.filter((v) => v.event === event.id && v.vote === vote).length;
    if (!votes.some((vote) => vote.event === event.id)) continue;
    // In a closed vote only some of the votes are known; those of the Council all are.
    const complete = event.id.startsWith('event:unsc-');
    for (const [vote, count] of [
      ['YES', event.yes],
      ['NO', event.no],
      ['ABSTAIN', event.abstain],
    ] as const) {
      if (complete) expect(cast(vote), `${event.id} ${vote}`).toBe(count);
      else expect(cast(vote), `${event.id} ${vote}`).toBeLessThanOrEqual(count ?? 0);
    }
  }
});

test('statements are in order of date, then id', () => {
  for (const path of files) {
    const keys = records.flatMap(({ file, record }) =>
      file === path && record.type === 'statement' ? [`${parseEdtf(record.date)?.from} ${record.id}`] : [],
    );
    expect(keys, path).toEqual([...keys].sort());
  }
});

test('summaries are in our own words: none repeats a long run of a quote', () => {
  const RUN = 8;
  for (const { id, summary = '', citations } of statements) {
    const words = summary.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const text = ` ${words.join(' ')} `;
    for (const { quote } of citations) {
      const quoted = quote?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (let i = 0; i + RUN <= quoted.length; i++) {
        expect(text.includes(` ${quoted.slice(i, i + RUN).join(' ')} `), id).toBe(false);
      }
    }
  }
});
