import type { ResultOf } from 'gql.tada';
import { Link, Navigate } from 'react-router';
import { graphql } from '../../client/graphql';
import { edtfWords, periodWords } from '../data/edtf-words';
import { enumWords, VOTE_WORDS } from '../data/enum-words';
import { byProposition, stanceRows } from '../data/stance-rows';
import { searchAddress } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { useStanceRows } from '../data/use-stance-rows';
import { Answered } from '../parts/answered';
import { NearestActors } from '../parts/nearest-actors';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { PositionChanges } from '../parts/position-changes';
import { PositionLabel } from '../parts/position-mark';
import { QueryBehind } from '../parts/query-behind';
import { StatementList } from '../parts/statement-list';
import { Timeline } from '../parts/timeline';
import { Trail } from '../parts/trail';
import { NothingHere } from './nothing-here';

const actor = graphql(`
  query Actor($id: ID!) {
    actor(id: $id) {
      id
      kind
      name
      aliases
      description
      isoCode
      wikidataId
      merges { id original { name } reason by at }
      memberships { organization { id name } role from to }
      members { actor { id name } role from to }
      offices { of { id name } title from to }
      officeHolders { person { id name } title from to }
      votes(first: 50) { nodes { vote event { id name date outcome } } }
    }
  }
`);

type Actor = NonNullable<ResultOf<typeof actor>['actor']>;

/**
 * A state, a body or a person: who it is, where it stands, what it said. The address of an actor that is merged leads to
 * the one that remains.
 */
export function ActorPage({ id }: { readonly id: string }) {
  const answer = useAnswer(actor, { id });
  return (
    <Answered answer={answer} what="the actor">
      {({ actor: found }) => {
        if (!found) return <NothingHere />;
        return found.id === id ? <ActorFound actor={found} /> : <Navigate to={`/${found.id}`} replace />;
      }}
    </Answered>
  );
}

function ActorFound({ actor: found }: { readonly actor: Actor }) {
  const { id, name } = found;
  // a person's words count for the state or body it speaks for
  const isPerson = found.kind === 'PERSON';
  const own = isPerson ? { speakers: [id] } : { principals: [id] };
  return (
    <Page title={name} kind={enumWords(found.kind)} lead={<About actor={found} />}>
      <p className="actions">
        {!isPerson && <Link to={`/network?node=${id}`}>Its network</Link>}
        <Link to={`/compare?actor=${id}`}>Compare with others</Link>
        <Link to={searchAddress(isPerson ? { speaker: id } : { actor: id })}>
          {isPerson ? 'Search what was said' : 'Search what was said in its name'}
        </Link>
      </p>
      <section aria-labelledby="positions">
        <h2 id="positions">Positions, proposition by proposition</h2>
        <Positions filter={own} />
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">When a position changed</h2>
        <PositionChanges actor={id} actorsAs={isPerson ? 'SPEAKER' : 'PRINCIPAL'} />
      </section>
      <section aria-labelledby="nearest">
        <h2 id="nearest">Who stands closest, and who most opposed</h2>
        <NearestActors id={id} name={name} actorsAs={isPerson ? 'SPEAKER' : 'PRINCIPAL'} />
      </section>
      <section aria-labelledby="time">
        <h2 id="time">How much it sided, over time</h2>
        <p className="aside">
          On all propositions together: this shows when it spoke, not one change of mind.
        </p>
        <Timeline filter={own} label={name} />
      </section>
      <Votes votes={found.votes.nodes} />
      <section aria-labelledby="said">
        <h2 id="said">Everything it said</h2>
        <StatementList filter={own} />
      </section>
    </Page>
  );
}

function About({ actor: found }: { readonly actor: Actor }) {
  const { aliases, description, isoCode, wikidataId, merges } = found;
  return (
    <>
      {description && <p dir="auto">{description}</p>}
      <p className="aside">
        {aliases.length > 0 && <span dir="auto">Also {aliases.join(', ')}. </span>}
        {isoCode && `ISO 3166: ${isoCode}. `}
        {wikidataId && (
          <a href={`https://www.wikidata.org/wiki/${encodeURIComponent(wikidataId)}`} rel="noreferrer">
            Wikidata {wikidataId}
          </a>
        )}
      </p>
      {merges.map(({ id, original, reason, by, at }) => (
        <p key={id} className="aside" dir="auto">
          Also recorded as {original.name} (
          {[reason, by, at && edtfWords(at.slice(0, 10))].filter(Boolean).join(', ')})
        </p>
      ))}
      <Dated
        title="Offices"
        rows={found.offices.map((office) => ({ ...office, node: office.of, what: office.title }))}
      />
      <Dated
        title="Member of"
        rows={found.memberships.map((one) => ({ ...one, node: one.organization, what: one.role }))}
      />
      <Dated
        title="Held office in it"
        rows={found.officeHolders.map((office) => ({ ...office, node: office.person, what: office.title }))}
      />
      <Dated
        title="Members"
        rows={found.members.map((one) => ({ ...one, node: one.actor, what: one.role }))}
      />
    </>
  );
}

interface DatedProps {
  readonly title: string;
  readonly rows: readonly {
    readonly node: { readonly id: string; readonly name: string };
    readonly what: string | null;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** Offices and memberships with their dates, as precise as they are known. */
function Dated({ title, rows }: DatedProps) {
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= 6}>
      <summary>
        {title} ({rows.length})
      </summary>
      <ul>
        {rows.map(({ node, what, from, to }) => (
          <li key={`${node.id} ${what} ${from} ${to}`}>
            <NodeLink node={node} />
            {what && `, ${what}`} <span className="aside">{periodWords(from, to)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Own = { readonly speakers: string[] } | { readonly principals: string[] };

function Positions({ filter }: { readonly filter: Own }) {
  const answer = useStanceRows(filter);
  const [key, [who]] =
    'speakers' in filter ? (['speaker', filter.speakers] as const) : (['actor', filter.principals] as const);
  return (
    <Answered answer={answer} what="positions">
      {({ rows, hasMore }) => {
        const groups = byProposition(rows);
        if (groups.length === 0) return <p className="state">No position is recorded.</p>;
        return (
          <>
            <div className="table-space">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Proposition</th>
                    <th scope="col">Latest position</th>
                    <th scope="col">Earliest to latest</th>
                  </tr>
                </thead>
                <tbody>
                  {groups.map(({ proposition, taken }) => {
                    const latest = taken.at(-1);
                    return (
                      <tr key={proposition.id}>
                        <th scope="row">
                          <NodeLink node={proposition} />
                          <br />
                          <span className="aside" dir="auto">
                            {proposition.text}
                          </span>
                        </th>
                        <td>
                          {latest && (
                            <>
                              <PositionLabel level={latest.level} />
                              <br />
                              <span className="aside">{edtfWords(latest.date)}</span>
                            </>
                          )}
                        </td>
                        <td>
                          <Trail taken={taken} />
                          <Link
                            className="aside"
                            to={searchAddress({ [key]: who ?? '', topic: proposition.id })}
                          >
                            {taken.length === 1 ? 'the statement' : `${taken.length} statements`}
                            <span className="unseen"> on {proposition.name}</span>
                          </Link>
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
            {hasMore && <p className="aside">Of the latest thousand positions.</p>}
            <QueryBehind query={stanceRows} variables={{ filter, after: null }} />
          </>
        );
      }}
    </Answered>
  );
}

function Votes({ votes }: { readonly votes: Actor['votes']['nodes'] }) {
  if (votes.length === 0) return null;
  return (
    <section aria-labelledby="votes">
      <h2 id="votes">Votes</h2>
      <p className="aside">Votes are votes, not statements. An abstention is no opposition.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col">When</th>
            <th scope="col">Vote</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {votes.map(({ vote, event }) => (
            <tr key={event.id}>
              <th scope="row">
                <NodeLink node={event} />
              </th>
              <td>{edtfWords(event.date)}</td>
              <td>{VOTE_WORDS[vote]}</td>
              <td>{event.outcome?.toLowerCase()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
