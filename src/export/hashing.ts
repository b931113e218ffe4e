import { createHash } from 'node:crypto';
import type { ExportFile } from './export.js';
import type { MadeFile } from './manifest.js';

/** Hands the bytes of a file on to whoever keeps them, and returns what the manifest says of it. */
export async function hashed(
  { bytes, ...file }: ExportFile,
  keep: (pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<MadeFile> {
  const hash = createHash('sha256');
  let length = 0;
  const counted = async function* () {
    for await (const piece of bytes()) {
      hash.update(piece);
      length += piece.length;
      yield piece;
    }
  };
  await keep(counted());
  return { ...file, bytes: length, sha256: hash.digest('hex') };
}
