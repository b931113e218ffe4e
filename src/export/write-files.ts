import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DemarcheError } from '../model/index.js';
import type { ExportFile } from './export.js';
import { noted } from './hashing.js';
import { MANIFEST, type MadeFile } from './manifest.js';

/** What is to be written, wherever it comes from. */
export interface Output {
  readonly isPackage: boolean;
  readonly files: readonly ExportFile[];
  /** of files that were written whole; `name` is what it will be called */
  manifest(files: readonly MadeFile[], name: string): Promise<string>;
}

/**
 * Writes an export to a path: a folder of files with their manifest, or one file with its manifest beside it. They
 * take their names when all is written and on the disk; what was begun is removed where that fails.
 * @returns the paths
 * @throws DemarcheError BAD_USER_INPUT where the folder has something in it already, OUTPUT_FAILED where the disk is
 *   full or cannot be written to, and what reading throws
 */
export async function writeExport(
  output: Output,
  path: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<string[]> {
  if (output.isPackage) await refuseFilled(path);
  else await refuseOther(path);
  const partial = `${path}.partial-${randomBytes(4).toString('hex')}`;
  try {
    return await (output.isPackage ? writeFolder : writeSingle)(output, path, partial, onBytes);
  } catch (error) {
    for (const begun of [partial, manifestBeside(partial)]) await rm(begun, { recursive: true, force: true });
    throw outputError(error, path);
  }
}

type Write = (
  output: Output,
  path: string,
  partial: string,
  onBytes: (bytes: number) => void,
) => Promise<string[]>;

const writeFolder: Write = async ({ files, manifest }, path, partial, onBytes) => {
  await mkdir(partial);
  const made: MadeFile[] = [];
  for (const file of files) made.push(...(await writeBytes(file, join(partial, file.name), onBytes)));
  await writeText(join(partial, MANIFEST), await manifest(made, MANIFEST));
  await rename(partial, path);
  return [...made.map(({ name }) => join(path, name)), join(path, MANIFEST)];
};

const writeSingle: Write = async ({ files, manifest }, path, partial, onBytes) => {
  const made: MadeFile[] = [];
  for (const file of files) {
    made.push(...(await writeBytes({ ...file, name: basename(path) }, partial, onBytes)));
  }
  const beside = manifestBeside(path);
  await writeText(manifestBeside(partial), await manifest(made, basename(beside)));
  await rename(partial, path);
  await rename(manifestBeside(partial), beside);
  return [path, beside];
};

function manifestBeside(path: string): string {
  return join(dirname(path), `${basename(path)}-${MANIFEST}`);
}

async function writeBytes(
  file: ExportFile,
  path: string,
  onBytes: (bytes: number) => void,
): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  const told = async function* () {
    for await (const piece of noted(file, (one) => made.push(one))) {
      yield piece;
      onBytes(piece.length);
    }
  };
  await pipeline(told(), createWriteStream(path, { flags: 'wx', flush: true }));
  return made;
}

async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx', flush: true });
}

/** A device, a pipe or a folder would be lost to the file that takes its name. */
async function refuseOther(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile()) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `${path}: expected the name of a file; what is there is ${there.isDirectory() ? 'a folder' : 'a device or a pipe'}`,
    );
  }
}

async function refuseFilled(path: string): Promise<void> {
  const there = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw outputError(error, path);
  });
  if (there.length > 0) {
    throw new DemarcheError('BAD_USER_INPUT', `${path}: expected a new folder; this one has files in it`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of disk space is used up',
  EFBIG: 'the file would be larger than is allowed',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands in its place',
  EIO: 'the disk does not work',
};

function outputError(error: unknown, path: string): unknown {
  if (error instanceof DemarcheError || !(error instanceof Error) || !('syscall' in error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  return new DemarcheError('OUTPUT_FAILED', `${path} cannot be written: ${REASONS[code] ?? error.message}`, {
    cause: error,
  });
}
