import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';

/** Where loaded databases are kept between runs. */
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'demarche', 'bench');

/** What a loaded graph depends on: where one of these changes, the graph is made anew. */
const SOURCES = [
  'bench/corpus',
  'bench/database',
  'src/records/rows',
  'src/model',
  'src/store/queries/write.ts',
  'src/store/schema.ts',
  'src/store/neo4j/schema.ts',
  'src/store/grafeo/schema.ts',
];

/** A folder for one database, and whether what is in it is what would be made now. */
export interface CachedFolder {
  readonly path: string;
  readonly isCurrent: boolean;
  /** removes everything in it */
  clear(): void;
  /** what is in it is whole */
  complete(): void;
}

export function cachedFolder(name: string, engineVersion: string): CachedFolder {
  const path = join(CACHE, name);
  const stamp = join(CACHE, `${name}.made-by`);
  const key = createHash('sha256').update(engineVersion);
  for (const file of SOURCES.flatMap(filesIn)) key.update(file).update(readFileSync(join(root, file)));
  const current = key.digest('hex');
  return {
    path,
    isCurrent: existsSync(path) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current,
    clear() {
      rmSync(stamp, { force: true });
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path, { recursive: true });
    },
    complete: () => writeFileSync(stamp, current),
  };
}

function filesIn(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
