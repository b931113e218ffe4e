import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real rows of ICEWS. They are beside a checkout, if at all. */
export const ICEWS_SAMPLE = fileURLToPath(
  new URL('../../../shared/data/icews/events.2018.sample.tab', import.meta.url),
);

/** Whether they are there; says so where they are not. */
export function hasIcewsSample(): boolean {
  const found = existsSync(ICEWS_SAMPLE);
  if (!found)
    console.warn(`SKIPPED: what is tested with real rows of ICEWS, because there is no ${ICEWS_SAMPLE}`);
  return found;
}
