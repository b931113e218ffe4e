import { type AnyRecord, fingerprintOf, parseEdtf, primaryCitation, type RecordOf } from '../model/index.js';
import type { Reader } from '../records/index.js';
import { existingQueries } from '../store/index.js';
import { bytesTable } from './bytes-table.js';
import { packedIds } from './packed-ids.js';

/** Finds statements that have the same day, speakers and words as another one, in the input or in the graph. */
export interface DuplicateFinder {
  among(records: readonly AnyRecord[]): Promise<{ readonly id: string; readonly like: string }[]>;
}

export function duplicateFinder(read: Reader | undefined): DuplicateFinder {
  const inInput = bytesTable(4);
  const ids = packedIds();
  /** The first statement of the input with this fingerprint; if there is none, this one from now on. */
  const firstWith = (fingerprint: string, id: string): string | undefined => {
    const key = Buffer.from(fingerprint, 'hex');
    const there = inInput.get(key);
    if (there) return ids.get(there.readUInt32LE());
    inInput.make(key).writeUInt32LE(ids.add(id));
    return undefined;
  };
  return {
    async among(records) {
      const statements = records.flatMap((record) =>
        record.type === 'statement' && hasWords(record)
          ? [{ id: record.id, fingerprint: fingerprintOf(record), day: parseEdtf(record.date)?.from ?? '' }]
          : [],
      );
      if (statements.length === 0) return [];
      const rows = statements.map(({ fingerprint, day }) => ({ fingerprint, day }));
      const existing = read ? await read(existingQueries.existingFingerprints, { rows }) : [];
      // a record that takes the place of another is not like it
      const own = new Set(statements.map(({ id }) => id));
      const inGraph = new Map(
        existing.filter(({ id }) => !own.has(id)).map(({ fingerprint, id }) => [fingerprint, id]),
      );
      return statements.flatMap(({ id, fingerprint }) => {
        const like = firstWith(fingerprint, id) ?? inGraph.get(fingerprint);
        return like === undefined || like === id ? [] : [{ id, like }];
      });
    },
  };
}

/** Without words, all that a speaker said on a day would seem one. */
function hasWords(statement: RecordOf<'statement'>): boolean {
  return (primaryCitation(statement)?.quote ?? statement.summary) !== undefined;
}
