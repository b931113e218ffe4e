import type { NetworkContent } from '../network/content.js';
import { matricesOf } from '../network/matrices.js';
import { momentText } from '../network/time.js';
import type { Writer } from '../writer.js';

/**
 * UCINET's DL, in its form of full matrices (UCINET help, "DL language"), for UCINET, Gephi and whatever reads it. All
 * labels stand in quotes, a line of them with commas between them; the format has no quotes within quotes, so that they
 * become apostrophes. The networks of windows are matrices with the same labels, one after the other, each with the
 * window as its label.
 */
export const dl: Writer = {
  format: 'dl',
  title: 'A network as a full matrix in DL, for UCINET',
  carries: [],
  extension: '.dl',
  mediaType: 'text/plain',
  isPackage: false,
  files: () => [],
  network: (network) => [
    {
      name: 'network.dl',
      mediaType: 'text/plain',
      description: 'The weights of the network, as a full matrix in DL.',
      write: () => write(network),
    },
  ],
};

async function* write(network: NetworkContent): AsyncGenerator<string> {
  const { rows, columns, slices, weights } = matricesOf(network);
  const size = network.twoMode ? `nr=${rows.length} nc=${columns.length}` : `n=${rows.length}`;
  const isOverTime = network.input.window !== undefined;
  yield `dl ${size}${isOverTime ? ` nm=${slices.length}` : ''} format=fullmatrix\n`;
  if (network.twoMode) yield `row labels:\n${labels(rows)}\ncolumn labels:\n${labels(columns)}\n`;
  else yield `labels:\n${labels(rows)}\n`;
  if (isOverTime) {
    const periods = slices.map(({ told }) => `${momentText(told.start)} to ${momentText(told.stop)}`);
    yield `matrix labels:\n${labels(periods)}\n`;
  }
  yield 'data:\n';
  for (const slice of slices) {
    for (const cells of weights(slice)) yield `${cells.join(' ')}\n`;
  }
}

function labels(texts: readonly string[]): string {
  return texts.map((text) => `"${text.replaceAll('"', "'")}"`).join(',');
}
