import { useState } from 'react';
import { type AnyVariables, type CombinedError, type DocumentInput, useQuery } from 'urql';

/** What is known of a question: its data, why there is none, or that it is being asked. */
export interface Answer<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  readonly isCancelled: boolean;
  /** stops waiting: the request is aborted, and the service stops its work on it */
  cancel(): void;
  askAgain(): void;
}

/** Asks the API, unless there is nothing to ask yet. While other variables are asked for, the data of the last ones stays. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>,
  variables: Variables,
  isIdle = false,
): Answer<Data> {
  const asked = JSON.stringify(variables);
  const [cancelled, setCancelled] = useState<string>();
  const isCancelled = cancelled === asked;
  const [{ data, error, fetching, stale }, execute] = useQuery<Data, AnyVariables>({
    query,
    variables,
    pause: isCancelled || isIdle,
  });
  return {
    data,
    error,
    isAsking: !isCancelled && (fetching || (stale && data === undefined)),
    isCancelled,
    cancel: () => setCancelled(asked),
    askAgain() {
      setCancelled(undefined);
      execute({ requestPolicy: 'network-only' });
    },
  };
}
