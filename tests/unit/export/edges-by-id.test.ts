import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parallelNumbers } from '../../../src/export/parallel.js';
import { edgesById } from '../../../src/export/read/edges-by-id.js';
import { edgeId, type GraphEdge } from '../../../src/records/index.js';

/** Ids that are beginnings of each other, with every character that sorts before and after the dot between them. */
const id = fc
  .array(fc.constantFrom('a', 'b', '-', '.', '_', '0'), { minLength: 1, maxLength: 4 })
  .map((characters) => `actor:${characters.join('')}`);

test('edges come in the order of their ids, however they are read, and parallels are numbered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(id, id, fc.constantFrom('x', 'y', 'z')), { maxLength: 60 }),
      fc.integer({ min: 1, max: 5 }),
      async (ends, size) => {
        const edges = [...new Set(ends.map((end) => end.join(' ')))].map((text): GraphEdge => {
          const [source = '', target = '', key = ''] = text.split(' ');
          const type = 'MEMBER_OF';
          return {
            id: edgeId(type, source, target, [key]),
            type,
            source,
            target,
            attributes: {},
            period: {},
          };
        });
        const sources = [...new Set(edges.map(({ source }) => source))].sort();
        const batches = async function* () {
          for (let start = 0; start < sources.length; start += size) {
            const part = sources.slice(start, start + size);
            yield { edges: edges.filter(({ source }) => part.includes(source)), last: part.at(-1) ?? '' };
          }
        };
        const found: GraphEdge[] = [];
        for await (const batch of edgesById('MEMBER_OF', batches())) found.push(...batch);
        expect(found.map((edge) => edge.id)).toEqual(edges.map((edge) => edge.id).sort());
        const numberOf = parallelNumbers();
        const kinds = found.map((edge) => `${edge.source} ${edge.target} ${numberOf(edge)}`);
        expect(new Set(kinds).size).toBe(kinds.length);
      },
    ),
  );
});
