import { piecesOf } from '../text/pieces.js';
import type { Writer } from '../writer.js';

/** The records that the graph was loaded from, one JSON object a line: what `demarche load` reads. */
export const ndjson: Writer = {
  format: 'ndjson',
  title: "Records in Demarche's own format, which can be loaded again",
  carries: ['records'],
  extension: '.ndjson',
  mediaType: 'application/x-ndjson',
  isPackage: false,
  files: (content) => [
    {
      name: 'records.ndjson',
      mediaType: 'application/x-ndjson',
      description: 'Records, one JSON object a line.',
      write: () => piecesOf(content.records(), (record) => `${JSON.stringify(record)}\n`),
    },
  ],
};
