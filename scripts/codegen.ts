/**
 * Writes what TypeScript knows of the SDL in schema/: the types of the resolvers to src/api/schema.generated.ts, and the
 * schema as a type, which the dashboard's queries are typed by, to src/web/client/schema.generated.ts.
 * `npx tsx scripts/codegen.ts` writes them; with `--check` it fails where a file is not what it would write.
 */
import { outputIntrospectionFile } from '@gql.tada/internal';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, introspectionFromSchema, parse } from 'graphql';
import { readSdl } from '../src/api/sdl.js';
import { writeMadeFiles } from './lib/made-files.js';

const MADE_BY = '// Made by scripts/codegen.ts from schema/*.graphql: do not edit.';

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
  'Merge',
  'MergedActor',
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

const sdl = readSdl();
const parent = (name: string) => `./parents.js#${name}Parent`;

const resolverTypes = await codegen({
  filename: 'schema.generated.ts',
  schema: parse(sdl),
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

const schemaType = outputIntrospectionFile(introspectionFromSchema(buildSchema(sdl)), {
  fileType: '.d.ts',
  shouldPreprocess: true,
});

await writeMadeFiles('codegen.ts', {
  'src/api/schema.generated.ts': `${MADE_BY}\n${resolverTypes}`,
  'src/web/client/schema.generated.ts': `${MADE_BY}\n${schemaType}`,
});
