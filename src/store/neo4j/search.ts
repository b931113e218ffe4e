import { MOST_HITS, type SearchedLabel } from '../port.js';
import { type Query, query } from '../query.js';

export function fullTextIndex(label: SearchedLabel): string {
  return `demarche_${label}_search`;
}

/** No index gives more than its best hits: a common word is in most texts. */
export const searchFullText: Query<
  { lucene: string; indexes: readonly string[]; limit: number },
  { id: string; score: number }
> = query(
  'searchFullText',
  `UNWIND $indexes AS index
   CALL db.index.fulltext.queryNodes(index, $lucene, {limit: ${MOST_HITS}}) YIELD node, score
   RETURN node.id AS id, score ORDER BY score DESC, id LIMIT $limit`,
);

/**
 * Every word must match and the last may be the beginning of one; a whole match of the last word ranks above a
 * beginning. Operators are upper-case in Lucene and the words are folded, so "and" and "not" are words like others.
 */
export function luceneQuery(words: readonly string[]): string {
  return words
    .map(escapeLucene)
    .map((word, i) => (i === words.length - 1 ? `+(${word} ${word}*)` : `+${word}`))
    .join(' ');
}

function escapeLucene(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
