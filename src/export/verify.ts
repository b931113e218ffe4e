import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { DemarcheError } from '../model/index.js';

/** What became of a file since its manifest was written. */
export interface Verified {
  readonly name: string;
  readonly state: 'UNCHANGED' | 'CHANGED' | 'MISSING';
}

const crateSchema = z.object({
  '@graph': z.array(
    z.looseObject({ '@id': z.string(), '@type': z.union([z.string(), z.array(z.string())]) }),
  ),
});
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Holds the files that a manifest names against it.
 * @throws DemarcheError BAD_USER_INPUT where it is no manifest of an export
 */
export async function verifyManifest(path: string): Promise<Verified[]> {
  const files = await filesIn(path);
  const verified: Verified[] = [];
  for (const { name, sha256 } of files) {
    const found = await sha256Of(join(dirname(path), name));
    const state = found === undefined ? 'MISSING' : found === sha256 ? 'UNCHANGED' : 'CHANGED';
    verified.push({ name, state });
  }
  return verified;
}

async function filesIn(path: string): Promise<{ readonly name: string; readonly sha256: string }[]> {
  const crate = crateSchema.safeParse(await readJson(path));
  const files = crate.success ? crate.data['@graph'].filter((entity) => entity['@type'] === 'File') : [];
  const known = files.flatMap((file) => {
    const name = normalize(file['@id']);
    const isBeside = !name.startsWith('..') && !name.startsWith('/');
    return typeof file.sha256 === 'string' && SHA256.test(file.sha256) && isBeside
      ? [{ name, sha256: file.sha256 }]
      : [];
  });
  if (known.length === 0 || known.length < files.length) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `${path}: expected the manifest of an export (RO-Crate), with files beside it and the SHA-256 of each`,
    );
  }
  return known;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError('BAD_USER_INPUT', `${path}: expected the manifest of an export: ${reason}`, {
      cause: error,
    });
  }
}

async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
