import type { AnyRecord, CitationRecord } from '../../model/index.js';
import { isoCodeOf } from '../actors/actor-name.js';
import type { ActorResolver, NamedActor } from '../actors/actor-resolver.js';
import { cameoCodes } from './events/cameo.js';
import { codedEventRecords, type EventActor } from './events/coded-event.js';
import { type GdeltMentions, readGdeltMentions } from './gdelt-mentions.js';
import type { EventOptions } from './icews.js';
import { pageRecords } from './origins.js';
import type { ReadInput, ReadNotes, ReadRow } from './reader.js';
import type { RowFields } from './row-fields.js';
import { openRows, type RowShape, readRow, repeatedRecords } from './row-input.js';
import { tabRows } from './text-rows.js';

export interface GdeltOptions extends EventOptions {
  /** a file of the mentions table, whose articles are cited beside the event's own */
  readonly mentions?: string | undefined;
}

const ACTOR = [
  'Code',
  'Name',
  'CountryCode',
  'KnownGroupCode',
  'EthnicCode',
  'Religion1Code',
  'Religion2Code',
  'Type1Code',
  'Type2Code',
  'Type3Code',
];
const PLACE = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'];
/** The columns of an export of GDELT 2.0, which has no header. */
const COLUMNS = [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...['Actor1', 'Actor2'].flatMap((actor) => ACTOR.map((name) => actor + name)),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
  ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...['Actor1Geo_', 'Actor2Geo_', 'ActionGeo_'].flatMap((place) => PLACE.map((name) => place + name)),
  ...['DATEADDED', 'SOURCEURL'],
];
const INDEX = new Map(COLUMNS.map((column, index) => [column, index]));
const SHAPE: RowShape = {
  indexOf: (column) => INDEX.get(column) ?? -1,
  count: COLUMNS.length,
  expected: `the ${COLUMNS.length} columns of GDELT 2.0`,
};

/**
 * Opens an export of GDELT 2.0: 61 columns with tabs between them, without a header. Each row is an event, and a
 * statement of its first actor where it is words.
 *
 * @throws DemarcheError BAD_USER_INPUT where it cannot be read
 */
export async function openGdelt(path: string, options: GdeltOptions): Promise<ReadInput> {
  const mentions = options.mentions === undefined ? undefined : await readGdeltMentions(options.mentions);
  return openRows(path, {
    fits: (name) => /\.export\.csv$/i.test(name),
    rows: (_file, bytes, notes) => gdeltRows(bytes, options, mentions, notes),
  });
}

async function* gdeltRows(
  bytes: AsyncIterable<Buffer>,
  options: EventOptions,
  mentions: GdeltMentions | undefined,
  notes: ReadNotes,
): AsyncGenerator<ReadRow> {
  const repeated = repeatedRecords();
  for await (const row of tabRows(bytes)) {
    yield readRow(row, SHAPE, (fields) =>
      repeated.without(
        gdeltRecords(fields, options, mentions, (reason) => notes.change(`line ${row.line}`, reason)),
      ),
    );
  }
}

function gdeltRecords(
  fields: RowFields,
  { resolver, stances }: EventOptions,
  mentions: GdeltMentions | undefined,
  changed: (reason: string) => void,
): AnyRecord[] | undefined {
  const key = fields.required('GLOBALEVENTID', /^\d{1,18}$/, 'a number');
  const date = fields.day('SQLDATE');
  const code = fields.required('EventCode', /^\d{2,4}$/, 'a code of CAMEO');
  const cameo = cameoCodes().get(code);
  fields.number('GoldsteinScale', -10, 10);
  fields.number('ActionGeo_Lat', -90, 90);
  fields.number('ActionGeo_Long', -180, 180);
  const address = fields.text('SOURCEURL', 2_000);
  if (cameo === undefined && fields.issues.length === 0)
    fields.issue('EventCode', 'a code of CAMEO; there is no such one');
  if (cameo === undefined || fields.issues.length > 0) return undefined;

  const { sources, citations } = reportsOf(key, address, mentions, changed);
  return [
    ...sources,
    ...codedEventRecords(
      {
        key: `gdelt-${key}`,
        date,
        codes: cameo.codes,
        goldstein: cameo.goldstein,
        type: cameo.name,
        sources: actorOf(fields, resolver, 'Actor1'),
        targets: actorOf(fields, resolver, 'Actor2'),
        place: fields.text('ActionGeo_FullName'),
        citations,
        isVerbal: cameo.isVerbal,
      },
      stances,
    ),
  ];
}

/** More an event cannot cite. */
const MOST_CITATIONS = 200;

function reportsOf(
  event: string,
  address: string | undefined,
  mentions: GdeltMentions | undefined,
  changed: (reason: string) => void,
): { readonly sources: readonly AnyRecord[]; readonly citations: readonly CitationRecord[] } {
  const all = [...new Set([...(address === undefined ? [] : [address]), ...(mentions?.of(event) ?? [])])];
  if (all.length > MOST_CITATIONS)
    changed(`cited by the first ${MOST_CITATIONS} of its ${all.length} articles`);
  const pages = all.slice(0, MOST_CITATIONS).map((page) => pageRecords('gdelt', page));
  return {
    sources: pages.flatMap(([source, ...publisher]) => [...publisher, source]),
    citations: pages.map(([source]) => ({ source: source.id })),
  };
}

function actorOf(fields: RowFields, resolver: ActorResolver, side: 'Actor1' | 'Actor2'): EventActor[] {
  const code = fields.text(`${side}Code`);
  const name = fields.text(`${side}Name`) ?? code;
  if (name === undefined) return [];
  const types = ['Type1Code', 'Type2Code', 'Type3Code'].flatMap((type) => fields.text(side + type) ?? []);
  const named = namedActor(name, code ?? '', fields.text(`${side}CountryCode`) ?? '', types);
  return [{ actor: resolver.idOf(named), asNamed: name }];
}

/**
 * A code that is a country's, and nothing else, is the state. Its government may stand under the state's name; its army,
 * its citizens or its firms are others, even where GDELT gives them that name.
 */
function namedActor(name: string, code: string, country: string, types: readonly string[]): NamedActor {
  const isoCode = isoCodeOf(country);
  if (code === country && isoCode !== undefined) return { name, isState: isoCode };
  const isGovernment =
    isoCode !== undefined && code === `${country}GOV` && types.every((type) => type === 'GOV');
  return {
    name,
    onlyState: isGovernment ? isoCode : null,
    qualifier: code === '' || code === name ? undefined : code,
    description: code === '' ? undefined : `In GDELT: ${code}`,
  };
}
