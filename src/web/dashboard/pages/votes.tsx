import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';

const votes = graphql(`
  query Votes {
    events(filter: { kinds: [VOTE, RESOLUTION] }, first: 100) {
      nodes {
        id
        name
        date
        outcome
        yes
        no
        abstain
        document
        decides { topic { id name } }
      }
      pageInfo { hasNextPage }
    }
  }
`);

/** Recorded votes, latest first. */
export function Votes() {
  const answer = useAnswer(votes, {});
  return (
    <Page
      title="Votes"
      kind="Who decided what"
      lead="Open one to see how each member voted beside what it had said. Votes are votes, not statements; an abstention is no opposition, and a failed draft no position of the body."
    >
      <Answered answer={answer} what="votes">
        {({ events: { nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <p className="state">No vote is recorded.</p>
          ) : (
            <div className="table-space">
              <table>
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">What was voted on</th>
                    <th scope="col">Outcome</th>
                    <th scope="col" className="number">
                      In favour
                    </th>
                    <th scope="col" className="number">
                      Against
                    </th>
                    <th scope="col" className="number">
                      Abstained
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {nodes.map((event) => (
                    <tr key={event.id}>
                      <td>{edtfWords(event.date)}</td>
                      <th scope="row">
                        <NodeLink node={event} />
                        {event.document && <span className="aside"> {event.document}</span>}
                        {event.decides.map(({ topic }) => (
                          <div className="aside" key={topic.id}>
                            on <NodeLink node={topic} />
                          </div>
                        ))}
                      </th>
                      <td>{event.outcome?.toLowerCase()}</td>
                      <td className="number">{event.yes}</td>
                      <td className="number">{event.no}</td>
                      <td className="number">{event.abstain}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {pageInfo.hasNextPage && <p className="state">These are the latest hundred.</p>}
            </div>
          )
        }
      </Answered>
    </Page>
  );
}
