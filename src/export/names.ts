import { createHash } from 'node:crypto';
import { type DatasetState, versionOf } from '../model/index.js';
import { exportQuery } from './query-string.js';
import type { ExportRequest } from './request.js';
import type { Writer } from './writer.js';

const LONGEST_WORDS = 60;

/**
 * What a download is called: the dataset and its version, what is in it in a few words, and of a selection the
 * beginning of a hash of what was asked for, so that two are not confused. `demarche-1.0.0-iran-support-3f2a9c01.gexf`
 */
export function downloadName(writer: Writer, request: ExportRequest, dataset: DatasetState): string {
  const query = exportQuery(request);
  const parts = [
    'demarche',
    versionOf(dataset)?.replace('+', '-'),
    request.what === 'graph' ? undefined : request.what,
    wordsOf(request),
    query === '' ? undefined : createHash('sha256').update(query).digest('hex').slice(0, 8),
  ];
  const format = writer.extension === '.zip' ? `-${writer.format}` : '';
  return `${parts.filter((part) => part).join('-')}${format}${writer.extension}`;
}

function askedOf(request: ExportRequest): unknown {
  if (request.what === 'neighbourhood') return request.ids;
  return request.what === 'network' ? request.network : request.filter;
}

/** The first words of what was asked for: of ids what follows the kind. */
function wordsOf(request: ExportRequest): string {
  const words = valuesIn(askedOf(request));
  let name = '';
  for (const word of words.map(plain)) {
    const longer = name === '' ? word : `${name}-${word}`;
    if (longer.length > LONGEST_WORDS) break;
    name = longer;
  }
  return name;
}

function plain(word: string): string {
  return word
    .slice(word.indexOf(':') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function valuesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(valuesIn);
}
