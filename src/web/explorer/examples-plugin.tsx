import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES, type Example } from './examples';

/** A pane of ready queries: a click opens one in a tab of its own and runs it. */
export const examplesPlugin: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Examples };

function Examples() {
  const { addTab, changeTab, run, setOperationName, stop } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const activeQuery = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const isReady = useGraphiQL(
    (state) => state.queryEditor !== undefined && state.responseEditor !== undefined,
  );

  function open({ query, operationName }: Example) {
    stop();
    const opened = tabs.findIndex((tab) => tab.query === query);
    if (opened >= 0) changeTab(opened);
    else {
      addTab();
      queryEditor?.setValue(query);
    }
    // the editor would find it out a moment later, and the request would ask for the last tab's operation
    setOperationName(operationName);
    run();
  }

  return (
    <section className="examples">
      <h1 className="examples-title">Examples</h1>
      <ul>
        {EXAMPLES.map((example) => (
          <li key={example.question}>
            <button
              type="button"
              disabled={!isReady}
              aria-current={example.query === activeQuery}
              onClick={() => open(example)}
            >
              {example.question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M4 5h16v11H10l-4 4v-4H4z" strokeLinejoin="round" />
      <path d="M10 9.2a2 2 0 1 1 2.6 1.9c-.4.1-.6.5-.6.9M12 14v.01" strokeLinecap="round" />
    </svg>
  );
}
