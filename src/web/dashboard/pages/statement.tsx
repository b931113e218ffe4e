import type { ResultOf } from 'gql.tada';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { enumWords } from '../data/enum-words';
import { levelOf } from '../data/levels';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { PositionLabel } from '../parts/position-mark';
import { QueryBehind } from '../parts/query-behind';
import { Quote } from '../parts/quote';
import { SourceLink } from '../parts/source-link';
import { StatementEntry, statementFields } from '../parts/statement-entry';
import { NothingHere } from './nothing-here';

const statement = graphql(
  `
    query Statement($id: ID!) {
      statement(id: $id) {
        ...StatementFields
        addressees { id name }
        about { id name }
        event { id name date }
        coded: stances { id rationale confidence coder topic { id name } position untilMet }
        respondsTo { kind target { ... on Statement { __typename id date summary } ... on Event { __typename id name date } } }
        responses { kind statement { ...StatementFields } }
        disputes { id question }
      }
    }
  `,
  [statementFields],
);

type Statement = NonNullable<ResultOf<typeof statement>['statement']>;

/** One statement with all that is known of it. */
export function StatementPage({ id }: { readonly id: string }) {
  const variables = { id };
  const answer = useAnswer(statement, variables);
  return (
    <Answered answer={answer} what="the statement">
      {({ statement: found }) =>
        found ? (
          <Page
            title={`${found.speakers.map(({ actor }) => actor.name).join(', ')}, ${edtfWords(found.date)}`}
            kind={enumWords(found.act)}
            lead={found.summary && <p dir="auto">{found.summary}</p>}
          >
            <StatementEntry statement={found} />
            <Evidence statement={found} />
            <Context statement={found} />
            <QueryBehind query={statement} variables={variables} />
          </Page>
        ) : (
          <NothingHere />
        )
      }
    </Answered>
  );
}

function Evidence({ statement: { coded, citations } }: { readonly statement: Statement }) {
  return (
    <>
      {coded.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why">Why it was coded so</h2>
          <dl>
            {coded.map((stance) => {
              const level = levelOf(stance);
              return (
                <div key={stance.id}>
                  <dt>
                    {level && <PositionLabel level={level} />} <NodeLink node={stance.topic} />
                  </dt>
                  <dd dir="auto">
                    {stance.rationale}{' '}
                    <span className="aside">
                      {stance.confidence !== null && `confidence ${stance.confidence}`}
                      {stance.coder && `, ${stance.coder}`}
                    </span>
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      )}
      <section aria-labelledby="reports">
        <h2 id="reports">Where it is reported</h2>
        <ul className="statements">
          {citations.map(({ source, quote, language, translated, attribution, reportedBy, elided }) => (
            <li key={`${source.id} ${quote}`}>
              <SourceLink source={source} /> <span className="tag">{enumWords(attribution)}</span>
              {elided && <span className="tag">words left out</span>}
              {reportedBy && <span className="aside"> relying on {reportedBy}</span>}
              {quote && <Quote text={quote} language={language} isTranslated={translated ?? false} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Context({ statement: found }: { readonly statement: Statement }) {
  const { addressees, about, event, respondsTo, responses, disputes } = found;
  const linked = [
    ['Said to', addressees],
    ['About', about],
    ['Said at', event ? [event] : []],
    ['Disputed', disputes.map(({ id, question }) => ({ id, name: question }))],
    [
      'Responds to',
      respondsTo.map(({ target }) => ({
        id: target.id,
        name: target.__typename === 'Event' ? target.name : (target.summary ?? target.id),
      })),
    ],
  ] as const;
  return (
    <>
      <dl>
        {linked.map(([title, nodes]) =>
          nodes.length > 0 ? (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                {nodes.map((node, i) => (
                  <span key={node.id}>
                    {i > 0 && ', '}
                    <NodeLink node={node} />
                  </span>
                ))}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {responses.length > 0 && (
        <section aria-labelledby="responses">
          <h2 id="responses">Responses</h2>
          <ol className="statements">
            {responses.map(({ kind, statement: response }) => (
              <li key={response.id}>
                <span className="tag">{enumWords(kind)}</span>
                <StatementEntry statement={response} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
