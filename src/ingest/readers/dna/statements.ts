import type { SqliteRow } from '../sqlite-file.js';
import type { DnaCodebook } from './codebook.js';
import {
  type DnaNotes,
  type DnaSource,
  type Draft,
  filled,
  idOf,
  LABEL,
  LONG_TEXT,
  oneLine,
  storable,
  textOf,
} from './draft.js';
import { entitiesOf } from './entities.js';
import { momentOf } from './moment.js';

export function* statements(source: DnaSource, notes: DnaNotes): Generator<Draft> {
  const { file, codebook } = source;
  const { statementType } = codebook;
  const entities = new Map(
    [codebook.person, codebook.organization, codebook.concept, codebook.qualifier].flatMap((variable) =>
      variable ? [...entitiesOf(source, variable)].map(({ id, value }) => [id, value] as const) : [],
    ),
  );
  let document: { readonly id: string; readonly text: string } | undefined;
  for (const row of file.rows(...statementQuery(codebook))) {
    const from = `statement ${textOf(row.id)} in document ${textOf(row.document)}`;
    if (row.type !== statementType.id) {
      notes.skip(
        from,
        `of the statement type ${JSON.stringify(textOf(row.label))}, not ${JSON.stringify(statementType.label)}`,
      );
      continue;
    }
    if (textOf(row.document) !== document?.id) {
      const [found] = file.rows('SELECT Text AS text FROM DOCUMENTS WHERE ID = ?', Number(row.document));
      document = { id: textOf(row.document), text: textOf(found?.text ?? null) };
    }
    const draft = statement(source, notes, row, entities, document.text, from);
    if (draft) yield { from, record: draft };
  }
}

/** Where the values of a variable are. */
const VALUES = {
  boolean: { table: 'DATABOOLEAN', value: 'Value' },
  integer: { table: 'DATAINTEGER', value: 'Value' },
  'short text': { table: 'DATASHORTTEXT', value: 'Entity' },
} as const;

function statementQuery({
  person,
  organization,
  concept,
  qualifier,
}: DnaCodebook): [sql: string, ...parameters: number[]] {
  const { table, value } = VALUES[qualifier?.type ?? 'boolean'];
  return [
    `SELECT s.ID AS id, s.StatementTypeId AS type, t.Label AS label, s.DocumentId AS document, s.Start AS start, s.Stop AS stop,
            d.Date AS date, c.Name AS coder, p.Entity AS person, o.Entity AS organization, k.Entity AS concept, q.${value} AS qualifier
     FROM STATEMENTS s
     LEFT JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId
     LEFT JOIN DOCUMENTS d ON d.ID = s.DocumentId
     LEFT JOIN CODERS c ON c.ID = s.Coder
     LEFT JOIN DATASHORTTEXT p ON p.StatementId = s.ID AND p.VariableId = ?
     LEFT JOIN DATASHORTTEXT o ON o.StatementId = s.ID AND o.VariableId = ?
     LEFT JOIN DATASHORTTEXT k ON k.StatementId = s.ID AND k.VariableId = ?
     LEFT JOIN ${table} q ON q.StatementId = s.ID AND q.VariableId = ?
     ORDER BY s.DocumentId, s.ID`,
    person?.id ?? -1,
    organization?.id ?? -1,
    concept.id,
    qualifier?.id ?? -1,
  ];
}

function statement(
  source: DnaSource,
  notes: DnaNotes,
  row: SqliteRow,
  entities: ReadonlyMap<number, string>,
  text: string,
  from: string,
): Draft['record'] | undefined {
  const named = (entity: SqliteRow[string] | undefined) =>
    entities.has(Number(entity ?? -1)) ? Number(entity) : undefined;
  const [person, organization, concept] = [named(row.person), named(row.organization), named(row.concept)];
  const speaker = person ?? organization;
  const moment = momentOf(row.date);
  if (concept === undefined || speaker === undefined || moment === undefined) {
    const missing = [
      ...(concept === undefined ? [`without a ${source.codebook.concept.name}`] : []),
      ...(speaker === undefined ? ['without a person or an organization'] : []),
      ...(moment === undefined ? ['in a document that has no date or is missing'] : []),
    ];
    notes.skip(from, missing.join(', '));
    return undefined;
  }
  const topic = idOf('topic', source, concept);
  const position = positionOf(source, notes, row, entities, from);
  return filled({
    type: 'statement',
    id: idOf('statement', source, textOf(row.id)),
    act: 'STATEMENT',
    date: moment.date,
    time: moment.time,
    // the document's is all that DNA knows
    dateBasis: 'INFERRED',
    speakers: [{ actor: idOf('actor', source, speaker) }],
    onBehalfOf:
      organization === undefined ? undefined : [{ actor: idOf('actor', source, organization), basis: 'OWN' }],
    about: position ? undefined : [topic],
    stances: position && [
      filled({
        topic,
        ...position,
        coding: source.coding,
        coder: storable(notes, from, 'its coder', oneLine(textOf(row.coder)), LABEL),
      }),
    ],
    citations: [passage(source, notes, row, text, from)],
  });
}

function positionOf(
  { codebook: { qualifier, positions } }: DnaSource,
  notes: DnaNotes,
  row: SqliteRow,
  entities: ReadonlyMap<number, string>,
  from: string,
): Readonly<Record<string, unknown>> | undefined {
  if (!qualifier) return undefined;
  const value =
    qualifier.type === 'short text' ? entities.get(Number(row.qualifier ?? -1)) : textOf(row.qualifier);
  const position = positions.get(value ?? '');
  if (!position) {
    notes.change(
      from,
      value === undefined || value === ''
        ? `without a position: it has no ${qualifier.name}`
        : `without a position: none is given for ${qualifier.name} ${JSON.stringify(value)}`,
    );
  }
  return position;
}

/** The coded words. Mostly they are a reporter's, about what the actor said: DNA does not say whose they are. */
function passage(
  source: DnaSource,
  notes: DnaNotes,
  { document, start, stop }: SqliteRow,
  text: string,
  from: string,
): Readonly<Record<string, unknown>> {
  const [begin, end] = [Number(start), Number(stop)];
  if (end > text.length) notes.change(from, "its passage ends after its document's text");
  return filled({
    source: idOf('source', source, textOf(document)),
    quote: storable(notes, from, 'its passage', text.slice(begin, end), LONG_TEXT),
    attribution: 'PARAPHRASE',
    primary: true,
    start: begin,
    end,
  });
}
