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

const LOCAL_PART = '[a-z0-9._-]{1,120}';

/** The pattern of the ids of one kind, or of any of several. */
export function idPattern(...kinds: readonly IdKind[]): RegExp {
  return new RegExp(`^(?:${kinds.join('|')}):${LOCAL_PART}$`);
}

const ANY_ID = idPattern(...ID_KINDS);

/** The kind of a well-formed id, or `undefined` where the string is no id. */
export function kindOf(id: string): IdKind | undefined {
  return ANY_ID.test(id) ? (id.slice(0, id.indexOf(':')) as IdKind) : undefined;
}
