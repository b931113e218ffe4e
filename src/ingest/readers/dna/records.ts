import { type AnyRecord, parseRecord } from '../../../model/index.js';
import { publishers, sources } from './documents.js';
import type { DnaNotes, DnaSource, Draft } from './draft.js';
import { actors, propositions } from './entities.js';
import { statements } from './statements.js';

/** A record, and what in the database it was made from: `statement 12 in document 3`. */
export interface DnaRecord {
  readonly from: string;
  readonly record: AnyRecord;
}

/** The records of a database: actors, propositions, publishers, sources, then the statements by document. */
export function* dnaRecords(source: DnaSource, notes: DnaNotes): Generator<DnaRecord> {
  for (const { from, record } of drafts(source, notes)) {
    const parsed = parseRecord(record);
    if ('record' in parsed) yield { from, record: parsed.record };
    else {
      notes.skip(
        from,
        parsed.issues.map(({ field, expected }) => `${field}: expected ${expected}`).join('; '),
      );
    }
  }
}

function* drafts(source: DnaSource, notes: DnaNotes): Generator<Draft> {
  const { person, organization, concept } = source.codebook;
  if (person) yield* actors(source, notes, person, () => 'PERSON');
  if (organization) {
    yield* actors(source, notes, organization, (name) =>
      source.states.has(name) ? 'STATE' : 'ORGANIZATION',
    );
  }
  yield* propositions(source, notes, concept);
  yield* publishers(source, notes);
  yield* sources(source, notes);
  yield* statements(source, notes);
}
