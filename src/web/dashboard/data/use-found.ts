import type { VariablesOf } from 'gql.tada';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../client/graphql';
import { enumWords } from './enum-words';

const find = graphql(`
  query Find($text: String!, $kinds: [SearchKind!]) {
    search(query: $text, kinds: $kinds, first: 8) {
      nodes {
        ... on Actor { __typename id name actorKind: kind }
        ... on Topic { __typename id name topicKind: kind }
        ... on Event { __typename id name date }
      }
    }
  }
`);

type Kinds = NonNullable<VariablesOf<typeof find>['kinds']>;

export interface Found {
  readonly id: string;
  readonly name: string;
  /** what it is, in words */
  readonly kind: string;
}

/** What has a name with these words, best first, as they are typed. */
export function useFound(text: string, kinds: Kinds): readonly Found[] {
  const words = useDelayed(text.trim(), 150);
  const [{ data }] = useQuery({ query: find, variables: { text: words, kinds }, pause: words === '' });
  if (words === '' || !data) return [];
  return data.search.nodes.flatMap((node): Found[] => {
    if (node.__typename === 'Actor')
      return [{ id: node.id, name: node.name, kind: enumWords(node.actorKind) }];
    if (node.__typename === 'Topic')
      return [{ id: node.id, name: node.name, kind: enumWords(node.topicKind) }];
    return node.__typename === 'Event' ? [{ id: node.id, name: node.name, kind: node.date }] : [];
  });
}

/** A value once it has been the same for a while. */
export function useDelayed<Value>(value: Value, milliseconds: number): Value {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return delayed;
}
