import { type ReactNode, useEffect, useState } from 'react';
import type { CombinedError } from 'urql';
import type { Answer } from '../data/use-answer';

interface AnsweredProps<Data> {
  readonly answer: Answer<Data>;
  /** what is being waited for, such as "statements" */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}

/** Shows an answer, or why there is none yet. What was there stays, dimmed, while something else is asked. */
export function Answered<Data>({ answer, what, children }: AnsweredProps<Data>) {
  const { data, error, isAsking, isCancelled } = answer;
  return (
    <>
      {error && <Problem error={error} onRetry={answer.askAgain} />}
      {isCancelled && (
        <p className="state">
          Stopped.{' '}
          <button type="button" onClick={answer.askAgain}>
            Ask again
          </button>
        </p>
      )}
      {isAsking && !data && <Waiting what={what} onCancel={answer.cancel} />}
      {data && (
        <div className={isAsking ? 'is-stale' : undefined} aria-busy={isAsking}>
          {children(data)}
        </div>
      )}
    </>
  );
}

/** Patience is asked for after a second only: most answers are there sooner, and words that flash disturb. */
export function Waiting({ what, onCancel }: { readonly what: string; readonly onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((passed) => passed + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="state waiting" role="status">
      <span className="skeleton" aria-hidden="true" />
      Loading {what}
      {seconds >= 1 && (
        <>
          , {seconds} s …{' '}
          <button type="button" onClick={onCancel}>
            Stop
          </button>
        </>
      )}
    </div>
  );
}

/** What went wrong, in the API's own words. */
export function Problem({ error, onRetry }: { readonly error: CombinedError; readonly onRetry: () => void }) {
  const messages = error.networkError
    ? [`The service did not answer (${error.networkError.message}).`]
    : error.graphQLErrors.map(({ message, extensions }) =>
        typeof extensions?.code === 'string' ? `${message} (${extensions.code})` : message,
      );
  return (
    <div className="state problem" role="alert">
      {[...new Set(messages)].map((message) => (
        <p key={message} dir="auto">
          {message}
        </p>
      ))}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
