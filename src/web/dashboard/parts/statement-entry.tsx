import type { ResultOf } from 'gql.tada';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { graphql } from '../../client/graphql';
import { BASIS_WORDS, CAPACITY_WORDS, enumWords } from '../data/enum-words';
import { levelOf } from '../data/levels';
import { EdtfDate } from './edtf-date';
import { NodeLink } from './node-link';
import { PositionLabel } from './position-mark';
import { Quote } from './quote';
import { SourceLink, sourceFields } from './source-link';

export const statementFields = graphql(
  `
    fragment StatementFields on Statement {
      id
      act
      date
      dateBasis
      summary
      speakers { actor { id name } role capacity asNamed }
      onBehalfOf { actor { id name } basis }
      stances { id topic { id name } position untilMet conditions { id text } }
      citations {
        quote
        language
        translated
        elided
        attribution
        reportedBy
        primary
        source { ...SourceFields }
      }
    }
  `,
  [sourceFields],
);

export type StatementFields = ResultOf<typeof statementFields>;

/** One statement: when, who, in whose name, with which positions, in which words, reported where. */
export function StatementEntry({ statement }: { readonly statement: StatementFields }) {
  const { speakers, onBehalfOf, stances, citations } = statement;
  const quoted = citations.find(({ quote }) => quote) ?? citations[0];
  // who speaks in nobody else's name is named once
  const isOwn = onBehalfOf.every(({ actor }) => speakers.some((speaker) => speaker.actor.id === actor.id));
  const others = citations.filter((citation) => citation !== quoted);
  return (
    <article className="statement">
      <p className="when">
        <Link to={`/${statement.id}`}>
          <span className="unseen">The statement of </span>
          <EdtfDate date={statement.date} isInferred={statement.dateBasis === 'INFERRED'} />
        </Link>
        {statement.act !== 'STATEMENT' && <span className="aside"> {enumWords(statement.act)}</span>}
      </p>
      <div className="what">
        <p className="who">
          {speakers.map(({ actor, role, capacity, asNamed }, i) => (
            <Fragment key={actor.id}>
              {i > 0 && ', '}
              <strong title={asNamed ? `in the source: ${asNamed}` : undefined}>
                <NodeLink node={actor} />
              </strong>
              {role && <span dir="auto"> {role}</span>}
              {capacity !== 'NATIONAL' && <span className="tag">{CAPACITY_WORDS[capacity]}</span>}
            </Fragment>
          ))}
          {!isOwn && (
            <span className="aside">
              {' for '}
              {onBehalfOf.map(({ actor, basis }, i) => (
                <Fragment key={actor.id}>
                  {i > 0 && ', '}
                  <NodeLink node={actor} />
                  {BASIS_WORDS[basis] && ` (${BASIS_WORDS[basis]})`}
                </Fragment>
              ))}
            </span>
          )}
        </p>
        {stances.length > 0 && (
          <ul className="stances">
            {stances.map((stance) => {
              const level = levelOf(stance);
              return level ? (
                <li key={stance.id}>
                  <PositionLabel level={level} /> <NodeLink node={stance.topic} />
                  {stance.conditions.map(({ id, text }) => (
                    <span key={id} className="aside" dir="auto">
                      {' '}
                      if {text}
                    </span>
                  ))}
                </li>
              ) : null;
            })}
          </ul>
        )}
        {quoted?.quote ? (
          <Quote text={quoted.quote} language={quoted.language} isTranslated={quoted.translated ?? false} />
        ) : (
          statement.summary && (
            <p className="summary" dir="auto">
              {statement.summary} <span className="aside">(in our words)</span>
            </p>
          )
        )}
        {quoted && (
          <p className="reported">
            {quoted.attribution !== 'VERBATIM' && (
              <span className="tag">{enumWords(quoted.attribution)}</span>
            )}
            <SourceLink source={quoted.source} />
            {others.length > 0 && (
              <>
                {' '}
                <Link to={`/${statement.id}`} className="aside">
                  and {others.length} more
                </Link>
              </>
            )}
          </p>
        )}
      </div>
    </article>
  );
}
