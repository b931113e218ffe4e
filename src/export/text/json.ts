/** The items of a JSON array, each on a line of its own. */
export async function* itemsOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
  jsonOf: (item: Item) => object,
): AsyncGenerator<string, void, undefined> {
  let between = '';
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield between + batch.map((item) => JSON.stringify(jsonOf(item))).join(',\n');
    between = ',\n';
  }
}
