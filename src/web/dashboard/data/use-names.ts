import { graphql } from '../../client/graphql';
import { useAnswer } from './use-answer';

const names = graphql(`
  query Names($actors: [ID!], $topics: [ID!]) {
    actors(filter: { ids: $actors }, first: 100) { nodes { id name } }
    topics(filter: { ids: $topics }, first: 100) { nodes { id name } }
  }
`);

/** A list of ids may not be empty; no node has this one. */
const NOBODY = { actors: 'actor:-', topics: 'topic:-' };

/** What actors and topics are called. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const of = (kind: string) => ids.filter((id) => id.startsWith(`${kind}:`));
  const variables = { actors: [NOBODY.actors, ...of('actor')], topics: [NOBODY.topics, ...of('topic')] };
  const { data } = useAnswer(names, variables, ids.length === 0);
  const nodes = ids.length > 0 ? [...(data?.actors.nodes ?? []), ...(data?.topics.nodes ?? [])] : [];
  return new Map(nodes.map(({ id, name }) => [id, name]));
}
