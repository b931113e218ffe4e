import { piecesOf } from './pieces.js';

/** The items of a JSON array, each on a line of its own. */
export function itemsOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
  jsonOf: (item: Item) => object,
): AsyncGenerator<string, void, undefined> {
  return piecesOf(batches, (item) => JSON.stringify(jsonOf(item)), ',\n');
}
