import {
  type AnyRecord,
  type CitationRecord,
  DEFAULT_CODING,
  DemarcheError,
  parseEdtf,
  positionValue,
  type RecordOf,
  type StanceRecord,
} from '../../model/index.js';
import { dayNumber } from './calendar.js';
import type { Label, NetworkDocument, NetworkRows, StatementColumns } from './network-rows.js';
import { positionLevels } from './position-levels.js';

export interface RowsOfRecords {
  /** whose positions: those on whose behalf something is said, or those who say it */
  readonly actorsAs: 'PRINCIPAL' | 'SPEAKER';
  /** default `adjudicated` */
  readonly coding?: string | undefined;
  /** needed where the coding set has several coders for a statement and a topic */
  readonly coder?: string | undefined;
  /** default no */
  readonly includeNeutral?: boolean | undefined;
  /** whether propositions that nearly everybody shares count; default no */
  readonly includeValence?: boolean | undefined;
}

/** A statement, and those of its stances that count. */
interface Counted {
  readonly statement: RecordOf<'statement'>;
  readonly stances: readonly StanceRecord[];
}

/**
 * The rows of records (networks.md, "Input"): of their stances, not of their votes. Principals are the `onBehalfOf`
 * actors, else the speakers; the document is the source of the primary citation, else the one with the lowest id. Where
 * all stances are support or opposition the levels are boolean.
 *
 * @throws DemarcheError BAD_USER_INPUT where the coding set has several coders for a statement and a topic, and none of
 * them is named
 */
export function rowsOfRecords(records: Iterable<AnyRecord>, options: RowsOfRecords): NetworkRows {
  const all = [...records];
  const ofType = <T extends AnyRecord['type']>(type: T) =>
    all.filter((record): record is Extract<AnyRecord, { type: T }> => record.type === type);
  const topicRecords = ofType('topic');
  const actors = numbered(ofType('actor').map(labelOf), (id) => ({ id, name: id }));
  const topics = numbered(topicRecords.map(labelOf), (id) => ({ id, name: id }));
  const documents = numbered(ofType('source').map(documentOf), (id) => documentOf({ id }));

  const valence = new Set(topicRecords.filter((topic) => topic.valence).map(({ id }) => id));
  const counted = countedStances(ofType('statement'), options, valence);
  const ends = counted.every(({ stances }) =>
    stances.every(({ position }) => position === 'SUPPORT' || position === 'OPPOSE'),
  );
  const { levels, codeOf } = positionLevels(ends ? 'BOOLEAN' : 'SCALE');

  const rows = counted.flatMap(({ statement, stances }, number) => {
    const { own } = partiesOf(statement, options);
    return stances.flatMap(({ topic, position, untilMet }) => {
      const level = codeOf(position, untilMet ?? null);
      if (level === undefined) return [];
      return own.map((actor) => ({
        statement: number,
        actor: actors.codeOf(actor),
        topic: topics.codeOf(topic),
        level,
      }));
    });
  });
  return {
    length: rows.length,
    statement: Uint32Array.from(rows, (row) => row.statement),
    actor: Uint32Array.from(rows, (row) => row.actor),
    topic: Uint32Array.from(rows, (row) => row.topic),
    level: Uint8Array.from(rows, (row) => row.level),
    statements: statementColumns(
      counted.map(({ statement }) => statement),
      documents.codeOf,
      (statement) => partiesOf(statement, options).others.map(actors.codeOf),
    ),
    actors: actors.list,
    topics: topics.list,
    levels,
    documents: documents.list,
  };
}

function labelOf({ id, name }: Label): Label {
  return { id, name };
}

function documentOf({
  id,
  author = '',
  publisher = '',
  section = '',
  kind = '',
}: Partial<RecordOf<'source'>> & { readonly id: string }): NetworkDocument {
  return { id, author, publisher, section, kind };
}

function countedStances(
  statements: readonly RecordOf<'statement'>[],
  { coding = DEFAULT_CODING, coder, includeNeutral = false, includeValence = false }: RowsOfRecords,
  valence: ReadonlySet<string>,
): Counted[] {
  const counts = (stance: StanceRecord): boolean =>
    stance.coding === coding &&
    (coder === undefined || stance.coder === coder) &&
    positionValue(stance.position, stance.untilMet ?? null) !== undefined &&
    (includeNeutral || stance.position !== 'NEUTRAL') &&
    (includeValence || !valence.has(stance.topic));
  return statements.map((statement) => {
    const stances = statement.stances?.filter(counts) ?? [];
    if (new Set(stances.map(({ topic }) => topic)).size < stances.length) {
      const coders = [...new Set(stances.map((stance) => JSON.stringify(stance.coder ?? '')))].sort();
      throw new DemarcheError(
        'BAD_USER_INPUT',
        `coder: expected one of ${coders.join(', ')}, who have all coded ${statement.id} in the coding set ${coding}`,
      );
    }
    return { statement, stances };
  });
}

function partiesOf(
  { speakers, onBehalfOf }: RecordOf<'statement'>,
  { actorsAs }: RowsOfRecords,
): { readonly own: readonly string[]; readonly others: readonly string[] } {
  const speaking = speakers.map(({ actor }) => actor);
  const principals = onBehalfOf?.map(({ actor }) => actor) ?? speaking;
  return actorsAs === 'PRINCIPAL'
    ? { own: principals, others: speaking }
    : { own: speaking, others: principals };
}

/** The primary one, else the one of the source with the lowest id. */
function documentCitation({ citations }: RecordOf<'statement'>): CitationRecord | undefined {
  const [lowest] = [...citations].sort((a, b) => (a.source < b.source ? -1 : 1));
  return citations.find(({ primary }) => primary) ?? lowest;
}

function statementColumns(
  statements: readonly RecordOf<'statement'>[],
  documentOf: (source: string) => number,
  othersOf: (statement: RecordOf<'statement'>) => readonly number[],
): StatementColumns {
  const dates = statements.map(({ date }) => parseEdtf(date));
  const days = dates.map((date) => dayNumber(date?.from ?? ''));
  const cited = statements.map(documentCitation);
  const others = statements.map(othersOf);
  const starts = new Uint32Array(statements.length + 1);
  for (const [number, list] of others.entries()) starts[number + 1] = (starts[number] ?? 0) + list.length;
  return {
    length: statements.length,
    idOf: (number) => statements[number]?.id ?? '',
    day: Int32Array.from(days),
    span: Uint16Array.from(dates, (date, number) => dayNumber(date?.to ?? '') - (days[number] ?? 0)),
    time: Int32Array.from(statements, ({ time }) => (time === undefined ? -1 : secondsOf(time))),
    document: Uint32Array.from(cited, (citation) => documentOf(citation?.source ?? '')),
    start: Int32Array.from(cited, (citation) => citation?.start ?? 0),
    stop: Int32Array.from(cited, (citation) => citation?.end ?? 0),
    others: { starts, actor: Uint32Array.from(others.flat()) },
  };
}

/** Of `14:30`, `14:30:05` or with an offset: the local clock's time does not depend on it. */
function secondsOf(time: string): number {
  const [, hours, minutes, seconds = '0'] = /^(\d\d):(\d\d)(?::(\d\d))?/.exec(time) ?? [];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

interface Numbered<T> {
  readonly list: readonly T[];
  codeOf(id: string): number;
}

/** Things by number; one that is referred to and not there is given a number, too. */
function numbered<T extends { readonly id: string }>(
  things: readonly T[],
  missing: (id: string) => T,
): Numbered<T> {
  const list = [...things];
  const codes = new Map(list.map(({ id }, code) => [id, code]));
  return {
    list,
    codeOf(id) {
      const known = codes.get(id);
      if (known !== undefined) return known;
      codes.set(id, list.length);
      return list.push(missing(id)) - 1;
    },
  };
}
