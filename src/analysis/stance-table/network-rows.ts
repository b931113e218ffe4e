import type { NetworkDocument, NetworkRows } from '../network/index.js';
import { positionLevels } from '../network/position-levels.js';
import type { Column } from './column.js';
import { LEVELS } from './levels.js';
import { type Coding, countedStances, type Selection } from './selection.js';
import type { StanceTable } from './stance-table.js';

/** Which stances are rows of a network, and whose they are. */
export interface NetworkRowsWanted extends Coding {
  readonly actorsAs: 'PRINCIPAL' | 'SPEAKER';
  readonly includeNeutral: boolean;
  /** whether propositions that nearly everybody shares count */
  readonly includeValence: boolean;
  /**
   * as DNA has it: only organizations have things said in their name, and only people say them; what has no such actor
   * is left out
   */
  readonly asInDna: boolean;
}

/** Whose statement each of the rows' statements is, in the order of their numbers. */
export interface RowsOfTable {
  readonly rows: NetworkRows;
  /** the part of the selection that a statement is of, and its row there */
  readonly partOf: Uint8Array;
  readonly rowOf: Uint32Array;
}

/**
 * The counted stances of selections as rows of a network (networks.md, "Input"), one for each actor. The tables of the
 * selections share their names. Where all stances are support or opposition the levels are boolean.
 *
 * @throws DemarcheError BAD_USER_INPUT where the coding set has several coders for a statement and a topic
 */
export function rowsOfSelections(parts: readonly Selection[], wanted: NetworkRowsWanted): RowsOfTable {
  const tables = parts.map(({ table }) => table);
  const counted = parts.map((part) => countedRows(part, wanted));
  const scale = counted.some(({ level }) => level.some((code) => !ENDS[code]));
  const { levels, codeOf } = positionLevels(scale ? 'SCALE' : 'BOOLEAN');
  const levelCodes = LEVELS.map(({ position, untilMet }) => codeOf(position, untilMet) ?? 0);

  const [table] = tables;
  const documents = tables.map(documentsOf);
  const firstDocument = documents.map((_, part) =>
    documents.slice(0, part).reduce((sum, list) => sum + list.length, 0),
  );
  const partOf = new Uint8Array(total(counted.map(({ row }) => row.length)));
  const rowOf = joined(counted.map(({ row }) => row));
  let first = 0;
  for (const [part, { row }] of counted.entries()) {
    partOf.fill(part, first, first + row.length);
    first += row.length;
  }
  /** of a column that all tables have */
  const column = <C extends Int32Array | Uint16Array | Uint32Array>(
    values: C,
    of: (table: StanceTable) => Column,
    firstOf: readonly number[] = [],
  ): C => {
    const columns = tables.map((own) => of(own).values);
    for (let i = 0; i < values.length; i++) {
      const part = partOf[i] ?? 0;
      values[i] = (columns[part]?.[rowOf[i] ?? 0] ?? 0) + (firstOf[part] ?? 0);
    }
    return values;
  };
  const length = rowOf.length;
  return {
    partOf,
    rowOf,
    rows: {
      length: total(counted.map(({ actor }) => actor.length)),
      statement: joined(
        counted.map(({ statement }, part) => {
          const before = total(counted.slice(0, part).map(({ row }) => row.length));
          return before === 0 ? statement : statement.map((number) => number + before);
        }),
      ),
      actor: joined(counted.map(({ actor }) => actor)),
      topic: joined(counted.map(({ topic }) => topic)),
      level: joined(counted.map(({ level }) => level.map((code) => levelCodes[code] ?? 0))),
      statements: {
        length,
        idOf: (number) => tables[partOf[number] ?? 0]?.ids.idOf(rowOf[number] ?? 0) ?? '',
        day: column(new Int32Array(length), ({ statements }) => statements.day),
        span: column(new Uint16Array(length), ({ statements }) => statements.span),
        time: column(new Int32Array(length), ({ statements }) => statements.time),
        document: column(new Uint32Array(length), ({ statements }) => statements.document, firstDocument),
        start: column(new Int32Array(length), ({ statements }) => statements.start),
        stop: column(new Int32Array(length), ({ statements }) => statements.stop),
        others: othersOf(tables, partOf, rowOf, wanted),
      },
      actors: table ? table.actors.list.map((id, code) => ({ id, name: table.actorNames[code] ?? id })) : [],
      topics: table
        ? table.topics.list.map((id, code) => ({ id, name: table.topicFacts.get(code)?.name ?? id }))
        : [],
      levels,
      documents: documents.flat(),
    },
  };
}

const ENDS = LEVELS.map(({ position }) => position === 'SUPPORT' || position === 'OPPOSE');

interface CountedRows {
  /** rows of the table that have at least one, ascending */
  readonly row: Uint32Array;
  /** as places in `row` */
  readonly statement: Uint32Array;
  readonly actor: Uint32Array;
  readonly topic: Uint32Array;
  /** in LEVELS */
  readonly level: Uint8Array;
}

function countedRows(selection: Selection, wanted: NetworkRowsWanted): CountedRows {
  const { table, rows } = selection;
  const counts = networkStances(selection, wanted);
  const { starts, actor: actors } = partiesOf(table, wanted);
  const stance = table.stances.starts.values;
  const [topics, levels] = [table.stances.topic.values, table.stances.level.values];
  const isNode = nodeTest(table, wanted);

  let most = 0;
  for (const row of rows) most += sizeAt(starts.values, row) * sizeAt(stance, row);
  const row = new Uint32Array(rows.length);
  const [statement, actor, topic] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  const level = new Uint8Array(most);
  let [statementCount, length] = [0, 0];
  for (const at of rows) {
    const before = length;
    for (let i = stance[at] ?? 0; i < (stance[at + 1] ?? 0); i++) {
      if (!counts(i)) continue;
      for (let p = starts.values[at] ?? 0; p < (starts.values[at + 1] ?? 0); p++) {
        const own = actors.values[p] ?? 0;
        if (!isNode(own)) continue;
        statement[length] = statementCount;
        actor[length] = own;
        topic[length] = topics[i] ?? 0;
        level[length] = levels[i] ?? 0;
        length++;
      }
    }
    if (length === before) continue;
    row[statementCount] = at;
    statementCount++;
  }
  return {
    row: row.subarray(0, statementCount),
    statement: statement.subarray(0, length),
    actor: actor.subarray(0, length),
    topic: topic.subarray(0, length),
    level: level.subarray(0, length),
  };
}

/** Those of the counted stances that have a value, as far as neutral ones and those on what all share are wanted. */
function networkStances(
  selection: Selection,
  { includeNeutral, includeValence, ...coding }: NetworkRowsWanted,
): (stance: number) => boolean {
  const { stances, topics, topicFacts } = selection.table;
  const counted = countedStances(selection, coding);
  const levelWanted = LEVELS.map(
    ({ position, value }) => value !== undefined && (includeNeutral || position !== 'NEUTRAL'),
  );
  const topicWanted = topics.list.map((_, code) => includeValence || topicFacts.get(code)?.valence !== true);
  const [level, topic] = [stances.level.values, stances.topic.values];
  return (i) => levelWanted[level[i] ?? 0] === true && topicWanted[topic[i] ?? 0] === true && counted(i);
}

function partiesOf({ principals, speakers }: StanceTable, { actorsAs }: NetworkRowsWanted) {
  return actorsAs === 'PRINCIPAL' ? principals : speakers;
}

function nodeTest(
  { isPerson }: StanceTable,
  { asInDna, actorsAs }: NetworkRowsWanted,
): (actor: number) => boolean {
  if (!asInDna) return () => true;
  const wanted = actorsAs === 'PRINCIPAL' ? 0 : 1;
  return (actor) => isPerson.values[actor] === wanted;
}

function othersOf(
  tables: readonly StanceTable[],
  partOf: Uint8Array,
  rowOf: Uint32Array,
  { actorsAs }: NetworkRowsWanted,
): NetworkRows['statements']['others'] {
  const lists = tables.map(({ principals, speakers }) => (actorsAs === 'PRINCIPAL' ? speakers : principals));
  const starts = new Uint32Array(rowOf.length + 1);
  for (let i = 0; i < rowOf.length; i++) {
    const own = lists[partOf[i] ?? 0];
    starts[i + 1] = (starts[i] ?? 0) + (own ? sizeAt(own.starts.values, rowOf[i] ?? 0) : 0);
  }
  const actor = new Uint32Array(starts[rowOf.length] ?? 0);
  for (let i = 0; i < rowOf.length; i++) {
    const own = lists[partOf[i] ?? 0];
    const from = own?.starts.values[rowOf[i] ?? 0] ?? 0;
    const first = starts[i] ?? 0;
    for (let k = first; k < (starts[i + 1] ?? 0); k++) actor[k] = own?.actor.values[from + k - first] ?? 0;
  }
  return { starts, actor };
}

/** The sources of a table as documents, made once: there can be as many as statements. */
const known = new WeakMap<StanceTable, NetworkDocument[]>();

function documentsOf(table: StanceTable): readonly NetworkDocument[] {
  const {
    sources,
    publishers,
    publisherOf,
    authors,
    authorOf,
    sections,
    sectionOf,
    sourceKinds,
    sourceKindOf,
  } = table;
  const documents = known.get(table) ?? [];
  known.set(table, documents);
  // those that have been looked up: others belong to a later revision
  for (let code = documents.length; code < publisherOf.length; code++) {
    documents.push({
      id: sources.list[code] ?? '',
      author: authors.list[authorOf.values[code] ?? 0] ?? '',
      publisher: publishers.list[(publisherOf.values[code] ?? 0) - 1] ?? '',
      section: sections.list[sectionOf.values[code] ?? 0] ?? '',
      kind: sourceKinds.list[sourceKindOf.values[code] ?? 0] ?? '',
    });
  }
  return documents;
}

function sizeAt(starts: Uint32Array, row: number): number {
  return (starts[row + 1] ?? 0) - (starts[row] ?? 0);
}

function joined<C extends Uint32Array | Uint8Array>(parts: readonly C[]): C {
  const [first, ...others] = parts;
  if (!first) throw new Error('there is at least one part');
  if (others.length === 0) return first;
  const all = first.constructor === Uint8Array ? Uint8Array : Uint32Array;
  const found = new all(total(parts.map(({ length }) => length))) as C;
  let at = 0;
  for (const part of parts) {
    found.set(part, at);
    at += part.length;
  }
  return found;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
