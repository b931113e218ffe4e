import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The sample database of DNA, and networks that DNA itself computed from it. They are not the project's to give away,
 * and are beside a checkout, if at all.
 */
const folder = fileURLToPath(new URL('../../../shared/data/dna/', import.meta.url));
export const DNA_SAMPLE = `${folder}sample.dna`;
const OUTPUTS = `${folder}expected.json`;

/** Whether they are there; says so where they are not. */
export function hasDnaSample(): boolean {
  const found = existsSync(DNA_SAMPLE) && existsSync(OUTPUTS);
  if (!found)
    console.warn(`SKIPPED: what is tested with DNA's own sample, because ${folder} does not have it`);
  return found;
}

/** Networks that DNA computed, with the options that it had. */
export interface RecordedNetwork {
  readonly options: {
    readonly networkType: string;
    readonly qualifierAggregation: string;
    readonly normalization?: string;
    readonly duplicates?: string;
    readonly isolates?: boolean;
    readonly excludeVariables?: readonly string[];
    readonly excludeValues?: readonly string[];
  };
  readonly results: readonly {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly matrix: readonly (readonly number[])[];
    readonly start: string;
    readonly mid: string;
    readonly stop: string;
    readonly statements: number;
  }[];
}

export function recordedNetworks(): readonly RecordedNetwork[] {
  return JSON.parse(readFileSync(OUTPUTS, 'utf8'));
}
