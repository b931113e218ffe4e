import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { DisputeClaims, dayOfDispute, disputeFields } from '../parts/dispute-claims';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { QueryBehind } from '../parts/query-behind';

const disputes = graphql(
  `
    query Disputes {
      disputes(first: 50) {
        nodes { ...DisputeFields }
        pageInfo { hasNextPage }
      }
    }
  `,
  [disputeFields],
);

/** Where sources contradict each other, by the day it is about. */
export function Disputes() {
  const answer = useAnswer(disputes, {});
  return (
    <Page
      title="Disputes"
      kind="Where sources disagree"
      lead="Sources contradict each other. Each claim is kept, with those who make it."
    >
      <Answered answer={answer} what="disputes">
        {({ disputes: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p className="state">No dispute is recorded.</p>}
            {[...nodes]
              .sort((a, b) => (dayOfDispute(a) < dayOfDispute(b) ? -1 : 1))
              .map((dispute) => (
                <section key={dispute.id} aria-labelledby={dispute.id}>
                  <h2 id={dispute.id}>
                    {dayOfDispute(dispute) && (
                      <span className="aside">{edtfWords(dayOfDispute(dispute))} </span>
                    )}
                    <NodeLink node={{ id: dispute.id, name: dispute.question }} />
                  </h2>
                  <DisputeClaims dispute={dispute} />
                </section>
              ))}
            {pageInfo.hasNextPage && <p className="state">These are fifty of them.</p>}
            <QueryBehind query={disputes} variables={{}} />
          </>
        )}
      </Answered>
    </Page>
  );
}
