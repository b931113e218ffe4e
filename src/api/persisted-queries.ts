import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema, parse, validate } from 'graphql';
import { DemarcheError } from '../model/index.js';
import { readSdl } from './sdl.js';

/** The only queries that may be run: their texts by their SHA-256, in hexadecimal. */
export type PersistedQueries = ReadonlyMap<string, string>;

/**
 * Reads them from a folder of `.graphql` files, or from a JSON file that is one object of texts by their hashes, as
 * code generators write it.
 * @throws DemarcheError BAD_CONFIGURATION that names what cannot be read, is no query of this API or has another hash
 */
export async function readPersistedQueries(path: string): Promise<PersistedQueries> {
  const schema = buildSchema(readSdl());
  const queries = new Map<string, string>();
  for (const { name, text, hash } of await textsIn(path)) {
    checkQuery(schema, name, text);
    if (hash !== undefined && hash !== sha256(text)) {
      throw badFile(`${name} is the name of another text, whose SHA-256 is ${sha256(text)}`);
    }
    // clients send the text of a file with or without the line's end
    for (const sent of [text, text.trim()]) queries.set(sha256(sent), sent);
  }
  return queries;
}

interface NamedText {
  readonly name: string;
  readonly text: string;
  readonly hash?: string;
}

async function textsIn(path: string): Promise<NamedText[]> {
  try {
    if ((await stat(path)).isDirectory()) {
      const files = (await readdir(path)).filter((file) => file.endsWith('.graphql')).sort();
      return await Promise.all(
        files.map(async (file) => ({ name: file, text: await readFile(join(path, file), 'utf8') })),
      );
    }
    return manifestOf(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
    throw badFile(error instanceof Error ? error.message : String(error));
  }
}

function manifestOf(manifest: unknown): NamedText[] {
  const isObject = typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest);
  return Object.entries(isObject ? manifest : {}).map(([hash, text]) => {
    if (typeof text !== 'string') throw badFile(`${hash} is not the text of a query`);
    return { name: hash, text, hash };
  });
}

function checkQuery(schema: GraphQLSchema, name: string, text: string): void {
  try {
    const [error] = validate(schema, parse(text));
    if (error) throw error;
  } catch (error) {
    throw badFile(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function badFile(problem: string): DemarcheError {
  return new DemarcheError(
    'BAD_CONFIGURATION',
    `PERSISTED_QUERIES: expected a folder of .graphql files, or a JSON object of texts by their SHA-256; ${problem}`,
  );
}

/**
 * The text of the query that a client means, by its words or by its hash.
 * @throws DemarcheError PERSISTED_QUERY_ONLY where it is none of these
 */
export function persistedText(queries: PersistedQueries, query: unknown, hash: string | undefined): string {
  const text = queries.get(typeof query === 'string' ? sha256(query) : (hash ?? ''));
  if (text === undefined) {
    throw new DemarcheError(
      'PERSISTED_QUERY_ONLY',
      `This service runs the ${queries.size} queries it was given and no others.`,
    );
  }
  return text;
}
