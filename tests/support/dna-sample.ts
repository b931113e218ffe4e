import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The sample database of DNA, and networks that DNA itself computed from it. They are not the project's to give away,
 * and are beside a checkout, if at all.
 */
const folder = fileURLToPath(new URL('../../../shared/data/dna/', import.meta.url));
export const DNA_SAMPLE = `${folder}sample.dna`;
export const DNA_OUTPUTS = `${folder}expected.json`;

/** Whether they are there; says so where they are not. */
export function hasDnaSample(): boolean {
  const found = existsSync(DNA_SAMPLE) && existsSync(DNA_OUTPUTS);
  if (!found)
    console.warn(`SKIPPED: what is tested with DNA's own sample, because ${folder} does not have it`);
  return found;
}
