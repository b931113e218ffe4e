import { useState } from 'react';
import { graphql } from '../../client/graphql';
import type { StatementFilter } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { Problem } from './answered';

const formats = graphql(`
  query ExportFormats {
    dataset { exports { format title } }
  }
`);

const address = graphql(`
  query ExportAddress($filter: StatementFilter, $format: String!) {
    statements(filter: $filter, first: 1) { exportUrl(format: $format) }
  }
`);

/** What is shown, as a file: all that a filter selects, with its actors, topics and sources. */
export function ExportLinks({ filter }: { readonly filter: StatementFilter }) {
  const [format, setFormat] = useState('csv');
  const known = useAnswer(formats, {});
  const answer = useAnswer(address, { filter, format });
  const url = answer.data?.statements.exportUrl;
  const offered = known.data?.dataset.exports ?? [];
  if (answer.error) return <Problem error={answer.error} onRetry={answer.askAgain} />;
  if (offered.length === 0 || !url) return null;
  return (
    <span className="export">
      <label>
        Export as{' '}
        <select value={format} onChange={(event) => setFormat(event.target.value)}>
          {offered.map((one) => (
            <option key={one.format} value={one.format}>
              {one.title}
            </option>
          ))}
        </select>
      </label>{' '}
      {answer.isAsking ? <span className="aside">…</span> : <a href={url}>Download</a>}
    </span>
  );
}
