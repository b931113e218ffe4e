import { createHash } from 'node:crypto';
import type { ExportFile } from './export.js';
import type { MadeFile } from './manifest.js';

/** The bytes of a file; when all have gone through, `onMade` is told what the manifest says of it. */
export async function* noted(
  { bytes, ...file }: ExportFile,
  onMade: (made: MadeFile) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of bytes()) {
    hash.update(piece);
    length += piece.length;
    yield piece;
  }
  onMade({ ...file, bytes: length, sha256: hash.digest('hex') });
}
