import type { NetworkContent } from '../network/content.js';
import { matricesOf } from '../network/matrices.js';
import { momentText } from '../network/time.js';
import { csvLine } from '../text/csv.js';
import type { Writer } from '../writer.js';

/**
 * The weights of a network as a matrix, as the Discourse Network Analyzer writes it: names in the first row and the
 * first column. The matrices of windows stand below each other, each row with its window before it.
 */
export const matrix: Writer = {
  format: 'matrix',
  title: 'A network as a matrix in CSV, as the Discourse Network Analyzer writes it',
  carries: [],
  extension: '.csv',
  mediaType: 'text/csv',
  isPackage: false,
  files: () => [],
  network: (network) => [
    {
      name: 'matrix.csv',
      mediaType: 'text/csv',
      description: 'The weights of the network, as a matrix.',
      write: () => write(network),
    },
  ],
};

async function* write(network: NetworkContent): AsyncGenerator<string> {
  const { rows, columns, slices, weights } = matricesOf(network);
  const isOverTime = network.input.window !== undefined;
  yield csvLine([...(isOverTime ? ['start', 'middle', 'end'] : []), '', ...columns]);
  for (const slice of slices) {
    const { start, middle, stop } = slice.told;
    const moments = isOverTime ? [start, middle, stop].map(momentText) : [];
    let number = 0;
    for (const cells of weights(slice)) {
      yield csvLine([...moments, rows[number], ...Array.from(cells, String)]);
      number++;
    }
  }
}
