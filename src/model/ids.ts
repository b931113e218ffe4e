/**
 * Ids are permanent, readable and carry their kind: `actor:iran`, `statement:2020-09-01-lavrov-mediation`.
 * ASCII only, so that every engine sorts them alike.
 */
export const ID_KINDS = [
  'actor',
  'topic',
  'publisher',
  'source',
  'event',
  'statement',
  'dispute',
  'condition',
] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** Records that judge others: which actors are one. They have ids, and are no nodes of the graph that is asked. */
export const JUDGEMENT_ID_KINDS = ['merge', 'split'] as const;

/** A condition is part of a statement's record. */
export type RecordIdKind = Exclude<IdKind, 'condition'> | (typeof JUDGEMENT_ID_KINDS)[number];

const LOCAL_PART = '[a-z0-9._-]{1,120}';

/** The pattern of the ids of one kind, or of any of several. */
export function idPattern(...kinds: readonly (IdKind | RecordIdKind)[]): RegExp {
  return new RegExp(`^(?:${kinds.join('|')}):${LOCAL_PART}$`);
}

const NODE_ID = idPattern(...ID_KINDS);
const RECORD_ID = idPattern(...ID_KINDS.filter((kind) => kind !== 'condition'), ...JUDGEMENT_ID_KINDS);

/** The kind of a well-formed id of a node, or `undefined` where the string is none. */
export function kindOf(id: string): IdKind | undefined {
  return NODE_ID.test(id) ? (id.slice(0, id.indexOf(':')) as IdKind) : undefined;
}

/** The same of a record that has an id. */
export function recordKindOf(id: string): RecordIdKind | undefined {
  return RECORD_ID.test(id) ? (id.slice(0, id.indexOf(':')) as RecordIdKind) : undefined;
}
