import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findJava } from '../../scripts/lib/java.mjs';
import { provision } from '../../scripts/lib/neo4j-jars.mjs';
import type { AnyRecord } from '../../src/model/index.js';
import { writeGraphFiles } from './graph-files.js';
import { NEO4J_VERSION } from './neo4j-version.js';

const OPEN_MODULES = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** Makes the database of a home that has never been started, by Neo4j's own bulk importer. */
export async function importIntoNeo4j(
  home: string,
  records: Iterable<AnyRecord>,
  onProgress: (statements: number) => void,
  say: (line: string) => void,
): Promise<void> {
  const jars = await provision({ version: NEO4J_VERSION, progress: say });
  const files = join(home, 'import');
  const conf = join(home, 'conf');
  for (const folder of [files, conf]) mkdirSync(folder, { recursive: true });
  const graph = writeGraphFiles(files, records, onProgress);
  writeFileSync(join(conf, 'neo4j.conf'), '');
  say('Importing into Neo4j …');
  const java = findJava(17) ?? 'java';
  try {
    await promisify(execFile)(
      java,
      [
        '-Xmx1g',
        ...OPEN_MODULES,
        '-cp',
        join(jars, '*'),
        'org.neo4j.cli.AdminTool',
        ...['database', 'import', 'full', 'neo4j', '--id-type=string', '--array-delimiter=U+001F', ...graph],
      ],
      { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf }, cwd: home, maxBuffer: 1e8 },
    );
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`Neo4j's importer failed:\n${said.slice(0, 2_000)}`);
  }
  rmSync(files, { recursive: true });
}
