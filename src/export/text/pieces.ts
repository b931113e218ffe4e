/** So many items are some hundred kilobytes of text: longer pieces take longer to join, and wait in memory. */
const ITEMS_OF_A_PIECE = 256;

/** The texts of items, many of them in a piece. */
export async function* piecesOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
  textOf: (item: Item) => string,
  between = '',
): AsyncGenerator<string, void, undefined> {
  let before = '';
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += ITEMS_OF_A_PIECE) {
      const items = batch.slice(start, start + ITEMS_OF_A_PIECE);
      yield before + items.map(textOf).join(between);
      before = between;
    }
  }
}
