import { useState } from 'react';
import { type AnyVariables, type DocumentInput, stringifyDocument } from 'urql';

interface QueryBehindProps {
  readonly query: DocumentInput<unknown, AnyVariables>;
  readonly variables: object;
}

/** The query that an answer came from, to copy or to open in the explorer. */
export function QueryBehind({ query, variables }: QueryBehindProps) {
  const text = stringifyDocument(query);
  const values = JSON.stringify(variables, null, 2);
  const explorer = `/graphql?${new URLSearchParams({ query: text, variables: values })}`;
  return (
    <details className="behind">
      <summary>The GraphQL query behind this</summary>
      <p className="actions">
        <CopyButton text={`${text}\n\n# variables\n${values.replace(/^/gm, '# ')}\n`} />
        <a href={explorer}>Open in the explorer</a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section tabIndex={0} aria-label="GraphQL query and variables">
        <pre>
          {text}
          {'\n\n'}
          {values}
        </pre>
      </section>
    </details>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not let us copy: select the text'),
    );
  return (
    <button type="button" onClick={copy}>
      <span aria-live="polite">{said}</span>
    </button>
  );
}
