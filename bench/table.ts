import { residentMemory } from './memory.js';
import type { TableResults } from './results.js';
import type { ServiceProcess } from './subjects/index.js';

const ASKED = JSON.stringify({ query: '{ stanceTimeline(interval: YEAR) { revision } }' });
/** A request is given up before a large table is read; the reading goes on. */
const ATTEMPTS = 20;

/** Waits until the service has read its stance table, which it begins when it starts. */
export async function waitForTable(
  { client, pid }: ServiceProcess,
  say: (line: string) => void,
): Promise<TableResults> {
  const before = await residentMemory(pid);
  const began = performance.now();
  for (let attempt = 1; ; attempt++) {
    say('Waiting for the stance table …');
    try {
      await client.send(ASKED);
      break;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, residentMiB: [before, await residentMemory(pid)] };
}
