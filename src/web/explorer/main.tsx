import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { EXAMPLES } from './examples';
import { examplesPlugin } from './examples-plugin';
import { fetcher } from './fetcher';

const root = document.getElementById('explorer');
if (root) createRoot(root).render(<Explorer />);

/** GraphiQL with the examples at hand, on the query that the address has, if any. No request headers to edit: the API asks for none. */
function Explorer() {
  const address = new URLSearchParams(window.location.search);
  const query = address.get('query');
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultQuery={EXAMPLES[0]?.query ?? ''}
      {...(query !== null && { initialQuery: query, initialVariables: address.get('variables') ?? '' })}
      plugins={[examplesPlugin, HISTORY_PLUGIN]}
      visiblePlugin={examplesPlugin}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <span className="logo">Demarche</span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
