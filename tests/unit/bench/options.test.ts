import { afterEach, describe, expect, test, vi } from 'vitest';
import { CASES } from '../../../bench/cases/index.js';
import { readOptions } from '../../../bench/options.js';

let printed = '';
for (const stream of [process.stdout, process.stderr]) {
  vi.spyOn(stream, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
}
afterEach(() => {
  printed = '';
});

describe('the options of the benchmark', () => {
  test('by default: Neo4j, all cases, and @neo4j/graphql as far as it goes', () => {
    const options = readOptions([]);
    if ('exitStatus' in options) throw new Error(printed);
    expect(options).toMatchObject({
      engine: 'neo4j',
      statements: [100_000],
      concurrency: [1, 16],
      fresh: false,
    });
    expect(options.cases).toEqual(CASES.map(({ name }) => name));
    expect([options.generated(100_000), options.generated(1_000_000)]).toEqual([true, false]);
  });

  test('sizes are sorted, and each is measured once', () => {
    expect(readOptions(['--statements', '1000000,100000,1000000'])).toMatchObject({
      statements: [100_000, 1_000_000],
    });
  });

  test.each([
    [['--engine', 'mysql'], /Allowed choices are neo4j, embedded/],
    [['--statements', '12'], /whole numbers from 300/],
    [['--statements', '1e3,x'], /whole numbers from 300/],
    [['--cases', 'newst'], /There is no newst\. The cases are: newest, /],
    [['--concurrency', '0'], /whole numbers from 1 to 64/],
    [['--seconds', '-1'], /Expected seconds, up to 600/],
    [['--memory', '7'], /at least 100/],
    [['--engine', 'embedded', '--generated'], /--generated: @neo4j\/graphql needs --engine neo4j/],
    [['--sped'], /unknown option '--sped'/],
    [['more'], /too many arguments/],
  ])('%j is wrong use', (args, message) => {
    expect(readOptions(args)).toEqual({ exitStatus: 2 });
    expect(printed).toMatch(message);
    expect(printed).toMatch(/--help tells more/);
  });

  test('help lists the cases, with examples', () => {
    expect(readOptions(['--help'])).toEqual({ exitStatus: 0 });
    for (const { name } of CASES) expect(printed).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
    expect(printed).toMatch(/Examples:\n {2}\$ npm run bench/);
  });
});
