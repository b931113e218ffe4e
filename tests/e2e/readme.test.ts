import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS, settingsTable } from '../../src/config.js';
import { neo4jServers } from '../support/neo4j.js';

/**
 * Everything in the README is run, in a copy of the checkout as a stranger would have it: its commands in their order,
 * its queries with the answers it prints, its links. A command that this test does not know fails it.
 */

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const readme = await readFile(join(ROOT, 'README.md'), 'utf8');

const blocks = (language: string) =>
  [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter((match) => match[1] === language)
    .map((match) => match[2]?.trim() ?? '');
const commands = blocks('sh').flatMap((block) => block.split('\n'));

/** What is run by other means: `npm test` is what runs this, and bench.test.ts runs the benchmark. */
const RUN_ELSEWHERE = ['npm test', 'npm run bench'];
const SERVES = ['npm start', 'npm run start:neo4j'];

let home: string;
let checkout: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'demarche-readme-'));
  checkout = join(home, 'demarche');
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    maxBuffer: 1e8,
  });
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(checkout, file)), { recursive: true });
    await cp(join(ROOT, file), join(checkout, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}, 60_000);
afterAll(() => rm(home, { recursive: true, force: true }));

const environment = () => {
  const { NEO4J_URI: _uri, NEO4J_USERNAME: _user, NEO4J_PASSWORD: _password, ...env } = process.env;
  return { ...env, DATA_DIR: join(home, 'data') };
};

/** Starts a command that serves, and gives its address once it says where it is. */
async function serving(command: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, {
    cwd: checkout,
    env: { ...environment(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const printed = await output(child, (text) => text.includes(`http://127.0.0.1:${port}/graphql`));
  expect(printed).toContain(`http://127.0.0.1:${port}`);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid) process.kill(-child.pid, 'SIGINT');
      await ended;
      // npm ends at once; the service when it has closed its database and taken its address away
      await expect
        .poll(() => existsSync(join(home, 'data', 'demarche.grafeo.service.json')), { timeout: 15_000 })
        .toBe(false);
    },
  };
}

function output(child: ChildProcess, enough: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      if (enough(text)) resolve(text);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (status) => reject(new Error(`it ended with status ${status}:\n${text}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('the README', () => {
  test('names its commands in the first screen', () => {
    const first = readme.split('\n').slice(0, 40).join('\n');
    for (const command of ['npm start', 'npm run start:neo4j', 'npm test']) expect(first).toContain(command);
  });

  test('has the table of settings that the configuration is checked against', () => {
    expect(readme).toContain(settingsTable());
    expect(SETTINGS.length).toBeGreaterThan(10);
  });

  test('links to files that exist', async () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const link of links)
      await expect(run('test', ['-e', join(checkout, link)]), link).resolves.toBeDefined();
  });

  test('npm start serves; its queries and commands give what it says; a second start changes nothing', {
    timeout: 600_000,
  }, async () => {
    const service = await serving('npm start');
    let revision: unknown;
    try {
      const [query = ''] = blocks('graphql');
      const [answer = ''] = blocks('json');
      expect(await ask(service.url, query)).toEqual(JSON.parse(answer));
      for (const command of commands) {
        if (RUN_ELSEWHERE.includes(command) || SERVES.includes(command)) continue;
        expect(command).toMatch(/^(curl|npx demarche) /);
        if (!command.startsWith('curl')) continue;
        const { stdout } = await run('bash', ['-c', command.replace('http://127.0.0.1:4000', service.url)], {
          cwd: checkout,
        });
        if (command.includes('/export/gexf')) {
          const files = await readdir(checkout);
          expect(files.filter((name) => name.endsWith('.gexf'))).toHaveLength(1);
        } else expect(JSON.parse(stdout)).toHaveProperty('data.dataset.name', 'Demarche');
      }
      revision = await ask(service.url, '{ dataset { revision counts { statements } } }');
    } finally {
      await service.stop();
    }
    const began = performance.now();
    const second = await serving('npm start');
    const took = performance.now() - began;
    try {
      expect(await ask(second.url, '{ dataset { revision counts { statements } } }')).toEqual(revision);
    } finally {
      await second.stop();
    }
    expect(took).toBeLessThan(30_000);
  });

  test('its commands work in their order', { timeout: 600_000 }, async () => {
    const given = commands.filter((command) => command.startsWith('npx demarche '));
    expect(given.length).toBeGreaterThan(3);
    for (const command of given) {
      const { stdout } = await run('bash', ['-c', command], {
        cwd: checkout,
        env: environment(),
        maxBuffer: 1e8,
      });
      expect(stdout.trim(), command).not.toBe('');
    }
  });

  test('npm run start:neo4j serves the same on a Neo4j of its own', { timeout: 600_000 }, async ({
    skip,
  }) => {
    if ((await neo4jServers()).length === 0) skip('no Neo4j can be had here');
    const service = await serving('npm run start:neo4j');
    try {
      const [query = ''] = blocks('graphql');
      const [answer = ''] = blocks('json');
      expect(await ask(service.url, query)).toEqual(JSON.parse(answer));
      expect(await ask(service.url, '{ dataset { engine } }')).toEqual({
        data: { dataset: { engine: 'neo4j' } },
      });
    } finally {
      await service.stop();
    }
  });
});
