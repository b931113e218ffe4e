import { createHash } from 'node:crypto';
import type { AnyRecord, RecordOf } from '../../model/index.js';
import { compact } from '../../model/index.js';
import { slug } from './slug.js';

/** A publisher that a dataset names; names that differ in case or signs only are two. */
export function namedPublisher(dataset: string, name: string): RecordOf<'publisher'> {
  const readable = slug(name).slice(0, 60);
  const hash = hashOf(name).slice(0, 8);
  return {
    type: 'publisher',
    id: `publisher:${dataset}-${readable === '' ? hash : `${readable}-${hash}`}`,
    name,
  };
}

const LONGEST_HOST = 100;

/** What a page is cited by in a dataset: its address, and the host it is at as its publisher. */
export function pageRecords(dataset: string, address: string): [RecordOf<'source'>, ...AnyRecord[]] {
  const id = `source:${dataset}-${hashOf(address).slice(0, 20)}`;
  const url = webAddress(address);
  const host = url?.hostname.replace(/^www\./, '') ?? '';
  if (url === undefined) return [{ type: 'source', id, title: address.slice(0, 1_000) }];
  if (!/^[a-z0-9._-]+$/.test(host) || host.length > LONGEST_HOST)
    return [{ type: 'source', id, url: address }];
  const publisher = `publisher:${dataset}-${host}`;
  return [
    compact({ type: 'source' as const, id, url: address, publisher }),
    { type: 'publisher', id: publisher, name: host },
  ];
}

/** Only what the record format takes for an address. */
export function webAddress(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text) || text.length > 2_000 || !URL.canParse(text)) return undefined;
  return new URL(text);
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
