import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA = new URL('../../schema/', import.meta.url);

/** The SDL: all of schema/*.graphql, in order of the files' names. */
export function readSdl(): string {
  return readdirSync(SCHEMA)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(new URL(file, SCHEMA), 'utf8').trim())
    .join('\n\n');
}
