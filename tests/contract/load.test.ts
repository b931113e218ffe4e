import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.js';
import {
  issueText,
  type LoadOptions,
  loadFiles,
  loadSeed,
  seedFiles,
  undoLoad,
  validateFiles,
} from '../../src/ingest/index.js';
import { openStore } from '../../src/main.js';
import { datasetQueries, type Store, writeQueries } from '../../src/store/index.js';
import { corpus } from '../support/corpus.js';
import { dumpGraph, OF_THE_LOAD } from '../support/dump-graph.js';
import { neo4jServers } from '../support/neo4j.js';
import { eachStore } from '../support/stores.js';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const FORMAT = [fixture('format.ndjson'), fixture('format-context.ndjson')];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-load-'));
});
afterAll(() => rm(directory, { recursive: true }));

type Value = Readonly<Record<string, unknown>>;
const actor = (id: string, changes: Value = {}): Value => ({
  type: 'actor',
  id,
  kind: 'STATE',
  name: id,
  ...changes,
});
const person = (id: string) => actor(id, { kind: 'PERSON' });
const source = (id: string): Value => ({ type: 'source', id });
const issue = (id: string, ...partOf: string[]): Value => ({
  type: 'topic',
  id,
  kind: 'ISSUE',
  name: id,
  ...(partOf.length > 0 && { partOf }),
});
const statement = (id: string, changes: Value = {}): Value => ({
  type: 'statement',
  id,
  act: 'STATEMENT',
  date: '2020-09-01',
  speakers: [{ actor: 'actor:a' }],
  summary: id,
  citations: [{ source: 'source:s' }],
  ...changes,
});
const replyTo = (id: string) => ({ respondsTo: [{ id, kind: 'REPLY' }] });
const BASE = [actor('actor:a'), source('source:s')];

async function file(lines: readonly (Value | string)[], name = 'input.ndjson'): Promise<string> {
  const path = join(directory, name);
  await writeFile(
    path,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  return path;
}

async function load(store: Store, lines: readonly (Value | string)[], options: LoadOptions = {}) {
  const path = await file(lines);
  const report = await loadFiles(store, [path], options);
  expect(report.new + report.changed + report.same + report.rejected, 'every record is accounted for').toBe(
    report.read,
  );
  return { ...report, texts: report.issues.map(issueText).map((text) => text.replace(path, 'input')) };
}

async function revision(store: Store): Promise<number | undefined> {
  return (await store.read(datasetQueries.datasetRevision, {}))[0]?.revision;
}

describe.each(await eachStore())('loading into $name', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('the format: every record becomes what the graph is made of', async () => {
    const report = await loadFiles(store, FORMAT, { now: () => new Date('2026-01-02T03:04:05Z') });
    expect(report).toMatchObject({
      read: 24,
      new: 24,
      same: 0,
      rejected: 0,
      written: 24,
      stopped: false,
      warningCount: 0,
    });
    const dump = await dumpGraph(store, ['hash', 'load', 'revision', 'revisedAt', 'searchText']);
    await expect(dump.join('\n')).toMatchFileSnapshot(fixture('format.dump.txt'));
  });

  test('the same files twice change nothing, in whatever order', async () => {
    await loadFiles(store, FORMAT);
    const [before, revisionBefore] = [await dumpGraph(store), await revision(store)];
    const again = await loadFiles(store, [...FORMAT].reverse());
    expect(again).toMatchObject({ read: 24, new: 0, same: 24, rejected: 0, written: 0 });
    expect(await dumpGraph(store)).toEqual(before);
    expect(await revision(store)).toBe(revisionBefore);
  });

  test('the order of the records means nothing', async () => {
    const records = corpus();
    await load(store, records);
    const inOrder = await dumpGraph(store, OF_THE_LOAD);
    await store.close();
    store = await open();
    await load(store, [...records].reverse());
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(inOrder);
  });

  test('what is new beside what is there is added, and stamped with the next revision', async () => {
    await load(store, BASE);
    const before = (await revision(store)) ?? 0;
    expect(await load(store, [...BASE, statement('statement:1')])).toMatchObject({
      new: 1,
      same: 2,
      written: 1,
    });
    expect(await revision(store)).toBe(before + 1);
    expect(await dumpGraph(store)).toContain(`statement:1 :Statement revision=${before + 1}`);
  });

  test('bad lines are named, and the graph stays as it was', async () => {
    await load(store, BASE);
    const before = await dumpGraph(store);
    const { texts, ...report } = await load(store, [
      actor('actor:new'),
      '{"type":"actor"',
      actor('actor:b', { kind: 'LAND', isoCod: 'X' }),
      '',
      statement('statement:1', { date: '2020-02-30' }),
      statement('statement:2', {
        speakers: [{ actor: 'actor:nobody' }],
        citations: [{ source: 'source:none' }],
      }),
      statement('statement:3', { speakers: [{ actor: 'actor:b' }] }),
    ]);
    expect(texts.sort()).toEqual([
      expect.stringMatching(/^input:2: expected a JSON object/),
      expect.stringMatching(/^input:3: isoCod: expected no such field/),
      expect.stringMatching(/^input:3: kind: expected one of STATE/),
      expect.stringMatching(/^input:5: date: expected a date as/),
      'input:6: citations[0].source: expected the id of a record in the input or in the graph; there is no source:none',
      'input:6: speakers[0].actor: expected the id of a record in the input or in the graph; there is no actor:nobody',
    ]);
    expect(report).toMatchObject({ read: 6, rejected: 4, written: 0, rejectsFiles: [] });
    expect(await dumpGraph(store)).toEqual(before);
  });

  test('references must be of the right kind, in the input and in the graph', async () => {
    const there = [...BASE, issue('topic:i'), person('actor:p')];
    const bad = [
      statement('statement:1', { stances: [{ topic: 'topic:i', position: 'SUPPORT' }] }),
      { type: 'membership', actor: 'actor:p', organization: 'actor:a' },
      { type: 'office', person: 'actor:a', of: 'actor:p', title: 'Minister' },
      statement('statement:2', replyTo('statement:2')),
    ];
    const expected = [
      /stances\[0\]\.topic: expected the id of a PROPOSITION, because .*; topic:i is an ISSUE/,
      /organization: expected the id of an ORGANIZATION, because .*; actor:a is a STATE/,
      /person: expected the id of a PERSON, because .*; actor:a is a STATE/,
      /respondsTo\[0\]\.id: expected another record than its own/,
    ];
    const within = await load(store, [...there, ...bad]);
    expect(within.texts).toEqual(expected.map((text) => expect.stringMatching(text)));
    await load(store, there);
    const against = await load(store, bad);
    expect(against.texts).toEqual(expected.map((text) => expect.stringMatching(text)));
  });

  test('topics that contain themselves are refused', async () => {
    await load(store, [issue('topic:root')]);
    const { texts } = await load(store, [
      issue('topic:a', 'topic:b'),
      issue('topic:b', 'topic:c', 'topic:root'),
      issue('topic:c', 'topic:a'),
      issue('topic:d', 'topic:a'),
    ]);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toBe(
      'input:1: partOf: expected topics that do not contain this one; found topic:a → topic:b → topic:c → topic:a',
    );
  });

  test('the same key with other content is a conflict, for nodes and for relationships', async () => {
    const records = [
      ...BASE,
      person('actor:p'),
      actor('actor:o', { kind: 'ORGANIZATION' }),
      { type: 'event', id: 'event:e', kind: 'VOTE', name: 'e', date: '2020' },
      { type: 'vote', event: 'event:e', actor: 'actor:a', vote: 'YES' },
      { type: 'membership', actor: 'actor:a', organization: 'actor:o', role: 'member', from: '2020' },
      { type: 'office', person: 'actor:p', of: 'actor:a', title: 'Minister', from: '2020' },
    ];
    await load(store, records);
    const before = await dumpGraph(store);
    const changed = await load(store, [
      actor('actor:a', { name: 'Another' }),
      { type: 'vote', event: 'event:e', actor: 'actor:a', vote: 'NO' },
      {
        type: 'membership',
        actor: 'actor:a',
        organization: 'actor:o',
        role: 'member',
        from: '2020',
        to: '2021',
      },
      { type: 'office', person: 'actor:p', of: 'actor:a', title: 'Minister', from: '2020', to: '2021' },
    ]);
    expect(changed.issues.map(({ code }) => code)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'CONFLICT']);
    expect(changed.texts).toEqual([
      'input:1: id: expected the content that actor:a has in the graph already, or another key',
      expect.stringContaining('the vote of actor:a at event:e has in the graph'),
      expect.stringContaining(
        'the membership of actor:a in actor:o with this role and start has in the graph',
      ),
      expect.stringContaining('the office of actor:p at actor:a with this title and start has in the graph'),
    ]);
    expect(await dumpGraph(store)).toEqual(before);
    expect(
      await load(store, [
        { type: 'membership', actor: 'actor:a', organization: 'actor:o', role: 'member', from: '2022' },
      ]),
    ).toMatchObject({ written: 1 });
  });

  test('an id twice in the input: the same content counts once, other content is a conflict', async () => {
    const twice = await load(store, [...BASE, ...BASE]);
    expect(twice).toMatchObject({ read: 4, new: 2, same: 2, written: 2 });
    const { texts, issues } = await load(store, [actor('actor:b'), actor('actor:b', { name: 'Another' })]);
    expect(issues[0]?.code).toBe('CONFLICT');
    expect(texts).toEqual([
      expect.stringMatching(
        /^input:2: id: expected the content that actor:b has at .*input\.ndjson:1, or another key$/,
      ),
    ]);
  });

  test('statements may refer to later ones, to each other, and across transactions', async () => {
    const chain = Array.from({ length: 1_200 }, (_, i) =>
      statement(`statement:${i}`, i === 1_199 ? {} : replyTo(`statement:${i + 1}`)),
    );
    const circle = [
      statement('statement:x', replyTo('statement:y')),
      statement('statement:y', replyTo('statement:x')),
    ];
    expect(await load(store, [...chain, ...circle, ...BASE])).toMatchObject({ rejected: 0, written: 1_204 });
    const dump = await dumpGraph(store);
    expect(dump.filter((line) => line.includes('-RESPONDS_TO->'))).toHaveLength(1_201);
    expect(dump).toContain('statement:x -RESPONDS_TO-> statement:y kind="REPLY"');
  });

  test('--skip-invalid writes the rest, and not what depends on what it refused', async () => {
    const path = await file([
      ...BASE,
      actor('actor:bad', { kind: 'LAND' }),
      statement('statement:1'),
      statement('statement:2', { speakers: [{ actor: 'actor:bad' }] }),
      statement('statement:3', replyTo('statement:2')),
      statement('statement:4', replyTo('statement:3')),
      '{"type":',
    ]);
    const report = await loadFiles(store, [path], { skipInvalid: true });
    expect(report).toMatchObject({
      read: 8,
      new: 3,
      rejected: 5,
      written: 3,
      rejectsFiles: [`${path}.rejects.ndjson`],
    });
    const rejects = (await readFile(`${path}.rejects.ndjson`, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rejects.map(({ line }) => line).sort()).toEqual([3, 5, 6, 7, 8]);
    expect(rejects.find(({ line }) => line === 6)).toEqual({
      file: path,
      line: 6,
      text: JSON.stringify(statement('statement:3', replyTo('statement:2'))),
      issues: [
        {
          field: 'respondsTo[0].id',
          expected: `the id of a record that is not refused; statement:2 is, at ${path}:5`,
        },
      ],
    });
    const ids = (await dumpGraph(store)).flatMap((line) => /^(statement:\S+) .* act=/.exec(line)?.[1] ?? []);
    expect(ids).toEqual(['statement:1']);
    expect(await loadFiles(store, [path], { skipInvalid: true })).toMatchObject({
      same: 3,
      rejected: 5,
      written: 0,
    });
  });

  test('what is mended after --skip-invalid completes the load', async () => {
    const records = corpus();
    await load(store, records);
    const whole = await dumpGraph(store, OF_THE_LOAD);
    await store.close();
    store = await open();
    const broken = records.map((record, i): Value => (i % 7 === 0 ? { ...record, typo: 1 } : { ...record }));
    const first = await load(store, broken, { skipInvalid: true });
    expect(first.rejected).toBeGreaterThan(0);
    expect(await load(store, records)).toMatchObject({ rejected: 0, same: first.written });
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(whole);
  });

  test('likely duplicates are pointed out and kept', async () => {
    const words = { summary: 'The same words' };
    const first = await load(store, [
      ...BASE,
      statement('statement:1', words),
      statement('statement:2', words),
    ]);
    expect(first).toMatchObject({ written: 4, warningCount: 1 });
    expect(first.warnings).toEqual([
      { file: expect.any(String), line: 4, id: 'statement:2', like: 'statement:1' },
    ]);
    const second = await load(store, [statement('statement:3', words), statement('statement:4')]);
    expect(second.warnings).toMatchObject([{ line: 1, id: 'statement:3' }]);
  });

  test('a signal ends it after a transaction; the same load completes it', async () => {
    const records = [...BASE, ...Array.from({ length: 1_700 }, (_, i) => statement(`statement:${i}`))];
    const controller = new AbortController();
    const stopped = await load(store, records, {
      signal: controller.signal,
      onProgress: ({ phase, done }) => {
        if (phase === 'write' && done > 500) controller.abort();
      },
    });
    expect(stopped).toMatchObject({ stopped: true, written: 502 });
    expect(await load(store, records)).toMatchObject({ stopped: false, same: 502, written: 1_200 });
    const more = [...records, statement('statement:more')];
    expect(await load(store, more, { signal: AbortSignal.abort() })).toMatchObject({
      stopped: true,
      written: 0,
    });
  });

  test('loads beside each other leave one of each', async () => {
    const records = corpus();
    const path = await file(records, 'beside.ndjson');
    const reports = await Promise.all([1, 2, 3].map(() => loadFiles(store, [path])));
    expect(reports.reduce((sum, { written }) => sum + written, 0)).toBe(records.length);
    const together = await dumpGraph(store, OF_THE_LOAD);
    await store.close();
    store = await open();
    await loadFiles(store, [path]);
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(together);
  });

  test('validating finds the same, and writes nothing', async () => {
    await load(store, BASE);
    const before = await dumpGraph(store);
    const path = await file([
      actor('actor:a', { name: 'Another' }),
      statement('statement:1'),
      statement('statement:2', replyTo('statement:9')),
    ]);
    const report = await validateFiles([path], store);
    expect(report).toMatchObject({ read: 3, new: 1, rejected: 2, written: 0 });
    expect(report.issues.map(({ line, code }) => [line, code])).toEqual([
      [1, 'CONFLICT'],
      [3, 'BAD_RECORD'],
    ]);
    expect((await validateFiles([path])).issues.map(({ line }) => line)).toEqual([2, 3, 3]);
    expect(await dumpGraph(store)).toEqual(before);
  });

  test('the seed is loaded into an empty graph, once', async () => {
    const report = await loadSeed(store);
    expect(report).toMatchObject({ rejected: 0, same: 0 });
    expect(report?.written).toBe(report?.read);
    expect(await loadSeed(store)).toBeUndefined();
  });

  test('a seed whose loading was cut off is completed at the next start', async () => {
    await loadSeed(store);
    const whole = await dumpGraph(store, OF_THE_LOAD);
    await store.close();
    store = await open();
    await store.write((transaction) =>
      transaction.run(writeQueries.setSeedState, { state: 'STARTED', version: '1.0.0' }),
    );
    await loadFiles(
      store,
      (await seedFiles()).filter((path) => /(actors|topics)/.test(path)),
    );
    expect((await loadSeed(store))?.same).toBeGreaterThan(0);
    expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(whole);
  });

  test('the seed is kept out of a graph that holds something else', async () => {
    await load(store, BASE);
    expect(await loadSeed(store)).toBeUndefined();
  });
});

describe('good files with damage', () => {
  test('never a crash; what is refused is named, and what is not is written', async () => {
    const [grafeo] = await eachStore();
    const records = corpus().map((record) => JSON.stringify(record));
    const bytes = Buffer.from(`${records.slice(0, 60).join('\n')}\n`);
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const store = await grafeo?.open();
        if (!store) throw new Error('Grafeo was expected');
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        const path = join(directory, 'damaged.ndjson');
        await writeFile(path, damaged);
        const report = await loadFiles(store, [path], { skipInvalid: true });
        expect(report.new + report.same + report.rejected).toBe(report.read);
        expect(report.written).toBe(report.new);
        const refused = new Set(report.issues.map(({ line }) => line));
        expect(refused.size).toBe(report.rejected);
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
});

/** How many mutated files are loaded: `MUTATED=2000` for the night. */
const MUTATED = Number(process.env.MUTATED || 12);

describe('good files whose lines are moved, doubled, cut and altered', () => {
  test('every line is accounted for, and what is loaded can be loaded again and taken back', {
    timeout: 60_000 + MUTATED * 10_000,
  }, async () => {
    const [grafeo] = await eachStore();
    const lines = corpus().map((record) => JSON.stringify(record));
    const line = fc.nat(lines.length - 1);
    const mutation = fc.oneof(
      fc.record({ at: line, what: fc.constantFrom('drop', 'double', 'last', 'cut', 'rename') }),
      fc.record({ at: line, what: fc.constant('swap'), with: line }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('refuse', 'update'),
        async (mutations, onConflict) => {
          const store = await grafeo?.open();
          if (!store) throw new Error('Grafeo was expected');
          const path = await file(lines, 'whole.ndjson');
          await loadFiles(store, [path]);
          const before = await dumpGraph(store, OF_THE_LOAD);
          const mutated = await file(mutations.reduce(mutatedLines, lines), 'mutated.ndjson');
          const options = { skipInvalid: true, onConflict } as const;
          const report = await loadFiles(store, [mutated], options);
          expect(report.new + report.changed + report.same + report.rejected).toBe(report.read);
          expect(report.written).toBe(report.new + report.changed);
          expect(new Set(report.issues.map((issue) => issue.line)).size).toBe(report.rejected);
          if (!report.loadedBefore && report.load !== undefined) await undoLoad(store, report.load);
          expect(await dumpGraph(store, OF_THE_LOAD)).toEqual(before);
          await store.close();
        },
      ),
      { numRuns: MUTATED },
    );
  });
});

interface Mutation {
  readonly at: number;
  readonly what: string;
  readonly with?: number;
}

function mutatedLines(lines: readonly string[], mutation: Mutation): readonly string[] {
  const { at, what } = mutation;
  const text = lines[at] ?? '';
  switch (what) {
    case 'drop':
      return lines.toSpliced(at, 1);
    case 'double':
      return lines.toSpliced(at, 0, text);
    case 'last':
      return [...lines.toSpliced(at, 1), text];
    case 'cut':
      return lines.toSpliced(at, 1, text.slice(0, text.length / 2));
    case 'rename':
      return lines.toSpliced(at, 0, text.replace(/"(name|summary|text)":"/, '"$1":"Altered '));
    default:
      return lines.with(at % lines.length, lines[mutation.with ?? 0] ?? '');
  }
}

const databases: readonly { name: string; env: Readonly<Record<string, string>> }[] = [
  { name: 'Grafeo', env: {} },
  ...neo4jServers().map(({ name, uri, username, password }) => ({
    name,
    env: { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
  })),
];

describe.each(databases)('kill -9 during a load into $name', ({ name, env }) => {
  test('loses nothing acknowledged, and the same load completes it', async () => {
    const path = await file(
      [
        ...BASE,
        ...Array.from({ length: 2_500 }, (_, i) =>
          statement(`statement:${i}`, i % 5 === 0 ? replyTo(`statement:${(i + 700) % 2_500}`) : {}),
        ),
      ],
      'killed.ndjson',
    );
    const [grafeo] = await eachStore();
    const undisturbed = await grafeo?.open();
    if (!undisturbed) throw new Error('Grafeo was expected');
    await loadFiles(undisturbed, [path]);
    const whole = await dumpGraph(undisturbed, [...OF_THE_LOAD, 'schemaVersion']);
    await undisturbed.close();

    const factory = (await eachStore()).find((store) => store.name === name);
    await (await factory?.open())?.close();
    const config = { ...env, DATA_DIR: join(directory, 'killed'), LOG_LEVEL: 'silent' };
    for (const at of [1, 1_200]) {
      const acknowledged = await killedLoad(path, config, at);
      const store = await openStore(loadConfig(config));
      const statements = (await dumpGraph(store)).filter((line) => / :Statement act=/.test(line)).length;
      expect(statements + BASE.length).toBeGreaterThanOrEqual(acknowledged);
      await store.close();
    }
    const store = await openStore(loadConfig(config));
    expect((await loadFiles(store, [path])).rejected).toBe(0);
    expect(await dumpGraph(store, [...OF_THE_LOAD, 'schemaVersion'])).toEqual(whole);
    await store.close();
  });
});

/** Kills a loading process once it has said that so many records are written; resolves to how many it had said. */
function killedLoad(path: string, env: Readonly<Record<string, string>>, at: number): Promise<number> {
  const script = fileURLToPath(new URL('../support/load-process.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      for (const [, done] of text.matchAll(/^write (\d+)/gm)) acknowledged = Number(done);
      if (acknowledged >= at) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => resolve(acknowledged));
  });
}
