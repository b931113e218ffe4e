import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { DemarcheError } from '../model/index.js';
import { MANIFEST } from './manifest.js';

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
const partOf = z.object({ '@id': z.string() });
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Holds the files that a manifest names against it.
 * @throws DemarcheError BAD_USER_INPUT where it is no manifest of an export
 */
export async function verifyManifest(path: string): Promise<Verified[]> {
  const files = await filesIn(path);
  const verified: (Verified & Pick<Named, 'partOf'>)[] = [];
  for (const { name, sha256, partOf } of files) {
    const found = await sha256Of(join(dirname(path), name));
    const state = found === undefined ? 'MISSING' : found === sha256 ? 'UNCHANGED' : 'CHANGED';
    verified.push({ name, state, partOf });
  }
  // of an archive and what is in it one suffices
  const missing = new Set(verified.flatMap(({ name, state }) => (state === 'MISSING' ? [name] : [])));
  const unpacked = new Set(
    verified.flatMap(({ name, partOf }) => (partOf && !missing.has(name) ? [partOf] : [])),
  );
  const isElsewhere = ({ name, partOf }: { readonly name: string; readonly partOf: string | undefined }) =>
    missing.has(name) &&
    (partOf === undefined ? unpacked.has(name) : !missing.has(partOf) || !unpacked.has(partOf));
  return verified.filter((file) => !isElsewhere(file)).map(({ name, state }) => ({ name, state }));
}

interface Named {
  readonly name: string;
  readonly sha256: string;
  /** the archive that it is in */
  readonly partOf: string | undefined;
}

async function filesIn(path: string): Promise<Named[]> {
  const crate = crateSchema.safeParse(await readJson(path));
  const files = crate.success ? crate.data['@graph'].filter((entity) => entity['@type'] === 'File') : [];
  const known = files.flatMap((file) => {
    const name = normalize(file['@id']);
    const isBeside = !name.startsWith('..') && !name.startsWith('/');
    return typeof file.sha256 === 'string' && SHA256.test(file.sha256) && isBeside
      ? [{ name, sha256: file.sha256, partOf: partOf.safeParse(file.isPartOf).data?.['@id'] }]
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
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `${path}: expected the manifest of an export: ${reasonOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new DemarcheError('BAD_USER_INPUT', `${path}: cannot be checked: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return `it is a folder; the manifest in it is called ${MANIFEST}`;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it may not be read';
  return error.message;
}
