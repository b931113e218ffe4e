import type { GraphiQLProps } from 'graphiql';

/** Asks the service the page came from. An answer that is not JSON (a proxy's error page) is shown as the error it is. */
export const fetcher: GraphiQLProps['fetcher'] = async (request) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `${response.status} ${response.statusText}: ${text.slice(0, 500)}` }] };
  }
};
