import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import type { Connection } from '../database/index.js';

/** The service as it is run: built, in a process of its own, with its settings as they are by default, and metrics. */
export interface Service {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function startService(
  connection: Connection,
  settings: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'));
  const log = join(folder, 'service.log');
  const descriptor = openSync(log, 'w');
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'serve'], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      SEED: 'none',
      METRICS: '1',
      ...settingsOf(connection),
      ...settings,
    },
    stdio: ['ignore', 'pipe', descriptor],
  });
  closeSync(descriptor);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const url = await addressOf(child).catch((error) => {
    throw new Error(`${error.message}:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
  });
  return {
    url: `${url}/graphql`,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      process.off('exit', endWithUs);
      rmSync(folder, { recursive: true });
    },
  };
}

/** How the service and the commands are told of the database. */
export function settingsOf(connection: Connection): Readonly<Record<string, string>> {
  return connection.engine === 'neo4j'
    ? {
        NEO4J_URI: connection.uri,
        NEO4J_USERNAME: connection.username,
        NEO4J_PASSWORD: connection.password,
      }
    : { NEO4J_URI: '', DATA_DIR: connection.dataDir };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = /http:\/\/[^\s/]+:\d+/.exec(printed)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', (status) => reject(new Error(`the service ended with status ${status}`)));
  });
}
