// `npm test`: installs, then runs every check and every test, going on after failures so that all are seen.
// The arguments go to vitest. The last line is `N passed, N failed`, with `, N skipped` where some were.
import { existsSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { seconds } from './lib/console.mjs';
import { install } from './lib/install.mjs';
import { whatIsMissing } from './lib/neo4j-jars.mjs';
import { run } from './lib/run.mjs';
import { runVitest } from './lib/vitest.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED = { passed: 0, failed: 0, skipped: 1 };

/** @type {[name: string, check: () => Promise<Tally> | Tally][]} */
const checks = [
  ['Neo4j to test on', neo4jIsThere],
  ['Browser to test in', browserIsThere],
  ['Types', program('tsc', '--noEmit')],
  ['Types of the dashboard', program('tsc', '--noEmit', '-p', 'src/web/tsconfig.json')],
  ['Format and lint (Biome)', program('biome', 'ci', '--error-on-warnings', '--diagnostic-level=warn')],
  ['Unused files, exports and dependencies (knip)', program('knip')],
  ['Import direction (dependency-cruiser)', program('depcruise', 'src')],
  ['Generated types are current', program('tsx', 'scripts/codegen.ts', '--check')],
  ["The dataset's tables are current", program('tsx', 'scripts/coverage.ts', '--check')],
  ['Build', async () => ((await build()) ? PASSED : FAILED)],
  ['Tests (vitest)', () => runVitest(process.argv.slice(2))],
];

await install();
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];
for (const [name, check] of checks) {
  console.log(`\n== ${name}`);
  const since = performance.now();
  const { passed, failed, skipped } = await check();
  console.log(
    `== ${name}: ${failed > 0 ? 'FAILED' : skipped > 0 && passed === 0 ? 'skipped' : 'passed'}, ${seconds(since)}`,
  );
  if (failed > 0) failures.push(name);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}.`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {string} name @param {string[]} args */
function program(name, ...args) {
  return async () => ((await run(name, args, { stdout: 'inherit' })) === 0 ? PASSED : FAILED);
}

function neo4jIsThere() {
  const missing = process.env.NEO4J_TEST_URI ? undefined : whatIsMissing('5.26.28');
  if (!missing) return PASSED;
  console.log(
    `${missing}\nOr set NEO4J_TEST_URI, NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD to a server that may be wiped.`,
  );
  return unlessRequired('Nothing is tested on Neo4j, only on the embedded engine.', 'REQUIRE_NEO4J');
}

function browserIsThere() {
  const browser = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  if (existsSync(browser)) return PASSED;
  console.log(`There is no ${browser}: apt-get install chromium, or set CHROMIUM_PATH to one you have.`);
  return unlessRequired('Nothing is tested in a browser.', 'REQUIRE_BROWSER');
}

/** @param {string} consequence @param {string} variable */
function unlessRequired(consequence, variable) {
  const required = process.env[variable] === '1';
  console.log(
    required ? `${variable}=1 makes this a failure.` : `${consequence} (${variable}=1 makes this a failure.)`,
  );
  return required ? FAILED : SKIPPED;
}
