import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../../client/graphql';
import { enumWords } from '../data/enum-words';
import { useAnswer } from '../data/use-answer';
import { useFound } from '../data/use-found';
import { Answered } from '../parts/answered';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';

const mostHeard = graphql(`
  query MostHeard {
    statements(first: 1) {
      facets {
        byActor(first: 60) { node { id name kind description } count }
        bySpeaker(first: 60) { node { id name kind description } count }
      }
    }
  }
`);

/** Those in whose name most is said, those who say most, and anybody by name. */
export function Actors() {
  const [text, setText] = useState('');
  const found = useFound(text, ['ACTOR']);
  const answer = useAnswer(mostHeard, {});
  return (
    <Page title="Actors" kind="Who speaks">
      <p>
        <label>
          Find by name{' '}
          <input
            type="search"
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </p>
      {found.length > 0 && (
        <ul aria-label="Found">
          {found.map((actor) => (
            <li key={actor.id}>
              <NodeLink node={actor} /> <span className="aside">{actor.kind}</span>
            </li>
          ))}
        </ul>
      )}
      <Answered answer={answer} what="actors">
        {({ statements: { facets } }) => (
          <div className="cards">
            <Heard heading="In whose name" counted={facets?.byActor ?? []} of="actor" />
            <Heard heading="By whom" counted={facets?.bySpeaker ?? []} of="speaker" />
          </div>
        )}
      </Answered>
    </Page>
  );
}

interface HeardProps {
  readonly heading: string;
  readonly of: 'actor' | 'speaker';
  readonly counted: readonly {
    readonly node: { readonly id: string; readonly name: string; readonly kind: string };
    readonly count: number;
  }[];
}

function Heard({ heading, of, counted }: HeardProps) {
  return (
    <section className="card" aria-label={heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">What it is</th>
            <th scope="col" className="number">
              Statements
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ node, count }) => (
            <tr key={node.id}>
              <th scope="row">
                <NodeLink node={node} />
              </th>
              <td>{enumWords(node.kind)}</td>
              <td className="number">
                <Link to={`/statements?${of}=${node.id}`}>{count.toLocaleString('en')}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
