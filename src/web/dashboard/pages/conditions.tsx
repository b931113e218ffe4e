import type { ResultOf } from 'gql.tada';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { levelOf } from '../data/levels';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { PositionLabel } from '../parts/position-mark';
import { QueryBehind } from '../parts/query-behind';

const conditions = graphql(`
  query Conditions($filter: ConditionFilter, $after: String) {
    conditions(filter: $filter, first: 50, after: $after) {
      nodes {
        id
        text
        topic { id name }
        askedOf { id name }
        statement { id date dateFrom principals { id name } speakers { actor { id name } role } quote }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Condition = ResultOf<typeof conditions>['conditions']['nodes'][number];

/** Who demanded what, of whom, on which question, and what they said later. */
export function Conditions() {
  const [address, setAddress] = useSearchParams();
  const only = (key: string) => address.get(key) ?? undefined;
  const [principal, asked, topic, after] = [only('actor'), only('asked'), only('topic'), only('after')];
  const variables = {
    filter: {
      ...(principal && { principals: [principal] }),
      ...(asked && { askedOf: [asked] }),
      ...(topic && { topics: [topic] }),
    },
    ...(after && { after }),
  };
  const answer = useAnswer(conditions, variables);
  const chosen = [
    ['actor', 'demanded by', principal],
    ['asked', 'demanded of', asked],
    ['topic', 'on', topic],
  ] as const;
  return (
    <Page
      title="Conditions"
      kind="Who demanded what, of whom"
      lead="What a speaker demands before its position changes. A refusal with a condition is a refusal until the condition is met, not half support."
    >
      <ul className="chips">
        {chosen.map(([key, words, value]) =>
          value ? (
            <li key={key}>
              <button
                type="button"
                onClick={() =>
                  setAddress((before) => {
                    const next = new URLSearchParams(before);
                    next.delete(key);
                    next.delete('after');
                    return next;
                  })
                }
              >
                {words} {value} <span aria-hidden="true">×</span>
                <span className="unseen">, take back</span>
              </button>
            </li>
          ) : null,
        )}
      </ul>
      <Answered answer={answer} what="conditions">
        {({ conditions: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p className="state">No condition is recorded.</p>}
            {nodes.length > 0 && <Table conditions={nodes} address={address} />}
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <p>
                <Link to={withValue(address, 'after', pageInfo.endCursor)}>More conditions</Link>
              </p>
            )}
            <QueryBehind query={conditions} variables={variables} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface TableProps {
  readonly conditions: readonly Condition[];
  readonly address: URLSearchParams;
}

function Table({ conditions: shown, address }: TableProps) {
  const narrowed = (key: string, node: { readonly id: string; readonly name: string }) => (
    <Link key={node.id} to={withValue(address, key, node.id)} dir="auto">
      {node.name}
    </Link>
  );
  return (
    <div className="table-space">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Demanded</th>
            <th scope="col">Of whom</th>
            <th scope="col">On</th>
            <th scope="col">Later</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, text, topic, askedOf, statement }) => (
            <tr key={id}>
              <td>
                <Link to={`/${statement.id}`}>{edtfWords(statement.date)}</Link>
              </td>
              <td>{listed(statement.principals.map((node) => narrowed('actor', node)))}</td>
              <th scope="row" dir="auto">
                {text}
              </th>
              <td>{listed(askedOf.map((node) => narrowed('asked', node)))}</td>
              <td>
                <NodeLink node={topic} />
              </td>
              <td>
                <Later
                  filter={{
                    principals: statement.principals.map((principal) => principal.id),
                    stance: { topics: [topic.id] },
                    date: { from: statement.date },
                  }}
                  except={statement.id}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const later = graphql(`
  query SaidLater($filter: StatementFilter) {
    stances(filter: $filter, first: 20) {
      nodes { id date position untilMet statement { id } }
    }
  }
`);

interface LaterProps {
  readonly filter: { principals: string[]; stance: { topics: string[] }; date: { from: string } };
  /** the statement that set the condition */
  readonly except: string;
}

/** What they said of the question afterwards, asked for when it is opened. */
function Later({ filter, except }: LaterProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What they said</summary>
      {isOpen && <LaterStances filter={filter} except={except} />}
    </details>
  );
}

function LaterStances({ filter, except }: LaterProps) {
  const answer = useAnswer(later, { filter });
  return (
    <Answered answer={answer} what="what they said">
      {({ stances }) => {
        const said = stances.nodes.filter(({ statement }) => statement.id !== except).reverse();
        if (said.length === 0) return <span className="aside">no later record</span>;
        return (
          <ul>
            {said.map((stance) => {
              const level = levelOf(stance);
              return (
                <li key={stance.id}>
                  <Link to={`/${stance.statement.id}`}>{edtfWords(stance.date)}</Link>{' '}
                  {level && <PositionLabel level={level} />}
                </li>
              );
            })}
          </ul>
        );
      }}
    </Answered>
  );
}

function listed(links: readonly React.ReactElement[]) {
  return links.flatMap((link, i) => (i > 0 ? [', ', link] : [link]));
}

function withValue(address: URLSearchParams, key: string, value: string): string {
  const next = new URLSearchParams(address);
  if (key !== 'after') next.delete('after');
  next.set(key, value);
  return `?${next}`;
}
