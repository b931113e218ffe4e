import type { QueryParams } from '../../src/store/index.js';
import { type BareEngine, type Connection, connect } from '../database/index.js';
import { type Load, sample } from '../measure.js';
import { serveParent } from './worker.js';

/** The engine by its own driver: the statement of a case, sent again and again. */
export type BareMessage =
  | { readonly connect: Connection }
  | { readonly stream: readonly string[] }
  | { readonly text: string; readonly params: QueryParams; readonly load?: Load };

let engine: BareEngine;

serveParent(async (message: BareMessage) => {
  if ('connect' in message) {
    engine = connect(message.connect);
    return undefined;
  }
  if ('stream' in message) {
    const began = performance.now();
    let rows = 0;
    for (const text of message.stream) rows += await engine.stream(text);
    return { rows, seconds: (performance.now() - began) / 1_000 };
  }
  const { text, params, load } = message;
  return load ? sample(() => engine.run(text, params), load) : engine.run(text, params);
});
