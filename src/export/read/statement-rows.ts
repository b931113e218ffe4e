import { DEFAULT_CODING, positionValue, type StatementFilter } from '../../model/index.js';
import {
  type Attributes,
  type AttributeValue,
  type EdgeCondition,
  type EdgeType,
  type ElementReader,
  type GraphEdge,
  type GraphNode,
  type NodeKind,
  type Owner,
  readOwners,
  STATEMENT_EDGES,
} from '../../records/index.js';
import {
  type elementQueries,
  parameters,
  stanceConditions,
  type TopicParts,
  withParts,
} from '../../store/index.js';
import { STATEMENT_COLUMNS } from '../statement-table.js';
import { oneAhead } from './one-ahead.js';
import type { Selection } from './selection.js';

/**
 * The rows of the table of statements, by statement and stance. The stances are those of the API's list `stances`: of
 * the filter's own stance clause, or else of the coding set `adjudicated`, without NO_STANCE.
 */
export function readStatementRows(
  reader: ElementReader,
  selection: Selection,
  stances: EdgeCondition,
): AsyncGenerator<readonly Attributes[], void, undefined> {
  return oneAhead(selection.batches('Statement'), (batch) => readRows(reader, batch, stances));
}

/** The stances that the rows of a filter are of. */
export function stancesOf(filter: StatementFilter | undefined, parts: TopicParts): EdgeCondition {
  const params = parameters();
  const wanted = filter?.stance ?? { codings: [DEFAULT_CODING] };
  const conditions = stanceConditions(wanted, 'r', params);
  if (wanted.topics) conditions.push(`b.id IN ${params.add(withParts(wanted.topics, parts))}`);
  return { conditions, params: params.values };
}

async function readRows(
  reader: ElementReader,
  batch: elementQueries.Batch,
  stances: EdgeCondition,
): Promise<Attributes[]> {
  const statements = await readOwners(reader, 'Statement', STATEMENT_EDGES, batch, { TAKES_STANCE: stances });
  const known = await readNamed(reader, statements);
  return statements.flatMap((statement) => {
    const cells = [
      citationColumns(byOrdinal(statement.edges('REPORTED_IN')), known),
      statementColumns(statement, known),
      statement.node.attributes,
    ];
    const taken = statement.edges('TAKES_STANCE');
    if (taken.length === 0) return [rowOf(cells)];
    return taken.map((stance) =>
      rowOf([stanceColumns(stance, statement, known), stance.attributes, ...cells]),
    );
  });
}

/** The nodes that rows name, by id; of conditions also whom they ask. */
type Known = ReadonlyMap<string, Owner>;

async function readNamed(reader: ElementReader, statements: readonly Owner[]): Promise<Known> {
  const targets = (...types: readonly EdgeType[]) => [
    ...new Set(statements.flatMap(({ edges }) => types.flatMap((type) => edges(type).map((e) => e.target)))),
  ];
  const read = (kind: NodeKind, types: readonly EdgeType[], ids: readonly string[]) =>
    readOwners(reader, kind, types, { ids });
  const sources = await read('Source', ['PUBLISHED_BY'], targets('REPORTED_IN'));
  const publishers = sources.flatMap(({ edges }) => edges('PUBLISHED_BY').map((edge) => edge.target));
  const nodes = [
    ...sources,
    ...(await read('Publisher', [], [...new Set(publishers)])),
    ...(await read('Actor', [], targets('MADE_BY', 'ON_BEHALF_OF', 'ADDRESSED_TO'))),
    ...(await read('Topic', [], targets('ABOUT', 'TAKES_STANCE'))),
    ...(await read('Event', [], targets('MADE_AT'))),
    ...(await read('Condition', ['ASKED_OF'], targets('SETS'))),
  ];
  return new Map(nodes.map((node) => [node.node.id, node]));
}

type Cells = Readonly<Record<string, AttributeValue | undefined>>;

function statementColumns({ node, edges }: Owner, known: Known): Cells {
  const speakers = byOrdinal(edges('MADE_BY'));
  const principals = byOrdinal(edges('ON_BEHALF_OF'));
  const addressees = targetsOf(edges('ADDRESSED_TO'));
  const about = targetsOf(edges('ABOUT'));
  const responses = edges('RESPONDS_TO');
  const [event] = targetsOf(edges('MADE_AT'));
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(known, id));
  return {
    statement: node.id,
    firstDay: node.period.from,
    lastDay: node.period.to,
    speakers: targetsOf(speakers),
    speakerNames: names(targetsOf(speakers)),
    roles: each(speakers, 'role'),
    capacities: each(speakers, 'capacity'),
    asNamed: each(speakers, 'asNamed'),
    principals: targetsOf(principals),
    principalNames: names(targetsOf(principals)),
    bases: each(principals, 'basis'),
    impliedPrincipals: principals.some(({ attributes }) => attributes.implied === true),
    addressees: unlessEmpty(addressees),
    addresseeNames: unlessEmpty(names(addressees)),
    about: unlessEmpty(about),
    aboutNames: unlessEmpty(names(about)),
    event,
    eventName: event && nameOf(known, event),
    respondsTo: unlessEmpty(targetsOf(responses)),
    responseKinds: unlessEmpty(each(responses, 'kind')),
  };
}

/** Of the citation that stands for the statement: the one marked primary, else the first. */
function citationColumns(citations: readonly GraphEdge[], known: Known): Cells {
  const sources = [...new Set(targetsOf(citations))];
  const citation = citations.find(({ attributes }) => attributes.primary === true) ?? citations[0];
  if (!citation) return { sources };
  const source = known.get(citation.target);
  const [publisher] = targetsOf(source?.edges('PUBLISHED_BY') ?? []);
  return {
    ...citation.attributes,
    sources,
    source: citation.target,
    sourceTitle: source?.node.attributes.title,
    sourceUrl: source?.node.attributes.url,
    sourceArchivedUrl: source?.node.attributes.archivedUrl,
    publishedAt: source?.node.attributes.publishedAt,
    publisher,
    publisherName: publisher && nameOf(known, publisher),
    publisherControl: publisher && known.get(publisher)?.node.attributes.control,
  };
}

function stanceColumns({ target, attributes }: GraphEdge, { edges }: Owner, known: Known): Cells {
  const { stance, position, untilMet } = attributes;
  const conditions = byOrdinal(edges('SETS').filter((edge) => edge.attributes.stance === stance));
  const asked = conditions.flatMap((edge) => targetsOf(known.get(edge.target)?.edges('ASKED_OF') ?? []));
  const proposition = known.get(target)?.node.attributes;
  return {
    proposition: target,
    propositionName: proposition?.name,
    propositionText: proposition?.text,
    value: positionValue(String(position), typeof untilMet === 'string' ? untilMet : null),
    conditions: unlessEmpty(conditions.map((edge) => textOf(known.get(edge.target)?.node))),
    askedOf: unlessEmpty([...new Set(asked)]),
  };
}

function byOrdinal(edges: readonly GraphEdge[]): GraphEdge[] {
  return [...edges].sort((a, b) => Number(a.attributes.ordinal) - Number(b.attributes.ordinal));
}

function targetsOf(edges: readonly GraphEdge[]): string[] {
  return edges.map((edge) => edge.target);
}

/** One attribute of each edge, so that the lists of a row go together; empty where an edge has none. */
function each(edges: readonly GraphEdge[], name: string): string[] {
  return edges.map(({ attributes }) => String(attributes[name] ?? ''));
}

function nameOf(known: Known, id: string): string {
  return String(known.get(id)?.node.attributes.name ?? id);
}

function textOf(node: GraphNode | undefined): string {
  return String(node?.attributes.text ?? '');
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** A row of the columns' first values, in the columns' order. Objects that are merged from many take much longer to make than to read. */
function rowOf(cells: readonly Cells[]): Attributes {
  const row: Record<string, AttributeValue> = {};
  for (const { name } of STATEMENT_COLUMNS) {
    for (const some of cells) {
      const value = some[name];
      if (value === undefined) continue;
      row[name] = value;
      break;
    }
  }
  return row;
}
