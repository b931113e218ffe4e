import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { DemarcheError } from '../../model/index.js';
import type { StoreLog } from '../log.js';
import type { Store } from '../port.js';
import { readAddress } from './address.js';
import { checkStamp } from './stamp.js';
import { grafeoStore } from './store.js';

export interface GrafeoOptions {
  /** the database file; in memory where left out */
  readonly path?: string | undefined;
  /** rows without an order come in a random one: for tests */
  readonly shuffleUnordered?: boolean | undefined;
  readonly logger?: StoreLog | undefined;
}

/** A log of writes this long is folded into the file, so that the next start need not replay it. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;

/** Opens or makes a database file. One process holds it; another is told which. */
export async function openGrafeo({ path, shuffleUnordered = false, logger }: GrafeoOptions): Promise<Store> {
  if (path === undefined) {
    return grafeoStore({ database: grafeo.GrafeoDB.create(undefined, { shuffleUnordered }), logger });
  }
  await mkdir(dirname(path), { recursive: true });
  await checkStamp(path, grafeo.version());
  try {
    const database = grafeo.GrafeoDB.create(path, { shuffleUnordered });
    database.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });
    return grafeoStore({ database, path, logger });
  } catch (error) {
    throw await openError(path, error);
  }
}

async function openError(path: string, error: unknown): Promise<DemarcheError> {
  const reason = error instanceof Error ? error.message : String(error);
  if (!reason.includes('cannot be locked')) {
    return new DemarcheError('DATABASE_UNAVAILABLE', `the database ${path} cannot be opened: ${reason}`, {
      cause: error,
    });
  }
  const address = await readAddress(path);
  const holder = address
    ? `process ${address.pid}, which serves ${address.url}`
    : `${path} (no service: wait until its work is done)`;
  return new DemarcheError('DATABASE_LOCKED', `another demarche process has this database open: ${holder}`, {
    cause: error,
  });
}
