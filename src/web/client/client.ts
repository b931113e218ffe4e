import { Client, cacheExchange, fetchExchange } from 'urql';

/**
 * Asks the service the page came from. What was answered before is shown at once and asked for again all the same: by
 * `GET`, for which the service answers 304 while no data has changed. So going back is immediate, and nothing stale stays.
 */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: 'force',
  requestPolicy: 'cache-and-network',
  exchanges: [cacheExchange, fetchExchange],
});
