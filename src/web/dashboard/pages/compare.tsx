import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { sideOf } from '../data/levels';
import { byProposition, type OnProposition } from '../data/stance-rows';
import { useStanceRows } from '../data/use-stance-rows';
import { ActorPicker } from '../parts/actor-picker';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { Period } from '../parts/period';
import { PositionLabel } from '../parts/position-mark';
import { Timeline } from '../parts/timeline';
import { Trail } from '../parts/trail';

const MOST = 4;

const names = graphql(`
  query Compared($ids: [ID!]) {
    actors(filter: { ids: $ids }) { nodes { id name } }
  }
`);

/** Two to four actors side by side, proposition by proposition. Who and since when is in the address. */
export function Compare() {
  const [address, setAddress] = useSearchParams();
  const ids = [...new Set(address.getAll('actor'))].slice(0, MOST);
  const [{ data }] = useQuery({ query: names, variables: { ids }, pause: ids.length === 0 });
  const actors = ids.map((id) => ({ id, name: data?.actors.nodes.find((one) => one.id === id)?.name ?? id }));
  const choose = (chosen: readonly string[]) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      next.delete('actor');
      for (const id of chosen) next.append('actor', id);
      return next;
    });
  return (
    <Page
      title={actors.length > 0 ? actors.map(({ name }) => name).join(', ') : 'Compare'}
      kind="Side by side"
      lead="Two to four actors, proposition by proposition: where they agree, where they differ, in which words."
    >
      <div className="actions">
        <ul className="chips" aria-label="Compared">
          {actors.map(({ id, name }) => (
            <li key={id}>
              <button type="button" onClick={() => choose(ids.filter((other) => other !== id))}>
                <span dir="auto">{name}</span> <span aria-hidden="true">×</span>
                <span className="unseen">, take out</span>
              </button>
            </li>
          ))}
        </ul>
        {ids.length < MOST && <ActorPicker key={ids.length} onPick={(id) => choose([...ids, id])} />}
        <Period
          address={address}
          onChange={(key, value) =>
            setAddress((before) => {
              const next = new URLSearchParams(before);
              if (value) next.set(key, value);
              else next.delete(key);
              return next;
            })
          }
        />
      </div>
      {ids.length < 2 ? (
        <p className="state">Add {ids.length === 0 ? 'two actors' : 'another actor'} to compare.</p>
      ) : (
        <Together key={ids.join(' ')} actors={actors} address={address} />
      )}
    </Page>
  );
}

interface TogetherProps {
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly address: URLSearchParams;
}

function Together({ actors, address }: TogetherProps) {
  const [a, b, c, d] = actors;
  const date = { ...dateIn(address, 'from'), ...dateIn(address, 'to') };
  const answers = [
    useRows(a?.id, date),
    useRows(b?.id, date),
    useRows(c?.id, date),
    useRows(d?.id, date),
  ].slice(0, actors.length);
  const wantsShared = address.get('all') === null;
  const groups = answers.map(({ data }) => byProposition(data?.rows ?? []));
  const propositions = new Map<string, OnProposition['proposition']>();
  for (const { proposition } of groups.flat()) propositions.set(proposition.id, proposition);
  const rows = [...propositions.values()]
    .map((proposition) => {
      const cells = groups.map((group) => group.find((one) => one.proposition.id === proposition.id));
      return { proposition, cells, verdict: verdictOf(cells) };
    })
    .filter(({ cells }) => !wantsShared || cells.filter(Boolean).length > 1);
  const waiting = answers.find(({ data }) => !data);

  return (
    <>
      {waiting && (
        <Answered answer={waiting} what="positions">
          {() => null}
        </Answered>
      )}
      <p className="actions">
        <span role="status">
          {rows.filter(({ verdict }) => verdict === 'agree').length} agreements,{' '}
          {rows.filter(({ verdict }) => verdict === 'differ').length} differences
        </span>
        <Link to={toggled(address)}>
          {wantsShared ? 'Show propositions that only one spoke of' : 'Only what several spoke of'}
        </Link>
      </p>
      {!waiting && rows.length === 0 && <p className="state">They spoke of no proposition in common.</p>}
      {rows.length > 0 && (
        <div className="table-space">
          <table>
            <thead>
              <tr>
                <th scope="col">Proposition</th>
                {actors.map((actor) => (
                  <th scope="col" key={actor.id}>
                    <NodeLink node={actor} />
                  </th>
                ))}
                <th scope="col">Latest positions</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ proposition, cells, verdict }) => (
                <tr key={proposition.id}>
                  <th scope="row">
                    <NodeLink node={proposition} />
                    <br />
                    <span className="aside" dir="auto">
                      {proposition.text}
                    </span>
                  </th>
                  {cells.map((cell, i) => (
                    <td key={actors[i]?.id}>
                      <Cell on={cell} />
                    </td>
                  ))}
                  <td>{verdict}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {answers.some(({ data }) => data?.hasMore) && (
        <p className="aside">Of the latest thousand positions of each: choose a period for earlier ones.</p>
      )}
      <section aria-labelledby="time">
        <h2 id="time">Over time</h2>
        <p className="aside">All positions of each, on whatever proposition.</p>
        <div className="side-by-side">
          {actors.map(({ id, name }) => (
            <div key={id}>
              <h3 dir="auto">{name}</h3>
              <Timeline filter={filterOf(id, date)} label={name} />
            </div>
          ))}
        </div>
      </section>
    </>
  );
}

interface Dates {
  readonly from?: string;
  readonly to?: string;
}

function dateIn(address: URLSearchParams, key: keyof Dates): Dates {
  const value = address.get(key);
  return value ? { [key]: value } : {};
}

function filterOf(id: string, date: Dates) {
  return { principals: [id], expandJoint: true, ...((date.from || date.to) && { date }) };
}

function useRows(id: string | undefined, date: Dates) {
  return useStanceRows(filterOf(id ?? '', date), id === undefined);
}

function Cell({ on }: { readonly on: OnProposition | undefined }) {
  const latest = on?.taken.at(-1);
  if (!on || !latest) return <span className="aside">no record</span>;
  return (
    <>
      <PositionLabel level={latest.level} />{' '}
      <Link to={`/${latest.statement.id}`} className="aside">
        {edtfWords(latest.date)}
      </Link>
      {latest.quote && (
        <q className="words-of-member" dir="auto">
          {latest.quote.length > 200 ? `${latest.quote.slice(0, 200)} …` : latest.quote}
        </q>
      )}
      {on.taken.length > 1 && <Trail taken={on.taken} />}
    </>
  );
}

/** Whether the latest positions lie on one side, on two, or on none. */
function verdictOf(cells: readonly (OnProposition | undefined)[]): 'agree' | 'differ' | '' {
  const sides = cells.flatMap((cell) => {
    const latest = cell?.taken.at(-1);
    return latest ? [sideOf(latest.level)] : [];
  });
  if (sides.length < 2 || sides.every((side) => side === 0)) return '';
  return new Set(sides).size === 1 ? 'agree' : 'differ';
}

function toggled(address: URLSearchParams): string {
  const next = new URLSearchParams(address);
  if (next.has('all')) next.delete('all');
  else next.set('all', '');
  return `?${next}`;
}
