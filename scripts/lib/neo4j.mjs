import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findJava } from './java.mjs';
import { provision, releases } from './neo4j-jars.mjs';
import { isAlive, waitUntil } from './process.mjs';

/** @typedef {import('./neo4j-jars.mjs').Neo4jVersion} Neo4jVersion */

/**
 * @typedef {object} Neo4jServer
 * @property {Neo4jVersion} version
 * @property {string} uri
 * @property {string} username
 * @property {string} password
 * @property {number} pid of Java
 * @property {string} home
 * @property {() => Promise<void>} stop
 * @property {() => void} stopNow the same for an exit handler: returns when the server has ended
 */

const address = '127.0.0.1';
const username = 'neo4j';
const minute = 60_000;

const openModules = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * Starts Neo4j Community on loopback and resolves when it answers. It ends with this process, however that
 * ends. Without a `home` it has a throwaway one, removed when it stops; in a home that is kept, password and
 * port are made once and remembered in `server.json`, readable by the owner only.
 * @param {{ version?: Neo4jVersion, home?: string, auth?: boolean, port?: number, heap?: string,
 *           pageCache?: string, progress?: (line: string) => void }} options
 * @returns {Promise<Neo4jServer>}
 */
export async function startNeo4j({
  version = '5.26.28',
  home: keptHome,
  auth = true,
  port: wantedPort,
  heap = '1g',
  pageCache = '512m',
  progress = () => {},
}) {
  const jars = await provision({ version, progress });
  const java = findJava(releases[version].java) ?? 'java';
  const home = keptHome ?? mkdtempSync(join(tmpdir(), 'demarche-neo4j-'));
  for (const name of ['conf', 'data', 'logs', 'plugins', 'import', 'run']) {
    mkdirSync(join(home, name), { recursive: true });
  }
  await refuseIfRunning(home);

  const remembered = readServerFile(home);
  const port = await choosePort(wantedPort ?? remembered.port);
  const uri = `bolt://${address}:${port}`;
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration({ port, auth, pageCache }));
  const classPath = join(jars, '*');
  const password = remembered.password ?? randomBytes(18).toString('hex');
  if (auth && !remembered.password) await setInitialPassword({ java, classPath, home, password });
  writeServerFile(home, { password, port });

  progress(`Starting Neo4j ${version} in ${home} …`);
  const pidFile = pidFileOf(home);
  const log = join(home, 'logs', 'console.log');
  const out = openSync(log, 'a');
  const keeper = spawn(
    '/bin/sh',
    [
      fileURLToPath(new URL('keep.sh', import.meta.url)),
      pidFile,
      keptHome ? '' : home,
      ...[java, `-Xmx${heap}`, ...openModules, '-cp', classPath, releases[version].main],
      ...[`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`],
    ],
    // In a session of its own, so that Ctrl-C reaches the service first and Neo4j when that has finished.
    { detached: true, stdio: ['pipe', out, out] },
  );

  const since = performance.now();
  let told = 0;
  const answered = await waitUntil(async () => {
    if (keeper.exitCode !== null) throw new Error(`Neo4j ${version} ended while starting; ${log} says why.`);
    const waited = Math.floor((performance.now() - since) / 1000);
    if (waited >= told + 5) {
      told = waited;
      progress(`Waiting for Neo4j (${waited} s) …`);
    }
    return answersBolt(port);
  }, 3 * minute);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (!answered) {
    process.kill(pid, 'SIGKILL');
    throw new Error(
      `Neo4j ${version} did not answer on ${uri} within three minutes; see ${join(home, 'logs')}.`,
    );
  }
  keeper.unref();
  // @ts-expect-error a pipe is a socket, which its type does not say
  keeper.stdin.unref();

  return {
    version,
    uri,
    username: auth ? username : '',
    password: auth ? password : '',
    pid,
    home,
    async stop() {
      signal(pid, 'SIGTERM');
      if (!(await waitUntil(() => !isAlive(pid), minute))) signal(pid, 'SIGKILL');
      await waitUntil(() => keeper.exitCode !== null, minute);
    },
    stopNow() {
      signal(pid, 'SIGTERM');
      for (let waited = 0; isAlive(pid) && waited < minute; waited += 100) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      }
    },
  };
}

/** @param {{ port: number, auth: boolean, pageCache: string }} options */
function configuration({ port, auth, pageCache }) {
  return `server.default_listen_address=${address}
server.bolt.listen_address=${address}:${port}
server.bolt.advertised_address=${address}:${port}
server.http.enabled=false
server.https.enabled=false
# Once its databases are closed, Neo4j would wait ten seconds more for connections that might still come.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.memory.pagecache.size=${pageCache}
db.transaction.timeout=120s
dbms.usage_report.enabled=false
dbms.security.auth_enabled=${auth}
`;
}

/** @param {{ java: string, classPath: string, home: string, password: string }} options */
async function setInitialPassword({ java, classPath, home, password }) {
  const args = [
    ...openModules,
    '-cp',
    classPath,
    'org.neo4j.cli.AdminTool',
    'dbms',
    'set-initial-password',
    password,
  ];
  try {
    await promisify(execFile)(java, args, {
      env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
    });
  } catch (error) {
    // The error's own message would quote the command, and with it the password.
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).split('\n', 1)[0] : '';
    throw new Error(`Neo4j's password could not be set in ${home}: ${said || 'Java gave no reason'}`);
  }
}

/** A server that is just stopping is waited for. @param {string} home */
async function refuseIfRunning(home) {
  const pidFile = pidFileOf(home);
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (await waitUntil(() => !isNeo4jOf(home, pid), 3000)) return;
  throw new Error(
    `The Neo4j of ${home} is already running (process ${pid}, bolt://${address}:${readServerFile(home).port}). ` +
      `Stop the service that started it, or that process: kill ${pid}`,
  );
}

/** A process id may have gone to another program since it was written down. @param {string} home @param {number} pid */
function isNeo4jOf(home, pid) {
  if (!isAlive(pid)) return false;
  const { stdout, error } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return Boolean(error) || stdout.includes(`--home-dir=${home}`);
}

/** @param {string} home */
function pidFileOf(home) {
  return join(home, 'run', 'neo4j.pid');
}

/** @param {string} home @returns {{ password?: string, port?: number }} */
function readServerFile(home) {
  const file = join(home, 'server.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {string} home @param {{ password: string, port: number }} server */
function writeServerFile(home, server) {
  writeFileSync(join(home, 'server.json'), `${JSON.stringify(server)}\n`, { mode: 0o600 });
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  if (isAlive(pid)) process.kill(pid, name);
}

/** The wanted port if it is free, else one that is. @param {number | undefined} wanted @returns {Promise<number>} */
function choosePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', () => (wanted === 0 ? reject(new Error('No free port.')) : resolve(choosePort())));
    probe.listen(wanted, address, () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : wanted));
    });
  });
}

/** Opens a connection and agrees on a version of the protocol. @param {number} port @returns {Promise<boolean>} */
function answersBolt(port) {
  const handshake = Buffer.from('6060b017' + '00000405' + '00000004' + '00000003' + '00000000', 'hex');
  return new Promise((resolve) => {
    const socket = connect(port, address, () => socket.write(handshake));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (answer) => {
      resolve(answer.readUInt32BE(0) !== 0);
      socket.destroy();
    });
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}
