import { DemarcheError } from '../../model/index.js';
import {
  mergeQueries,
  type Query,
  type QueryParams,
  stanceTableQueries as queries,
  type Store,
} from '../../store/index.js';
import {
  addActorNames,
  addDecision,
  addMembership,
  addSources,
  addStatement,
  addTopic,
  addVote,
  emptyTable,
  rowCount,
  type StanceTable,
  type StatementEntry,
} from './stance-table.js';

/** What a table is read with. The signal ends the reading, not what else goes on in the store. */
export interface TableSource {
  readonly read: Store['read'];
  readonly signal?: AbortSignal | undefined;
  /** more statements than this are refused */
  readonly maxStatements: number;
}

/** So many rows are asked for at a time: the embedded engine hands them over on the event loop of the service. */
const PAGE_ROWS = 2_000;

/**
 * The table of the dataset as it is now: the given one as it is where nothing has changed, with what was added since,
 * or a new one where none is given, where what it holds was rewritten or where most of it would be read again.
 *
 * All that a transaction writes carries its revision, and is seen at once with that revision in `_Meta`: what is read
 * up to a revision is the dataset of that revision, whatever is written meanwhile.
 *
 * @throws DemarcheError GRAPH_TOO_LARGE
 */
export async function currentTable(
  table: StanceTable | undefined,
  source: TableSource,
): Promise<StanceTable> {
  const [meta] = await source.read(queries.stanceTableRevision, {}, { signal: source.signal });
  const { revision, rewritten } = meta ?? { revision: 0, rewritten: 0 };
  if (table && revision === table.revision) return table;
  if (table && table.revision < revision && rewritten <= table.revision) {
    if (await readAdded(table, revision, source)) return table;
  }
  return readWhole(revision, source);
}

/** Reads what was added after the table's revision; false, and nothing read, where that is most of the dataset. */
async function readAdded(table: StanceTable, upTo: number, source: TableSource): Promise<boolean> {
  const { read, signal } = source;
  const since = table.revision;
  const revisions = await read(queries.tableRevisions, { since, upTo }, { signal });
  const added = total(revisions);
  const counted = rowCount(table) - table.replaced;
  if (added + table.replaced > counted) return false;
  refuseTooMany(counted + added, source);
  const windows = windowsOf(revisions, ({ statements }) => statements).map((window) =>
    window.map(({ revision }) => revision),
  );
  await addStatements(
    table,
    windows.map((revisions) => ({ query: queries.tableStatementsOfRevisions, params: { revisions } })),
    source,
  );
  await addRest(table, since, upTo, source);
  return true;
}

async function readWhole(upTo: number, source: TableSource): Promise<StanceTable> {
  const table = emptyTable();
  const days = await source.read(queries.tableDays, { upTo }, { signal: source.signal });
  refuseTooMany(total(days), source);
  const windows = windowsOf(days, ({ statements }) => statements).map((window) =>
    window.map(({ day }) => day),
  );
  await addStatements(
    table,
    windows.map((days) => ({ query: queries.tableStatementsOfDays, params: { days, upTo } })),
    source,
  );
  // a merge is a rewriting: what is added to a table merges nothing
  for (const { id, into } of await source.read(mergeQueries.allMergedActors, {}, { signal: source.signal })) {
    table.mergedInto.set(id, into);
  }
  await addRest(table, 0, upTo, source);
  return table;
}

/** What is beside the statements, and last the revision: a table that was not read to its end stays at the old one. */
async function addRest(
  table: StanceTable,
  since: number,
  upTo: number,
  { read, signal }: TableSource,
): Promise<void> {
  const { actors, actorNames, sources, publisherOf, votes } = table;
  // those that a reading added which then failed
  for (const column of [votes.actor, votes.event, votes.vote]) column.length = table.votesRead;
  for (const row of await read(queries.tableTopics, { since, upTo }, { signal })) {
    const { id, name, kind, aligned, valence, whole } = row;
    addTopic(table, id, { name, aligned, valence, isProposition: kind === 'PROPOSITION' }, whole);
  }
  for (const row of await read(queries.tableMemberships, { since, upTo }, { signal })) {
    addMembership(table, row);
  }
  for (const row of await read(queries.tableDecisions, { since, upTo }, { signal })) addDecision(table, row);
  const voted = await read(queries.tableVotedEvents, { since, upTo }, { signal });
  for (const window of windowsOf(voted, ({ votes }) => votes)) {
    const events = window.map(({ event }) => event);
    for (const row of await read(queries.tableVotes, { since, upTo, events }, { signal }))
      addVote(table, row);
  }
  while (actorNames.length < actors.list.length) {
    const ids = actors.list.slice(actorNames.length, actorNames.length + PAGE_ROWS);
    addActorNames(table, ids.length, await read(queries.tableActors, { ids }, { signal }));
  }
  while (publisherOf.length < sources.list.length) {
    const ids = sources.list.slice(publisherOf.length, publisherOf.length + PAGE_ROWS);
    addSources(table, ids.length, await read(queries.tableSources, { ids }, { signal }));
  }
  table.votesRead = votes.event.length;
  table.revision = upTo;
}

interface Window {
  readonly query: Query<QueryParams, queries.TableStatementRow>;
  readonly params: QueryParams;
}

/** So many pages are asked for at a time, so that the database is not idle while one is worked on. */
const READERS = 2;

async function addStatements(
  table: StanceTable,
  windows: readonly Window[],
  source: TableSource,
): Promise<void> {
  const queue = windows.values();
  let failed = false;
  const reader = async () => {
    try {
      for (const window of queue) {
        for await (const rows of pagesOf(window, source)) {
          if (failed) return;
          for (const row of rows) addStatement(table, entryOf(row));
        }
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const readings = await Promise.allSettled(Array.from({ length: READERS }, reader));
  const failure = readings.find((reading) => reading.status === 'rejected');
  if (failure) throw failure.reason;
}

async function* pagesOf(
  { query, params }: Window,
  { read, signal }: TableSource,
): AsyncGenerator<readonly queries.TableStatementRow[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = { ...params, after, limit: PAGE_ROWS };
    const rows: queries.TableStatementRow[] = await read(query, page, { signal });
    yield rows;
    after = rows.length < PAGE_ROWS ? undefined : rows.at(-1)?.id;
  }
}

/** Counted groups in their order, in runs that have at most a page of rows together; a larger group is one alone. */
function windowsOf<Group>(groups: readonly Group[], size: (group: Group) => number): Group[][] {
  const windows: Group[][] = [];
  let rows = PAGE_ROWS;
  for (const group of groups) {
    rows += size(group);
    const last = windows.at(-1);
    // a full page would be followed by a look for more
    if (last && rows < PAGE_ROWS) last.push(group);
    else {
      windows.push([group]);
      rows = size(group);
    }
  }
  return windows;
}

function total(groups: readonly { readonly statements: number }[]): number {
  return groups.reduce((sum, { statements }) => sum + statements, 0);
}

function refuseTooMany(statements: number, { maxStatements }: TableSource): void {
  if (statements > maxStatements) {
    throw new DemarcheError(
      'GRAPH_TOO_LARGE',
      `the graph has ${statements} statements, and aggregates are computed on at most ${maxStatements} (MAX_TABLE_STATEMENTS, some 180 bytes of memory each)`,
    );
  }
}

function entryOf(row: queries.TableStatementRow): StatementEntry {
  const principals: StatementEntry['principals'][number][] = [];
  const speakers: StatementEntry['speakers'][number][] = [];
  const addressees: string[] = [];
  const about: string[] = [];
  const stances: StatementEntry['stances'][number][] = [];
  const citations: StatementEntry['citations'][number][] = [];
  for (const part of row.parts) {
    const fields = part.split('\t');
    const id = fieldAt(fields, 1);
    switch (fields[0]) {
      case 'ON_BEHALF_OF':
        principals.push({ actor: id, basis: fieldAt(fields, 2) });
        break;
      case 'MADE_BY':
        speakers.push({ actor: id, capacity: fieldAt(fields, 2) });
        break;
      case 'ADDRESSED_TO':
        addressees.push(id);
        break;
      case 'ABOUT':
        about.push(id);
        break;
      case 'TAKES_STANCE':
        stances.push({
          topic: id,
          position: fieldAt(fields, 2),
          untilMet: fieldAt(fields, 3),
          coding: fieldAt(fields, 4),
          coder: fieldAt(fields, 5),
          confidence: numberAt(fields, 6),
        });
        break;
      case 'REPORTED_IN':
        citations.push({
          source: id,
          attribution: fieldAt(fields, 2),
          language: fieldAt(fields, 3),
          quoted: fieldAt(fields, 4) !== '',
          primary: fieldAt(fields, 5) !== '',
          start: numberAt(fields, 6),
          stop: numberAt(fields, 7),
        });
    }
  }
  const { id, act, dateFrom, dateTo, time, revision } = row;
  return {
    id,
    act,
    dateFrom,
    dateTo,
    time,
    revision,
    principals,
    speakers,
    addressees,
    about,
    stances,
    citations,
  };
}

function fieldAt(fields: readonly string[], place: number): string {
  return fields[place] ?? '';
}

function numberAt(fields: readonly string[], place: number): number | undefined {
  const text = fieldAt(fields, place);
  return text === '' ? undefined : Number(text);
}
