import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { endCommands, startCommand } from '../support/command.js';
import { hardRecords } from '../support/hard-records.js';

/** `demarche export` and `demarche verify`, as people run them. */

let directory: string;
let dataDir: string;

const start = (args: readonly string[], fileLimit?: number) =>
  startCommand(args, { cwd: directory, env: { DATA_DIR: dataDir, SEED: 'none' }, fileLimit });
const demarche = (...args: readonly string[]) => start(args).ended;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-cli-export-'));
  dataDir = join(directory, 'data');
  await mkdir(dataDir);
  const records = hardRecords().map((record) => `${JSON.stringify(record)}\n`);
  await writeFile(join(directory, 'records.ndjson'), records.join(''));
  expect(await demarche('load', 'records.ndjson')).toMatchObject({ status: 0 });
}, 120_000);
afterEach(endCommands);
afterAll(() => rm(directory, { recursive: true }));

const read = (...names: readonly string[]) => readFile(join(directory, ...names), 'utf8');
const partials = async () => (await readdir(directory)).filter((name) => name.includes('partial'));

test('writes one file, and its manifest beside it', async () => {
  const { status, stdout, stderr } = await demarche('export', '--format', 'ndjson', '--out', 'all.ndjson');
  expect([status, stdout]).toEqual([0, 'all.ndjson\nall.ndjson-ro-crate-metadata.json\n']);
  expect(stderr).toMatch(/^\d+ elements, \d+\.\d MB\.\n$/);
  expect((await read('all.ndjson')).split('\n').length - 1).toBe(hardRecords().length);
  const command = (
    JSON.parse(await read('all.ndjson-ro-crate-metadata.json'))['@graph'] as { '@id': string }[]
  ).find((entity) => entity['@id'] === '#export');
  expect(command).toMatchObject({ description: 'npx demarche export --format ndjson --out NAME' });

  expect(await demarche('verify', 'all.ndjson-ro-crate-metadata.json')).toEqual({
    status: 0,
    stdout: 'unchanged  all.ndjson\n',
    stderr: '',
  });
  await appendFile(join(directory, 'all.ndjson'), '\n');
  expect(await demarche('verify', 'all.ndjson-ro-crate-metadata.json')).toMatchObject({
    status: 1,
    stdout: 'changed    all.ndjson\n',
  });
});

test('writes a folder once, by the command in its manifest again the same', async () => {
  const filter = JSON.stringify({ speakers: ['actor:hard-quotes-person', 'actor:o-neil'] });
  const args = ['export', '--format', 'csv', '--what', 'statements', '--filter', filter];
  expect(await demarche(...args, '--out', 'table')).toMatchObject({ status: 0 });
  expect((await readdir(join(directory, 'table'))).sort()).toEqual([
    'datapackage.json',
    'ro-crate-metadata.json',
    'statements.csv',
  ]);
  const graph = JSON.parse(await read('table', 'ro-crate-metadata.json'))['@graph'] as {
    '@id': string;
    description: string;
  }[];
  const command = graph.find((entity) => entity['@id'] === '#export')?.description ?? '';
  const words = command.replace('npx demarche', '').replace('NAME', 'again');
  const { stdout } = await promisify(execFile)('bash', ['-c', `printf '%s\\0' ${words}`]);
  expect(await demarche(...stdout.split('\0').slice(0, -1))).toMatchObject({ status: 0 });
  expect(await read('again', 'statements.csv')).toBe(await read('table', 'statements.csv'));

  const { status, stderr } = await demarche(...args, '--out', 'table');
  expect([status, stderr]).toEqual([1, 'demarche: table: expected a new folder; this one has files in it\n']);
  await rm(join(directory, 'table', 'statements.csv'));
  expect(await demarche('verify', 'table/ro-crate-metadata.json')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('missing    statements.csv\n'),
  });
});

test('what is there and no file is left as it is', async () => {
  const pipe = join(directory, 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  expect(await demarche('export', '--format', 'turtle', '--out', 'pipe')).toMatchObject({
    status: 1,
    stderr: 'demarche: pipe: expected the name of a file; what is there is a device or a pipe\n',
  });
  expect((await stat(pipe)).isFIFO()).toBe(true);
});

describe('leaves nothing that looks whole', () => {
  test('where the disk is full', async () => {
    // the shell's limit on a file's size, in blocks of 1,024 bytes, ends a write as a full disk does
    const { ended } = start(['export', '--format', 'graphml', '--out', 'big.graphml'], 1_100);
    const { status, stderr } = await ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^demarche: big\.graphml cannot be written: the file would be larger than is allowed; it had come to .* MB\. Nothing is left of it\.\n$/,
    );
    expect([existsSync(join(directory, 'big.graphml')), await partials()]).toEqual([false, []]);
  });

  test('where it is interrupted', async () => {
    const { child, ended } = start(['export', '--format', 'csv', '--out', 'cut-off']);
    await expect.poll(partials, { timeout: 30_000, interval: 5 }).toHaveLength(1);
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([130, expect.stringMatching(/^demarche: stopped; it had come to /)]);
    expect([existsSync(join(directory, 'cut-off')), await partials()]).toEqual([false, []]);
  });

  test('where there is no folder for it', async () => {
    const { status, stderr } = await demarche('export', '--format', 'gexf', '--out', 'no/such/graph.gexf');
    expect([status, stderr]).toEqual([
      1,
      'demarche: no/such/graph.gexf cannot be written: there is no such folder\n',
    ]);
  });
});

describe('says what is wrong', () => {
  test.each([
    [['--format', 'pdf', '--out', 'x'], 1, /^demarche: format: expected one of graphml, .*, not "pdf"\n$/],
    [
      ['--format', 'gexf', '--out', 'x', '--filter', '{"speaker": 1}'],
      1,
      /filter: expected no key "speaker"/,
    ],
    [['--format', 'gexf', '--out', 'x', '--filter', '{'], 2, /argument '\{' is invalid/],
    [['--format', 'gexf', '--out', 'x', '--ids', 'actor:nobody'], 1, /there is no actor:nobody/],
    [
      ['--format', 'gexf', '--out', 'x', '--depth', 'far', '--ids', 'actor:a'],
      1,
      /depth: expected a whole number/,
    ],
    [['--format', 'gexf'], 2, /required option '--out <path>' not specified/],
  ])('%j', async (args, status, message) => {
    const ended = await demarche('export', ...args);
    expect([ended.status, ended.stderr]).toEqual([status, expect.stringMatching(message)]);
    expect(existsSync(join(directory, 'x'))).toBe(false);
  });

  test('of what is no manifest', async () => {
    const { status, stderr } = await demarche('verify', 'records.ndjson');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^demarche: records\.ndjson: expected the manifest of an export/),
    ]);
    expect(await demarche('verify', '.')).toMatchObject({
      status: 1,
      stderr:
        'demarche: .: expected the manifest of an export: it is a folder; the manifest in it is called ro-crate-metadata.json\n',
    });
  });
});

test('asks the service that holds the embedded database', async () => {
  expect(await demarche('export', '--format', 'gexf', '--out', 'own.gexf')).toMatchObject({ status: 0 });
  const service = start(['serve']);
  await expect.poll(service.printed, { timeout: 30_000 }).toContain('Demarche is at');
  expect(await demarche('export', '--format', 'gexf', '--out', 'served.gexf')).toMatchObject({ status: 0 });
  expect(await read('served.gexf')).toBe(await read('own.gexf'));
  expect(await demarche('verify', 'served.gexf-ro-crate-metadata.json')).toMatchObject({ status: 0 });
  expect(await demarche('export', '--format', 'csv', '--out', 'served')).toMatchObject({ status: 0 });
  expect(await demarche('verify', 'served/ro-crate-metadata.json')).toMatchObject({ status: 0 });
  service.child.kill('SIGINT');
  await service.ended;
});
