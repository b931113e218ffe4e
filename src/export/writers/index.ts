import { DemarcheError } from '../../model/index.js';
import type { Carried } from '../read/select.js';
import type { ExportRequest } from '../request.js';
import type { Writer } from '../writer.js';
import { csv, csvSpreadsheet } from './csv.js';
import { cytoscape } from './cytoscape.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { graphology } from './graphology.js';
import { jsonLd } from './json-ld.js';
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

/**
 * What a writer is given for a request.
 * @throws DemarcheError BAD_USER_INPUT where it cannot write that, listing the formats that can
 */
export function carriedBy({ format, carries }: Writer, { what }: ExportRequest): Carried {
  if (what !== 'statements') {
    const carried = carries.find((one) => one !== 'rows');
    if (carried) return carried;
  } else if (carries.includes('rows')) return 'rows';
  const able = WRITERS.filter((writer) => writer.carries.includes('rows')).map((writer) => writer.format);
  throw new DemarcheError(
    'BAD_USER_INPUT',
    `format: expected one of ${able.join(', ')} with what=statements: ${format} has no tables`,
  );
}
