import type { AttributeType, EdgeType, NodeKind, StoredKind } from './schema.js';

/**
 * The graph as exports see it: nodes and edges with the attributes of `schema.ts`, and the days on which they hold.
 * Nothing of the database that holds it: no revision, no time of loading, no score.
 */

type Values = {
  readonly string: string;
  readonly integer: number;
  readonly float: number;
  readonly boolean: boolean;
  readonly strings: readonly string[];
  readonly date: string;
  readonly day: string;
};
export type AttributeValue = Values[AttributeType];

/** In the order of the schema; an attribute that is missing is not there, and an empty one is. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** First and last day, `YYYY-MM-DD`; an end that is open is not there. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface GraphNode<Kind extends StoredKind = NodeKind> {
  readonly id: string;
  readonly kind: Kind;
  /** for people: a name, or the beginning of a text, on one line */
  readonly label: string;
  readonly attributes: Attributes;
  readonly period: Period;
  /** what the graph keeps beside, where it was asked for */
  readonly stored?: Attributes;
}

export interface GraphEdge {
  /** made of its type, its ends and its key: the same in every export */
  readonly id: string;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  readonly attributes: Attributes;
  readonly period: Period;
  /** what the graph keeps beside, where it was asked for */
  readonly stored?: Attributes;
}

/**
 * The id of an edge, from what makes it that one: `MEMBER_OF.actor:niger.actor:g77.member.2020`. Of letters, digits,
 * `.`, `_`, `-` and `:` alone, which XML, IRIs and shells take as they are; other characters of the key are written as
 * `_` and the hexadecimal numbers of their bytes.
 */
export function edgeId(
  type: EdgeType,
  source: string,
  target: string,
  key: readonly (AttributeValue | undefined)[],
): string {
  return [type, source, target, ...key.map((part) => plain(String(part ?? '')))].join('.');
}

function plain(part: string): string {
  if (/^[A-Za-z0-9-]*$/.test(part)) return part;
  return encodeURIComponent(part)
    .replace(/[!'()*~._]/g, hexadecimal)
    .replaceAll('%', '_');
}

function hexadecimal(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

const LONGEST_LABEL = 80;

/** A text as a label: on one line, and cut where it is long. */
export function labelOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_LABEL) return line;
  const characters = Array.from(line.slice(0, 2 * LONGEST_LABEL));
  return characters.length <= LONGEST_LABEL ? line : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}
