import { DemarcheError } from '../../model/index.js';
import type { Writer } from '../writer.js';
import { csv, csvSpreadsheet } from './csv.js';
import { cytoscape } from './cytoscape.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { graphology } from './graphology.js';
import { ndjson } from './ndjson.js';
import { parquet } from './parquet.js';

export const WRITERS: readonly Writer[] = [
  graphml,
  gexf,
  csv,
  csvSpreadsheet,
  parquet,
  cytoscape,
  graphology,
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
