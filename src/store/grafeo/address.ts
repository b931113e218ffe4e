import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Where the service that holds a database file answers: the commands talk to it instead of to the file. */
export interface ServiceAddress {
  readonly url: string;
  readonly pid: number;
}

/** Leaves the address beside the file, whole or not at all. */
export async function writeAddress(path: string, { url, pid }: ServiceAddress): Promise<void> {
  const temporary = `${addressPath(path)}.${pid}`;
  await writeFile(temporary, `${JSON.stringify({ url, pid })}\n`);
  await rename(temporary, addressPath(path));
}

/** The address, if the process that left it lives: one that was killed could not take it away. */
export async function readAddress(path: string): Promise<ServiceAddress | undefined> {
  const address = await parseAddress(path);
  return address && isAlive(address.pid) ? address : undefined;
}

/** Takes the address away, unless another living process has left its own since. */
export async function removeAddress(path: string): Promise<void> {
  const address = await readAddress(path);
  if (address && address.pid !== process.pid) return;
  await rm(addressPath(path), { force: true });
}

function addressPath(path: string): string {
  return `${path}.service.json`;
}

async function parseAddress(path: string): Promise<ServiceAddress | undefined> {
  try {
    const address: unknown = JSON.parse(await readFile(addressPath(path), 'utf8'));
    return isAddress(address) ? address : undefined;
  } catch {
    // missing or unreadable: no service can be talked to
    return undefined;
  }
}

function isAddress(value: unknown): value is ServiceAddress {
  if (typeof value !== 'object' || value === null) return false;
  const { url, pid } = value as Partial<Record<string, unknown>>;
  return typeof url === 'string' && typeof pid === 'number' && Number.isInteger(pid) && pid > 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // another user's process is alive too
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
