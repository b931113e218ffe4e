/**
 * Writes the types of the resolvers from the SDL in schema/ to src/api/schema.generated.ts.
 * `npx tsx scripts/codegen.ts` writes it; with `--check` it fails where the file is not what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { readSdl } from '../src/api/sdl.js';

const OUTPUT = new URL('../src/api/schema.generated.ts', import.meta.url);

/** The values that resolvers pass for each type that is not plain data: see src/api/parents.ts. */
const PARENTS = [
  'Actor',
  'Citation',
  'Claim',
  'Condition',
  'Dataset',
  'Decision',
  'Dispute',
  'Event',
  'HeldPosition',
  'Involvement',
  'MatrixVote',
  'Membership',
  'Network',
  'NetworkEdge',
  'NetworkNode',
  'NetworkSlice',
  'NetworkVote',
  'NetworkWindow',
  'Office',
  'OnBehalfOf',
  'PositionChange',
  'PropositionReliability',
  'Publisher',
  'ResponseFrom',
  'ResponseTo',
  'SearchEdge',
  'Source',
  'Speaker',
  'Stance',
  'StanceMatrix',
  'StanceMatrixCell',
  'StanceMatrixRow',
  'StanceRow',
  'Statement',
  'StatementFacets',
  'StatementOrEvent',
  'SearchResult',
  'Node',
  'Topic',
  'Vote',
];
const FACETS = ['Act', 'Actor', 'Control', 'Position', 'Publisher', 'Topic', 'Year'];
const PAGED = [
  'Actor',
  'Condition',
  'Dispute',
  'Event',
  'PositionChange',
  'Publisher',
  'Source',
  'StanceRow',
  'Statement',
  'Topic',
  'Vote',
];

const parent = (name: string) => `./parents.js#${name}Parent`;

const generated = await codegen({
  filename: 'schema.generated.ts',
  schema: parse(readSdl()),
  documents: [],
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    emitLegacyCommonJSImports: false,
    importExtension: '.js',
    contextType: './context.js#ApiContext',
    scalars: { EDTF: 'string', DateTime: 'string', ID: 'string' },
    avoidOptionals: { resolvers: false },
    mappers: Object.fromEntries([
      ...PARENTS.map((name) => [name, parent(name)]),
      ...PAGED.map((name) => [`${name}Connection`, `./connections.js#Page<${name}Parent>`]),
      ...FACETS.map((name) => [`${name}Facet`, parent('Facet')]),
      ['StatementConnection', './parents.js#StatementPage'],
      ['SearchConnection', './parents.js#SearchPage'],
    ]),
  },
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
});

const text = `// Made by scripts/codegen.ts from schema/*.graphql: do not edit.\n${generated}`;
if (process.argv.includes('--check')) {
  if ((await readFile(OUTPUT, 'utf8')) !== text) {
    console.error('src/api/schema.generated.ts is not current: run npx tsx scripts/codegen.ts');
    process.exit(1);
  }
} else {
  await writeFile(OUTPUT, text);
}
