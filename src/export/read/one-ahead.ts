/** What `work` makes of each item, in order; the next is in the making while one is used. */
export async function* oneAhead<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  let pending: Promise<Result> | undefined;
  for await (const item of items) {
    const next = work(item);
    // whoever leaves early does not wait for it
    next.catch(() => undefined);
    if (pending) yield await pending;
    pending = next;
  }
  if (pending) yield await pending;
}
