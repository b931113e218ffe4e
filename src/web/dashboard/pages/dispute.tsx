import { graphql } from '../../client/graphql';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { DisputeClaims, disputeFields } from '../parts/dispute-claims';
import { Page } from '../parts/page';
import { NothingHere } from './nothing-here';

const dispute = graphql(
  `
    query Dispute($id: ID!) {
      dispute(id: $id) { ...DisputeFields }
    }
  `,
  [disputeFields],
);

export function DisputePage({ id }: { readonly id: string }) {
  const answer = useAnswer(dispute, { id });
  return (
    <Answered answer={answer} what="the dispute">
      {({ dispute: found }) =>
        found ? (
          <Page title={found.question} kind="Where sources disagree">
            <DisputeClaims dispute={found} />
          </Page>
        ) : (
          <NothingHere />
        )
      }
    </Answered>
  );
}
