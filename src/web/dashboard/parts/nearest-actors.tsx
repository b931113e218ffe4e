import { Link } from 'react-router';
import { graphql } from '../../client/graphql';
import { useAnswer } from '../data/use-answer';
import { Answered } from './answered';
import { NodeLink } from './node-link';
import { QueryBehind } from './query-behind';

const nearest = graphql(`
  query NearestActors($input: NetworkInput!, $id: ID!) {
    network(input: $input) {
      edges(limit: 100, of: [$id]) { source { id name } target { id name } weight }
    }
  }
`);

const SHOWN = 5;

interface NearestActorsProps {
  readonly id: string;
  readonly name: string;
  readonly actorsAs: 'PRINCIPAL' | 'SPEAKER';
}

/** Who takes the same side as an actor most, and who the other, corrected for how much each speaks. */
export function NearestActors({ id, name, actorsAs }: NearestActorsProps) {
  const variables = {
    id,
    input: {
      nodes: 'ACTOR_ACTOR' as const,
      actorsAs,
      aggregation: 'SUBTRACT' as const,
      normalization: 'AVERAGE' as const,
    },
  };
  const answer = useAnswer(nearest, variables);
  return (
    <Answered answer={answer} what="who stands closest">
      {({ network: { edges } }) => {
        const others = edges
          .map(({ source, target, weight }) => ({ other: source.id === id ? target : source, weight }))
          .sort((a, b) => b.weight - a.weight);
        const closest = others.filter(({ weight }) => weight > 0).slice(0, SHOWN);
        const opposed = others
          .filter(({ weight }) => weight < 0)
          .slice(-SHOWN)
          .reverse();
        if (others.length === 0) return <p className="state">Nobody else spoke on what it spoke on.</p>;
        return (
          <>
            <div className="side-by-side">
              <Ranked
                title="Takes the same side"
                of={{ id, name }}
                ranked={closest}
                isLinked={actorsAs === 'PRINCIPAL'}
              />
              <Ranked
                title="Takes the other side"
                of={{ id, name }}
                ranked={opposed}
                isLinked={actorsAs === 'PRINCIPAL'}
              />
            </div>
            <p className="aside">
              The weight is agreement less disagreement on the same propositions, by how much both speak.
            </p>
            <QueryBehind query={nearest} variables={variables} />
          </>
        );
      }}
    </Answered>
  );
}

interface RankedProps {
  readonly title: string;
  readonly of: { readonly id: string; readonly name: string };
  readonly ranked: readonly {
    readonly other: { readonly id: string; readonly name: string };
    readonly weight: number;
  }[];
  /** whether the network's page has the edges, too */
  readonly isLinked: boolean;
}

function Ranked({ title, of, ranked, isLinked }: RankedProps) {
  return (
    <div>
      <h3>{title}</h3>
      {ranked.length === 0 && <p className="state">Nobody.</p>}
      <ol>
        {ranked.map(({ other, weight }) => (
          <li key={other.id}>
            <NodeLink node={other} /> <span className="aside">{weight.toFixed(2)}</span>{' '}
            {isLinked && (
              <Link className="aside" to={`/network?node=${of.id}&edge=${of.id}+${other.id}`}>
                statements
                <span className="unseen">
                  {' '}
                  behind {of.name} and {other.name}
                </span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
