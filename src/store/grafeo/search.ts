import type { ReadOptions, SearchedLabel, SearchHit, Store, TextSearch } from '../port.js';
import { type Query, query } from '../query.js';

type SearchParams = Readonly<Record<string, string | number>>;

/**
 * Finds what Neo4j's full-text index finds, by a scan: `searchText` holds each word between spaces. Grafeo's own text
 * index knows no prefixes and joins words by OR.
 */
export async function searchByScan(
  read: Store['read'],
  { labels, words, limit }: TextSearch,
  options: ReadOptions | undefined,
): Promise<SearchHit[]> {
  if (words.length === 0) return [];
  const params = Object.fromEntries([
    ...words.map((word, i) => [`word${i}`, i === words.length - 1 ? ` ${word}` : ` ${word} `]),
    ['limit', limit],
  ]) as SearchParams;
  const hits: SearchHit[] = [];
  for (const label of labels) {
    for (const { id, length } of await read(scanOf(label, words.length), params, options)) {
      hits.push({ id, score: 1 / (1 + length) });
    }
  }
  return hits.sort(bestFirst).slice(0, limit);
}

/** The shorter a text, the more of it the words are; among equals the id decides, as on Neo4j. */
function bestFirst(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

function scanOf(label: SearchedLabel, words: number): Query<SearchParams, { id: string; length: number }> {
  const clauses = Array.from({ length: words }, (_, i) => `n.searchText CONTAINS $word${i}`);
  return query(
    'searchByScan',
    `MATCH (n:${label}) WHERE ${clauses.join(' AND ')}
     WITH n.id AS id, size(n.searchText) AS length
     RETURN id, length ORDER BY length, id LIMIT $limit`,
  );
}
