import { type AnyRecord, type RecordIssue, type Reference, referencesOf } from '../model/index.js';

/** What a reference points at, as far as is known; `refused` says where the refused record stands. */
export type Target = { readonly kind: string | null } | { readonly refused: string } | undefined;

interface Requirement {
  readonly field: RegExp;
  readonly kind: string;
  readonly why: string;
}

/** The references that only one kind of actor or topic can take. */
const REQUIREMENTS: Partial<Record<AnyRecord['type'], Requirement>> = {
  statement: {
    field: /^stances\[\d+\]\.topic$/,
    kind: 'PROPOSITION',
    why: 'a stance is taken on a proposition',
  },
  membership: { field: /^organization$/, kind: 'ORGANIZATION', why: 'one is a member of an organization' },
  office: { field: /^person$/, kind: 'PERSON', why: 'a person holds an office' },
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
  const requirement = REQUIREMENTS[record.type];
  if (!requirement?.field.test(field) || kind === requirement.kind) return [];
  return [
    {
      field,
      expected: `the id of ${a(requirement.kind)}, because ${requirement.why}; ${id} is ${a(kind ?? 'record of no kind')}`,
    },
  ];
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
