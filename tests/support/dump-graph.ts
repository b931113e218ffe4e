import { type QueryValue, query, type Store } from '../../src/store/index.js';

type Nothing = Record<never, never>;

const nodeProperties = query<Nothing, { id: string; label: string; key: string; value: QueryValue }>(
  'nodeProperties',
  `MATCH (n) WHERE NOT n:Load AND NOT n:_Replaced
   UNWIND labels(n) AS label UNWIND keys(n) AS key
   RETURN n.id AS id, label, key, n[key] AS value`,
);
const edgeProperties = query<
  Nothing,
  { edge: string; from: string; type: string; to: string; key: string | null; value: QueryValue }
>(
  'edgeProperties',
  `MATCH (a)-[r]->(b) UNWIND (keys(r) + [null]) AS key
   RETURN elementId(r) AS edge, a.id AS from, type(r) AS type, b.id AS to, key,
     CASE WHEN key IS NULL THEN null ELSE r[key] END AS value`,
);

/** Everything in the graph but the history of loads, as sorted lines: equal dumps are equal graphs. `without` names properties to leave out. */
export async function dumpGraph(store: Store, without: readonly string[] = []): Promise<string[]> {
  const nodes = (await store.read(nodeProperties, {}))
    .filter(({ key }) => !without.includes(key))
    .map(({ id, label, key, value }) => `${id} :${label} ${key}=${JSON.stringify(value)}`);
  const edges = new Map<string, string[]>();
  for (const { edge, from, type, to, key, value } of await store.read(edgeProperties, {})) {
    const properties = edges.get(edge) ?? [`${from} -${type}-> ${to}`];
    edges.set(edge, properties);
    if (key !== null && !without.includes(key)) properties.push(`${key}=${JSON.stringify(value)}`);
  }
  const edgeLines = [...edges.values()].map(([ends, ...properties]) =>
    [ends, ...properties.sort()].join(' '),
  );
  return [...nodes, ...edgeLines].sort();
}

/** What differs between two loads of the same records. */
export const OF_THE_LOAD = ['recordedAt', 'revision', 'revisedAt', 'rewritten', 'load'];
