import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { QueryParams, QueryRow, Store } from '../../../../src/store/index.js';
import { asking } from '../../../support/api.js';

/**
 * What each query of this folder becomes: `name.cypher` has the statements that `name.graphql` sends, exactly, with
 * their parameters. No database is asked; what a statement needs to know of the statements before it is given here.
 */

const KNOWN: Readonly<Record<string, (id: string) => QueryRow[]>> = {
  actorsById: (id) => [{ id, name: 'A', membershipsOfActors: [], statements0: [] }],
  degreesOfActors: (id) => {
    const degree = id.endsWith('-busy') ? 90_000 : 40;
    const degrees = { MADE_BY: degree, ON_BEHALF_OF: degree, ADDRESSED_TO: degree };
    return [{ node: id, ...degrees, months: 144, mergedActors: 0 }];
  },
  degreesOfSources: (id) => [{ node: id, REPORTED_IN: 12, months: 144 }],
  partsOfTopics: (id) =>
    [id, `${id}-part`].map((node) => ({
      node,
      TAKES_STANCE: id.endsWith('-busy') ? 50_000 : 200,
      ABOUT: 100,
      months: 144,
    })),
};

/** A store that notes what it is sent, and knows nothing but the above, and a page of two actors. */
function recording(): { store: Store; sent: { name: string; text: string; params: QueryParams }[] } {
  const sent: { name: string; text: string; params: QueryParams }[] = [];
  const rowsOf = (name: string, params: QueryParams): QueryRow[] => {
    if (name === 'actorsPage')
      return [
        { id: 'actor:a', name: 'A' },
        { id: 'actor:b', name: 'B' },
      ];
    const ids = Object.values(params).flatMap((value) => (Array.isArray(value) ? (value as string[]) : []));
    return ids.flatMap((parent) => (KNOWN[name]?.(parent) ?? []).map((row) => ({ ...row, parent })));
  };
  const store: Partial<Store> = {
    engine: 'neo4j',
    read: async ({ name, text }, params) => {
      sent.push({ name, text, params });
      // the rows of a statement that is not run have the columns that its reader looks at
      return rowsOf(name, params) as never;
    },
    searchText: async (search) => {
      sent.push({ name: 'searchText', text: '', params: { ...search } });
      return [];
    },
  };
  return { store: store as Store, sent };
}

const cases = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));

test.each(cases)('%s', async (name) => {
  const { store, sent } = recording();
  const query = readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');
  const { errors } = await asking(store)(query);
  expect(errors).toEqual([]);
  const shown = sent.map(({ name: statement, text, params }) =>
    [`// ${statement}`, ...(text === '' ? [] : [text]), ...paramLines(params)].join('\n'),
  );
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(`${name}.cypher`);
});

function paramLines(params: QueryParams): string[] {
  return Object.entries(params).map(([name, value]) => `// $${name} = ${JSON.stringify(value)}`);
}
