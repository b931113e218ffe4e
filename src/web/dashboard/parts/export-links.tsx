import type { VariablesOf } from 'gql.tada';
import { type ReactNode, useState } from 'react';
import { graphql } from '../../client/graphql';
import type { StatementFilter } from '../data/statement-search';
import { useAnswer } from '../data/use-answer';
import { Problem } from './answered';

const formats = graphql(`
  query ExportFormats {
    dataset { exports { format title url hasNetworks } }
  }
`);

const address = graphql(`
  query ExportAddress($filter: StatementFilter, $format: String!) {
    statements(filter: $filter, first: 1) { exportUrl(format: $format) }
  }
`);

const networkAddress = graphql(`
  query NetworkExportAddress($input: NetworkInput!, $format: String!) {
    network(input: $input) { exportUrl(format: $format) }
  }
`);

/** What is shown, as a file: all that a filter selects, with its actors, topics and sources. */
export function ExportLinks({
  filter,
  label = 'Export as',
}: {
  readonly filter: StatementFilter;
  readonly label?: string;
}) {
  const [format, setFormat] = useState('csv');
  const known = useAnswer(formats, {});
  const answer = useAnswer(address, { filter, format });
  if (answer.error) return <Problem error={answer.error} onRetry={answer.askAgain} />;
  return (
    <Links
      label={label}
      format={format}
      offered={known.data?.dataset.exports.filter(({ url }) => url !== null) ?? []}
      url={answer.data?.statements.exportUrl}
      onFormat={setFormat}
    >
      {answer.isAsking && <span className="aside">…</span>}
    </Links>
  );
}

type NetworkInput = VariablesOf<typeof networkAddress>['input'];

/** The network that is shown, as a file: all of its nodes, edges and weights. */
export function NetworkExportLinks({ input }: { readonly input: NetworkInput }) {
  const [format, setFormat] = useState('gexf');
  const known = useAnswer(formats, {});
  const answer = useAnswer(networkAddress, { input, format });
  if (answer.error) return <Problem error={answer.error} onRetry={answer.askAgain} />;
  return (
    <Links
      label="This network as"
      format={format}
      offered={known.data?.dataset.exports.filter(({ hasNetworks }) => hasNetworks) ?? []}
      url={answer.data?.network.exportUrl}
      onFormat={setFormat}
    >
      {answer.isAsking && <span className="aside">…</span>}
    </Links>
  );
}

interface LinksProps {
  readonly label: string;
  readonly format: string;
  readonly offered: readonly { readonly format: string; readonly title: string }[];
  readonly url: string | null | undefined;
  readonly onFormat: (format: string) => void;
  /** in the place of the link while its address is asked for */
  readonly children: ReactNode;
}

function Links({ label, format, offered, url, onFormat, children }: LinksProps) {
  if (offered.length === 0 || !url) return null;
  return (
    <span className="export">
      <label>
        {label}{' '}
        <select value={format} onChange={(event) => onFormat(event.target.value)}>
          {offered.map((one) => (
            <option key={one.format} value={one.format}>
              {one.title}
            </option>
          ))}
        </select>
      </label>{' '}
      {children || <a href={url}>Download</a>}
    </span>
  );
}
