import type { ResultOf } from 'gql.tada';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../client/graphql';
import { edtfWords, periodWords } from '../data/edtf-words';
import { LEVEL_NAMES, LEVELS, type Level } from '../data/levels';
import { searchAddress } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { PositionMark } from '../parts/position-mark';
import { QueryBehind } from '../parts/query-behind';
import { StatementList } from '../parts/statement-list';
import { Timeline } from '../parts/timeline';
import { NothingHere } from './nothing-here';

const topic = graphql(`
  query Topic($id: ID!) {
    topic(id: $id) {
      id
      kind
      name
      text
      aligned
      validFrom
      validTo
      partOf { id name }
      parts { id kind name text }
      decidedBy { yesMeans topic { id name } event { id name date outcome yes no abstain } }
      earliest: statements(orderBy: DATE_ASC, first: 1) { nodes { id date } }
      latest: statements(first: 1) { nodes { id date } }
    }
  }
`);

type Topic = NonNullable<ResultOf<typeof topic>['topic']>;

/** An issue or a proposition: what it is, who stands where on it, in which words. */
export function TopicPage({ id }: { readonly id: string }) {
  const answer = useAnswer(topic, { id });
  return (
    <Answered answer={answer} what="the topic">
      {({ topic: found }) => (found ? <TopicFound topic={found} /> : <NothingHere />)}
    </Answered>
  );
}

function TopicFound({ topic: { id, ...found } }: { readonly topic: Topic }) {
  const isIssue = found.kind === 'ISSUE';
  const [first] = found.earliest.nodes;
  const [last] = found.latest.nodes;
  // what support means differs among the parts of such an issue
  const isCountable = !isIssue || found.aligned;
  return (
    <Page
      title={found.name}
      kind={isIssue ? 'Issue' : 'Proposition'}
      lead={
        <>
          {found.text && <p dir="auto">{isIssue ? found.text : <q>{found.text}</q>}</p>}
          <p className="aside">
            {found.partOf.length > 0 && (
              <>
                Part of{' '}
                {found.partOf.map((part, i) => (
                  <span key={part.id}>
                    {i > 0 && ', '}
                    <NodeLink node={part} />
                  </span>
                ))}
                .{' '}
              </>
            )}
            {(found.validFrom || found.validTo) && `Open ${periodWords(found.validFrom, found.validTo)}. `}
            {first && last && (
              <>
                First statement: <Link to={`/${first.id}`}>{edtfWords(first.date)}</Link>, latest:{' '}
                <Link to={`/${last.id}`}>{edtfWords(last.date)}</Link>.
              </>
            )}
          </p>
        </>
      }
    >
      {found.parts.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts">Its questions</h2>
          {found.parts.length > 1 && (
            <p className="aside">
              Each is a question of its own: to support one and oppose another is no change of mind.
            </p>
          )}
          <ul className="tree">
            {found.parts.map((part) => (
              <li key={part.id}>
                <NodeLink node={part} />{' '}
                <span className="aside" dir="auto">
                  {part.text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isCountable ? (
        <>
          <section aria-labelledby="who">
            <h2 id="who">Who stands where</h2>
            <Camps topic={id} />
            <p className="actions">
              <Link to={`/network?topic=${id}`}>Who stands with whom on it, as a network</Link>
            </p>
          </section>
          <section aria-labelledby="when">
            <h2 id="when">Over time</h2>
            <Timeline filter={{ stance: { topics: [id] } }} label={found.name} />
          </section>
        </>
      ) : (
        <p className="aside">
          Support means different things on its questions, so positions are counted on each of them, not here.
        </p>
      )}
      <Decisions decisions={found.decidedBy} />
      <Words topic={id} />
    </Page>
  );
}

const camps = graphql(`
  query Camps($topics: [ID!]) {
    SUPPORT: statements(filter: { stance: { topics: $topics, positions: [SUPPORT] } }, first: 1) {
      facets { byActor(first: 100) { node { id name } count } }
    }
    CONDITIONAL_SUPPORT: statements(
      filter: { stance: { topics: $topics, positions: [CONDITIONAL], untilMet: [SUPPORT] } }
      first: 1
    ) {
      facets { byActor(first: 100) { node { id name } count } }
    }
    NEUTRAL: statements(filter: { stance: { topics: $topics, positions: [NEUTRAL] } }, first: 1) {
      facets { byActor(first: 100) { node { id name } count } }
    }
    CONDITIONAL_UNSTATED: statements(
      filter: { stance: { topics: $topics, positions: [CONDITIONAL], untilMet: [UNSTATED] } }
      first: 1
    ) {
      facets { byActor(first: 100) { node { id name } count } }
    }
    CONDITIONAL_OPPOSE: statements(
      filter: { stance: { topics: $topics, positions: [CONDITIONAL], untilMet: [OPPOSE] } }
      first: 1
    ) {
      facets { byActor(first: 100) { node { id name } count } }
    }
    OPPOSE: statements(filter: { stance: { topics: $topics, positions: [OPPOSE] } }, first: 1) {
      facets { byActor(first: 100) { node { id name } count } }
    }
  }
`);

/** Who takes which position, in how many statements. */
function Camps({ topic: id }: { readonly topic: string }) {
  const variables = { topics: [id] };
  const answer = useAnswer(camps, variables);
  return (
    <Answered answer={answer} what="positions">
      {(data) => {
        const taken = LEVEL_NAMES.map((level) => ({
          level,
          actors: data[level].facets?.byActor ?? [],
        })).filter(({ actors }) => actors.length > 0);
        if (taken.length === 0) return <p className="state">No position on it is recorded.</p>;
        return (
          <>
            <table>
              <thead>
                <tr>
                  <th scope="col">Position</th>
                  <th scope="col">In the name of, with the number of statements</th>
                </tr>
              </thead>
              <tbody>
                {taken.map(({ level, actors }) => (
                  <tr key={level}>
                    <th scope="row">
                      <PositionMark level={level} /> {LEVELS[level].noun}
                    </th>
                    <td>
                      {actors.map(({ node, count }, i) => (
                        <span key={node.id}>
                          {i > 0 && ', '}
                          <Link to={campAddress(node.id, id, level)} dir="auto">
                            {node.name}
                          </Link>
                          {count > 1 && ` (${count})`}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <QueryBehind query={camps} variables={variables} />
          </>
        );
      }}
    </Answered>
  );
}

function campAddress(actor: string, id: string, level: Level): string {
  const { position, untilMet } = LEVELS[level];
  return searchAddress({ actor, topic: id, position, ...(untilMet && { until: untilMet }) });
}

function Decisions({ decisions }: { readonly decisions: Topic['decidedBy'] }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="votes">
      <h2 id="votes">Votes and other decisions</h2>
      <ul>
        {decisions.map(({ event, yesMeans, topic: decided }) => (
          <li key={`${event.id} ${decided.id}`}>
            <NodeLink node={event} />, {edtfWords(event.date)}
            {event.outcome && `: ${event.outcome.toLowerCase()}`}
            {event.yes !== null &&
              ` (${event.yes} in favour, ${event.no} against, ${event.abstain} abstained)`}
            .{' '}
            <span className="aside">
              A yes {yesMeans === 'SUPPORT' ? 'supports' : 'opposes'} the proposition “{decided.name}”.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The statements on it; which position they take is in the address. */
function Words({ topic: id }: { readonly topic: string }) {
  const [address, setAddress] = useSearchParams();
  const wanted = LEVEL_NAMES.find((level) => level === address.get('level'));
  const order = address.get('order') === 'DATE_ASC' ? 'DATE_ASC' : 'DATE_DESC';
  const stance = wanted && {
    positions: [LEVELS[wanted].position],
    ...(LEVELS[wanted].untilMet && { untilMet: [LEVELS[wanted].untilMet] }),
  };
  const set = (key: string, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { preventScrollReset: true },
    );
  return (
    <section aria-labelledby="words">
      <h2 id="words">In which words</h2>
      <p className="actions">
        <label>
          Position{' '}
          <select value={wanted ?? ''} onChange={(event) => set('level', event.target.value)}>
            <option value="">all</option>
            {LEVEL_NAMES.map((level) => (
              <option key={level} value={level}>
                {LEVELS[level].noun}
              </option>
            ))}
          </select>
        </label>
        <label>
          Order{' '}
          <select value={order} onChange={(event) => set('order', event.target.value)}>
            <option value="DATE_DESC">latest first</option>
            <option value="DATE_ASC">earliest first</option>
          </select>
        </label>
        <Link to={searchAddress({ topic: id })}>Narrow further</Link>
      </p>
      <StatementList filter={{ stance: { topics: [id], ...stance } }} order={order} />
    </section>
  );
}
