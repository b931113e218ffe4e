/**
 * A process of its own on a Grafeo file, for the tests of crashes and locks.
 * `write FILE`: writes pairs of nodes for ever, printing each number once it is acknowledged.
 * `hold FILE`: opens the file, prints "open", and holds it.
 */
import { openGrafeo } from '../../src/store/grafeo/index.js';
import { query } from '../../src/store/query.js';

const [, , task, path] = process.argv;
if (path === undefined) throw new Error('usage: grafeo-process.ts write|hold FILE');

const store = await openGrafeo({ path });
if (task === 'hold') {
  process.stdout.write('open\n');
  setInterval(() => {}, 1_000);
} else {
  await store.applySchema();
  const mergeOne = query<{ id: string; n: number }, Record<never, never>>(
    'mergeOne',
    'MERGE (a:Topic {id: $id}) SET a.n = $n',
  );
  const [last] = await store.read(
    query<Record<never, never>, { n: number | null }>('last', 'MATCH (t:Topic) RETURN max(t.n) AS n'),
    {},
  );
  for (let n = (last?.n ?? 0) + 1; ; n++) {
    await store.write(async (transaction) => {
      await transaction.run(mergeOne, { id: `topic:a-${n}`, n });
      await transaction.run(mergeOne, { id: `topic:b-${n}`, n });
    });
    process.stdout.write(`${n}\n`);
  }
}
