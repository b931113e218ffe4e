import { fullTextIndex, luceneQuery } from '../../src/store/neo4j/search.js';
import { type BenchCase, type Node, question, statement } from './case.js';

/** Two words that one statement in a few hundred has. */
const WORDS = ['mediation', 'veto'];

/** Full-text search; `bare` calls the index of Neo4j, or scans as the embedded engine must. */
export function searches(engine: 'neo4j' | 'embedded'): BenchCase[] {
  const [first = '', last = ''] = WORDS;
  return [
    {
      name: 'search',
      title: 'full-text search, best 20',
      service: question(
        `query ($query: String!) {
          search(query: $query, kinds: [STATEMENT], first: 20) { edges { score node { ... on Statement { id date summary } } } } }`,
        { query: WORDS.join(' ') },
        ({ search }: { readonly search: { readonly edges: readonly { readonly node: Node }[] } }) =>
          search.edges.map(({ node }) => node.id),
      ),
      bare:
        engine === 'neo4j'
          ? statement(
              `CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node AS s, score
               WITH s, score ORDER BY score DESC, s.id LIMIT 20
               RETURN s.id AS id, s.date AS date, s.summary AS summary, score`,
              { index: fullTextIndex('Statement'), lucene: luceneQuery(WORDS) },
            )
          : statement(
              `MATCH (s:Statement) WHERE s.searchText CONTAINS $first AND s.searchText CONTAINS $last
               WITH s ORDER BY size(s.searchText), s.id LIMIT 20
               RETURN s.id AS id, s.date AS date, s.summary AS summary`,
              { first: ` ${first} `, last: ` ${last}` },
            ),
      generated: {
        natural: question(
          `query ($phrase: String!) {
            searchStatements(phrase: $phrase, first: 20, sort: [{ score: DESC }, { node: { id: ASC } }]) {
              edges { score node { id date summary } } } }`,
          { phrase: luceneQuery(WORDS) },
          ({
            searchStatements,
          }: {
            readonly searchStatements: { readonly edges: readonly { readonly node: Node }[] };
          }) => searchStatements.edges.map(({ node }) => node.id),
        ),
      },
    },
  ];
}
