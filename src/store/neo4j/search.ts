import { type Query, query } from '../query.js';

export const FULL_TEXT_INDEX = 'demarche_search';

export const searchFullText: Query<
  { lucene: string; labels: readonly string[]; limit: number },
  { id: string; score: number }
> = query(
  'searchFullText',
  `CALL db.index.fulltext.queryNodes('${FULL_TEXT_INDEX}', $lucene) YIELD node, score
   WHERE any(label IN labels(node) WHERE label IN $labels)
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
