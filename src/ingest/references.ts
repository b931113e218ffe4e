import { type AnyRecord, type RecordIssue, type Reference, referencesOf } from '../model/index.js';

/** What a reference points at, as far as is known; `refused` says where the refused record stands. */
export type Target = { readonly kind: string | null } | { readonly refused: string } | undefined;

interface Requirement {
  readonly field: RegExp;
  readonly kinds: readonly string[];
  readonly why: string;
}

/** The references that only some kinds of actor, topic or event can take. */
const REQUIREMENTS: Partial<Record<AnyRecord['type'], readonly Requirement[]>> = {
  topic: [{ field: /^partOf/, kinds: ['ISSUE'], why: 'only an issue has parts' }],
  publisher: [
    {
      field: /^country$/,
      kinds: ['STATE', 'ORGANIZATION'],
      why: 'a publisher is based in a state or a union',
    },
  ],
  event: [{ field: /^decides\[\d+\]\.topic$/, kinds: ['PROPOSITION'], why: 'a proposition is decided' }],
  vote: [{ field: /^actor$/, kinds: ['STATE', 'ORGANIZATION'], why: 'members of a body vote, not persons' }],
  statement: [
    { field: /^stances\[\d+\]\.topic$/, kinds: ['PROPOSITION'], why: 'a stance is taken on a proposition' },
  ],
  membership: [
    { field: /^organization$/, kinds: ['ORGANIZATION'], why: 'one is a member of an organization' },
  ],
  office: [{ field: /^person$/, kinds: ['PERSON'], why: 'a person holds an office' }],
};

/** References that would make a record its own part, member or answer. */
const OWN_END: Partial<Record<AnyRecord['type'], RegExp>> = {
  statement: /^respondsTo\[\d+\]\.id$/,
  membership: /^organization$/,
  office: /^of$/,
};

export interface CheckedReferences {
  readonly issues: readonly RecordIssue[];
  /** those that resolve to nothing known so far */
  readonly open: readonly Reference[];
  /** those to records of the input that are refused themselves */
  readonly refused: readonly RecordIssue[];
}

/** Checks what a record refers to, as far as `find` knows it. */
export function checkReferences(record: AnyRecord, find: (id: string) => Target): CheckedReferences {
  const issues: RecordIssue[] = [];
  const open: Reference[] = [];
  const refused: RecordIssue[] = [];
  for (const reference of referencesOf(record)) {
    const target = find(reference.id);
    if (pointsAtItself(record, reference))
      issues.push({ field: reference.field, expected: 'another record than its own' });
    else if (target === undefined) open.push(reference);
    else if ('refused' in target) refused.push(refusedIssue(reference, target.refused));
    else issues.push(...kindIssues(record, reference, target.kind));
  }
  return { issues, open, refused };
}

function pointsAtItself(record: AnyRecord, { field, id }: Reference): boolean {
  if (!OWN_END[record.type]?.test(field)) return false;
  switch (record.type) {
    case 'membership':
      return id === record.actor;
    case 'office':
      return id === record.person;
    default:
      return 'id' in record && id === record.id;
  }
}

function kindIssues(record: AnyRecord, { field, id }: Reference, kind: string | null): RecordIssue[] {
  return (REQUIREMENTS[record.type] ?? [])
    .filter((requirement) => requirement.field.test(field) && !requirement.kinds.includes(kind ?? ''))
    .map(({ kinds, why }) => ({
      field,
      expected: `the id of ${kinds.map(a).join(' or ')}, because ${why}; ${id} is ${a(kind ?? 'record of no kind')}`,
    }));
}

function a(kind: string): string {
  return `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

export function missingIssue({ field, id }: Reference, hasStore: boolean): RecordIssue {
  return {
    field,
    expected: `the id of a record in the input${hasStore ? ' or in the graph' : ''}; there is no ${id}`,
  };
}

function refusedIssue({ field, id }: Reference, place: string): RecordIssue {
  return { field, expected: `the id of a record that is not refused; ${id} is, at ${place}` };
}
