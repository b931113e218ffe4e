/**
 * Writes the JSON Schema of the record format, made from the zod schemas of src/model, to schema/record.schema.json.
 * `npx tsx scripts/json-schema.ts` writes it; with `--check` it fails where the file is not what it would write.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type RecordType, recordSchema } from '../src/model/index.js';
import { writeMadeFiles } from './lib/made-files.js';

const RECORDS: Readonly<Record<RecordType, string>> = {
  actor: 'A state, an organization (groups such as the E3 are ones) or a person.',
  topic: 'An issue, or a proposition under one: a sentence that one can support or oppose.',
  publisher: 'Who publishes sources, and who controls it.',
  source: 'A page, a document or a broadcast that reports what was said.',
  event: 'What happened: a meeting, a vote, a resolution, a notification, a strike, or a row of event data.',
  vote: 'How an actor voted at an event; one for each actor and event.',
  membership: 'An actor belongs to an organization; one for each role and start.',
  office: 'A person holds an office of a state or a body; one for each title and start.',
  statement:
    'One public act of speech by one or more actors, with the stances it takes and the sources that report it.',
  dispute: 'Sources that contradict each other, each claim with its sources.',
  merge: 'The judgement that one actor is another, which remains.',
  split: 'The judgement that a merge was wrong: it counts no more.',
};

const FIELDS: Readonly<Record<string, string>> = {
  type: 'What kind of record this is.',
  id: 'Permanent and readable; it carries its kind.',
  aliases: 'Other names.',
  isoCode: 'ISO 3166 alpha-3.',
  wikidataId: 'Only where it was verified.',
  unresolved: 'Stands for a name of another dataset that could not be told to be an actor of the graph.',
  text: 'The sentence that a proposition is, or the words of a condition.',
  aligned: 'Of an issue: support means the same thing on all its parts.',
  valence: 'Of a proposition: nearly everybody shares it.',
  partOf: 'The issues this belongs to.',
  control: 'Who controls the publisher.',
  controlSource: 'On whose word.',
  date: 'The local calendar date of the act, as precise as the source: 2020-09-01, 2020-09 or 2020.',
  time: 'Of day, with an offset where it is known.',
  dateBasis: 'Whether the date is printed or inferred.',
  codes: 'Codes of event data, such as CAMEO:046.',
  decides: 'The propositions that a vote decides, and what a yes means for them.',
  speakers: 'Who speaks.',
  capacity: 'In which function the speaker spoke. Who presides takes no side.',
  asNamed: 'The name as the source prints it, mistakes included.',
  onBehalfOf: 'For whom the words count; left out, the speakers speak for themselves.',
  basis: 'OWN; JOINT, each named party speaks; MANDATE, an organ speaks; CLAIMED, asserted for others.',
  about: 'The subjects, whether or not a position is taken.',
  stances: 'The positions the statement takes, as a coder judged them.',
  untilMet: 'What a conditional position is until its condition is met.',
  coding: 'The coding set this judgement belongs to.',
  quote: 'Verbatim and short.',
  elided: 'Words between the first and the last are left out.',
  attribution: 'VERBATIM where there is a quote and PARAPHRASE where not, unless given.',
  primary: 'The citation whose quote stands for the statement.',
  start: 'UTF-16 offset of the quote in the source.',
  end: 'UTF-16 offset after the quote.',
  respondsTo: 'The statements or events this answers.',
  into: 'The actor that remains.',
  merge: 'The merge that is taken back.',
  reason: 'Why it was judged so.',
  by: 'Who judged it.',
  at: 'When: a date, or an instant as 2026-01-02T03:04:05Z.',
};

/** Adds what the fields and records mean, wherever they stand. */
function describe(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const item of Object.values(value)) describe(item);
  const { properties } = value as { readonly properties?: Readonly<Record<string, object>> };
  if (!properties) return;
  for (const [name, property] of Object.entries(properties)) {
    const description = FIELDS[name];
    if (description) Object.assign(property, { description });
  }
  const type = properties.type && 'const' in properties.type ? properties.type.const : undefined;
  if (isRecordType(type)) Object.assign(value, { title: type, description: RECORDS[type] });
}

function isRecordType(type: unknown): type is RecordType {
  return typeof type === 'string' && Object.hasOwn(RECORDS, type);
}

// parts that the zod schemas share are one object in what zod makes: each place gets its own
const schema: Readonly<Record<string, unknown>> = JSON.parse(
  JSON.stringify(z.toJSONSchema(recordSchema, { io: 'input' })),
);
describe(schema);

const { $schema, ...rest } = schema;
const described = {
  $schema,
  $id: 'urn:demarche:schema:record',
  title: 'Demarche record',
  description:
    'One record of the Demarche format: a JSON object on a line of its own. `demarche validate` checks more than a schema can say: that references resolve, that dates exist, that quotes and offsets agree.',
  ...rest,
};
// laid out as the project's formatter does, so that it has nothing to change
const text = execFileSync(
  fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url)),
  ['format', '--stdin-file-path=schema/record.schema.json'],
  { input: JSON.stringify(described), encoding: 'utf8' },
);

await writeMadeFiles('json-schema.ts', { 'schema/record.schema.json': text });
