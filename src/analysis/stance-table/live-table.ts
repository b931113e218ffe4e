import { setImmediate } from 'node:timers/promises';
import { type StatementFilter, withActors } from '../../model/index.js';
import { orAborted, type Store, throwIfAborted } from '../../store/index.js';
import { type Counts, type CountsWanted, counts } from './counts.js';
import { type Facets, type FacetsWanted, facets } from './facets.js';
import { filtersIn } from './matching.js';
import {
  type EdgeEvidence,
  type EvidenceWanted,
  type NetworkToTell,
  networkEvidence,
  type ToldNetwork,
  toldNetwork,
} from './networks.js';
import { type PositionChanges, type PositionChangesWanted, positionChanges } from './position-changes.js';
import { currentTable } from './read-table.js';
import { rowsElsewhere } from './rows-elsewhere.js';
import { type Selection, select } from './selection.js';
import { type StanceMatrix, type StanceMatrixWanted, stanceMatrix } from './stance-matrix.js';
import { bytesOf, rowCount, type StanceTable, sizeOf, type TableSize } from './stance-table.js';
import { type Timeline, type TimelineWanted, timeline } from './timeline.js';

/** What can be asked of the stance table: for each question what it wants to know beside the filter, and the answer. */
export interface Questions {
  readonly facets: { readonly wanted: FacetsWanted; readonly result: Facets };
  readonly timeline: { readonly wanted: TimelineWanted; readonly result: Timeline };
  readonly counts: { readonly wanted: CountsWanted; readonly result: Counts };
  readonly network: { readonly wanted: NetworkToTell; readonly result: ToldNetwork };
  readonly networkEvidence: { readonly wanted: EvidenceWanted; readonly result: readonly EdgeEvidence[] };
  readonly positionChanges: { readonly wanted: PositionChangesWanted; readonly result: PositionChanges };
  readonly stanceMatrix: { readonly wanted: StanceMatrixWanted; readonly result: StanceMatrix };
}
export type QuestionName = keyof Questions;

/** Each is pure: from the selected rows to the result. */
const ANSWERS: {
  readonly [Q in QuestionName]: (
    selection: Selection,
    wanted: Questions[Q]['wanted'],
  ) => Questions[Q]['result'];
} = { facets, timeline, counts, network: toldNetwork, networkEvidence, positionChanges, stanceMatrix };

export interface Answer<Result> {
  readonly result: Result;
  /** the revision of the dataset that it is of */
  readonly revision: number;
  /** the names of the statements that were sent for this answer alone */
  readonly sent: readonly string[];
}

export interface TableReport {
  readonly revision: number;
  readonly statements: number;
  /** of memory */
  readonly bytes: number;
}

/** The stance table of a store, as current as the store whenever something is asked of it. */
export interface LiveTable {
  /**
   * Answers a question about the statements that a checked filter selects; an actor that is merged stands for the one
   * that remains, there and in what is wanted. The table is read first where it is older
   * than the dataset, once for all who ask meanwhile; that reading goes on when the signal aborts.
   *
   * @throws DemarcheError GRAPH_TOO_LARGE, BAD_USER_INPUT, QUERY_TOO_COSTLY, and the store's
   */
  ask<Q extends QuestionName>(
    question: Q,
    filter: StatementFilter,
    wanted: Questions[Q]['wanted'],
    signal?: AbortSignal,
  ): Promise<Answer<Questions[Q]['result']>>;
  /** Reads the table where it is older than the dataset. */
  refresh(): Promise<TableReport>;
  /** Ends all work; the store stays open. */
  close(): Promise<void>;
}

export const DEFAULT_MAX_STATEMENTS = 5_000_000;

/** A table in this thread, which computes for a moment with each question: for commands, tests and the worker. */
export function liveTable(
  store: Pick<Store, 'read'>,
  { maxStatements = DEFAULT_MAX_STATEMENTS }: { readonly maxStatements?: number | undefined } = {},
): LiveTable {
  const closing = new AbortController();
  let table: StanceTable | undefined;
  let computing: Promise<unknown> = Promise.resolve();

  const current = shared(async (): Promise<Snapshot> => {
    const source = { read: store.read, signal: closing.signal, maxStatements };
    table = await currentTable(table, source);
    return { table, revision: table.revision, size: sizeOf(table) };
  });

  /** One after the other, and between two of them messages come in: one of them may say that an answer is not wanted. */
  function inTurn<T>(work: () => T): Promise<T> {
    const turn = computing.then(async () => {
      await setImmediate();
      return work();
    });
    computing = turn.catch(() => undefined);
    return turn;
  }

  return {
    async ask(question, given, asked, signal) {
      const { table, revision, size } = await orAborted(current(), signal);
      const resolve = (id: string) => table.mergedInto.get(id) ?? id;
      const [filter, wanted] = [withActors(given, resolve), withActors(asked, resolve)];
      const { elsewhere, sent } = await rowsElsewhere(table, filtersIn(filter), { read: store.read, signal });
      const result = await inTurn(() => {
        throwIfAborted(signal);
        return ANSWERS[question](select(table, filter, size, elsewhere), wanted);
      });
      return { result, revision, sent: ['stanceTableRevision', ...sent] };
    },
    async refresh() {
      const { table, revision } = await current();
      return { revision, statements: rowCount(table) - table.replaced, bytes: bytesOf(table) };
    },
    async close() {
      closing.abort();
      await current().catch(() => undefined);
    },
  };
}

/** A table at a revision: it grows, but what it had stays. */
interface Snapshot {
  readonly table: StanceTable;
  readonly revision: number;
  readonly size: TableSize;
}

/** Runs work once for all who ask before it begins; who asks later needs what may have changed since. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<T> | undefined;
  return () => {
    if (waiting) return waiting;
    const run = last.then(() => {
      waiting = undefined;
      return work();
    });
    waiting = run;
    last = run.catch(() => undefined);
    return run;
  };
}
