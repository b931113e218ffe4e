import {
  conditionId,
  contentHash,
  fingerprintOf,
  kindOf,
  type RecordOf,
  type StanceRecord,
  searchTextOf,
  stanceId,
} from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { addCitations } from './citation.js';
import { dateProperties } from './date.js';
import { type GraphRows, properties } from './graph-rows.js';

type Statement = RecordOf<'statement'>;

/** `recordedAt`: the instant of the load. */
export function addStatement(rows: GraphRows, record: Statement, recordedAt: string): void {
  const { id, act, date, time, dateBasis, summary } = record;
  rows.add(writeQueries.mergeStatements, {
    id,
    props: properties({
      act,
      date,
      ...dateProperties(date),
      time,
      dateBasis,
      summary,
      recordedAt,
      fingerprint: fingerprintOf(record),
      hash: contentHash(record),
      searchText: searchTextOf(summary, ...record.citations.map((citation) => citation.quote)),
    }),
  });
  addParties(rows, record);
  for (const topic of record.about ?? [])
    rows.add(writeQueries.mergeSubjects, { from: id, to: topic, props: {} });
  for (const stance of record.stances ?? []) addStance(rows, id, stance);
  addCitations(rows, writeQueries.mergeCitations, id, record.citations);
  addContext(rows, record);
}

/** Who speaks, for whom, to whom. A statement in nobody's name is its speakers' own, so that each has principals. */
function addParties(rows: GraphRows, { id, speakers, onBehalfOf, addressees }: Statement): void {
  speakers.forEach(({ actor, ...part }, ordinal) => {
    rows.add(writeQueries.mergeSpeakers, { from: id, to: actor, props: properties({ ...part, ordinal }) });
  });
  const principals = onBehalfOf ?? speakers.map(({ actor }) => ({ actor, basis: 'OWN', implied: true }));
  principals.forEach(({ actor, ...part }, ordinal) => {
    rows.add(writeQueries.mergePrincipals, { from: id, to: actor, props: properties({ ...part, ordinal }) });
  });
  for (const actor of addressees ?? [])
    rows.add(writeQueries.mergeAddressees, { from: id, to: actor, props: {} });
}

function addStance(rows: GraphRows, statement: string, record: StanceRecord): void {
  const { topic, conditions, ...fields } = record;
  const stance = stanceId(statement, record);
  rows.add(writeQueries.mergeStances, { from: statement, to: topic, key: stance, props: properties(fields) });
  conditions?.forEach(({ text, askedOf }, ordinal) => {
    const condition = conditionId(stance, text);
    rows.add(writeQueries.mergeConditions, { id: condition, props: { text } });
    rows.add(writeQueries.mergeConditionsSet, {
      from: statement,
      to: condition,
      key: stance,
      props: { ordinal },
    });
    rows.add(writeQueries.mergeConditionTopics, { from: condition, to: topic, props: {} });
    for (const actor of askedOf ?? []) {
      rows.add(writeQueries.mergeConditionActors, { from: condition, to: actor, props: {} });
    }
  });
}

function addContext(rows: GraphRows, { id, event, respondsTo }: Statement): void {
  if (event !== undefined) rows.add(writeQueries.mergeOccasions, { from: id, to: event, props: {} });
  for (const { id: target, kind } of respondsTo ?? []) {
    const statement =
      kindOf(target) === 'event'
        ? writeQueries.mergeResponsesToEvents
        : writeQueries.mergeResponsesToStatements;
    rows.add(statement, { from: id, to: target, props: { kind } });
  }
}
