import { type AnyRecord, compact } from '../../model/index.js';
import type { ActorResolver } from '../actors/actor-resolver.js';
import { cameoCodes } from './events/cameo.js';
import { codedEventRecords, type EventActor } from './events/coded-event.js';
import type { StanceRules } from './events/stance-rules.js';
import { namedPublisher } from './origins.js';
import type { ReadInput } from './reader.js';
import type { RowFields } from './row-fields.js';
import { headedRows, openRows, repeatedRecords } from './row-input.js';
import { tabRows } from './text-rows.js';

export interface EventOptions {
  readonly resolver: ActorResolver;
  readonly stances?: StanceRules | undefined;
}

/** What of the 20 columns is read; the others need not be there. */
const COLUMNS = [
  'Event ID',
  'Event Date',
  'Source Name',
  'Source Sectors',
  'Source Country',
  'CAMEO Code',
  'Target Name',
  'Target Sectors',
  'Target Country',
  'Story ID',
  'Publisher',
];

/**
 * Opens event data of ICEWS: tab-separated, with a header; `NA` is missing. Each row is an event, and a statement of
 * its source actor where it is words.
 *
 * @throws DemarcheError BAD_USER_INPUT where it is none
 */
export function openIcews(path: string, options: EventOptions): Promise<ReadInput> {
  return openRows(path, {
    fits: (name) => /\.(tab|tsv|txt|csv)$/i.test(name),
    rows(file, bytes) {
      const repeated = repeatedRecords();
      return headedRows(file, tabRows(bytes), { name: 'ICEWS event data', columns: COLUMNS }, (fields) =>
        repeated.without(icewsRecords(fields, options)),
      );
    },
  });
}

function icewsRecords(fields: RowFields, { resolver, stances }: EventOptions): AnyRecord[] | undefined {
  const key = fields.required('Event ID', /^\d{1,18}$/, 'a number');
  const date = fields.day('Event Date');
  const cameo = cameoCodes().get(fields.required('CAMEO Code', /^\d{2,4}$/, 'a code of CAMEO'));
  const story = fields.required('Story ID', /^(\d{1,18})?$/, 'a number, or NA');
  fields.number('Intensity', -10, 10);
  fields.number('Latitude', -90, 90);
  fields.number('Longitude', -180, 180);
  const publisherName = fields.text('Publisher');
  if (cameo === undefined && fields.issues.length === 0)
    fields.issue('CAMEO Code', 'a code of CAMEO; there is no such one');
  if (cameo === undefined || fields.issues.length > 0) return undefined;

  const publisher = publisherName === undefined ? undefined : namedPublisher('icews', publisherName);
  const source = `source:icews-${story === '' ? `event-${key}` : story}`;
  return [
    ...(publisher ? [publisher] : []),
    compact({ type: 'source' as const, id: source, kind: 'news story', publisher: publisher?.id }),
    ...codedEventRecords(
      {
        key: `icews-${key}`,
        date,
        codes: cameo.codes,
        goldstein: cameo.goldstein,
        type: cameo.name,
        sources: actorOf(fields, resolver, 'Source'),
        targets: actorOf(fields, resolver, 'Target'),
        place: placeOf(fields),
        citations: [{ source }],
        isVerbal: cameo.isVerbal,
      },
      stances,
    ),
  ];
}

function actorOf(fields: RowFields, resolver: ActorResolver, side: 'Source' | 'Target'): EventActor[] {
  const asNamed = fields.text(`${side} Name`);
  if (asNamed === undefined || asNamed === NOBODY) return [];
  const country = fields.text(`${side} Country`);
  const sectors = fields.text(`${side} Sectors`);
  const said = [sectors, country].filter((part) => part !== undefined && part !== asNamed).join('; ');
  const description = said === '' ? undefined : `In ICEWS: ${said}`;
  return [{ actor: resolver.idOf({ name: asNamed, description }), asNamed }];
}

/** What ICEWS calls an actor of whom a report does not tell who it is. */
const NOBODY = 'Unspecified Actor';

function placeOf(fields: RowFields): string | undefined {
  const parts = ['City', 'District', 'Province', 'Country'].map((column) => fields.text(column));
  return [...new Set(parts.filter((part) => part !== undefined))].join(', ') || undefined;
}
