import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DemarcheError } from '../model/index.js';

/** A file that can be read more than once, and that stays as it is meanwhile. */
export interface InputFile {
  /** as the caller named it */
  readonly name: string;
  /** where its bytes are */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** The path of a file, or beside it what the file is called to whoever reads of it. */
export type InputName = string | { readonly name: string; readonly path: string };

export interface OpenedInput {
  readonly files: readonly InputFile[];
  /** removes what was spooled */
  close(): Promise<void>;
}

/**
 * `-` is standard input. What cannot be read twice (that, a pipe) is copied to a temporary file first; what is packed
 * with gzip, as its first bytes tell, is unpacked into one.
 *
 * @throws DemarcheError BAD_USER_INPUT
 */
export async function openInput(names: readonly InputName[]): Promise<OpenedInput> {
  if (names.length > MOST_FILES) {
    throw new DemarcheError('BAD_USER_INPUT', `expected at most ${MOST_FILES} files, found ${names.length}`);
  }
  const spool = temporarySpool();
  try {
    const files: InputFile[] = [];
    for (const name of new Set(names)) {
      const { name: shown, path } = typeof name === 'string' ? { name, path: name } : name;
      files.push(await openFile(shown, path, spool));
    }
    return { files, close: () => spool.remove() };
  } catch (error) {
    await spool.remove();
    throw error;
  }
}

async function openFile(name: string, path: string, spool: Spool): Promise<InputFile> {
  if (path === '-') return unpacked(await described('stdin', await spool.copy(process.stdin)), spool);
  try {
    const stats = await stat(path);
    if (stats.isDirectory())
      throw new DemarcheError('BAD_USER_INPUT', `${name}: expected a file, found a folder`);
    const regular = stats.isFile() ? path : await spool.copy(createReadStream(path));
    return await unpacked(await described(name, regular), spool);
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function described(name: string, path: string): Promise<InputFile> {
  const { size, mtimeMs } = await stat(path);
  return { name, path, size, mtimeMs };
}

/** The catalogue of the loader counts them with two bytes. */
const MOST_FILES = 65_535;

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
/** Text packs to a tenth or a twentieth; what unpacks to more than a hundredfold is made to fill a disk. */
const MOST_EXPANSION = 100;
/** As much is unpacked whatever it is packed to. */
const FREE_BYTES = 64 * 1024 * 1024;

async function unpacked(file: InputFile, spool: Spool): Promise<InputFile> {
  if (!(await isGzip(file.path))) return file;
  const most = Math.max(FREE_BYTES, MOST_EXPANSION * file.size);
  let bytes = 0;
  const guard = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes <= most) done(null, chunk);
      else done(new DemarcheError('BAD_USER_INPUT', bombText(file, most)));
    },
  });
  try {
    return await described(file.name, await spool.copy(createReadStream(file.path), createGunzip(), guard));
  } catch (error) {
    throw unpackingError(file, error);
  }
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(GZIP_MAGIC);
  } finally {
    await handle.close();
  }
}

function bombText({ name, size }: InputFile, most: number): string {
  return `${name}: expected a gzip file that unpacks to at most ${most} bytes, ${MOST_EXPANSION} times its ${size}; unpack it yourself if it is meant`;
}

function unpackingError({ name }: InputFile, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') {
    return new DemarcheError('BAD_USER_INPUT', `${name}: expected a whole gzip file; it ends in the middle`, {
      cause: error,
    });
  }
  if (typeof code !== 'string' || !code.startsWith('Z_')) return error;
  const reason = error instanceof Error ? error.message : code;
  return new DemarcheError('BAD_USER_INPUT', `${name}: expected a gzip file as it was packed: ${reason}`, {
    cause: error,
  });
}

/** Every pass must read the same bytes: what a line was found to be is remembered by its number. */
export function changedError(file: InputFile): DemarcheError {
  return new DemarcheError(
    'BAD_USER_INPUT',
    `${file.name} changed while it was being read: what is written so far is whole; run the command again`,
  );
}

export function unreadable(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message;
  return new DemarcheError('BAD_USER_INPUT', `${name}: cannot be read: ${reason}`, { cause: error });
}

interface Spool {
  copy(stream: NodeJS.ReadableStream, ...through: readonly NodeJS.ReadWriteStream[]): Promise<string>;
  remove(): Promise<void>;
}

function temporarySpool(): Spool {
  let directory: string | undefined;
  let copies = 0;
  return {
    async copy(stream, ...through) {
      directory ??= await mkdtemp(join(tmpdir(), 'demarche-input-'));
      const path = join(directory, String(copies++));
      await pipeline([stream, ...through, createWriteStream(path)]);
      return path;
    },
    async remove() {
      if (directory) await rm(directory, { recursive: true, force: true });
    },
  };
}
