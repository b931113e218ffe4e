import { type AnyRecord, compact, type RecordOf, type VOTES } from '../../model/index.js';
import { isoCodeOf } from '../actors/actor-name.js';
import type { ActorResolver } from '../actors/actor-resolver.js';
import { webAddress } from './origins.js';
import type { ReadInput } from './reader.js';
import type { RowFields } from './row-fields.js';
import { headedRows, openRows } from './row-input.js';
import { csvRows } from './text-rows.js';

/** What of the columns is read; draft, meeting, agenda and the like need not be there. */
const COLUMNS = ['undl_id', 'ms_code', 'ms_name', 'ms_vote', 'date', 'resolution', 'description'];
const MEANINGS: Readonly<Record<string, (typeof VOTES)[number]>> = {
  Y: 'YES',
  N: 'NO',
  A: 'ABSTAIN',
  X: 'NOT_VOTING',
};
const PUBLISHER: RecordOf<'publisher'> = {
  type: 'publisher',
  id: 'publisher:un-digital-library',
  name: 'United Nations Digital Library',
};

/**
 * Opens the Security Council voting data of the UN Digital Library: CSV with a header, a row for each member and
 * resolution. A resolution is one event, its totals those of the file; each row is a vote. Failed and vetoed drafts are
 * not in it.
 *
 * @throws DemarcheError BAD_USER_INPUT where it is none
 */
export function openUnscVotes(
  path: string,
  { resolver }: { readonly resolver: ActorResolver },
): Promise<ReadInput> {
  return openRows(path, {
    fits: (name) => /\.csv$/i.test(name),
    rows(file, bytes) {
      const events = new Map<string, Seen>();
      const format = { name: 'Security Council voting data of the UN Digital Library', columns: COLUMNS };
      return headedRows(file, csvRows(bytes, ','), format, (fields, { line }) =>
        voteRecords(fields, resolver, events, line),
      );
    },
  });
}

interface Seen {
  readonly line: number;
  readonly content: string;
}

function voteRecords(
  fields: RowFields,
  resolver: ActorResolver,
  events: Map<string, Seen>,
  line: number,
): AnyRecord[] | undefined {
  const key = fields.required('undl_id', /^\d{1,18}$/, 'a number');
  const vote = MEANINGS[fields.required('ms_vote', /^[YNAX]$/, 'Y, N, A or X')];
  const code = fields.required('ms_code', /^[A-Z]{3}$/, 'a code of three capitals');
  const name = fields.required('ms_name', /./, "the member's name");
  const resolution = fields.text('resolution', 200);
  const event = eventOf(fields, key, resolution);
  if (vote === undefined || fields.issues.length > 0) return undefined;

  const content = JSON.stringify(event);
  const seen = events.get(key);
  if (seen !== undefined && seen.content !== content) {
    fields.issue('undl_id', `the date, text and totals that line ${seen.line} gives this resolution`);
    return undefined;
  }
  events.set(key, { line, content });
  const isState = isoCodeOf(code);
  const actor = resolver.idOf(isState === undefined ? { name, kind: 'STATE' } : { name, isState });
  const citations = [{ source: `source:undl-${key}` }];
  const record: AnyRecord = { type: 'vote', event: event.id, actor, vote, citations };
  return seen === undefined ? [PUBLISHER, sourceOf(fields, key, event.name), event, record] : [record];
}

function eventOf(fields: RowFields, key: string, resolution: string | undefined): RecordOf<'event'> {
  return compact({
    type: 'event' as const,
    id: `event:undl-${key}`,
    kind: 'VOTE' as const,
    name: fields.text('description') ?? `Vote of the Security Council on ${resolution ?? `record ${key}`}`,
    date: fields.day('date'),
    dateBasis: 'PRINTED' as const,
    outcome: 'ADOPTED',
    yes: wholeNumber(fields, 'total_yes'),
    no: wholeNumber(fields, 'total_no'),
    abstain: wholeNumber(fields, 'total_abstentions'),
    document: resolution,
    citations: [{ source: `source:undl-${key}` }],
  });
}

const MOST_MEMBERS = 1_000;

function wholeNumber(fields: RowFields, column: string): number | undefined {
  const value = fields.number(column, 0, MOST_MEMBERS);
  if (value === undefined || Number.isInteger(value)) return value;
  fields.issue(column, 'a whole number');
  return undefined;
}

function sourceOf(fields: RowFields, key: string, title: string): RecordOf<'source'> {
  const link = fields.text('undl_link', 2_000);
  return compact({
    type: 'source' as const,
    id: `source:undl-${key}`,
    url: link === undefined || webAddress(link) === undefined ? undefined : link,
    title,
    kind: 'voting record',
    publisher: PUBLISHER.id,
  });
}
