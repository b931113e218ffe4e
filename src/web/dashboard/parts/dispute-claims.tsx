import type { ResultOf } from 'gql.tada';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { NodeLink } from './node-link';
import { SourceLink, sourceFields } from './source-link';

export const disputeFields = graphql(
  `
    fragment DisputeFields on Dispute {
      id
      question
      status
      assessment
      assessedBy
      claims { claim sources { ...SourceFields } }
      concerns {
        ... on Statement { __typename id date summary speakers { actor { id name } } }
        ... on Event { __typename id date name }
      }
    }
  `,
  [sourceFields],
);

export type DisputeFields = ResultOf<typeof disputeFields>;

/** Each side's claim with its sources, what it is about, and what is made of it. */
export function DisputeClaims({ dispute }: { readonly dispute: DisputeFields }) {
  const { claims, concerns, assessment, assessedBy, status } = dispute;
  return (
    <>
      <ol>
        {claims.map(({ claim, sources }) => (
          <li key={claim}>
            <strong dir="auto">{claim}</strong>
            <ul>
              {sources.map((source) => (
                <li key={source.id}>
                  <SourceLink source={source} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {concerns.length > 0 && (
        <p>
          Concerns{' '}
          {concerns.map((one, i) => (
            <span key={one.id}>
              {i > 0 && ', '}
              <NodeLink
                node={{
                  id: one.id,
                  name:
                    one.__typename === 'Event'
                      ? one.name
                      : `the statement of ${one.speakers.map(({ actor }) => actor.name).join(', ')}`,
                }}
              />{' '}
              ({edtfWords(one.date)})
            </span>
          ))}
        </p>
      )}
      <p>
        <strong>{status === 'RESOLVED' ? 'Resolved.' : 'Open.'}</strong> <span dir="auto">{assessment}</span>
        {assessedBy && <span className="aside"> ({assessedBy})</span>}
      </p>
    </>
  );
}

/** The day it is about, for ordering: the earliest of what it concerns. */
export function dayOfDispute({ concerns }: DisputeFields): string {
  return concerns.map(({ date }) => date).sort()[0] ?? '';
}
