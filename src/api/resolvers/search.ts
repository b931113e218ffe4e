import type { GraphQLResolveInfo } from 'graphql';
import { DemarcheError, searchTextOf, wordsOf } from '../../model/index.js';
import {
  disputeQueries,
  MOST_HITS,
  SEARCHED_LABELS,
  type SearchedLabel,
  type SearchHit,
  statementQueries,
} from '../../store/index.js';
import { page, pageWanted } from '../connections.js';
import type { ApiContext } from '../context.js';
import type { SearchEdgeParent, SearchPage, SearchResultParent } from '../parents.js';
import type { QuerySearchArgs, SearchEdgeResolvers, SearchKind } from '../schema.generated.js';
import { selectedField } from '../selection.js';
import { nodeById } from './node.js';

const LONGEST_QUERY = 500;

const LABELS: Readonly<Record<SearchKind, SearchedLabel>> = {
  ACTOR: 'Actor',
  TOPIC: 'Topic',
  STATEMENT: 'Statement',
  SOURCE: 'Source',
  PUBLISHER: 'Publisher',
  EVENT: 'Event',
  DISPUTE: 'Dispute',
};

/**
 * `Query.search`: the hits are the engine's, in its order. A cursor is the score and the id of a hit. Data that is added
 * changes all scores a little, so a page begins after that hit, wherever it has come to be; only where it is gone, after
 * the score.
 */
export function search(args: QuerySearchArgs, context: ApiContext, info: GraphQLResolveInfo): SearchPage {
  if (args.query.length > LONGEST_QUERY) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      `query: expected at most ${LONGEST_QUERY} characters, not ${args.query.length}`,
    );
  }
  if (args.kinds?.length === 0) {
    throw new DemarcheError(
      'BAD_USER_INPUT',
      'kinds: expected at least one kind (leave it out to search all)',
    );
  }
  const words = distinctWords(args.query);
  const labels = args.kinds ? [...new Set(args.kinds.map((kind) => LABELS[kind]))] : [...SEARCHED_LABELS];
  const scope = { list: 'search', selection: [words, [...labels].sort()], keyLength: 2 };
  const wanted = pageWanted(args, scope, context.limits.maxPageSize);

  const { bound, limit } = wanted.keyset;
  const counted = selectedField(info)
    .below('SearchConnection')
    .some(({ name }) => name === 'totalCount');
  const most = counted || bound ? MOST_HITS : Math.min(limit, MOST_HITS);

  const hits = async () => (words.length === 0 ? [] : context.searchText({ labels, words, limit: most }));
  const found = page<SearchHit, SearchHit>(wanted, {
    rows: async () => {
      const all = await hits();
      const first = bound ? firstAfter(all, bound) : 0;
      return all.slice(first, first + limit);
    },
    keyOf: (hit) => [String(hit.score), hit.id],
    nodeOf: (hit) => hit,
    count: async () => (await hits()).length,
    exported: (hit) => hit.id,
  });
  const edges = async () => {
    const all = await Promise.all(
      (await found.edges()).map(async ({ cursor, node: hit }): Promise<SearchEdgeParent | undefined> => {
        const node = await nodeById(hit.id, context);
        return node ? { cursor, node, score: hit.score, words } : undefined;
      }),
    );
    return all.filter((edge) => edge !== undefined);
  };
  return {
    edges,
    nodes: async () => (await edges()).map((edge) => edge.node),
    pageInfo: found.pageInfo,
    totalCount: found.totalCount,
    exportUrl: found.exportUrl,
  };
}

/** Where the hits after a cursor's begin. */
function firstAfter(hits: readonly SearchHit[], [score, id]: readonly string[]): number {
  const same = hits.findIndex((hit) => hit.id === id);
  if (same >= 0) return same + 1;
  const next = hits.findIndex(
    (hit) => hit.score < Number(score) || (hit.score === Number(score) && hit.id > String(id)),
  );
  return next < 0 ? hits.length : next;
}

/** Each word once; the last stays last, because it may be the beginning of a word. */
function distinctWords(query: string): string[] {
  const words = wordsOf(query);
  const last = words.pop();
  return last === undefined ? [] : [...new Set(words), last];
}

export const SearchEdge: SearchEdgeResolvers = {
  field: async (edge, _, context) => bestField(await textsOf(edge.node, context), edge.words),
};

/** The texts that were searched, by the name of their field. */
async function textsOf(
  node: SearchResultParent,
  context: ApiContext,
): Promise<[field: string, text: string][]> {
  const fields = [
    'name',
    'aliases',
    'isoCode',
    'summary',
    'title',
    'author',
    'text',
    'place',
    'document',
    'question',
    'assessment',
  ];
  const row = node as Readonly<Record<string, unknown>>;
  const texts = fields.flatMap((field): [string, string][] => {
    const value = row[field];
    if (typeof value === 'string') return [[field, value]];
    return Array.isArray(value) ? [[field, value.join(' ')]] : [];
  });
  if (node.id.startsWith('statement:')) {
    const citations = await context.many(statementQueries.citationsOfStatements, node.id);
    texts.push(...citations.flatMap(({ quote }): [string, string][] => (quote ? [['quote', quote]] : [])));
  }
  if (node.id.startsWith('dispute:')) {
    const claims = await context.many(disputeQueries.claimsOfDisputes, node.id);
    texts.push(['claims', claims.map(({ claim }) => claim).join(' ')]);
  }
  return texts;
}

/** The field with most of the words; the first of those that have equally many. */
function bestField(texts: readonly [field: string, text: string][], words: readonly string[]): string {
  let best = { field: texts[0]?.[0] ?? 'name', count: -1 };
  for (const [field, text] of texts) {
    const stored = searchTextOf(text);
    const count = words.filter((word, i) =>
      stored.includes(i === words.length - 1 ? ` ${word}` : ` ${word} `),
    ).length;
    if (count > best.count) best = { field, count };
  }
  return best.field;
}
