import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openExport, parseExportRequest, writerOf } from '../../src/export/index.js';
import type { Store } from '../../src/store/index.js';

/** Writes an export into a folder; returns the paths of its files by their names. */
export async function writeExport(
  store: Store,
  format: string,
  folder: string,
  request: object = {},
): Promise<ReadonlyMap<string, string>> {
  await mkdir(folder, { recursive: true });
  const { files } = await openExport(store, writerOf(format), parseExportRequest(request));
  const paths = new Map<string, string>();
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    await pipeline(bytes(), createWriteStream(path));
    paths.set(name, path);
  }
  return paths;
}
