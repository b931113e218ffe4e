import { contentHash, parsePeriod, type RecordOf, searchTextOf } from '../../model/index.js';
import { writeQueries } from '../../store/index.js';
import { edgeCitations } from './citation.js';
import { type GraphRows, properties } from './graph-rows.js';

const MERGE_ACTORS = {
  STATE: writeQueries.mergeStates,
  ORGANIZATION: writeQueries.mergeOrganizations,
  PERSON: writeQueries.mergePersons,
} as const;

export function addActor(rows: GraphRows, record: RecordOf<'actor'>): void {
  const { type: _, id, ...fields } = record;
  const isMerged = rows.resolve(id) !== id;
  rows.add(isMerged ? writeQueries.mergeMergedActors : MERGE_ACTORS[record.kind], {
    id,
    props: properties({
      ...fields,
      hash: contentHash(record),
      searchText: searchTextOf(record.name, ...(record.aliases ?? []), record.isoCode),
    }),
  });
}

export function membershipKey({ role, from }: RecordOf<'membership'>): string {
  return `${role ?? ''}|${from ?? ''}`;
}

export function addMembership(rows: GraphRows, record: RecordOf<'membership'>): void {
  const { actor, organization, role, from, to } = record;
  const key = membershipKey(record);
  rows.add(writeQueries.mergeMemberships, {
    from: actor,
    to: organization,
    key,
    props: properties({
      role,
      from,
      to,
      ...periodOf(record),
      ...edgeCitations(record),
      hash: contentHash(record),
    }),
  });
}

export function officeKey({ title, from }: RecordOf<'office'>): string {
  return `${title}|${from ?? ''}`;
}

export function addOffice(rows: GraphRows, record: RecordOf<'office'>): void {
  const { person, of, title, from, to } = record;
  const key = officeKey(record);
  rows.add(writeQueries.mergeOffices, {
    from: person,
    to: of,
    key,
    props: properties({
      title,
      from,
      to,
      ...periodOf(record),
      ...edgeCitations(record),
      hash: contentHash(record),
    }),
  });
}

function periodOf(period: { from?: string | undefined; to?: string | undefined }) {
  const { from: fromDay, to: toDay } = parsePeriod(period);
  return { fromDay, toDay };
}
