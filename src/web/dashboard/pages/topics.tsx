import type { ResultOf } from 'gql.tada';
import { graphql } from '../../client/graphql';
import { periodWords } from '../data/edtf-words';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';

const topics = graphql(`
  query Topics {
    topics(first: 100) {
      nodes { id kind name text validFrom validTo partOf { id } }
      pageInfo { hasNextPage }
    }
  }
`);

type Topic = ResultOf<typeof topics>['topics']['nodes'][number];

/** Issues with their propositions. */
export function Topics() {
  const answer = useAnswer(topics, {});
  return (
    <Page
      title="Topics"
      kind="What is spoken of"
      lead="An issue holds propositions. A proposition is a sentence one can support or oppose, worded once: two of a similar name are two questions, and taking other sides on them is no change of mind."
    >
      <Answered answer={answer} what="topics">
        {({ topics: { nodes, pageInfo } }) => {
          const known = new Set(nodes.map(({ id }) => id));
          const roots = nodes.filter(({ partOf }) => !partOf.some(({ id }) => known.has(id)));
          return (
            <>
              {nodes.length === 0 && <p className="state">There is no topic in the graph.</p>}
              <Branch topics={roots} all={nodes} above={[]} />
              {pageInfo.hasNextPage && (
                <p className="state">
                  These are the first hundred. Find the others by name, at the top of the page.
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

interface BranchProps {
  readonly topics: readonly Topic[];
  readonly all: readonly Topic[];
  readonly above: readonly string[];
}

function Branch({ topics: branch, all, above }: BranchProps) {
  if (branch.length === 0) return null;
  return (
    <ul className="tree">
      {branch.map((topic) => (
        <li key={topic.id}>
          {topic.kind === 'ISSUE' ? (
            <strong>
              <NodeLink node={topic} />
            </strong>
          ) : (
            <NodeLink node={topic} />
          )}
          {topic.text && (
            <span className="aside" dir="auto">
              {' '}
              {topic.text} {periodWords(topic.validFrom, topic.validTo)}
            </span>
          )}
          {!above.includes(topic.id) && (
            <Branch
              topics={all.filter(({ partOf }) => partOf.some(({ id }) => id === topic.id))}
              all={all}
              above={[...above, topic.id]}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
