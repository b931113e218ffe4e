/**
 * Which part of src/ may import which: model ← store ← records ← ingest, analysis ← export ← api ← http ← cli ← main.
 * dependency-cruiser reads TypeScript by way of swc, because TypeScript 7 has no programming interface, and so
 * cannot read JSX: what src/web may import is in biome.json.
 */

/** Each folder, and the other folders it may import. */
const allowed = {
  model: [],
  store: ['model'],
  records: ['model', 'store'],
  ingest: ['model', 'store', 'records'],
  analysis: ['model', 'store', 'records'],
  export: ['model', 'store', 'records', 'analysis'],
  api: ['model', 'store', 'records', 'ingest', 'analysis', 'export'],
  http: ['model', 'store', 'records', 'ingest', 'analysis', 'export', 'api'],
  cli: ['model', 'store', 'records', 'ingest', 'analysis', 'export', 'api', 'http'],
};

const layers = Object.entries(allowed).map(([folder, others]) => ({
  name: `${folder}-imports-only-below`,
  comment: `src/${folder} may import ${others.join(', ') || 'nothing else of ours'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: '^src/cli/main[.]ts$' },
  to: { path: '^src/', pathNot: [folder, ...others].map((name) => `^src/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'the-command-is-composed-in-main',
      comment:
        'src/cli/main.ts, the executable, may also import the composition: src/main.ts and what is beside it.',
      severity: 'error',
      from: { path: '^src/cli/main[.]ts$' },
      to: {
        path: '^src/',
        pathNot: ['^src/[^/]+[.]ts$', ...Object.keys(allowed).map((name) => `^src/${name}/`)],
      },
    },
    {
      name: 'through-the-door',
      comment: 'Another folder is entered by its index.ts and nothing else.',
      severity: 'error',
      from: { path: '^src/([^/]+)' },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$', '^src/store/(neo4j|grafeo)/index[.]ts$'],
      },
    },
    {
      name: 'engines-only-in-main',
      comment: 'Only the composition knows the engines: each can be removed, and nothing else breaks.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(main|stance-worker)[.]ts$', '^src/store/(neo4j|grafeo)/'] },
      to: { path: '^src/store/(neo4j|grafeo)/' },
    },
    {
      name: 'engines-apart',
      comment: 'An engine does not know the other.',
      severity: 'error',
      from: { path: '^src/store/(neo4j|grafeo)/' },
      to: { path: '^src/store/(neo4j|grafeo)/', pathNot: '^src/store/$1/' },
    },
    {
      name: 'nothing-imports-web',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be followed would escape every other rule.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'not-tests-nor-bench',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts)/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^src/web/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
