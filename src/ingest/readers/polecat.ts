import { type AnyRecord, compact } from '../../model/index.js';
import { isCountryName, isoCodeOf } from '../actors/actor-name.js';
import type { ActorResolver } from '../actors/actor-resolver.js';
import { ploverCodes } from './events/cameo.js';
import { codedEventRecords, type EventActor } from './events/coded-event.js';
import type { EventOptions } from './icews.js';
import { hashOf, namedPublisher } from './origins.js';
import type { ReadInput } from './reader.js';
import type { RowFields } from './row-fields.js';
import { headedRows, openRows, repeatedRecords } from './row-input.js';
import { slug } from './slug.js';
import { tabRows } from './text-rows.js';

/** PLOVER's types; whether an event of the type is words, as the CAMEO roots 03–05 and 09–13 that they come from are. */
const TYPES: Readonly<Record<string, boolean>> = {
  AGREE: true,
  CONSULT: true,
  SUPPORT: true,
  REQUEST: true,
  ACCUSE: true,
  REJECT: true,
  THREATEN: true,
  CONCEDE: false,
  COOPERATE: false,
  AID: false,
  RETREAT: false,
  PROTEST: false,
  SANCTION: false,
  MOBILIZE: false,
  COERCE: false,
  ASSAULT: false,
};

/** What of the 40 columns is read. */
const COLUMNS = [
  ...['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Contexts'],
  ...['Actor Name', 'Actor Country', 'Recipient Name', 'Recipient Country'],
  ...['Source', 'Publication Date', 'Language'],
];

/**
 * Opens event data of POLECAT: tab-separated, with a header, coded in PLOVER; several actors of one event are a list in
 * one field. Each row is an event, and a statement of its actors where it is words. Its intensity is no Goldstein score,
 * and is left out.
 *
 * @throws DemarcheError BAD_USER_INPUT where it is none
 */
export function openPolecat(path: string, options: EventOptions): Promise<ReadInput> {
  return openRows(path, {
    fits: (name) => /\.(tab|tsv|txt|csv)$/i.test(name),
    rows(file, bytes) {
      const repeated = repeatedRecords();
      // some files as published have empty columns more
      const format = { name: 'POLECAT event data', columns: COLUMNS, mayBeLonger: true };
      return headedRows(file, tabRows(bytes), format, (fields) =>
        repeated.without(polecatRecords(fields, options)),
      );
    },
  });
}

function polecatRecords(fields: RowFields, { resolver, stances }: EventOptions): AnyRecord[] | undefined {
  const id = fields.required('Event ID', /^\S{1,200}$/, 'an id without spaces');
  const date = fields.day('Event Date');
  const type = fields.required('Event Type', /^[A-Z]+$/, "one of PLOVER's types in capitals");
  const published =
    fields.text('Publication Date') === undefined ? undefined : fields.day('Publication Date');
  fields.number('Intensity', -100, 100);
  fields.number('Latitude', -90, 90);
  fields.number('Longitude', -180, 180);
  const isVerbal = TYPES[type];
  if (isVerbal === undefined && fields.issues.length === 0) {
    fields.issue(
      'Event Type',
      `one of PLOVER's types (${Object.keys(TYPES).join(', ')}); found ${JSON.stringify(type)}`,
    );
  }
  if (isVerbal === undefined || fields.issues.length > 0) return undefined;

  const key = `polecat-${keyOf(id)}`;
  const publisherName = fields.text('Source');
  const publisher = publisherName === undefined ? undefined : namedPublisher('polecat', publisherName);
  const language = fields.text('Language');
  const mode = fields.text('Event Mode');
  return [
    ...(publisher ? [publisher] : []),
    compact({
      type: 'source' as const,
      id: `source:${key}`,
      kind: 'news story',
      publisher: publisher?.id,
      publishedAt: published,
      language:
        language !== undefined && /^[a-zA-Z]{2,3}$/.test(language) ? language.toLowerCase() : undefined,
    }),
    ...codedEventRecords(
      {
        key,
        date,
        codes: ploverCodes(type, mode, listOf(fields.text('Contexts'))).map((code) => code.slice(0, 120)),
        type: mode === undefined ? type : `${type} (${mode.slice(0, 100)})`,
        sources: actorsOf(fields, resolver, 'Actor'),
        targets: actorsOf(fields, resolver, 'Recipient'),
        place: placeOf(fields),
        citations: [{ source: `source:${key}` }],
        isVerbal,
      },
      stances,
    ),
  ];
}

/** The dataset's own id where it fits into ours. */
function keyOf(id: string): string {
  if (/^[a-z0-9._-]{1,100}$/.test(id)) return id;
  return `${slug(id).slice(0, 80)}-${hashOf(id).slice(0, 12)}`.replace(/^-/, '');
}

/** Several values of one field: between semicolons, or as Python or JSON prints a list. */
function listOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const inner = /^\[(.*)\]$/s.exec(text)?.[1];
  const parts =
    inner === undefined
      ? text.split(/[;|]/)
      : [...inner.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,\s][^,]*)/g)].map(
          ([, double, single, bare]) => double ?? single ?? bare ?? '',
        );
  return parts.map((part) => part.trim());
}

const MOST_ACTORS = 200;

function actorsOf(fields: RowFields, resolver: ActorResolver, side: 'Actor' | 'Recipient'): EventActor[] {
  const names = listOf(fields.text(`${side} Name`, 20_000));
  const countries = listOf(fields.text(`${side} Country`, 20_000));
  const title = fields.text(`${side} Title`);
  const sector = fields.text(`Primary ${side} Sector`);
  return names.slice(0, MOST_ACTORS).flatMap((name, index) => {
    if (name === '' || name === 'None') return [];
    const country =
      countries.length === names.length ? countries[index] : countries.length === 1 ? countries[0] : '';
    const isoCode = isoCodeOf(country ?? '');
    const said = names.length > 1 ? '' : [sector, title].filter((part) => part !== undefined).join(', ');
    const actor = resolver.idOf({
      name,
      onlyState: isoCode,
      qualifier: isoCode === undefined || isCountryName(name) ? undefined : isoCode,
      description: said === '' ? undefined : `In POLECAT: ${said}`,
    });
    return [{ actor, asNamed: name }];
  });
}

function placeOf(fields: RowFields): string | undefined {
  const parts = ['City', 'District', 'Province', 'Country'].map((column) => fields.text(column));
  const named = [...new Set(parts.filter((part) => part !== undefined))].join(', ');
  return named || fields.text('Placename');
}
