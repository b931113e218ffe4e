import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findJava } from './java.mjs';
import { withLock } from './lock.mjs';

/** The releases of Neo4j Community that the service is tested on: the Java they need and their main class. */
export const releases = {
  '5.26.28': { java: 17, main: 'org.neo4j.server.CommunityEntryPoint' },
  '2025.10.1': { java: 21, main: 'org.neo4j.server.Neo4jCommunity' },
};

/** @typedef {keyof typeof releases} Neo4jVersion */

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'demarche', 'neo4j');

/**
 * What has to be installed before this release can run here, in words for a person; undefined if nothing.
 * @param {Neo4jVersion} version
 * @returns {string | undefined}
 */
export function whatIsMissing(version) {
  const { java } = releases[version];
  const missing = [];
  if (!findJava(java)) {
    missing.push(
      `Java ${java} or later is missing (Debian: apt-get install openjdk-${java}-jdk-headless; macOS: brew install openjdk@${java}).`,
    );
  }
  if (!existsSync(jarsOf(version)) && spawnSync('mvn', ['-v']).error) {
    missing.push('Maven is missing (Debian: apt-get install maven; macOS: brew install maven).');
  }
  return missing.length > 0 ? [`Neo4j ${version} cannot run here.`, ...missing].join('\n') : undefined;
}

/**
 * The folder with Neo4j's jars, fetched from Maven Central into the user's cache the first time (120 MB).
 * @param {{ version: Neo4jVersion, progress?: (line: string) => void }} options
 * @returns {Promise<string>}
 */
export async function provision({ version, progress = () => {} }) {
  const missing = whatIsMissing(version);
  if (missing) throw new Error(missing);
  const jars = jarsOf(version);
  if (existsSync(jars)) return jars;
  return withLock(join(cache, `${version}.lock`), async () => {
    if (existsSync(jars)) return jars;
    progress(`Fetching Neo4j ${version} from Maven Central (120 MB, once) …`);
    const folder = mkdtempSync(join(cache, `${version}-`));
    try {
      await copyDependencies(version, folder);
      mkdirSync(join(cache, version), { recursive: true });
      renameSync(join(folder, 'lib'), jars);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return jars;
  });
}

/** @param {Neo4jVersion} version */
function jarsOf(version) {
  return join(cache, version, 'lib');
}

/** @param {Neo4jVersion} version @param {string} folder */
async function copyDependencies(version, folder) {
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>demarche</groupId><artifactId>neo4j</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`,
  );
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const log = join(cache, `${version}.log`);
  const out = openSync(log, 'w');
  const child = spawn('mvn', ['-B', '-ntp', goal, '-DincludeScope=runtime', '-DoutputDirectory=lib'], {
    cwd: folder,
    stdio: ['ignore', out, out],
  });
  const status = await new Promise((resolve) => child.on('exit', resolve).on('error', resolve));
  closeSync(out);
  if (status !== 0) {
    throw new Error(`Neo4j ${version} could not be fetched from Maven Central; Maven says why in ${log}.`);
  }
}
