import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportFile } from './export.js';

/** Without a date of its own, so that the same files are the same zip; the earliest that zips know. */
const NO_DATE = new Date(1980, 0, 1);
/** Formats that have compressed already what they hold. */
const COMPRESSED = new Set(['application/vnd.apache.parquet']);

/** A zip of files, one after the other as it is read. It fails where one of them does. */
export function zipOf(files: readonly ExportFile[]): Readable {
  const zip = new ZipFile();
  // Node's own streams: what types of yazl say is what every stream has
  const output = zip.outputStream as Readable;
  let current: Readable | undefined;
  for (const { name, mediaType, bytes } of files) {
    const options = { mtime: NO_DATE, forceDosTimestamp: true, compress: !COMPRESSED.has(mediaType) };
    zip.addReadStreamLazy(name, options, (take) => {
      current = Readable.from(bytes(), { objectMode: false });
      current.once('error', (error) => output.destroy(error));
      take(null, current);
    });
  }
  zip.end();
  output.once('close', () => current?.destroy());
  return output;
}
