import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/model/index.js';
import { type Ended, endCommands, startCommand } from '../support/command.js';
import { ICEWS_HEADER, icewsRow } from '../support/rows-of-formats.js';

/** The command as people run it: a process with arguments, an environment, standard streams and an exit status. */

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const FORMAT = [path('../fixtures/format.ndjson'), path('../fixtures/format-context.ndjson')];

let directory: string;
let dataDir: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-cli-'));
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(directory, 'data-'));
});
afterEach(endCommands);
afterAll(() => rm(directory, { recursive: true }));

const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  startCommand(args, { cwd: directory, env: { DATA_DIR: dataDir, ...env } });

function demarche(
  args: readonly string[],
  { input = '', ...env }: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { child, ended } = start(args, env);
  child.stdin.end(input);
  return ended;
}

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const at = join(directory, name);
  await writeFile(
    at,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  return at;
}

const actor = (n: number) => ({ type: 'actor', id: `actor:${n}`, kind: 'STATE', name: `Actor ${n}` });

describe('help and wrong use', () => {
  test.each([
    'serve',
    'load',
    'loads',
    'actors',
    'validate',
    'import',
    'query',
    'export',
    'verify',
    'network',
    'timeline',
    'stats',
    'reliability',
  ])('%s --help has examples', async (command) => {
    const { status, stdout, stderr } = await demarche([command, '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      new RegExp(
        `Usage: demarche ${command}[\\s\\S]*Examples:\\n {2}\\$ (\\S+ \\| |\\S+=\\S+ )*demarche ${command}`,
      ),
    );
  });

  test('--help lists the commands, --version is the version', async () => {
    const help = await demarche(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/serve[\s\S]*load[\s\S]*validate[\s\S]*query[\s\S]*stats/);
    expect(await demarche(['--version'])).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  test.each<[string, string[], Record<string, string>, RegExp]>([
    ['no command', [], {}, /Usage: demarche/],
    ['an unknown command', ['lod'], {}, /unknown command 'lod'[\s\S]*Did you mean load\?/],
    [
      'an unknown option',
      ['load', '--skip-invald', 'x'],
      {},
      /unknown option[\s\S]*Did you mean --skip-invalid\?/,
    ],
    ['an unknown format', ['import', 'icew', 'x'], {}, /unknown command 'icew'[\s\S]*Did you mean icews\?/],
    ['a table without its mapping', ['import', 'table', 'x'], {}, /--mapping <file>' not specified/],
    ['no file', ['load'], {}, /missing required argument 'file'[\s\S]*demarche load --help/],
    ['one argument too many', ['stats', 'x'], {}, /too many arguments/],
    ['variables that are no JSON', ['query', '-', '--variables', '{'], {}, /--variables <json>/],
    ['variables that are no object', ['query', '-', '--variables', '[1]'], {}, /A JSON object was expected/],
    ['a wrong setting', ['stats'], { PORT: 'many' }, /PORT is "many"; allowed: a whole number/],
  ])('%s: status 2 and a sentence', async (_, args, env, message) => {
    const { status, stdout, stderr } = await demarche(args, env);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('import and map', () => {
  test.each(['dna', 'icews', 'gdelt', 'polecat', 'unsc-votes', 'table'])(
    'import %s --help has examples',
    async (format) => {
      const { status, stdout } = await demarche(['import', format, '--help']);
      expect(status).toBe(0);
      expect(stdout).toContain(`$ demarche import ${format} `);
    },
  );

  test('names each refused row by file, line and column; the rest is written when asked for, twice the same', async () => {
    const events = await file('events.tab', [
      ICEWS_HEADER.join('\t'),
      icewsRow(),
      icewsRow({ 'Event ID': '2', 'Event Date': '2020-02-30' }),
    ]);
    const refused = await demarche(['import', 'icews', events]);
    expect(refused).toMatchObject({
      status: 1,
      stderr: `${events}:3: Event Date: expected a day of the calendar, as 2020-09-01; found "2020-02-30"\n`,
    });
    expect(refused.stdout).toContain(
      '2 rows read: 1 accepted, 1 rejected; 0 skipped, 0 changed.\nNothing was written.',
    );
    const written = await demarche(['import', 'icews', '--skip-invalid', events]);
    expect(written.status).toBe(0);
    expect(written.stdout).toContain(
      `6 records written, 0 there already.\nRejected rows are in ${events}.rejects.ndjson.`,
    );
    expect(written.stdout).toContain('2 names of no actor of the graph');
    const again = await demarche(['import', 'icews', '--skip-invalid', '--json', events]);
    expect(JSON.parse(again.stdout)).toMatchObject({
      rows: { read: 2, accepted: 1, rejected: 1 },
      load: { written: 0, same: 4 },
    });
  });

  test('takes standard input', async () => {
    const piped = await demarche(['import', 'icews', '-'], {
      input: `${ICEWS_HEADER.join('\t')}\n${icewsRow()}\n`,
    });
    expect(piped).toMatchObject({ status: 0, stdout: expect.stringContaining('1 row read: 1 accepted') });
  });

  test('a mapping is proposed', async () => {
    const { status, stdout } = await demarche([
      'map',
      await file('t.csv', ['date,speaker,url', '2020,Ann,https://a.org/']),
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('speaker: speaker # such as "Ann"');
  });
});

describe('load and validate', () => {
  test('loads, and a second time changes nothing', async () => {
    expect(await demarche(['load', ...FORMAT])).toEqual({
      status: 0,
      stdout:
        '24 records read: 24 new, 0 changed, 0 there already, 0 refused.\n24 records written, as load 1.\n',
      stderr: '',
    });
    const again = await demarche(['load', '--json', ...FORMAT]);
    expect(JSON.parse(again.stdout)).toMatchObject({
      read: 24,
      new: 0,
      same: 24,
      written: 0,
      load: 1,
      loadedBefore: true,
    });
  });

  test('names each problem by file, line and field, and writes nothing', async () => {
    const bad = await file('bad.ndjson', [
      actor(1),
      { ...actor(2), kind: 'LAND' },
      '{',
      { ...actor(3), nam: 'x' },
    ]);
    const { status, stdout, stderr } = await demarche(['load', bad]);
    expect(status).toBe(1);
    expect(stderr.split('\n')).toEqual([
      `${bad}:2: kind: expected one of STATE, ORGANIZATION, PERSON`,
      expect.stringMatching(new RegExp(`^${bad}:3: expected a JSON object \\(`)),
      expect.stringMatching(new RegExp(`^${bad}:4: nam: expected no such field`)),
      '',
    ]);
    expect(stdout).toBe(
      '4 records read: 1 new, 0 changed, 0 there already, 3 refused.\nNothing was written. Mend the lines above, or load the rest with --skip-invalid.\n',
    );
    expect(JSON.parse((await demarche(['stats', '--json'])).stdout || '{}').counts?.actors ?? 0).toBe(0);
  });

  test('of many problems, prints the first hundred in order and counts the rest', async () => {
    const bad = await file(
      'many.ndjson',
      Array.from({ length: 250 }, () => '{'),
    );
    const lines = (await demarche(['validate', bad])).stderr.trim().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines[99]).toMatch(/:100: /);
    expect(lines[100]).toBe('… and 150 more problems');
  });

  test('--skip-invalid writes the rest and tells where the refused are', async () => {
    const bad = await file('skip.ndjson', [actor(1), '{', actor(2)]);
    const { status, stdout, stderr } = await demarche(['load', '--skip-invalid', bad]);
    expect([status, stderr]).toEqual([0, expect.stringContaining(`${bad}:2: `)]);
    expect(stdout).toBe(
      `3 records read: 2 new, 0 changed, 0 there already, 1 refused.\n2 records written, as load 1.\nRefused lines are in ${bad}.rejects.ndjson.\n`,
    );
    expect(JSON.parse(await readFile(`${bad}.rejects.ndjson`, 'utf8'))).toMatchObject({
      file: bad,
      line: 2,
      text: '{',
    });
  });

  test('lists what was loaded, and takes it back', async () => {
    const one = await file('one.ndjson', [actor(1), actor(2)]);
    const two = await file('two.ndjson', [{ ...actor(1), name: 'Other' }, actor(3)]);
    expect(await demarche(['loads'])).toMatchObject({ status: 0, stdout: '' });
    await demarche(['load', '--by', 'me', one]);
    expect(await demarche(['load', '--on-conflict', 'update', '--dry-run', two])).toMatchObject({
      status: 0,
      stdout:
        '2 records read: 1 new, 1 changed, 0 there already, 0 refused.\nNothing was written: this was a dry run.\n',
    });
    await demarche(['load', '--on-conflict', 'update', two]);
    expect(await demarche(['load', one])).toMatchObject({
      status: 0,
      stdout: 'Load 1 has all of these 2 records already: nothing was written.\n',
    });
    expect((await demarche(['loads'])).stdout).toMatch(
      /^load +state .*refused\n1 +DONE .* me .*one\.ndjson +2 +2 +0 +0 +0\n2 +DONE .*two\.ndjson +2 +1 +1 +0 +0\n$/,
    );
    expect(await demarche(['loads', 'undo', '1'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /load 1 cannot be undone, because something else rests on it:\nactor:1 was replaced by load 2\n/,
      ),
    });
    expect(await demarche(['loads', 'undo', '2'])).toMatchObject({
      status: 0,
      stdout: '1 record removed, 1 put back as before.\nLoad 2 is undone: its files can be loaded again.\n',
    });
    expect(JSON.parse((await demarche(['loads', '--json'])).stdout)).toMatchObject([
      { state: 'DONE' },
      { state: 'UNDONE', files: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
    ]);
    expect(await demarche(['loads', 'undo', 'x'])).toMatchObject({ status: 1 });
  }, 120_000);

  test('merges actors, lists that, and splits them again', async () => {
    const said = (n: number) => ({
      type: 'statement',
      id: `statement:${n}`,
      act: 'STATEMENT',
      date: '2020',
      speakers: [{ actor: `actor:${n}` }],
      citations: [{ source: 'source:s' }],
    });
    const source = { type: 'source', id: 'source:s' };
    await demarche(['load', await file('merge.ndjson', [actor(1), actor(2), source, said(1), said(2)])]);
    expect((await demarche(['actors', 'merges'])).stderr).toBe('No actors are merged.\n');
    const why = ['--reason', 'The same.', '--by', 'me'];
    expect(await demarche(['actors', 'merge', 'actor:1', 'actor:actor', ...why])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/there is no actor actor:actor; did you mean actor:1 or actor:2\?/),
    });
    expect(await demarche(['actors', 'merge', 'actor:1', 'actor:2', ...why, '--dry-run'])).toMatchObject({
      status: 0,
      stdout: 'merge:1-into-2 can be written. This was a dry run.\n',
    });
    expect(await demarche(['actors', 'merge', 'actor:1', 'actor:2', ...why])).toMatchObject({
      status: 0,
      stdout: 'merge:1-into-2: 2 relationships of actor:1 stand at actor:2 now. It is load 2.\n',
      stderr: '',
    });
    expect((await demarche(['actors', 'merges'])).stdout).toMatch(
      /^merge +state .*relationships\nmerge:1-into-2 +ACTIVE +actor:1 +actor:2 +me .* The same\. +2\n$/,
    );
    expect(await demarche(['actors', 'merge', 'actor:2', 'actor:1', ...why])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nothing was written: into: expected merges that come to an end'),
    });
    expect(await demarche(['actors', 'split', 'actor:1', '--reason', 'A slip.'])).toMatchObject({
      status: 0,
      stdout: 'split:1-into-2: 2 relationships moved back. It is load 3.\n',
    });
    expect(JSON.parse((await demarche(['actors', 'merges', '--json'])).stdout)).toMatchObject([
      { id: 'merge:1-into-2', state: 'SPLIT', edges: 0, split: { id: 'split:1-into-2', reason: 'A slip.' } },
    ]);
  }, 120_000);

  test('reads standard input', async () => {
    const input = `${JSON.stringify(actor(1))}\n{`;
    expect(await demarche(['load', '-'], { input })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^stdin:2: expected a whole JSON/),
    });
    expect(await demarche(['load', '-'], { input: input.slice(0, -2) })).toMatchObject({ status: 0 });
  });

  test.each([
    ['a file that is not there', 'nowhere.ndjson', 'nowhere.ndjson: cannot be read: there is no such file'],
    ['a folder', '.', '.: expected a file, found a folder'],
  ])('%s: status 1 and a sentence', async (_, name, message) => {
    expect(await demarche(['load', name])).toEqual({
      status: 1,
      stdout: '',
      stderr: `demarche: ${message}\n`,
    });
  });

  test('validates a folder as a dataset of its own, with the rules of curated data', async () => {
    const folder = await mkdtemp(join(directory, 'dataset-'));
    const spare = { type: 'actor', id: 'actor:spare', kind: 'STATE', name: 'Spare' };
    await writeFile(join(folder, 'actors.ndjson'), `${JSON.stringify(spare)}\n`);
    expect(await demarche(['validate', folder])).toMatchObject({
      status: 1,
      stdout: '1 record read: 1 problem.\n',
      stderr: `${folder}/actors.ndjson:1: id: expected an id that another record names; nothing names actor:spare\n`,
    });
    expect(await demarche(['validate', path('../../seed')])).toMatchObject({ status: 0, stderr: '' });
    expect(await demarche(['validate', folder, ...FORMAT])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('expected one folder by itself, or files'),
    });
    expect(await demarche(['validate', join(directory, 'none')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no such file'),
    });
  });

  test('validates against the graph, or the files by themselves; makes no database', async () => {
    const vote = await file('reply.ndjson', [
      { type: 'publisher', id: 'publisher:a', name: 'A', country: 'actor:iran' },
    ]);
    expect(await demarche(['validate', ...FORMAT])).toMatchObject({ status: 0 });
    expect(await demarche(['validate', vote])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no actor:iran'),
    });
    expect(existsSync(join(dataDir, 'demarche.grafeo'))).toBe(false);
    await demarche(['load', ...FORMAT]);
    expect(await demarche(['validate', vote])).toMatchObject({ status: 0 });
    expect(await demarche(['validate', '--no-store', vote])).toMatchObject({ status: 1 });
    expect(await demarche(['load', vote])).toMatchObject({ status: 0 });
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s ends it after a transaction, with what was written', async (signal, expected) => {
    const many = await file(
      'large.ndjson',
      Array.from({ length: 40_000 }, (_, i) => actor(i)),
    );
    const { child, ended } = start(['load', '--json', many]);
    while (!existsSync(join(dataDir, 'demarche.grafeo'))) await delay(50);
    await delay(2_000);
    child.kill(signal);
    const { status, stdout, stderr } = await ended;
    expect([status, stderr]).toEqual([expected, '']);
    const { stopped, written } = JSON.parse(stdout);
    expect(stopped).toBe(true);
    const after = JSON.parse((await demarche(['stats', '--json'])).stdout || '{"counts":{"actors":0}}');
    expect(after.counts.actors).toBe(written);
  });
});

describe('query and stats', () => {
  const QUERY = 'query ($id: ID!) { actor(id: $id) { name } }';

  test('ask the graph', async () => {
    await demarche(['load', ...FORMAT]);
    const asked = await demarche(['query', '-', '--variables', '{"id":"actor:iran"}'], { input: QUERY });
    expect(asked).toEqual({
      status: 0,
      stdout: '{\n  "data": {\n    "actor": {\n      "name": "Iran"\n    }\n  }\n}\n',
      stderr: '',
    });
    const wrong = await demarche(['query', '-'], { input: '{ actr { name } }' });
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.stdout).errors[0].message).toMatch(/actr/);
    const stats = await demarche(['stats']);
    expect(stats.status).toBe(0);
    expect(stats.stdout).toMatch(/^actors +7\ntopics +6\nstatements +2$/m);
    expect(JSON.parse((await demarche(['stats', '--json'])).stdout)).toMatchObject({
      engine: 'grafeo',
      counts: { votes: 1 },
    });
    expect(await demarche(['query', 'nowhere.graphql'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('nowhere'),
    });
  });

  test('ask the service that holds the database; a load says who that is', async () => {
    await demarche(['load', ...FORMAT]);
    const service = start(['serve'], { SEED: 'none' });
    while (!/http:\/\/\S+:\d+/.test(service.printed())) await delay(50);
    const asked = await demarche(['query', '-', '--variables', '{"id":"actor:iran"}'], { input: QUERY });
    expect(JSON.parse(asked.stdout)).toEqual({ data: { actor: { name: 'Iran' } } });
    expect(JSON.parse((await demarche(['stats', '--json'])).stdout)).toMatchObject({ counts: { actors: 7 } });
    const [load, validate] = [await demarche(['load', ...FORMAT]), await demarche(['validate', ...FORMAT])];
    for (const { status, stderr } of [load, validate]) {
      expect(status).toBe(1);
      expect(stderr).toMatch(
        new RegExp(
          `another demarche process has this database open: process ${service.child.pid}, which serves http`,
        ),
      );
    }
    expect(load.stderr).toMatch(/--to URL .* or stop it, load, and start it again/);
    expect(validate.stderr).toMatch(/--no-store/);
    service.child.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ status: 0 });
    expect(await demarche(['load', ...FORMAT])).toMatchObject({ status: 0 });
  });
});
