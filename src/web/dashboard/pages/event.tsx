import type { ResultOf } from 'gql.tada';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { enumWords, VOTE_WORDS } from '../data/enum-words';
import { byProposition } from '../data/stance-rows';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { PositionLabel } from '../parts/position-mark';
import { QueryBehind } from '../parts/query-behind';
import { SourceLink, sourceFields } from '../parts/source-link';
import { StatementEntry, statementFields } from '../parts/statement-entry';
import { NothingHere } from './nothing-here';

const event = graphql(
  `
    query Event($id: ID!) {
      event(id: $id) {
        id
        kind
        name
        date
        place
        outcome
        yes
        no
        abstain
        document
        decides { yesMeans topic { id name text } }
        involves { role actor { id name } }
        votes { vote actor { id name } }
        citations { quote source { ...SourceFields } }
        disputes { id question }
        statements(orderBy: DATE_ASC, first: 50) { nodes { ...StatementFields } }
      }
    }
  `,
  [sourceFields, statementFields],
);

type Event = NonNullable<ResultOf<typeof event>['event']>;

/** A vote, a meeting or anything else that happened, with what was said at it and of it. */
export function EventPage({ id }: { readonly id: string }) {
  const answer = useAnswer(event, { id });
  return (
    <Answered answer={answer} what="the event">
      {({ event: found }) => (found ? <EventFound event={found} /> : <NothingHere />)}
    </Answered>
  );
}

function EventFound({ event: found }: { readonly event: Event }) {
  return (
    <Page
      title={found.name}
      kind={enumWords(found.kind)}
      lead={
        <p>
          {edtfWords(found.date)}
          {found.place && `, ${found.place}`}
          {found.document && `, ${found.document}`}
          {found.outcome && `: ${found.outcome.toLowerCase()}`}
          {found.yes !== null && ` (${found.yes} in favour, ${found.no} against, ${found.abstain} abstained)`}
          .
        </p>
      }
    >
      {found.disputes.map((dispute) => (
        <p key={dispute.id}>
          Sources contradict each other: <NodeLink node={{ id: dispute.id, name: dispute.question }} />
        </p>
      ))}
      {found.votes.length > 0 && <WordsAndVotes event={found} />}
      {found.involves.length > 0 && (
        <section aria-labelledby="involved">
          <h2 id="involved">Who was involved</h2>
          <ul>
            {found.involves.map(({ role, actor }) => (
              <li key={`${actor.id} ${role}`}>
                <NodeLink node={actor} /> <span className="aside">{enumWords(role)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="reports">
        <h2 id="reports">Where it is reported</h2>
        <ul>
          {found.citations.map(({ source, quote }) => (
            <li key={`${source.id} ${quote}`}>
              <SourceLink source={source} />
              {quote && (
                <blockquote className="quote" dir="auto">
                  {quote}
                </blockquote>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="said">
        <h2 id="said">What was said at it</h2>
        {found.statements.nodes.length === 0 && <p className="state">No statement made at it is recorded.</p>}
        <ol className="statements">
          {found.statements.nodes.map((statement) => (
            <li key={statement.id}>
              <StatementEntry statement={statement} />
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

/** How far from the day of the vote words are looked for: on what was decided, and on whatever question. */
const DAYS_ON_DECIDED = 60;
const DAYS_ON_ANY = 14;

/** Each member's vote beside the positions it took in words around the day. */
function WordsAndVotes({ event: found }: { readonly event: Event }) {
  const { votes, decides, date } = found;
  const [address] = useSearchParams();
  const decided = decides.map(({ topic }) => topic.id);
  const isOnAny = address.get('words') === 'any' || decided.length === 0;
  const days = isOnAny ? DAYS_ON_ANY : DAYS_ON_DECIDED;
  const variables = {
    filter: {
      principals: votes.map(({ actor }) => actor.id),
      ...(!isOnAny && { stance: { topics: decided } }),
      ...(date.length === 10 && { date: { from: daysFrom(date, -days), to: daysFrom(date, days) } }),
    },
  };
  return (
    <section aria-labelledby="members">
      <h2 id="members">Words, votes and silence</h2>
      {decides.map(({ topic, yesMeans }) => (
        <p key={topic.id}>
          A yes {yesMeans === 'SUPPORT' ? 'supports' : 'opposes'} <NodeLink node={topic} />
          {topic.text && (
            <>
              : <q dir="auto">{topic.text}</q>
            </>
          )}
        </p>
      ))}
      {decided.length > 0 && (
        <p className="actions">
          {isOnAny ? (
            <Link to="?" preventScrollReset>
              Only words on what was decided
            </Link>
          ) : (
            <Link to="?words=any" preventScrollReset>
              Words on any question, in the weeks around it
            </Link>
          )}
        </p>
      )}
      <Members votes={votes} cast={castOf(found)} variables={variables} days={days} isOnAny={isOnAny} />
    </section>
  );
}

function castOf({ yes, no, abstain }: Event): number | undefined {
  return yes === null ? undefined : yes + (no ?? 0) + (abstain ?? 0);
}

const wordsOfMembers = graphql(`
  query WordsOfMembers($filter: StatementFilter) {
    stances(filter: $filter, first: 100) {
      nodes {
        id
        date
        position
        untilMet
        quote
        principal { id }
        speaker { id name }
        proposition { id name text partOf { id name } }
        statement { id }
      }
      pageInfo { hasNextPage }
    }
  }
`);

interface MembersProps {
  readonly votes: Event['votes'];
  /** how many there were, where that is known */
  readonly cast: number | undefined;
  readonly variables: { readonly filter: { principals: string[]; stance?: { topics: string[] } } };
  readonly days: number;
  /** whether the words may be on several propositions */
  readonly isOnAny: boolean;
}

const VOTE_ORDER = Object.keys(VOTE_WORDS);

function Members({ votes, cast, variables, days, isOnAny }: MembersProps) {
  const answer = useAnswer(wordsOfMembers, variables);
  const members = [...votes].sort((a, b) => VOTE_ORDER.indexOf(a.vote) - VOTE_ORDER.indexOf(b.vote));
  return (
    <Answered answer={answer} what="what members said">
      {({ stances: { nodes, pageInfo } }) => (
        <>
          <div className="table-space">
            <table>
              <thead>
                <tr>
                  <th scope="col">Member</th>
                  <th scope="col">Vote</th>
                  <th scope="col">In words</th>
                </tr>
              </thead>
              <tbody>
                {members.map(({ actor, vote }) => {
                  const groups = byProposition(nodes.filter(({ principal }) => principal.id === actor.id));
                  return (
                    <tr key={actor.id}>
                      <th scope="row">
                        <NodeLink node={actor} />
                      </th>
                      <td>{VOTE_WORDS[vote]}</td>
                      <td>
                        {groups.length === 0 && <span className="aside">no record of its words</span>}
                        {groups.flatMap(({ proposition, taken }) =>
                          taken.map((one) => (
                            <div key={one.id}>
                              <PositionLabel level={one.level} /> {isOnAny && <NodeLink node={proposition} />}{' '}
                              <Link to={`/${one.statement.id}`} className="aside">
                                {edtfWords(one.date)}
                              </Link>
                              {one.quote && (
                                <q className="words-of-member" dir="auto">
                                  {shortened(one.quote)}
                                </q>
                              )}
                            </div>
                          )),
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          <p className="aside">
            {cast !== undefined &&
              cast > votes.length &&
              `${votes.length} of ${cast} votes are recorded by name. `}
            Words in the member’s own name, up to {days} days before and after.
            {pageInfo.hasNextPage && ' Of the latest hundred positions.'}
          </p>
          <QueryBehind query={wordsOfMembers} variables={variables} />
        </>
      )}
    </Answered>
  );
}

const LONGEST = 240;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

function daysFrom(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
