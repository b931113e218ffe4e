import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Ended, endCommands, startCommand } from '../support/command.js';
import { dnaFile } from '../support/dna-file.js';

/** From a file of the Discourse Network Analyzer to networks, timelines and pictures, by the commands alone. */

let directory: string;
let dataDir: string;
let file: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-networks-'));
  file = await dnaFile(corpus(), 'camps.dna');
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(directory, 'data-'));
});
afterEach(endCommands);
afterAll(() => rm(directory, { recursive: true }));

function demarche(...args: string[]): Promise<Ended> {
  const { child, ended } = startCommand(args, { cwd: directory, env: { DATA_DIR: dataDir } });
  child.stdin.end();
  return ended;
}

/**
 * Three organizations, each with a person, on two concepts: the Agency and the Board are for the first, the Club is
 * against it; on the second, a month later, the Agency is for it and the Board against it.
 */
function corpus(): string {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1_000;
  const statements = [
    { id: 31, document: 7, organization: 21, concept: 25, agrees: 1 },
    { id: 32, document: 7, organization: 22, concept: 25, agrees: 1 },
    { id: 33, document: 7, organization: 23, concept: 25, agrees: 0 },
    { id: 34, document: 8, organization: 21, concept: 26, agrees: 1 },
    { id: 35, document: 8, organization: 22, concept: 26, agrees: 0 },
  ];
  return `
    INSERT INTO ENTITIES VALUES (11, 1, 'Ann'), (21, 2, 'Agency'), (22, 2, 'Board'), (23, 2, 'Club'), (25, 3, 'Tax it.'), (26, 3, 'Ban it.');
    INSERT INTO DOCUMENTS VALUES (7, 'First', 'yes yes no', 1, '', 'Daily', '', '', '', ${day('2005-01-26')}),
      (8, 'Second', 'yes no', 1, '', 'Daily', '', '', '', ${day('2005-03-02')});
    ${statements
      .map(
        ({ id, document, organization, concept, agrees }) => `
      INSERT INTO STATEMENTS VALUES (${id}, 1, ${document}, 0, 3, 1);
      INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (${id}, 1, 11), (${id}, 2, ${organization}), (${id}, 3, ${concept});
      INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (${id}, 4, ${agrees});`,
      )
      .join('')}
  `;
}

describe('import dna', () => {
  test('tells what was read, and a second time changes nothing', async () => {
    const first = await demarche('import', 'dna', file, '--json');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const report = JSON.parse(first.stdout);
    expect(report).toMatchObject({
      skipped: [],
      refused: [],
      load: { rejected: 0, byType: { statement: { new: 5, same: 0 }, source: { new: 2 } } },
    });
    expect(report.load.written).toBe(report.load.read);
    const again = await demarche('import', 'dna', file);
    expect(again).toEqual({
      status: 0,
      stdout: `${report.load.read} rows read: ${report.load.read} accepted, 0 rejected; 0 skipped, 0 changed.\n0 records written, ${report.load.read} there already.\n`,
      stderr: '',
    });
  });

  test('a file that is no such database is refused, with what was expected', async () => {
    const foreign = join(directory, 'notes.dna');
    await writeFile(foreign, 'This is no database.');
    const { status, stdout, stderr } = await demarche('import', 'dna', foreign);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/notes\.dna: .*SQLite/);
    expect(stderr).not.toMatch(/^ +at /m);
    const wrong = await demarche('import', 'dna', file, '--concept', 'theme');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/variable "theme".*it has "person", "organization", "concept"/);
  });
});

describe('network', () => {
  const names = (csv: string) =>
    csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([, , , source, target, weight]) => `${source}–${target} ${weight}`)
      .sort();

  beforeEach(async () => {
    expect((await demarche('import', 'dna', file)).status).toBe(0);
  });

  test('weights by each aggregation, as counted by hand', async () => {
    const edges = async (...options: string[]) => {
      const { status, stdout, stderr } = await demarche('network', '--format', 'csv', ...options);
      expect([status, stderr]).toEqual([0, '']);
      return names(stdout);
    };
    expect(await edges('--aggregation', 'congruence')).toEqual(['Agency–Board 1']);
    expect(await edges('--aggregation', 'conflict')).toEqual([
      'Agency–Board 1',
      'Agency–Club 1',
      'Board–Club 1',
    ]);
    expect(await edges('--aggregation', 'subtract')).toEqual(['Agency–Club -1', 'Board–Club -1']);
    expect(await edges('--aggregation', 'subtract', '--to', '2005-02')).toEqual([
      'Agency–Board 1',
      'Agency–Club -1',
      'Board–Club -1',
    ]);
  });

  test('as a table, a matrix, JSON and a picture', async () => {
    const table = await demarche('network', '--aggregation', 'conflict');
    expect(table.stdout).toMatch(/^5 statements from 2005-01-26\S* to 2005-03-02\S*, 3 nodes, 3 edges\n/);
    const matrix = await demarche('network', '--aggregation', 'conflict', '--format', 'matrix');
    const rows = matrix.stdout.trim().split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[0]?.split(',')).toHaveLength(4);
    const json = join(directory, 'network.json');
    expect(await demarche('network', '--nodes', 'actor-topic', '--format', 'json', '-o', json)).toMatchObject(
      { status: 0, stdout: '' },
    );
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ statements: 5, truncated: false });
    const svg = await demarche('network', '--aggregation', 'conflict', '--format', 'svg');
    expect(svg.stdout).toMatch(/^<svg[^>]*xmlns=/);
    for (const name of ['Agency', 'Board', 'Club']) expect(svg.stdout).toContain(`>${name}</text>`);
    const again = await demarche('network', '--aggregation', 'conflict', '--format', 'svg');
    expect(again.stdout).toBe(svg.stdout);
  });

  test('one after the other by time', async () => {
    const { stdout } = await demarche(
      ...['network', '--aggregation', 'congruence', '--window', '1:month', '--format', 'json'],
    );
    const { windows } = JSON.parse(stdout);
    expect(windows.length).toBeGreaterThan(0);
    const [before, after] = [windows[0], windows.at(-1)];
    expect(before.start < after.start).toBe(true);
    expect(before.edges).toHaveLength(1);
    expect(after.edges).toEqual([]);
  });

  test('nothing selected is an empty network; what makes no sense is refused with what does', async () => {
    const empty = await demarche('network', '--from', '1999', '--to', '1999');
    expect(empty).toEqual({
      status: 0,
      stdout: 'An empty network: nothing that counts is selected.\n',
      stderr: '',
    });
    const pair = await demarche('network', '--nodes', 'actor-topic', '--aggregation', 'congruence');
    expect([pair.status, pair.stdout]).toEqual([1, '']);
    expect(pair.stderr).toMatch(/CONGRUENCE in a network of type ACTOR_TOPIC: expected one of IGNORE, /);
    const window = await demarche('network', '--window', '3:fortnight');
    expect([window.status, window.stdout]).toEqual([2, '']);
    expect(window.stderr).toMatch(/units are .*week/);
    const topic = await demarche('network', '--topics', 'snapback');
    expect(topic.status).toBe(1);
    expect(topic.stderr).toMatch(/filter\.stance\.topics/);
  });
});

describe('timeline', () => {
  beforeEach(async () => {
    expect((await demarche('import', 'dna', file)).status).toBe(0);
  });

  test('counts by interval, gaps included', async () => {
    const { status, stdout, stderr } = await demarche('timeline', '--format', 'csv');
    expect([status, stderr]).toEqual([0, '']);
    const [head, ...rows] = stdout.trim().split('\r\n');
    expect(head).toBe(
      'from,to,support,conditionalSupport,neutral,conditionalUnstated,conditionalOppose,oppose,mean',
    );
    expect(rows.map((row) => row.split(',').slice(0, 8).join(' '))).toEqual([
      '2005-01-01 2005-01-31 2 0 0 0 0 1',
      '2005-02-01 2005-02-28 0 0 0 0 0 0',
      '2005-03-01 2005-03-31 1 0 0 0 0 1',
    ]);
    expect(Number(rows[0]?.split(',').at(-1))).toBeCloseTo(1 / 3, 9);
    expect(rows[1]?.split(',').at(-1)).toBe('');
  });

  test('as a table and a picture; nothing selected is an empty timeline', async () => {
    const table = await demarche('timeline', '--interval', 'year');
    expect(table.stdout).toMatch(/^from +support[\s\S]*\n2005-01-01 +3 /);
    const svg = await demarche('timeline', '--format', 'svg');
    expect(svg.stdout).toMatch(/^<svg[^>]*xmlns=/);
    expect(svg.stdout).toContain('2005');
    expect((await demarche('timeline', '--topics', 'topic:nothing')).stdout).toBe(
      'An empty timeline: no stance is selected.\n',
    );
    const gaps = await demarche('timeline', '--from', '1999', '--to', '1999', '--format', 'csv');
    expect(gaps.stdout.trim().split('\r\n')).toHaveLength(1 + 12);
  });
});
