import {
  type Attribute,
  type AttributeType,
  EDGES,
  type EdgeType,
  NODES,
  type NodeKind,
} from '../records/index.js';

/**
 * The table of statements: a row for each statement and each of its stances, a row without a stance where it has none.
 * Beside the attributes of the statement and of the stance it has the ids and names of whoever belongs to it, and the
 * citation that stands for it.
 */
export const STATEMENT_COLUMNS: readonly Attribute[] = [
  column('statement', 'string', 'Id of the statement.', true),
  ...ofNode('Statement', 'act', 'date'),
  column('firstDay', 'day', 'First day that the date can mean.', true),
  column('lastDay', 'day', 'Last day that the date can mean.', true),
  ...ofNode('Statement', 'time', 'dateBasis', 'summary'),
  column('speakers', 'strings', 'Ids of the speakers.', true),
  column('speakerNames', 'strings', 'Their names.', true),
  column('roles', 'strings', 'Their roles at the time; empty where not known.', true),
  column('capacities', 'strings', 'In which function each of them spoke.', true),
  column('asNamed', 'strings', 'As the source names them; empty where it is not given.', true),
  column('principals', 'strings', 'Ids of those in whose name it is said.', true),
  column('principalNames', 'strings', 'Their names.', true),
  column('bases', 'strings', 'On what ground the words count for each of them.', true),
  column(
    'impliedPrincipals',
    'boolean',
    'Whether the record names no principal, so that the speakers are.',
    true,
  ),
  column('addressees', 'strings', 'Ids of those to whom it is said.'),
  column('addresseeNames', 'strings', 'Their names.'),
  column('about', 'strings', 'Ids of the topics it is about.'),
  column('aboutNames', 'strings', 'Their names.'),
  column('event', 'string', 'Id of the event at which it was made.'),
  column('eventName', 'string', 'Its name.'),
  column('respondsTo', 'strings', 'Ids of the statements and events it responds to.'),
  column('responseKinds', 'strings', 'Kinds of the responses.'),
  ...ofEdge('TAKES_STANCE', 'stance'),
  column('proposition', 'string', 'Id of the proposition.'),
  column('propositionName', 'string', 'Its name.'),
  column('propositionText', 'string', 'The sentence that it is.'),
  ...ofEdge('TAKES_STANCE', 'position', 'untilMet'),
  column(
    'value',
    'float',
    'The position as a number: 1 support, -1 opposition, 0 neutral, 0.5 or -0.5 a condition by what holds until it is met.',
  ),
  column('conditions', 'strings', 'What is demanded before the position changes.'),
  column('askedOf', 'strings', 'Ids of those of whom it is demanded.'),
  ...ofEdge('TAKES_STANCE', 'rationale', 'confidence', 'coding', 'coder', 'codedAt'),
  column('source', 'string', 'Id of the source of the citation that stands for the statement.', true),
  column('sourceTitle', 'string', 'Its title.'),
  column('sourceUrl', 'string', 'Its address.'),
  column('sourceArchivedUrl', 'string', 'The address of an archived copy.'),
  column('publishedAt', 'date', 'When it was published.'),
  column('publisher', 'string', 'Id of its publisher.'),
  column('publisherName', 'string', "The publisher's name."),
  column('publisherControl', 'string', 'Who controls the publisher.'),
  ...ofEdge(
    'REPORTED_IN',
    'quote',
    'language',
    'translated',
    'elided',
    'attribution',
    'reportedBy',
    'start',
    'end',
    'prefix',
    'suffix',
  ),
  column('sources', 'strings', 'Ids of the sources of all its citations.', true),
];

function column(name: string, type: AttributeType, description: string, required?: true): Attribute {
  return { name, type, description, ...(required && { required }) };
}

function ofNode(kind: NodeKind, ...names: readonly string[]): Attribute[] {
  return names.map((name) => named(NODES[kind].attributes, name));
}

/** A statement may have none of its kind, so nothing of it is required. */
function ofEdge(type: EdgeType, ...names: readonly string[]): Attribute[] {
  return names.map((name) => {
    const { required: _, ...attribute } = named(EDGES[type].attributes, name);
    return attribute;
  });
}

function named(attributes: readonly Attribute[], name: string): Attribute {
  const attribute = attributes.find((one) => one.name === name);
  if (!attribute) throw new Error(`no attribute ${name}`);
  return attribute;
}
