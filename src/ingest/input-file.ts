import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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

export interface OpenedInput {
  readonly files: readonly InputFile[];
  /** removes what was spooled */
  close(): Promise<void>;
}

/** `-` is standard input. What cannot be read twice (that, a pipe) is copied to a temporary file first. */
export async function openInput(names: readonly string[]): Promise<OpenedInput> {
  const spool = temporarySpool();
  try {
    const files: InputFile[] = [];
    for (const name of new Set(names)) files.push(await openFile(name, spool));
    return { files, close: () => spool.remove() };
  } catch (error) {
    await spool.remove();
    throw error;
  }
}

async function openFile(name: string, spool: Spool): Promise<InputFile> {
  if (name === '-') return described('stdin', await spool.copy(process.stdin));
  try {
    const stats = await stat(name);
    if (stats.isDirectory())
      throw new DemarcheError('BAD_USER_INPUT', `${name}: expected a file, found a folder`);
    return await described(name, stats.isFile() ? name : await spool.copy(createReadStream(name)));
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function described(name: string, path: string): Promise<InputFile> {
  const { size, mtimeMs } = await stat(path);
  return { name, path, size, mtimeMs };
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
  copy(stream: NodeJS.ReadableStream): Promise<string>;
  remove(): Promise<void>;
}

function temporarySpool(): Spool {
  let directory: string | undefined;
  let copies = 0;
  return {
    async copy(stream) {
      directory ??= await mkdtemp(join(tmpdir(), 'demarche-input-'));
      const path = join(directory, String(copies++));
      await pipeline(stream, createWriteStream(path));
      return path;
    },
    async remove() {
      if (directory) await rm(directory, { recursive: true, force: true });
    },
  };
}
