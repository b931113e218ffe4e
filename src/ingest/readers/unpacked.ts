import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';
import { DemarcheError } from '../../model/index.js';
import { type InputFile, unreadable } from '../input-file.js';

/** What packs text makes it ten times smaller, seldom thirty; beyond this it was made to fill a disk. */
const MOST_TIMES_LARGER = 100;
const NEVER_REFUSED_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
const MOST_NAMED = 10;
const CHUNK_BYTES = 256 * 1024;

export interface Unpacked {
  /** The bytes within, once. Leaving the loop closes the file. */
  readonly bytes: AsyncIterable<Buffer>;
  /** how many of the file's own bytes have been read */
  done(): number;
}

/**
 * Opens a file as it is, or what is packed in it: gzip, or a zip with one file in it (of several, the one whose name
 * `fits`). What it is, its first bytes say, not its name.
 *
 * @throws DemarcheError BAD_USER_INPUT, here or while it is read: damaged, a zip with no or several fitting files, with
 * paths that leave it, or one that expands to more than 100 times its size (and 64 MiB)
 */
export async function openUnpacked(file: InputFile, fits: (name: string) => boolean): Promise<Unpacked> {
  const start = await firstBytes(file);
  if (start.startsWith('1f8b')) return gunzipped(file);
  if (start === '504b0304' || start === '504b0506') return unzipped(file, fits);
  const stream = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  return { bytes: guarded(file, stream, 'file'), done: () => stream.bytesRead };
}

async function firstBytes(file: InputFile): Promise<string> {
  try {
    const handle = await open(file.path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead).toString('hex');
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(file.name, error);
  }
}

function gunzipped(file: InputFile): Unpacked {
  const packed = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  const bytes = pipeline(
    packed,
    createGunzip({ chunkSize: CHUNK_BYTES }),
    bombGuard(file, () => packed.bytesRead),
    () => {},
  );
  return { bytes: guarded(file, bytes, 'gzip'), done: () => packed.bytesRead };
}

async function unzipped(file: InputFile, fits: (name: string) => boolean): Promise<Unpacked> {
  const zip = await zipFile(file);
  try {
    const entry = theOne(file, await entriesOf(file, zip), fits);
    const packed = await contentOf(file, zip, entry);
    let unpacked = 0;
    const bytes = pipeline(
      packed,
      bombGuard(
        file,
        () => entry.compressedSize,
        (length) => {
          unpacked += length;
        },
      ),
      () => zip.close(),
    );
    const share = () => (entry.uncompressedSize === 0 ? 1 : Math.min(1, unpacked / entry.uncompressedSize));
    return { bytes: guarded(file, bytes, 'zip'), done: () => Math.floor(file.size * share()) };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function zipFile(file: InputFile): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    openZip(file.path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(damaged(file, 'zip', error)) : resolve(zip),
    );
  });
}

/** The library refuses names that are absolute, or leave the folder by `..`. */
function entriesOf(file: InputFile, zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', (error) => reject(damaged(file, 'zip', error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      if (entries.length > MOST_ENTRIES) reject(refusal(file, `a zip with at most ${MOST_ENTRIES} files`));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function theOne(file: InputFile, entries: readonly Entry[], fits: (name: string) => boolean): Entry {
  const fitting = entries.length === 1 ? entries : entries.filter(({ fileName }) => fits(fileName));
  const [entry] = fitting;
  if (entry && fitting.length === 1) return entry;
  const names = entries.slice(0, MOST_NAMED).map(({ fileName }) => JSON.stringify(fileName));
  const more = entries.length - names.length;
  const found = names.length === 0 ? 'none' : `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  throw refusal(
    file,
    `a zip with one file of this format in it; it has ${found}: unpack the right one first`,
  );
}

function contentOf(file: InputFile, zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted()) reject(refusal(file, 'a zip without a password'));
    else
      zip.openReadStream(entry, (error, stream) =>
        error ? reject(damaged(file, 'zip', error)) : resolve(stream),
      );
  });
}

function bombGuard(file: InputFile, packed: () => number, onBytes?: (length: number) => void): Transform {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      onBytes?.(chunk.length);
      const isBomb = unpacked > NEVER_REFUSED_BYTES && unpacked > MOST_TIMES_LARGER * packed();
      if (isBomb)
        done(
          refusal(
            file,
            `at most ${MOST_TIMES_LARGER} times its size when unpacked; it is larger: unpack it first, if it is what you think`,
          ),
        );
      else done(null, chunk);
    },
  });
}

async function* guarded(file: InputFile, stream: Readable, what: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof DemarcheError ? error : damaged(file, what, unreadable(file.name, error));
  } finally {
    stream.destroy();
  }
}

function damaged(file: InputFile, what: string, error: unknown): unknown {
  if (error instanceof DemarcheError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DemarcheError('BAD_USER_INPUT', `${file.name}: expected a whole ${what} file (${reason})`, {
    cause: error,
  });
}

function refusal(file: InputFile, expected: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${file.name}: expected ${expected}`);
}
