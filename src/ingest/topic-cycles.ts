/**
 * The topics that contain themselves, each with its way round (`topic:a → topic:b → topic:a`). `partOf` has the topics
 * of the input; those in the graph need no look: none of them can be part of one that is not there yet.
 */
export function topicCycles(partOf: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const cycles = new Map<string, string>();
  const done = new Set<string>();
  for (const start of partOf.keys()) {
    // depth first, without recursion: a chain of topics may be as long as the input
    const path: { readonly id: string; readonly rest: Iterator<string> }[] = [];
    const onPath = new Map<string, number>();
    const enter = (id: string) => {
      onPath.set(id, path.length);
      path.push({ id, rest: (partOf.get(id) ?? []).values() });
    };
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: next, done: exhausted } = top.rest.next();
      if (exhausted) {
        path.pop();
        onPath.delete(top.id);
        done.add(top.id);
      } else if (onPath.has(next)) {
        const round = path.slice(onPath.get(next)).map(({ id }) => id);
        for (const id of round) if (!cycles.has(id)) cycles.set(id, [...round, next].join(' → '));
      } else if (!done.has(next)) {
        enter(next);
      }
    }
  }
  return cycles;
}
