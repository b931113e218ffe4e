import { Pool } from 'undici';
import type { Question } from '../cases/index.js';

/** A client that keeps its connections, as a browser or a dashboard's server does. */
export interface HttpClient {
  /** sends a request and reads the whole answer; throws unless it is one of data and no errors */
  send(body: string, path?: string): Promise<string>;
  ask<Data>(question: Pick<Question, 'query' | 'variables'>): Promise<Data>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 64;
const LONGEST_MS = 30_000;
const SHOWN_CHARACTERS = 160;

export function httpClient(url: string): HttpClient {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: MOST_CONNECTIONS,
    headersTimeout: LONGEST_MS,
    bodyTimeout: LONGEST_MS,
  });
  const send: HttpClient['send'] = async (body, path = pathname) => {
    const answer = await pool.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await answer.body.text();
    // an answer with errors begins with them
    if (answer.statusCode !== 200 || !text.startsWith('{"data":')) {
      throw new Error(`${answer.statusCode}: ${messageIn(text)}`);
    }
    return text;
  };
  return {
    send,
    ask: async ({ query, variables }) => JSON.parse(await send(JSON.stringify({ query, variables }))).data,
    close: () => pool.destroy(),
  };
}

function messageIn(text: string): string {
  const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
  return message.slice(0, SHOWN_CHARACTERS);
}
