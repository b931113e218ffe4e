import { createWriteStream } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A file with some bytes in a folder of its own. */
export async function inputFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'demarche-input-file-')), name);
  await writeFile(path, content);
  return path;
}

export function gzipFile(name: string, content: string): Promise<string> {
  return inputFile(name, gzipSync(content));
}

export async function zipFile(
  name: string,
  entries: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const path = await inputFile(name, '');
  const zip = new ZipFile();
  for (const [entry, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), entry);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}
