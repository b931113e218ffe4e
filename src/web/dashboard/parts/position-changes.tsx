import type { VariablesOf } from 'gql.tada';
import { Link } from 'react-router';
import { graphql } from '../../client/graphql';
import { edtfWords, periodWords } from '../data/edtf-words';
import { levelOf } from '../data/levels';
import { useAnswer } from '../data/use-answer';
import { Answered } from './answered';
import { NodeLink } from './node-link';
import { PositionLabel } from './position-mark';
import { QueryBehind } from './query-behind';

const changes = graphql(`
  query PositionChanges($filter: StatementFilter, $actorsAs: ActorLevel!) {
    positionChanges(filter: $filter, actorsAs: $actorsAs, first: 100) {
      nodes {
        kind
        actor { id }
        before { topic { id name } position untilMet from to statements { id } }
        after { topic { id name } position untilMet from to statements { id } }
      }
      pageInfo { hasNextPage }
    }
  }
`);

interface PositionChangesProps {
  readonly actor: string;
  readonly actorsAs: VariablesOf<typeof changes>['actorsAs'];
}

/** When a position on one and the same proposition changed, each side with the way to its words. */
export function PositionChanges({ actor: id, actorsAs }: PositionChangesProps) {
  const variables = { filter: actorsAs === 'SPEAKER' ? { speakers: [id] } : { principals: [id] }, actorsAs };
  const answer = useAnswer(changes, variables);
  return (
    <Answered answer={answer} what="changes of position">
      {({ positionChanges: { nodes: found, pageInfo } }) => {
        // a joint statement is of others too, whose changes are on their own pages
        const nodes = found.filter(({ actor }) => actor.id === id);
        return (
          <>
            {nodes.length === 0 && (
              <p className="state">
                No change on the same proposition is recorded. Other propositions are other questions.
              </p>
            )}
            <ul>
              {nodes.map(({ kind, before, after }) => (
                <li key={`${before.topic.id} ${before.from} ${after.from}`}>
                  <NodeLink node={after.topic} />: <Held held={before} /> → <Held held={after} />
                  {kind === 'REVERSAL' && <span className="tag">reversal</span>}
                </li>
              ))}
            </ul>
            {pageInfo.hasNextPage && <p className="aside">Of the first hundred changes.</p>}
            <QueryBehind query={changes} variables={variables} />
          </>
        );
      }}
    </Answered>
  );
}

interface HeldProps {
  readonly held: {
    readonly position: string;
    readonly untilMet: string | null;
    readonly from: string;
    readonly to: string;
    readonly statements: readonly { readonly id: string }[];
  };
}

function Held({ held }: HeldProps) {
  const level = levelOf(held);
  const [statement] = held.statements;
  const when = held.from === held.to ? edtfWords(held.from) : periodWords(held.from, held.to);
  return (
    <>
      {level ? <PositionLabel level={level} /> : 'statements that contradict each other'}{' '}
      {statement && (
        <Link to={`/${statement.id}`} className="aside">
          {when}
        </Link>
      )}
    </>
  );
}
