import { basename } from 'node:path';
import { Document, isMap, isScalar, type YAMLMap } from 'yaml';
import { DemarcheError, POSITIONS } from '../../model/index.js';
import { openInput } from '../input-file.js';
import { slug } from './slug.js';
import { DATE_ORDERS, TABLE_FIELDS, type TableField } from './table-mapping.js';
import { csvRows } from './text-rows.js';
import { openUnpacked } from './unpacked.js';

/** What columns are called, in comparable form; the first that a header has is taken. */
const USUAL_NAMES: Readonly<Record<TableField, readonly string[]>> = {
  id: ['id', 'statementid', 'uid', 'key', 'nr', 'no'],
  date: ['date', 'day', 'datum', 'statementdate', 'when', 'fecha'],
  time: ['time', 'hour'],
  act: ['act', 'acttype', 'type', 'kind'],
  speaker: ['speaker', 'actor', 'who', 'person', 'name', 'source', 'sprecher'],
  role: ['role', 'office', 'title', 'function', 'position held'],
  capacity: ['capacity'],
  onBehalfOf: [
    'onbehalfof',
    'principal',
    'country',
    'state',
    'organization',
    'organisation',
    'party',
    'delegation',
  ],
  basis: ['basis'],
  addressees: ['addressees', 'addressee', 'target', 'recipient', 'to', 'whom'],
  summary: ['summary', 'abstract', 'description', 'paraphrase', 'content'],
  quote: ['quote', 'quotation', 'words', 'text', 'statement', 'verbatim'],
  language: ['language', 'lang'],
  attribution: ['attribution'],
  topic: ['topic', 'proposition', 'concept', 'issue', 'question'],
  position: ['position', 'stance', 'agreement', 'support', 'vote'],
  untilMet: ['untilmet'],
  condition: ['condition'],
  rationale: ['rationale', 'justification', 'reason'],
  coder: ['coder', 'codedby', 'annotator'],
  sourceUrl: ['sourceurl', 'url', 'link', 'address', 'href'],
  sourceTitle: ['sourcetitle', 'headline', 'document', 'reference', 'citation'],
  publisher: ['publisher', 'outlet', 'newspaper', 'medium', 'media'],
  publishedAt: ['publishedat', 'publicationdate', 'published'],
};

const SAMPLE_ROWS = 200;
const MOST_WORDS = 12;
const EXAMPLE = 40;

interface Sample {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A mapping for `demarche import table`, guessed from the header and the first rows of a table: YAML with comments, where
 * `TODO` marks what somebody has to decide. Nothing is guessed of what a value means.
 *
 * @throws DemarcheError BAD_USER_INPUT where the file is no table
 */
export async function proposeMapping(path: string): Promise<string> {
  const { delimiter, ...sample } = await sampleOf(path);
  const columns = guessedColumns(sample);
  const isFound = (field: TableField) => columns.has(field);
  const missing = [
    ...(isFound('date') ? [] : ['date']),
    ...(isFound('speaker') ? [] : ['speaker']),
    ...(isFound('sourceUrl') || isFound('sourceTitle') ? [] : ['sourceUrl (or sourceTitle)']),
    ...(isFound('position') && !isFound('topic') ? ['topic'] : []),
  ];
  const document = new Document({
    name: slug(basename(path).replace(/\..*$/, '')).slice(0, 40) || 'table',
    delimiter,
    dates: dateOrder(valuesOf(sample, columns.get('date'))),
    coding: 'adjudicated',
    columns: Object.fromEntries(columns),
    ...valuesToMean(sample, columns),
  });
  document.commentBefore = [
    ' Which column of the table is what. Check it, then: demarche import table --mapping THIS FILE',
    ...missing.map((field) => ` TODO columns: no column was found for ${field}, which is needed`),
    ` Columns not used: ${unused(sample.names, columns).join(', ') || 'none'}`,
    ` A column can be: ${TABLE_FIELDS.join(', ')}`,
  ].join('\n');
  const top = document.contents;
  if (isMap(top)) {
    comment(top, 'name', 'part of all ids');
    comment(top, 'coding', 'the coding set of the stances');
    comment(top, 'dates', `one of ${DATE_ORDERS.join(', ')}`);
    const own = top.get('columns', true);
    if (isMap(own)) for (const [field, name] of columns) comment(own, field, example(sample, name));
  }
  return document.toString({ lineWidth: 0 });
}

function comment(map: YAMLMap, key: string, text: string): void {
  const value = map.get(key, true);
  if (isScalar(value)) value.comment = ` ${text}`;
}

async function sampleOf(path: string): Promise<Sample & { readonly delimiter: string }> {
  const input = await openInput([path]);
  try {
    const [file] = input.files;
    if (file === undefined) throw new Error('no file');
    let best: (Sample & { readonly delimiter: string }) | undefined;
    for (const [delimiter, character] of [
      ['comma', ','],
      ['semicolon', ';'],
      ['tab', '\t'],
    ] as const) {
      const { bytes } = await openUnpacked(file, (name) => /\.(csv|tsv|tab|txt)$/i.test(name));
      const rows: (readonly string[])[] = [];
      for await (const row of csvRows(bytes, character)) {
        if ('fields' in row) rows.push(row.fields.map((value) => value.trim()));
        if (rows.length > SAMPLE_ROWS) break;
      }
      const [names = [], ...rest] = rows;
      if (names.length > (best?.names.length ?? 1)) best = { delimiter, names, rows: rest };
    }
    if (best) return best;
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `${file.name}: expected a table whose first line names its columns, with commas, semicolons or tabs between them`,
    );
  } finally {
    await input.close();
  }
}

/** By name, and where no name fits, by what the values look like. */
function guessedColumns(sample: Sample): Map<TableField, string> {
  const columns = new Map<TableField, string>();
  const free = () => unused(sample.names, columns);
  for (const field of TABLE_FIELDS) {
    const named = USUAL_NAMES[field]
      .map((usual) => free().find((name) => name.toLowerCase().replace(/[^a-z]/g, '') === usual))
      .find((name) => name !== undefined);
    if (named !== undefined) columns.set(field, named);
  }
  const byLook = (field: TableField, looks: RegExp) => {
    const alike = free().find((name) => {
      const values = valuesOf(sample, name);
      return values.length > 0 && values.every((value) => looks.test(value));
    });
    if (!columns.has(field) && alike !== undefined) columns.set(field, alike);
  };
  byLook('date', /^(\d{4}-\d\d(-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{4})$/);
  byLook('sourceUrl', /^https?:\/\//);
  return new Map(
    TABLE_FIELDS.flatMap((field) => {
      const name = columns.get(field);
      return name === undefined ? [] : [[field, name] as const];
    }),
  );
}

function unused(names: readonly string[], columns: ReadonlyMap<TableField, string>): string[] {
  const used = new Set(columns.values());
  return names.filter((name) => name !== '' && !used.has(name));
}

function valuesOf({ names, rows }: Sample, name: string | undefined): string[] {
  const index = name === undefined ? -1 : names.indexOf(name);
  return [...new Set(rows.map((row) => row[index] ?? '').filter((value) => value !== ''))];
}

function example(sample: Sample, name: string): string {
  const [first] = valuesOf(sample, name);
  return first === undefined
    ? 'empty in the first rows'
    : `such as ${JSON.stringify(first.slice(0, EXAMPLE))}`;
}

function dateOrder(dates: readonly string[]): (typeof DATE_ORDERS)[number] {
  if (dates.some((date) => /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(date))) return 'DD.MM.YYYY';
  const slashed = dates.flatMap(
    (date) => /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(date)?.slice(1, 3).map(Number) ?? [],
  );
  if (slashed.length === 0) return 'YYYY-MM-DD';
  return slashed.some((number, index) => index % 2 === 1 && number > 12) ? 'MM/DD/YYYY' : 'DD/MM/YYYY';
}

/** What only a person can say: the values of positions and topics that are none of the model's. */
function valuesToMean(sample: Sample, columns: ReadonlyMap<TableField, string>) {
  const known = (values: readonly string[], isKnown: (value: string) => boolean) =>
    values.filter((value) => !isKnown(value)).slice(0, MOST_WORDS);
  const positions = known(valuesOf(sample, columns.get('position')), (value) =>
    POSITIONS.some((p) => p === value),
  );
  const topics = known(valuesOf(sample, columns.get('topic')), (value) => value.startsWith('topic:'));
  const todo = (values: readonly string[], what: string) =>
    Object.fromEntries(values.map((value) => [value, what]));
  const values = {
    ...(positions.length === 0 ? {} : { position: todo(positions, `TODO: ${POSITIONS.join(', ')}`) }),
    ...(topics.length === 0 ? {} : { topic: todo(topics, 'TODO: topic:…') }),
  };
  return Object.keys(values).length === 0 ? {} : { values };
}
