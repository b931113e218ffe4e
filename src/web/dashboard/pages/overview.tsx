import type { ResultOf } from 'gql.tada';
import { Link } from 'react-router';
import { graphql } from '../../client/graphql';
import { edtfWords, periodWords } from '../data/edtf-words';
import { VOTE_WORDS } from '../data/enum-words';
import { LEVELS } from '../data/levels';
import { searchAddress } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { PositionMark } from '../parts/position-mark';
import { StatementEntry, statementFields } from '../parts/statement-entry';
import { Timeline } from '../parts/timeline';

const overview = graphql(
  `
    query Overview {
      dataset {
        earliest
        latest
        counts { statements stances actors topics sources publishers events votes conditions disputes }
      }
      statements(first: 5) {
        nodes { ...StatementFields }
        facets {
          byTopic(first: 6) { node { id name text } count }
        }
      }
    }
  `,
  [statementFields],
);

/** What is in the graph, where people stand on its main questions, and three questions to start from. */
export function Overview() {
  const answer = useAnswer(overview, {});
  return (
    <Page
      title="Who stands where, in which words"
      lead="An open graph of diplomacy: who said what to whom, on which question, with which position, reported where."
    >
      <Answered answer={answer} what="the overview">
        {({ dataset, statements }) => {
          if (dataset.counts.statements === 0) return <Empty />;
          const topics = statements.facets?.byTopic ?? [];
          return (
            <>
              <Counts dataset={dataset} />
              <Questions topic={topics[0]?.node} />
              <section aria-labelledby="main-questions">
                <h2 id="main-questions">Positions over time on what is most spoken of</h2>
                <div className="cards">
                  {topics.map(({ node, count }) => (
                    <section className="card" key={node.id} aria-label={node.name}>
                      <h3>
                        <NodeLink node={node} />
                      </h3>
                      <p className="aside" dir="auto">
                        {node.text} {count} statements.
                      </p>
                      <Timeline filter={{ stance: { topics: [node.id] } }} label={node.name} />
                    </section>
                  ))}
                </div>
              </section>
              <section aria-labelledby="latest">
                <h2 id="latest">Latest statements</h2>
                <ol className="statements">
                  {statements.nodes.map((statement) => (
                    <li key={statement.id}>
                      <StatementEntry statement={statement} />
                    </li>
                  ))}
                </ol>
                <p>
                  <Link to="/statements">All statements</Link>
                </p>
              </section>
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Empty() {
  return (
    <p className="state">
      The graph is empty. <code>npx demarche load FILE</code> fills it; with <code>SEED=auto</code>, the
      service loads the dataset it ships with.
    </p>
  );
}

function Counts({ dataset }: { readonly dataset: ResultOf<typeof overview>['dataset'] }) {
  const { counts, earliest, latest } = dataset;
  const shown = [
    ['/statements', 'statements', counts.statements],
    ['/topics', 'issues and propositions', counts.topics],
    ['/actors', 'actors', counts.actors],
    ['/votes', 'votes of members', counts.votes],
    ['/conditions', 'conditions', counts.conditions],
    ['/disputes', 'disputes', counts.disputes],
  ] as const;
  return (
    <section aria-label="What is in the graph">
      <ul className="counts">
        {shown.map(([address, name, count]) => (
          <li key={address}>
            <Link to={address}>
              <strong>{count.toLocaleString('en')}</strong> {name}
            </Link>
          </li>
        ))}
      </ul>
      <p className="aside">
        {counts.sources.toLocaleString('en')} sources of {counts.publishers.toLocaleString('en')} publishers
        {earliest && latest && `, ${periodWords(earliest, latest)}`}.
      </p>
    </section>
  );
}

const questions = graphql(`
  query Questions($topics: [ID!]) {
    supporters: statements(filter: { stance: { topics: $topics, positions: [SUPPORT] } }, first: 1) {
      facets { byActor(first: 6) { node { id name } count } }
    }
    opponents: statements(filter: { stance: { topics: $topics, positions: [OPPOSE] } }, first: 1) {
      facets { byActor(first: 6) { node { id name } count } }
    }
    events(filter: { kinds: [VOTE] }, first: 1) {
      nodes { id name date outcome votes { actor { id name } vote } }
    }
    disputes(first: 1) { nodes { id question claims { claim } } }
  }
`);

/** Three questions that any graph of this kind answers, with what this one says. */
function Questions({
  topic,
}: {
  readonly topic: { readonly id: string; readonly name: string } | undefined;
}) {
  const answer = useAnswer(questions, { topics: topic ? [topic.id] : [] });
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">Three questions to start from</h2>
      <Answered answer={answer} what="the answers">
        {({ supporters, opponents, events, disputes }) => {
          const [vote] = events.nodes;
          const [dispute] = disputes.nodes;
          return (
            <div className="cards">
              {topic && (
                <section className="card" aria-label="Who supports, who opposes">
                  <h3>Who supports, and who opposes: {topic.name}?</h3>
                  <Names topic={topic.id} level="SUPPORT" facets={supporters.facets?.byActor ?? []} />
                  <Names topic={topic.id} level="OPPOSE" facets={opponents.facets?.byActor ?? []} />
                  <p>
                    <Link to={`/${topic.id}`}>In which words</Link>
                  </p>
                </section>
              )}
              {vote && (
                <section className="card" aria-label="Who voted how">
                  <h3>Who voted how, and what had they said?</h3>
                  <p>
                    <NodeLink node={vote} />, {edtfWords(vote.date)}
                  </p>
                  <dl>
                    {(['YES', 'NO', 'ABSTAIN'] as const).map((choice) => {
                      const members = vote.votes.filter((one) => one.vote === choice);
                      return members.length > 0 ? (
                        <div key={choice}>
                          <dt>{VOTE_WORDS[choice]}</dt>
                          <dd>{members.map(({ actor }) => actor.name).join(', ')}</dd>
                        </div>
                      ) : null;
                    })}
                  </dl>
                  <p>
                    <Link to={`/${vote.id}`}>Words and votes side by side</Link>
                  </p>
                </section>
              )}
              {dispute && (
                <section className="card" aria-label="Where sources disagree">
                  <h3>Where do sources contradict each other?</h3>
                  <p dir="auto">{dispute.question}</p>
                  <ul>
                    {dispute.claims.map(({ claim }) => (
                      <li key={claim} dir="auto">
                        {claim}
                      </li>
                    ))}
                  </ul>
                  <p>
                    <Link to={`/${dispute.id}`}>Each side with its sources</Link>
                  </p>
                </section>
              )}
            </div>
          );
        }}
      </Answered>
    </section>
  );
}

interface NamesProps {
  readonly topic: string;
  readonly level: 'SUPPORT' | 'OPPOSE';
  readonly facets: readonly {
    readonly node: { readonly id: string; readonly name: string };
    readonly count: number;
  }[];
}

function Names({ topic, level, facets }: NamesProps) {
  return (
    <dl>
      <dt>
        <PositionMark level={level} /> {LEVELS[level].noun}
      </dt>
      <dd>
        {facets.length === 0
          ? 'no record'
          : facets.map(({ node, count }, i) => (
              <span key={node.id}>
                {i > 0 && ', '}
                <Link to={searchAddress({ actor: node.id, topic, position: level })}>{node.name}</Link>
                {count > 1 && ` (${count})`}
              </span>
            ))}
      </dd>
    </dl>
  );
}
