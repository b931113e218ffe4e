import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { DemarcheError } from '../../model/index.js';

/**
 * The version of the engine that made a file is kept beside it, not in it: an engine may convert a file of another
 * version when it opens it, or fail halfway. The stamp is written before the file, so a file without one was copied.
 */
export async function checkStamp(path: string, version: string): Promise<void> {
  const stamped = await readStamp(path);
  if (stamped === version) return;
  if (!existsSync(path)) return writeStamp(path, version);
  throw new DemarcheError(
    'DATABASE_UNAVAILABLE',
    stamped === undefined
      ? `the database ${path} lies without ${stampPath(path)}, which tells the version of the engine that made it: ` +
          `copy that file too, or if this Demarche made the database, write {"engine":"grafeo","version":"${version}"} into it`
      : `the database ${path} was made by Grafeo ${stamped}, and this Demarche has Grafeo ${version}: with the ` +
          'Demarche that made it run `demarche export` to NDJSON, move the database away, and `demarche load` that export with this one',
  );
}

async function readStamp(path: string): Promise<string | undefined> {
  try {
    const stamp: unknown = JSON.parse(await readFile(stampPath(path), 'utf8'));
    if (typeof stamp !== 'object' || stamp === null || !('version' in stamp)) return undefined;
    return typeof stamp.version === 'string' ? stamp.version : undefined;
  } catch {
    return undefined;
  }
}

async function writeStamp(path: string, version: string): Promise<void> {
  const temporary = `${stampPath(path)}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify({ engine: 'grafeo', version })}\n`);
  await rename(temporary, stampPath(path));
}

function stampPath(path: string): string {
  return `${path}.engine.json`;
}
