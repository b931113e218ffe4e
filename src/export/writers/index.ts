import { DemarcheError } from '../../model/index.js';
import type { ExportRequest } from '../request.js';
import type { Writer } from '../writer.js';
import { csv, csvSpreadsheet } from './csv.js';
import { cytoscape } from './cytoscape.js';
import { dl } from './dl.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { graphology } from './graphology.js';
import { jsonLd } from './json-ld.js';
import { matrix } from './matrix.js';
import { ndjson } from './ndjson.js';
import { neo4jAdmin } from './neo4j-admin.js';
import { parquet } from './parquet.js';
import { turtle } from './turtle.js';

export const WRITERS: readonly Writer[] = [
  graphml,
  gexf,
  csv,
  csvSpreadsheet,
  parquet,
  cytoscape,
  graphology,
  jsonLd,
  turtle,
  neo4jAdmin,
  ndjson,
  matrix,
  dl,
];

/** @throws DemarcheError NOT_FOUND, listing the formats that there are */
export function writerOf(format: string): Writer {
  const writer = WRITERS.find((one) => one.format === format);
  if (writer) return writer;
  throw new DemarcheError(
    'NOT_FOUND',
    `format: expected one of ${WRITERS.map((one) => one.format).join(', ')}, not "${format}"`,
  );
}

/** What a request is about, in what the writers that can hold it have. */
const ABLE = {
  graph: ({ carries }) => carries.some((one) => one !== 'rows'),
  statements: ({ carries }) => carries.includes('rows'),
  neighbourhood: ({ carries }) => carries.some((one) => one !== 'rows'),
  network: ({ network }) => network !== undefined,
} as const satisfies Readonly<Record<ExportRequest['what'], (writer: Writer) => boolean>>;

/** The formats that can hold such a request. */
export function writersOf(what: ExportRequest['what']): readonly Writer[] {
  return WRITERS.filter(ABLE[what]);
}

/** @throws DemarcheError BAD_USER_INPUT where the format cannot hold what is asked for, listing those that can */
export function refuseUnable(writer: Writer, { what }: ExportRequest): void {
  const able = writersOf(what);
  if (able.includes(writer)) return;
  throw new DemarcheError(
    'BAD_USER_INPUT',
    `format: expected one of ${able.map(({ format }) => format).join(', ')} with what=${what}, not ${writer.format}`,
  );
}
